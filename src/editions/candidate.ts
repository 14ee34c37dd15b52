/** A document as it would be published now: what planning compares with what was published before. */
import type { Audience } from '../model/audience.ts';
import type { DocumentType } from '../model/collection.ts';
import type { AnyDocument } from '../model/document.ts';
import type { ReferenceTarget } from '../model/field.ts';
import type { Place } from '../model/issue.ts';
import type { Language } from '../model/language.ts';
import type { ReviewNote, SiteViews } from './edition.ts';

/** Something whose words a document shows. */
export interface Shown {
	target: ReferenceTarget;
	id: string;
	/** What readers call it. */
	name: string;
	/** SHA-256 of what of it could be shown. */
	hash: string;
}

export interface Candidate {
	code: string;
	type: DocumentType;
	id: string;
	/** Its English file, below the content folder. */
	file: string;
	/** Where one of its keys stands. */
	locate(path: readonly PropertyKey[]): Place;
	keys: AnyDocument;
	views: SiteViews;
	/** Images that each site shows, by their name in editions, with the SHA-256 of their bytes. */
	media: Partial<Record<Audience, Record<string, string>>>;
	/** The source file of each language. */
	source: Partial<Record<Language, string>>;
	/** SHA-256 of its own words in the source. */
	own: Partial<Record<Language, string>>;
	/** What a sign-off of each language signs. */
	signed: Partial<Record<Language, string>>;
	/** Translations that nobody has reviewed yet: readers are told so, and nobody has to sign them. */
	unreviewed: readonly Language[];
	/** By type and id: `timescale complaint-full-reply`. */
	shown: Record<string, Shown>;
	/** Ids of the people who wrote it since its last edition. */
	authors: readonly string[];
	/** Whether somebody may sign off a text of it in a language, by what their file says now. */
	maySign(person: string, language: Language): boolean;
	review: ReviewNote;
}
