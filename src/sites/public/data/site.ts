/** What every page of the public site is made from, and the few questions all of them ask of it. */

import type { Language } from '../../../model/language.ts';
import type { DocumentInput, PageInput, SiteInput } from '../../../release/site-input.ts';
import { type InterfaceLanguage, interfaceLanguage, interfaceLanguages } from '../../shared/words/index.ts';
import { addressFor, type Place } from '../address.ts';
import type { Frame } from '../frame.ts';

/** A page in a list: its title and what it is for, marked when it is not in the language of the list. */
export interface Listed {
	title: string;
	summary: string;
	path: string;
	/** Set when it is not in the language of the reader. */
	language?: Language;
}

/** A fragment of HTML that a layout places as it is, and its language when that is not the page’s. */
export interface Fragment {
	html: string;
	language?: Language;
}

/** The pages in force, each in the language asked for or else in English, in the order of their codes. */
export function pagesInForce(input: SiteInput, language: Language): DocumentInput[] {
	return input.documents
		.filter((document) => document.language === 'en' && document.state === 'in force')
		.map((english) => inLanguageOrEnglish(input, english, language));
}

export function listed(
	document: Pick<DocumentInput, 'title' | 'summary' | 'path' | 'language'>,
	language: Language,
): Listed {
	const { title, summary, path } = document;
	return { title, summary, path, ...(document.language !== language && { language: document.language }) };
}

/** The pages in force in a language the site has no other pages in, which nobody finds by reading on. */
export function pagesInOtherLanguages(input: SiteInput): DocumentInput[] {
	return input.documents.filter(
		({ language, state }) => interfaceLanguage(language) !== language && state === 'in force',
	);
}

/** A passage as HTML, in the language asked for or else in English. */
export function passage(input: SiteInput, id: string, language: Language): Fragment | undefined {
	const texts = input.passages[id];
	const own = texts?.[language];
	if (own !== undefined) return { html: own };
	return texts?.en === undefined ? undefined : { html: texts.en, language: 'en' };
}

/** The frame of a page that the site has in English and in Welsh. */
export function frameOf(
	input: SiteInput,
	place: Place | { path: string },
	language: InterfaceLanguage,
): Frame {
	const path = (each: InterfaceLanguage) =>
		typeof place === 'string' ? addressFor(place, each) : `${each === 'cy' ? '/cy' : ''}${place.path}`;
	return {
		language,
		path: path(language),
		languages: interfaceLanguages.map((each) => ({ language: each, path: path(each) })),
		...leavingQuickly(input, language),
	};
}

/** Where the page about leaving this site stands. */
export function leavingQuickly(input: SiteInput, language: Language): Pick<Frame, 'leavingQuickly'> {
	const page = pagesInForce(input, language).find(({ id }) => id === 'leaving-this-site');
	return page ? { leavingQuickly: { language: page.language, path: page.path } } : {};
}

/** One page in each language of the interface. */
export function inBothLanguages(make: (language: InterfaceLanguage) => PageInput): PageInput[] {
	return interfaceLanguages.map(make);
}

function inLanguageOrEnglish(input: SiteInput, english: DocumentInput, language: Language): DocumentInput {
	if (language === 'en') return english;
	return input.documents.find((each) => each.id === english.id && each.language === language) ?? english;
}
