/**
 * The closed-world walk: from the parser’s tree to ours. What is not known here is refused with what is allowed,
 * never passed on.
 */
import type { Root } from 'mdast';
import type { Body } from '../model/entry.ts';
import type { Issue } from '../model/issue.ts';
import type { ParseContext, ParsedBody } from './parsed-body.ts';
import { block } from './walk-block.ts';
import { inline } from './walk-inline.ts';
import type { SourceNode, Surroundings, Walk } from './walk-state.ts';

export function walk(root: Root, body: Body, context: ParseContext): ParsedBody {
	const issues: Issue[] = [];
	const state: Walk = {
		body,
		context,
		lines: body.source.split('\n'),
		cursor: 0,
		issues,
		references: [],
		placeholders: [],
		bracketed: [],
		conditions: [],
		ids: new Set(),
		outline: [],
		counts: new Map(),
		place: ({ position }) => ({
			line: (position?.start.line ?? 1) + body.firstLine - 1,
			column: position?.start.column ?? 1,
		}),
		report: (place, rule, message, fix, severity = 'error') =>
			void issues.push({ file: context.file, place, rule, severity, message, fix }),
		blocks: (nodes, around) => nodes.flatMap((node) => block(node, around, state)),
		words: (nodes, around) => nodes.flatMap((node) => inline(node, around, state)),
	};
	const around: Surroundings = {
		depth: 0,
		components: [],
		inHeading: false,
		inLink: false,
		inItem: false,
		inQuote: false,
		brackets: { count: 0 },
	};
	const nodes = state.blocks((root as SourceNode).children ?? [], around);
	const { references, placeholders, bracketed, conditions } = state;
	return { nodes, references, placeholders, bracketed, conditions, issues };
}
