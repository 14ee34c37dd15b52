/**
 * Reading a body: guards, the one parser, the closed-world walk.
 *
 * The result is plain data and depends on nothing but its arguments, so it can be cached and posted between
 * threads. It never throws for bad content.
 */
import type { EntryType } from '../model/collection.ts';
import type { Body, Reference } from '../model/entry.ts';
import { type Issue, type Place, sortIssues } from '../model/issue.ts';
import type { Language } from '../model/language.ts';
import { type Complaint, guardSource } from './guard.ts';
import type { MarkupNode } from './node.ts';
import { parseTree } from './parser.ts';
import { parserComplaint } from './parser-complaint.ts';
import { walk } from './walk.ts';

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
	conditions: Condition[];
	issues: Issue[];
	/** Set when the reading was broken off: by a limit of the moment, which says nothing of the body, so it is never kept. */
	unfinished?: true;
}

/** An editor reads a few issues at a time; a broken file must not answer with thousands. */
const MOST_ISSUES = 100;

/** Parse and judge one body. */
export function parseBody(body: Body, context: ParseContext): ParsedBody {
	const complaints = guardSource(body.source);
	const said = complaints.map((complaint) => issueOf(complaint, body, context));
	if (complaints.some(({ stop }) => stop)) return nothing(said);
	try {
		const parsed = walk(parseTree(body.source), body, context);
		return { ...parsed, issues: cut(sortIssues([...said, ...parsed.issues])) };
	} catch (error) {
		return nothing([...said, issueOf(parserComplaint(error, body.source), body, context)]);
	}
}

/** What a body that could not be read comes to. */
export function nothing(issues: Issue[]): ParsedBody {
	return { nodes: [], references: [], placeholders: [], conditions: [], issues: cut(sortIssues(issues)) };
}

function issueOf({ at, rule, message, fix }: Complaint, { firstLine }: Body, { file }: ParseContext): Issue {
	return {
		file,
		place: { line: at.line + firstLine - 1, column: at.column },
		rule,
		severity: 'error',
		message,
		fix,
	};
}

function cut(issues: Issue[]): Issue[] {
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
