/** A body that was read, as plain data: what rendering and every check begin with. Without the parser, which few of them need. */
import type { EntryType } from '../model/collection.ts';
import type { Reference } from '../model/entry.ts';
import { type Issue, type Place, sortIssues } from '../model/issue.ts';
import type { Language } from '../model/language.ts';
import type { MarkupNode } from './node.ts';

export interface ParseContext {
	/** Path below the content folder, for issues. */
	file: string;
	type: EntryType;
	language: Language;
}

/** A gap in a letter, where it stands. */
export interface PlaceholderUse {
	name: string;
	place: Place;
}

/** Words of a letter in single brackets, which may have been meant for a gap: `[victim name]`. */
export interface BracketedWords extends PlaceholderUse {
	written: string;
}

export type ConditionKind = 'pilot' | 'area' | 'role' | 'offence' | 'victim' | 'placeholder' | 'channel';

/** A condition on a part of the text. */
export interface Condition {
	kind: ConditionKind;
	/** Id or name of what it asks about; for channels one or several. */
	values: string[];
	/** The answer asked for; for placeholders only. */
	is?: string;
	place: Place;
}

export interface ParsedBody {
	nodes: MarkupNode[];
	/** Every entry the body names, in reading order. */
	references: Reference[];
	placeholders: PlaceholderUse[];
	/** Of letters alone. */
	bracketed: BracketedWords[];
	conditions: Condition[];
	issues: Issue[];
	/** Set when the reading was broken off: by a limit of the moment, which says nothing of the body, so it is never kept. */
	unfinished?: true;
}

/** What a body that could not be read comes to. */
export function unreadBody(issues: Issue[]): ParsedBody {
	return {
		nodes: [],
		references: [],
		placeholders: [],
		bracketed: [],
		conditions: [],
		issues: firstIssues(issues),
	};
}

/** An editor reads a few issues at a time; a broken file must not answer with thousands. */
const MOST_ISSUES = 100;

/** Issues in their order, as many as somebody reads; the last says how many more there are. */
export function firstIssues(found: readonly Issue[]): Issue[] {
	const issues = sortIssues([...found]);
	const [last] = issues.slice(MOST_ISSUES - 1);
	if (!last || issues.length <= MOST_ISSUES) return issues;
	const more = issues.length - MOST_ISSUES + 1;
	return [
		...issues.slice(0, MOST_ISSUES - 1),
		{
			...last,
			rule: 'more',
			message: `Unexpected ${more} problems more, expected none`,
			fix: 'Correct those above first.',
		},
	];
}
