/**
 * The collections of content: one folder, one type of thing, one schema.
 */
import type { z } from 'zod';
import { areaSchema } from './area.ts';
import type { Audience } from './audience.ts';
import { bankHolidaysSchema } from './bank-holidays.ts';
import { guidanceSchema, guidanceTranslationSchema } from './guidance.ts';
import { letterTemplateSchema, letterTemplateTranslationSchema } from './letter-template.ts';
import { mediaSchema } from './media.ts';
import { organisationSchema } from './organisation.ts';
import { passageSchema, passageTranslationSchema } from './passage.ts';
import { personSchema } from './person.ts';
import { pilotSchema } from './pilot.ts';
import { redirectSchema } from './redirect.ts';
import { rightSchema } from './right.ts';
import { standardSchema, standardTranslationSchema } from './standard.ts';
import { termSchema } from './term.ts';
import { timescaleSchema } from './timescale.ts';
import { topicSchema } from './topic.ts';
import { victimPageSchema, victimPageTranslationSchema } from './victim-page.ts';

interface Collection {
	/** Folder below the content folder. */
	folder: string;
	/** What one thing of it is called, and several. */
	name: string;
	plural: string;
	schema: z.ZodType;
	/** The keys of a file in another language than English. Collections without one have one file a thing. */
	translationSchema?: z.ZodType;
	/** Whether its files are MDX: front matter and a body. */
	hasBody: boolean;
	/** Who may read it, where the type decides. */
	audience?: Audience;
}

export const collections = {
	standard: {
		folder: 'standards',
		name: 'standard',
		plural: 'standards',
		schema: standardSchema,
		translationSchema: standardTranslationSchema,
		hasBody: true,
		audience: 'staff',
	},
	letter: {
		folder: 'letters',
		name: 'letter template',
		plural: 'letter templates',
		schema: letterTemplateSchema,
		translationSchema: letterTemplateTranslationSchema,
		hasBody: true,
		audience: 'staff',
	},
	guidance: {
		folder: 'guidance',
		name: 'guidance page',
		plural: 'guidance',
		schema: guidanceSchema,
		translationSchema: guidanceTranslationSchema,
		hasBody: true,
		audience: 'staff',
	},
	'victim-page': {
		folder: 'victim-pages',
		name: 'victim page',
		plural: 'victim pages',
		schema: victimPageSchema,
		translationSchema: victimPageTranslationSchema,
		hasBody: true,
		audience: 'public',
	},
	passage: {
		folder: 'passages',
		name: 'passage',
		plural: 'passages',
		schema: passageSchema,
		translationSchema: passageTranslationSchema,
		hasBody: true,
	},
	area: { folder: 'areas', name: 'Area', plural: 'Areas', schema: areaSchema, hasBody: false },
	pilot: { folder: 'pilots', name: 'pilot', plural: 'pilots', schema: pilotSchema, hasBody: false },
	right: { folder: 'rights', name: 'right', plural: 'rights', schema: rightSchema, hasBody: false },
	timescale: {
		folder: 'timescales',
		name: 'timescale',
		plural: 'timescales',
		schema: timescaleSchema,
		hasBody: false,
	},
	organisation: {
		folder: 'organisations',
		name: 'organisation',
		plural: 'organisations',
		schema: organisationSchema,
		hasBody: false,
	},
	term: { folder: 'terms', name: 'term', plural: 'terms', schema: termSchema, hasBody: false },
	person: { folder: 'people', name: 'person', plural: 'people', schema: personSchema, hasBody: false },
	topic: { folder: 'topics', name: 'topic', plural: 'topics', schema: topicSchema, hasBody: false },
	'bank-holidays': {
		folder: 'bank-holidays',
		name: 'year of bank holidays',
		plural: 'bank holidays',
		schema: bankHolidaysSchema,
		hasBody: false,
	},
	redirect: {
		folder: 'redirects',
		name: 'redirect',
		plural: 'redirects',
		schema: redirectSchema,
		hasBody: false,
	},
	media: { folder: 'media', name: 'image', plural: 'images', schema: mediaSchema, hasBody: false },
} as const satisfies Record<string, Collection>;

export type EntryType = keyof typeof collections;
export const entryTypes = Object.keys(collections) as EntryType[];

export const documentTypes = ['standard', 'letter', 'guidance', 'victim-page'] as const;
export type DocumentType = (typeof documentTypes)[number];

/** Whether things of this type are documents: published, with a reference code. */
export function isDocumentType(type: EntryType): type is DocumentType {
	return (documentTypes as readonly string[]).includes(type);
}

/** The data of an entry of one type, as its English file (or only file) holds it. */
export type DataOf<T extends EntryType> = z.output<(typeof collections)[T]['schema']>;
