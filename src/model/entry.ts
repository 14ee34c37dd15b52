/** An entry: one file of content, read and checked. */
import type { DataOf, EntryType } from './collection.ts';
import type { ReferenceTarget } from './field.ts';
import type { Place } from './issue.ts';
import type { Language } from './language.ts';

export interface Body {
	/** The text below the front matter. */
	source: string;
	/** The line of the file on which the body’s first line stands, from 1. */
	firstLine: number;
}

export interface Entry<T extends EntryType = EntryType> {
	type: T;
	/** The file name without language and ending. */
	id: string;
	language: Language;
	/** Path below the content folder. */
	file: string;
	/** For another language than English: only the translated keys. */
	data: DataOf<T>;
	body?: Body;
	/** Where a key of the front matter stands; the nearest enclosing key when it is absent. */
	locate(path: readonly PropertyKey[]): Place;
}

/** A file that is there, but whose keys could not be read: mentions of it are sound, and its body is judged. */
export interface Unread {
	type: EntryType;
	id: string;
	language: Language;
	file: string;
	/** Its reference code, as far as it can be made out. */
	code?: string;
	body?: Body;
}

/** A mention of one entry by another: in its keys or in its body. */
export interface Reference {
	/** File of the entry that mentions. */
	file: string;
	place: Place;
	target: ReferenceTarget;
	/** Id of the entry mentioned; for a document its code. */
	id: string;
	/** The clause that is named with a standard. */
	clause?: string;
	/** How it is mentioned: the path of a key, or the name of the component in the body. */
	via: string;
}
