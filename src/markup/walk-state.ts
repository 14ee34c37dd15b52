/** What the walk over a body knows and shares: the parser’s nodes, what they stand in, and what was found so far. */
import type { Body, Reference } from '../model/entry.ts';
import { forbiddenCharacters, placeAt } from '../model/gate.ts';
import type { Issue, Place } from '../model/issue.ts';
import { MAX_DEPTH } from './guard.ts';
import type { Alignment, MarkupNode } from './node.ts';
import type { BracketedWords, Condition, ParseContext, PlaceholderUse } from './parsed-body.ts';

/** A node as the parser gives it, as far as we look at it. */
export interface SourceNode {
	type: string;
	position?: { start: Point; end: Point };
	children?: SourceNode[];
	value?: string;
	url?: string;
	title?: string | null;
	name?: string | null;
	depth?: number;
	ordered?: boolean | null;
	start?: number | null;
	spread?: boolean | null;
	checked?: boolean | null;
	align?: Alignment[];
	attributes?: SourceAttribute[];
	data?: { estree?: { body: unknown[] } | null };
}
export interface SourceAttribute {
	type: string;
	name?: string;
	value?: unknown;
	position?: { start: Point };
}
interface Point {
	line: number;
	column: number;
	offset?: number;
}

/** What a node stands in. */
export interface Surroundings {
	depth: number;
	/** Names of the components around it, outermost first. */
	components: readonly string[];
	inHeading: boolean;
	inLink: boolean;
	inItem: boolean;
	inQuote: boolean;
	/** Brackets open in the paragraph so far. */
	brackets: { count: number };
}

/** The work on one body. */
export interface Walk {
	body: Body;
	context: ParseContext;
	/** The lines of the body. */
	lines: readonly string[];
	/** How far the source was read: where the last node with a place begins or ends. */
	cursor: number;
	issues: Issue[];
	references: Reference[];
	placeholders: PlaceholderUse[];
	bracketed: BracketedWords[];
	conditions: Condition[];
	/** Ids of headings so far, and the headings above the present place. */
	ids: Set<string>;
	outline: { depth: number; id: string }[];
	/** How many of each component so far. */
	counts: Map<string, number>;
	place(node: { position?: { start: Point } | undefined }): Place;
	report(at: Place, rule: string, message: string, fix: string, severity?: Issue['severity']): void;
	blocks(nodes: readonly SourceNode[], around: Surroundings): MarkupNode[];
	words(nodes: readonly SourceNode[], around: Surroundings): MarkupNode[];
}

/** One level further in; undefined when that is too deep, which is reported. */
export function deeper(node: SourceNode, around: Surroundings, walk: Walk): Surroundings | undefined {
	if (around.depth < MAX_DEPTH) return { ...around, depth: around.depth + 1 };
	walk.report(
		walk.place(node),
		'too-deep',
		`Unexpected text inside more than ${MAX_DEPTH} others, expected a few levels at most`,
		'Take it out of the inner lists, quotes or emphasis.',
	);
	return undefined;
}

/** Report characters that were refused in the file but came in as `&#…;`. */
export function checkCharacters(value: string, at: Place, walk: Walk): void {
	for (const { rule, message, fix } of forbiddenCharacters(value)) walk.report(at, rule, message, fix);
}

export function sourceOf({ position }: SourceNode, { body }: Walk): string {
	const [start, end] = [position?.start.offset, position?.end.offset];
	return start === undefined || end === undefined ? '' : body.source.slice(start, end);
}

/**
 * Give a node its place where the parser left none, as it does around bare addresses: the words are looked for
 * behind what was read before.
 */
export function findPosition(node: SourceNode, walk: Walk): void {
	const leaf = node.children === undefined || node.children.length === 0;
	if (!node.position) {
		const words = sourceWords(node);
		const [firstLine = ''] = words.split('\n');
		const found = walk.body.source.indexOf(firstLine, walk.cursor);
		const offset = found === -1 ? walk.cursor : found;
		const end = Math.min(walk.body.source.length, offset + (found === -1 ? 0 : words.length));
		node.position = {
			start: { ...placeAt(walk.body.source, offset), offset },
			end: { ...placeAt(walk.body.source, end), offset: end },
		};
	}
	walk.cursor = (leaf ? node.position.end.offset : node.position.start.offset) ?? walk.cursor;
}

export function sourceWords({ value, children = [] }: SourceNode): string {
	return value ?? children.map(sourceWords).join('');
}
