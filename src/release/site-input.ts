/**
 * The input of one site as of one moment: all that its pages may say, as plain JSON.
 *
 * A site is built from this and from nothing else, so what is not in here cannot leak.
 */
import type { AppliesTo } from '../model/applies-to.ts';
import type { Area } from '../model/area.ts';
import type { Audience } from '../model/audience.ts';
import type { DocumentType } from '../model/collection.ts';
import type { AnyDocument, DocumentState } from '../model/document.ts';
import type { JourneyStage } from '../model/journey-stage.ts';
import type { Language, Translation } from '../model/language.ts';
import type { LetterTemplate } from '../model/letter-template.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Pilot } from '../model/pilot.ts';
import type { Right } from '../model/right.ts';
import type { ClauseStrength } from '../model/standard.ts';
import type { Term } from '../model/term.ts';
import type { Timescale } from '../model/timescale.ts';
import type { Topic } from '../model/topic.ts';
import type { VictimPage } from '../model/victim-page.ts';
import type { SearchRecord } from '../search/index.ts';

export type { SearchRecord };

/** A thing one can go to. */
export interface LinkInput {
	title: string;
	path: string;
	/** Reference code of a document. */
	code?: string;
	/** Type of a document. */
	type?: DocumentType;
}

/** A document in one language. */
export interface DocumentInput {
	type: DocumentType;
	id: string;
	code: string;
	language: Language;
	path: string;
	state: DocumentState;
	title: string;
	summary: string;
	/** HTML of the body, starting at h2. Already judged; may be placed as it is. */
	html: string;
	headings: { depth: number; id: string; text: string }[];
	clauses: { number: string; strength: ClauseStrength; anchor: string; text: string }[];
	/** The words of the body by heading or clause, for search. The first has no id. */
	sections: { id: string; heading: string; text: string }[];
	/** This document in every language it exists in, itself included. */
	languages: { language: Language; path: string; title: string }[];
	/** Present on every language but English. */
	translation?: Translation;
	topics: { id: string; name: string }[];
	stages: JourneyStage[];
	/** Rights by id. */
	rights: string[];
	appliesTo: AppliesTo;
	/** The role of the owner. */
	owner: string;
	review: { lastReviewed: string; by: string; outcome: string; next: string; overdue: boolean };
	changeNote: AnyDocument['changeNote'];
	publishAt?: string;
	withdrawn?: { on: string; why: string; replacedBy?: LinkInput };
	related: LinkInput[];
	/** Documents that mention this one. Empty on the public site. */
	linksHere: LinkInput[];
	/** Facts shown on the page, with where they come from. */
	facts: FactInput[];
	letter?: Pick<LetterTemplate, 'decisionType' | 'channels' | 'placeholders' | 'mustSay'>;
	victimPage?: Pick<VictimPage, 'helpsWith' | 'sensitive' | 'tabTitle' | 'livedExperienceReview'> & {
		nextStep?: LinkInput;
	};
}

/** A fact shown on a page. */
export interface FactInput {
	type: 'timescale' | 'organisation' | 'right';
	id: string;
	name: string;
	source: string;
	url?: string;
	lastChecked: string;
	verified: boolean;
	/** Shown from a source that is not the owner of the fact. */
	secondary: boolean;
}

/** Reference data carries its id, its address on this site (if any) and who mentions it. */
export type DataInput<T> = T & { id: string; path?: string; linksHere: LinkInput[] };

export interface SiteInput {
	site: Audience;
	/** The moment the site is for, in universal time. */
	at: string;
	/** The day of that moment in the United Kingdom. */
	today: string;
	/** By code, then language (English first). */
	documents: DocumentInput[];
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
	redirects: { from: string; to: string }[];
	/** Passages that pages of this site show as such (the emergency line), by id and language, as HTML. */
	passages: Record<string, Partial<Record<Language, string>>>;
	/** Images, by id: where the site serves them. */
	media: { id: string; path: string; alt: { en: string; cy?: string } }[];
}

/** One page a site asks to have rendered. */
export interface PageInput {
	/** Address, beginning and ending with a stroke; `/404.html` is the page for unknown addresses. */
	path: string;
	/** What Astro.locals.page carries to the page. Plain JSON: a page is rendered again only when this changes. */
	data: unknown;
	/** What the search index is to hold of this page; absent for pages that are not found by search. */
	search?: SearchRecord;
}
