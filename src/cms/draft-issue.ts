/** What is wrong with a draft, as the editor shows it: where in the form, why it matters, and what it holds up. */
import type { ParsedBody } from '../markup/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Entry } from '../model/entry.ts';
import type { Issue } from '../model/issue.ts';

/** The moments of a draft’s life, each stricter than the one before. */
export const moments = ['draft', 'review', 'publish'] as const;
export type Moment = (typeof moments)[number];

/**
 * Keys and places in lists, from the form’s root: `['changeNote', 'what']`, `['topics', 2]`. In a body made of blocks
 * `['blocks', 3]`, one attribute of it `['blocks', 3, 'title']`, and a block inside it `['blocks', 3, 'content', 0]`.
 * `['body']` is the text of guidance; an empty path is the whole file.
 */
export type FormPath = readonly (string | number)[];

export interface DraftIssue extends Issue {
	/** The field or block it belongs to. */
	path: FormPath;
	/** Why it matters, in a sentence. */
	why: string;
	/** The first moment that waits until it is put right; absent for what is only to be considered. */
	blocks?: Moment;
}

/** One file of a draft. Without a text the draft takes the file away. */
export interface DraftFile {
	/** Path below the content folder. */
	file: string;
	text: string | undefined;
}

/** A draft’s file as a writing rule sees it. */
export interface WrittenDraft {
	entry: Entry;
	/** The English file, which holds the shared keys; the entry itself when it is English. */
	english: Entry;
	body?: ParsedBody;
	catalogue: Catalogue;
	/** The moment it is judged for. */
	at: string;
}

export type WritingIssue = Issue & Partial<Pick<DraftIssue, 'path' | 'why' | 'blocks'>>;

/**
 * How rules about writing plug in. What a rule leaves out is filled in: the path from the place, and the moment from
 * the severity, for which an error waits with publishing.
 */
export type WritingRule = (draft: WrittenDraft) => readonly WritingIssue[];

/** Rules that even a draft must keep: what breaks them has no place, or would be a danger to what opens the file. */
export const rulesOfDrafts: ReadonlySet<string> = new Set([
	'file-name',
	'file-size',
	'encoding',
	'byte-order-mark',
	'empty-file',
	'control-character',
	'broken-character',
	'line-length',
]);

/** The issues that a moment waits for. */
export function holdingUp(issues: readonly DraftIssue[], moment: Moment): DraftIssue[] {
	return issues.filter(
		({ blocks }) => blocks !== undefined && moments.indexOf(blocks) <= moments.indexOf(moment),
	);
}
