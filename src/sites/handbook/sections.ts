/** The sections of the handbook, in the order of its navigation. */
import type { DocumentType } from '../../model/collection.ts';

export const sections = {
	standards: { title: 'Standards', path: '/standards/' },
	letters: { title: 'Letter templates', path: '/letters/' },
	guidance: { title: 'Guidance', path: '/guidance/' },
	'victim-pages': { title: 'Victim pages', path: '/victim-pages/' },
	rights: { title: 'Rights', path: '/rights/' },
	timescales: { title: 'Timescales', path: '/timescales/' },
	areas: { title: 'Areas', path: '/areas/' },
	pilots: { title: 'Pilots', path: '/pilots/' },
	organisations: { title: 'Support services', path: '/organisations/' },
	glossary: { title: 'Glossary', path: '/glossary/' },
	'bank-holidays': { title: 'Bank holidays', path: '/bank-holidays/' },
	'whats-new': { title: 'What is new', path: '/whats-new/' },
	'as-at': { title: 'As at a day', path: '/as-at/' },
	reviews: { title: 'Reviews due', path: '/reviews/' },
	atoz: { title: 'A to Z', path: '/a-z/' },
} as const;

export type Section = keyof typeof sections;

/** The section that holds the documents of a type. */
export const sectionOf: Record<DocumentType, Section> = {
	standard: 'standards',
	letter: 'letters',
	guidance: 'guidance',
	'victim-page': 'victim-pages',
};

/** What one document of a type is called. */
export const typeNames: Record<DocumentType, string> = {
	standard: 'Standard',
	letter: 'Letter template',
	guidance: 'Guidance',
	'victim-page': 'Victim page',
};
