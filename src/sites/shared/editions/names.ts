/** The names that a comparison needs, gathered when the site is built: the schemas they stand in stay there. */
import { offenceGroups, staffRoles, victimGroups } from '../../../model/applies-to.ts';
import { channelNames } from '../../../model/channel.ts';
import { decisionTypes, obligations } from '../../../model/letter-template.ts';
import type { Names } from './matter-words.ts';

interface Place {
	id: string;
	name: { en: string };
}

/** Names of Areas and pilots, crimes, people, staff, channels, and what letters tell and must say. */
export function namesFor(areas: readonly Place[], pilots: readonly Place[]): Names {
	const named = (places: readonly Place[]) => Object.fromEntries(places.map(({ id, name }) => [id, name.en]));
	return {
		areas: named(areas),
		pilots: named(pilots),
		offenceGroups,
		victimGroups,
		staffRoles,
		channels: channelNames,
		decisions: decisionTypes,
		duties: obligations,
	};
}
