/** What the layout needs to know of a page, whatever it shows. Not the day: a page is made again when its words change, not every day. */
import { inLanguage } from '../../../model/field.ts';
import type { Language } from '../../../model/language.ts';
import type { SiteInput } from '../../../release/site-input.ts';
import { type Section, sections } from '../sections.ts';

export interface Place {
	title: string;
	path: string;
	code?: string;
}

export interface Frame {
	path: string;
	title: string;
	/** The language of the title, when it is not English. */
	language?: Language;
	section?: Section;
	/** The pages of the section that the navigation lists. */
	inSection: Place[];
	/** From the home page down to the page above this one. */
	above: Place[];
	/** The Areas a reader can choose, and the pilots that run in each. */
	areas: { id: string; name: string; pilots: string[] }[];
	languages: { language: Language; path: string }[];
}

/** A section longer than this shows only the neighbours of the page one is on. */
const LISTED = 40;

export interface FrameOptions {
	path: string;
	title: string;
	language?: Language;
	section?: Section;
	/** Every page of the section, for the navigation to choose from. */
	inSection?: Place[];
	/** Whether this page stands below the list of its section. */
	below?: boolean;
	languages?: Frame['languages'];
}

export function frameOf(
	input: SiteInput,
	{ path, title, language, section, inSection = [], below = false, languages = [] }: FrameOptions,
): Frame {
	return {
		path,
		title,
		...(language && { language }),
		...(section && { section }),
		inSection: around(inSection, path),
		above: [
			...(path === '/' ? [] : [{ title: 'Home', path: '/' }]),
			...(below && section ? [{ title: sections[section].title, path: sections[section].path }] : []),
		],
		areas: input.areas.map(({ id, name, pilots }) => ({
			id,
			name: inLanguage(name, 'en'),
			pilots: pilots.map((pilot) => pilot.id),
		})),
		languages,
	};
}

/**
 * The frame of a page of the past: nothing in it changes from day to day or with other documents, so that the page is
 * not made again.
 */
export function pastFrame({ path, title, section, languages = [] }: FrameOptions, above: Place[]): Frame {
	return {
		path,
		title,
		...(section && { section }),
		inSection: [],
		above: [
			{ title: 'Home', path: '/' },
			...(section ? [{ title: sections[section].title, path: sections[section].path }] : []),
			...above,
		],
		areas: [],
		languages,
	};
}

function around(places: Place[], path: string): Place[] {
	const here = Math.max(
		0,
		places.findIndex((place) => place.path === path),
	);
	const from = Math.max(0, Math.min(here - LISTED / 2, places.length - LISTED));
	return places
		.slice(from, from + LISTED)
		.map(({ title, path, code }) => ({ title, path, ...(code !== undefined && { code }) }));
}
