/**
 * An edition: one published state of a document, in all its languages, kept for ever exactly as it was.
 *
 * It holds what readers saw as finished HTML, so that no later schema, component or fact can change it.
 */
import type { AppliesTo } from '../model/applies-to.ts';
import type { Audience } from '../model/audience.ts';
import type { DocumentType } from '../model/collection.ts';
import type { AnyDocument } from '../model/document.ts';
import type { ReferenceTarget } from '../model/field.ts';
import type { JourneyStage } from '../model/journey-stage.ts';
import type { Language, Translation } from '../model/language.ts';
import type { LetterTemplate } from '../model/letter-template.ts';
import type { ClauseStrength } from '../model/standard.ts';
import type { VictimPage } from '../model/victim-page.ts';

/** A thing one can go to. */
export interface LinkInput {
	title: string;
	path: string;
	/** Reference code of a document. */
	code?: string;
	/** Type of a document. */
	type?: DocumentType;
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

/** A document in one language as one site shows it: the part that an edition freezes. */
export interface DocumentView {
	type: DocumentType;
	id: string;
	code: string;
	language: Language;
	path: string;
	title: string;
	summary: string;
	/** HTML of the body, starting at h2. Already judged; may be placed as it is. */
	html: string;
	headings: { depth: number; id: string; text: string }[];
	clauses: { number: string; strength: ClauseStrength; anchor: string; text: string }[];
	/** The words of the body by heading or clause, for search. The first has no id. */
	sections: { id: string; heading: string; text: string }[];
	/** Present on every language but English. */
	translation?: Translation;
	topics: { id: string; name: string }[];
	stages: JourneyStage[];
	/** Rights by id. */
	rights: string[];
	appliesTo: AppliesTo;
	/** The role of the owner. */
	owner: string;
	related: LinkInput[];
	/** Facts shown on the page, with where they come from. */
	facts: FactInput[];
	/** Everything it mentions, through passages too: whence “what links here”. For staff, in English, as it was frozen. */
	mentions?: Mention[];
	letter?: Pick<LetterTemplate, 'decisionType' | 'channels' | 'placeholders' | 'mustSay'>;
	victimPage?: Pick<VictimPage, 'helpsWith' | 'sensitive' | 'tabTitle' | 'livedExperienceReview'> & {
		nextStep?: LinkInput;
	};
}

/** A thing that a document mentions. */
export interface Mention {
	target: ReferenceTarget;
	/** Of a document its code. */
	id: string;
}

/** What, other than its own text, changed the words of a document. */
export interface Cause {
	target: ReferenceTarget;
	id: string;
	/** In words: “Time limit for a full reply to a complaint”. */
	name: string;
}

/** A sign-off as readers see it: the role, never the person. */
export interface SignOffNote {
	role: 'reviewer' | 'approver' | 'translator' | 'legal';
	/** The role of the person who signed: “Legal adviser”. */
	by: string;
	language: Language;
	at: string;
	hash: string;
}

/** When somebody last read a document against its sources. `by` is a role; only the day is told to the public. */
export interface ReviewNote {
	on: string;
	by: string;
	outcome: string;
	/** The day it has to be read again. */
	next: string;
}

/** The facts of an edition: all that lists, histories and the register say of it. */
export interface EditionFacts {
	code: string;
	type: DocumentType;
	/** The id of the document when it was published. */
	id: string;
	/** From 1. */
	number: number;
	title: string;
	/** The moment readers could first see it, in universal time. */
	published: string;
	/** The day from which it applies in practice. */
	inForceFrom: string;
	changeNote: AnyDocument['changeNote'];
	/** Present when a fact or passage, and not the document itself, changed its words. */
	causes?: Cause[];
	/** Published before it was signed off: why, and the role that decided it. */
	emergency?: { reason: string; by: string };
	signOffs: SignOffNote[];
	/** How it stood with reviews when it was published. */
	review?: ReviewNote;
}

/** What each site shows of an edition, by language. A victim page has both sites, everything else staff alone. */
export type SiteViews = Partial<Record<Audience, LanguageViews>>;
/** `content/editions/<folder>/<id>/<number>.<site>.json`, canonical JSON; of a later rendering `<number>.r2.<site>.json`. */
export type LanguageViews = Partial<Record<Language, DocumentView>>;

/**
 * `content/editions/<folder>/<id>/<number>.json`, canonical JSON: what no reader is shown. The folder is named by the id
 * that the document had when it was first published.
 */
export interface EditionRecord extends EditionFacts {
	/** The source file of each language, whole. */
	source: Partial<Record<Language, string>>;
	/** SHA-256 of the words of each language for each site: what decides whether a new edition is due. */
	words: Partial<Record<Audience, Partial<Record<Language, string>>>>;
	/** SHA-256 of its own words in the source, without those of the facts and passages it names. */
	own: Partial<Record<Language, string>>;
	/** SHA-256 of each thing whose words it shows, by type and id: `timescale complaint-full-reply`. */
	shown: Record<string, string>;
	/** Who decided to publish it before it was signed off. */
	emergencyBy?: string;
}
