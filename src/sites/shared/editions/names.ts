/** The names that a comparison needs, gathered when the site is built: the schemas they stand in stay there. */
import { offenceGroups, staffRoles, victimGroups } from '../../../model/applies-to.ts';
import { channelNames } from '../../../model/channel.ts';
import { decisionTypes, obligations } from '../../../model/letter-template.ts';
import type { Names } from './matter-words.ts';

/** Names of Areas and pilots, crimes, people, staff, channels, and what letters tell and must say. */
export function namesFor(places: { id: string; name: { en: string } }[]): Names {
	return {
		...offenceGroups,
		...victimGroups,
		...staffRoles,
		...channelNames,
		...decisionTypes,
		...obligations,
		...Object.fromEntries(places.map(({ id, name }) => [id, name.en])),
	};
}
