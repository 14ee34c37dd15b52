/**
 * The tree of a body: our own, small and plain, so that it can be cached, posted between threads and read by
 * every module without knowing the parser that made it.
 */
import type { Place } from '../model/issue.ts';

/** Where a stretch of a text begins in the file: index into `value`, line, column. */
export type TextMark = readonly [index: number, line: number, column: number];

export interface TextNode {
	kind: 'text';
	value: string;
	at: Place;
	/** Present where the text is not the source letter by letter, as after `&lt;` or on a second line of a list. */
	marks?: TextMark[];
}
export interface CodeNode {
	kind: 'code';
	value: string;
	at: Place;
}
/** A gap in a letter: `((victim name))`. */
export interface PlaceholderNode {
	kind: 'placeholder';
	name: string;
	at: Place;
}
export interface BreakNode {
	/** `break` ends a line within a paragraph; `rule` is a line across the page. */
	kind: 'break' | 'rule';
	at: Place;
}
export interface ContainerNode {
	kind: 'paragraph' | 'strong' | 'emphasis' | 'quote' | 'item' | 'row';
	at: Place;
	children: MarkupNode[];
}
export interface HeadingNode {
	kind: 'heading';
	depth: 2 | 3 | 4;
	/** The fragment of its address, made of its words. */
	id: string;
	at: Place;
	children: MarkupNode[];
}
export interface LinkNode {
	kind: 'link';
	href: string;
	at: Place;
	children: MarkupNode[];
}
export interface ListNode {
	kind: 'list';
	ordered: boolean;
	/** The first number of an ordered list. */
	start: number;
	/** Whether its items are single lines rather than paragraphs. */
	tight: boolean;
	at: Place;
	children: MarkupNode[];
}
export type Alignment = 'left' | 'right' | 'center' | null;
export interface TableNode {
	kind: 'table';
	align: Alignment[];
	at: Place;
	/** Rows; the first is the head. */
	children: MarkupNode[];
}
export interface CellNode {
	kind: 'cell';
	at: Place;
	children: MarkupNode[];
}
export interface ComponentNode {
	kind: 'component';
	name: string;
	props: Record<string, string>;
	/** Whether it stands on lines of its own rather than in a sentence. */
	block: boolean;
	at: Place;
	children: MarkupNode[];
}

export type ParentNode =
	| ContainerNode
	| HeadingNode
	| LinkNode
	| ListNode
	| TableNode
	| CellNode
	| ComponentNode;
export type MarkupNode = TextNode | CodeNode | PlaceholderNode | BreakNode | ParentNode;

export function childrenOf(node: MarkupNode): readonly MarkupNode[] {
	return 'children' in node ? node.children : [];
}

/** Every node, parents before children, in reading order. `ancestors` runs from the outermost in. */
export function visit(
	nodes: readonly MarkupNode[],
	visitor: (node: MarkupNode, ancestors: readonly ParentNode[]) => void,
	ancestors: readonly ParentNode[] = [],
): void {
	for (const node of nodes) {
		visitor(node, ancestors);
		if ('children' in node) visit(node.children, visitor, [...ancestors, node]);
	}
}

/** The words as they stand in the source: components count for the words between their tags, gaps for their name. */
export function wordsOf(nodes: readonly MarkupNode[]): string {
	return nodes
		.map((node) => {
			if (node.kind === 'text' || node.kind === 'code') return node.value;
			if (node.kind === 'placeholder') return node.name;
			if (node.kind === 'break') return ' ';
			const inner = wordsOf(childrenOf(node));
			return isInline(node) ? inner : `${inner}\n`;
		})
		.join('');
}

function isInline(node: MarkupNode): boolean {
	return (
		node.kind === 'strong' ||
		node.kind === 'emphasis' ||
		node.kind === 'link' ||
		(node.kind === 'component' && !node.block)
	);
}

/** Where a position in a text stands in the file. */
export function placeInText(node: TextNode, index: number): Place {
	const marks = node.marks ?? [];
	// The last mark at or before the index.
	let [low, high] = [-1, marks.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((marks[middle]?.[0] ?? 0) <= index) low = middle;
		else high = middle - 1;
	}
	const [from, line, column] = marks[low] ?? [0, node.at.line, node.at.column];
	return { line, column: column + index - from };
}
