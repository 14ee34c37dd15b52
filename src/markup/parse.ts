/**
 * Reading a body: guards, the one parser, the closed-world walk.
 *
 * The result is plain data and depends on nothing but its arguments, so it can be cached and posted between
 * threads. It never throws for bad content.
 */
import type { Body } from '../model/entry.ts';
import type { Issue } from '../model/issue.ts';
import { type Complaint, guardSource } from './guard.ts';
import { firstIssues, type ParseContext, type ParsedBody, unreadBody } from './parsed-body.ts';
import { parseTree } from './parser.ts';
import { parserComplaint } from './parser-complaint.ts';
import { walk } from './walk.ts';

/** Parse and judge one body. */
export function parseBody(body: Body, context: ParseContext): ParsedBody {
	const complaints = guardSource(body.source);
	const said = complaints.map((complaint) => issueOf(complaint, body, context));
	if (complaints.some(({ stop }) => stop)) return unreadBody(said);
	try {
		const parsed = walk(parseTree(body.source), body, context);
		return { ...parsed, issues: firstIssues([...said, ...parsed.issues]) };
	} catch (error) {
		return unreadBody([...said, issueOf(parserComplaint(error, body.source), body, context)]);
	}
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
