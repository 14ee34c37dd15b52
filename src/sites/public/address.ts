/** Addresses of the pages this site makes of its own; those of content come with the content. */
import { type JourneyStage, journeyStages } from '../../model/journey-stage.ts';
import type { Language } from '../../model/language.ts';
import { interfaceLanguage } from '../shared/words/index.ts';

const places = {
	home: '/',
	rights: '/your-rights/',
	support: '/support/',
	areas: '/find-your-area/',
	glossary: '/words/',
	atoz: '/a-z/',
	search: '/search/',
	compare: '/compare/',
	register: '/register/',
	accessibility: '/accessibility/',
	privacy: '/privacy/',
} as const;

export type Place = keyof typeof places;

/** The address of a page of the site in the language of its reader, or in English where the site has no such page. */
export function addressFor(place: Place, language: Language): string {
	return `${prefix(language)}${places[place]}`;
}

/** What the addresses of the feed begin with; `.xml` and `.json` follow. */
export function feedAddress(language: Language): string {
	return `${prefix(language)}/feeds/all`;
}

/** The address of the page about one part of a case. */
export function stageAddress(stage: JourneyStage, language: Language): string {
	return `${prefix(language)}/stages/${stage}/`;
}

/** The parts of a case before and after one. */
export function neighbours(stage: JourneyStage): { previous?: JourneyStage; next?: JourneyStage } {
	const at = journeyStages.indexOf(stage);
	return { previous: journeyStages[at - 1], next: journeyStages[at + 1] };
}

function prefix(language: Language): string {
	return interfaceLanguage(language) === 'cy' ? '/cy' : '';
}
