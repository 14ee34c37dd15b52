/** Addresses: where each thing stands on each site. The only place that knows. */
import type { Audience } from '../model/audience.ts';
import { collections, type EntryType, isDocumentType } from '../model/collection.ts';
import type { Language } from '../model/language.ts';

/** The path of a thing on a site, or undefined when it has no place of its own there. */
export function addressOf(
	site: Audience,
	type: EntryType,
	id: string,
	language: Language = 'en',
): string | undefined {
	return site === 'staff' ? handbookAddress(type, id, language) : publicAddress(type, id, language);
}

function handbookAddress(type: EntryType, id: string, language: Language): string | undefined {
	switch (type) {
		case 'term':
			return `/glossary/#${id}`;
		case 'passage':
		case 'person':
		case 'bank-holidays':
		case 'redirect':
		case 'media':
			return undefined;
		default:
			// Only documents have a page in each language.
			return `/${collections[type].folder}/${id}/${language === 'en' || !isDocumentType(type) ? '' : `${language}/`}`;
	}
}

function publicAddress(type: EntryType, id: string, language: Language): string | undefined {
	// The chrome of the site exists in English and Welsh; a page in another language stands among English ones.
	const prefix = language === 'cy' ? '/cy' : '';
	switch (type) {
		case 'victim-page':
			return `${language === 'en' ? '' : `/${language}`}/information/${id}/`;
		case 'topic':
			return `${prefix}/topics/${id}/`;
		case 'right':
			return `${prefix}/your-rights/#${id}`;
		case 'organisation':
			return `${prefix}/support/#${id}`;
		case 'area':
			return `${prefix}/find-your-area/#${id}`;
		case 'term':
			return `${prefix}/words/#${id}`;
		default:
			return undefined;
	}
}

/** Where a site serves an image. */
export function imageAddress(file: string): string {
	return `/media/${file}`;
}

/** The address of what stands below a document (`/guidance/x/editions/3/`) in another language than English. */
export function translatedAddress(site: Audience, english: string, language: Language): string {
	if (language === 'en') return english;
	return site === 'public'
		? `/${language}${english}`
		: english.replace(/^\/[^/]+\/[^/]+\//, (document) => `${document}${language}/`);
}
