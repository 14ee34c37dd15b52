/**
 * The input of one site as of one moment: all that its pages may say, as plain JSON.
 *
 * A site is built from this and from nothing else, so what is not in here cannot leak.
 */

import type {
	DocumentEvent,
	DocumentView,
	EditionFacts,
	FactInput,
	KeptRegister,
	LinkInput,
} from '../editions/index.ts';
import type { Area } from '../model/area.ts';
import type { Audience } from '../model/audience.ts';
import type { DocumentType } from '../model/collection.ts';
import type { AnyDocument, DocumentState } from '../model/document.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Language } from '../model/language.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Pilot } from '../model/pilot.ts';
import type { Right } from '../model/right.ts';
import type { Term } from '../model/term.ts';
import type { Timescale } from '../model/timescale.ts';
import type { Topic } from '../model/topic.ts';
import type { SearchRecord } from '../search/index.ts';

export type { DocumentView, FactInput, LinkInput, SearchRecord };

/** What a document says: most lists and pages, and most builds, do without. */
export type DocumentText = Pick<DocumentView, 'html' | 'sections'>;

/** The text of a document by its hash. */
export type LoadText = (hash: string) => DocumentText;

/** A document in one language: what its edition froze, its text by its hash, and where it stands today. */
export interface DocumentInput extends Omit<DocumentView, keyof DocumentText> {
	/** SHA-256 of its text: its page is made again only when this changes, or something around it. */
	text: string;
	/** The addresses of this site that its text leads to, without fragments. */
	leadsTo: string[];
	state: DocumentState;
	/** This document in every language it exists in, itself included. */
	languages: { language: Language; path: string; title: string }[];
	review: { lastReviewed: string; by: string; outcome: string; next: string; overdue: boolean };
	changeNote: AnyDocument['changeNote'];
	publishAt?: string;
	withdrawn?: { on: string; why: string; replacedBy?: LinkInput };
	/** Documents that mention this one. Empty on the public site. */
	linksHere: LinkInput[];
	/** The edition that is shown; absent for what has never been published. */
	edition?: EditionInput;
	/** A later edition that is published and not yet in force. */
	coming?: EditionInput;
	/** Of a working copy: its words are not those of its latest edition. */
	unpublished?: true;
}

/** One edition as lists and histories tell of it. Its text is loaded when its page is made. */
export interface EditionInput extends EditionFacts {
	/** Its permanent address: `/guidance/safe-contact/editions/3/`. */
	path: string;
	/** The languages it has, English first. */
	languages: Language[];
	/** How it stands at the moment of the site. */
	state: 'in force' | 'not yet in force' | 'superseded' | 'withdrawn' | 'published in error';
	/** The first day on which another edition was in force instead, and which. */
	superseded?: { on: string; by: number; path: string };
	/** SHA-256 of its frozen text for this site: its page is made again only when this changes. */
	hash: string;
}

/** All that was published of one document, and what else happened to it. */
export interface HistoryInput {
	code: string;
	type: DocumentType;
	id: string;
	title: string;
	/** Its own address; of a document that was merged it leads on to the other. */
	path: string;
	/** By number, the first first. */
	editions: EditionInput[];
	/** Reviews, withdrawals, renames, redactions …, the earliest first. */
	events: DocumentEvent[];
}

/** The frozen text of one edition for this site, in each of its languages. */
export type LoadEdition = (edition: EditionInput) => Partial<Record<Language, DocumentView>>;

/** Reference data carries its id, its address on this site (if any) and who mentions it. */
export type DataInput<T> = T & { id: string; path?: string; linksHere: LinkInput[] };

export interface SiteInput extends SiteData {
	site: Audience;
	/** The moment the site is for, in universal time. */
	at: string;
	/** The day of that moment in the United Kingdom. */
	today: string;
	/** By code, then language (English first). */
	documents: DocumentInput[];
	/** By code. Empty where nothing was published yet. */
	histories: HistoryInput[];
	/** Its register as it is published. Absent where nothing was published yet. */
	register?: KeptRegister;
}

/** What a site shows beside documents. It is frozen with them, whenever it changes. */
export interface SiteData {
	areas: DataInput<Area & { pilots: { id: string; name: string; from: string; to?: string }[] }>[];
	pilots: DataInput<Pilot & { running: boolean }>[];
	rights: DataInput<Right>[];
	timescales: DataInput<Timescale>[];
	organisations: DataInput<Organisation>[];
	terms: DataInput<Term>[];
	topics: DataInput<Topic>[];
	/** Roles by id of the person. */
	roles: Record<string, string>;
	bankHolidays: { date: string; name: { en: string; cy?: string } }[];
	/** Where the bank holidays of a year come from. For staff. */
	bankHolidaySources?: Record<string, Evidence>;
	redirects: { from: string; to: string }[];
	/** Passages that pages of this site show as such (the emergency line), by id and language, as HTML. */
	passages: Record<string, Partial<Record<Language, string>>>;
	/** Images, by id: where the site serves them. */
	media: { id: string; path: string; alt: { en: string; cy?: string } }[];
}

/** One page a site asks to have rendered. */
export interface PageInput {
	/** Address, beginning and ending with a stroke; `/404.html` is the page for unknown addresses. Another ending is that of a file. */
	path: string;
	/** The address whose page file renders it, when not its own: all editions are rendered by one. */
	as?: string;
	/** What Astro.locals.page carries to the page; of a file its text. Plain JSON: a page is rendered again only when this changes. */
	data?: unknown;
	/**
	 * In place of `data`, for pages of texts: what they are made from is read only when `key` has changed. Neither is
	 * held in memory: there are several for each edition.
	 */
	later?(): { key: string; data(): unknown };
	/** What the search index is to hold of this page; absent for pages that are not found by search. */
	search?: SearchRecord | LaterRecord;
}

/** A record that is made only when its index is made anew. */
export interface LaterRecord {
	/** The index of the past that finds it; without one, that of today does. */
	past?: string;
	/** Changes whenever the record does. Without one, the record changes with its page. */
	key?(): string;
	record(): SearchRecord;
}
