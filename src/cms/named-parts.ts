/**
 * What a sentence names – a time limit, a service, a right, a word of the glossary – as one part of the rich editor’s
 * tree, to be read as its words and removed as a whole. In the file it is a tag.
 */
import { componentDocs } from '../markup/index.ts';
import type { ReferenceTarget } from '../model/field.ts';
import type { RichNode } from './rich-text.ts';

/** Components that stand in a sentence, by what they name; what they are called when somebody looks for one. */
export const namingComponents: { component: string; key: string; target: ReferenceTarget; name: string }[] = [
	{ component: 'Timescale', key: 'id', target: 'timescale', name: 'Time limits' },
	{ component: 'Organisation', key: 'id', target: 'organisation', name: 'Services and their numbers' },
	{ component: 'Link', key: 'to', target: 'document', name: 'Links to our documents' },
	{ component: 'Term', key: 'id', target: 'term', name: 'Words of the glossary' },
	{ component: 'Right', key: 'id', target: 'right', name: 'Rights' },
];

/** The type of a node that names something. With `close` it goes around words of the author’s. */
export const NAMED = 'named';

export interface NamedNode extends RichNode {
	type: typeof NAMED;
	open: string;
	close?: string;
	/** Whether it is bold or italic, where it has no words of its own that could be. */
	marks?: Record<string, unknown>;
}

const components = namingComponents.map(({ component }) => component).join('|');
const TAG = new RegExp(
	`(<(${components})(?:\\s+[\\w-]+="[^"<>]*")+\\s*)(?:/>|>([^<>]*\\S[^<>]*)</\\2>)`,
	'g',
);

/** The tag of something named, around words where there are some and it can have them. */
export function namingTag({ component, key }: { component: string; key: string }, value: string, words = '') {
	const open = `<${component} ${key}="${value}"`;
	const goesAround = componentDocs.find(({ name }) => name === component)?.content === 'words or nothing';
	return goesAround && words.trim() !== '' ? `${open}>${words}</${component}>` : `${open} />`;
}

/** A tree with each tag of a sentence as a part of its own. */
export function openNamed(nodes: readonly RichNode[]): RichNode[] {
	return nodes.map((node) =>
		node.children && node.type !== 'link'
			? { ...node, children: openNamed(node.children.flatMap(parted)) }
			: node,
	);
}

function parted(leaf: RichNode): RichNode[] {
	const { text, ...marks } = leaf;
	if (text === undefined || marks.code === true) return [leaf];
	const parts: RichNode[] = [];
	let at = 0;
	for (const { 0: tag, 1: start = '', 2: name, 3: words, index } of text.matchAll(TAG)) {
		// The cursor needs a place on either side of it.
		parts.push({ ...marks, text: text.slice(at, index) });
		parts.push(
			words === undefined
				? { type: NAMED, open: tag, marks, children: [{ text: '' }] }
				: { type: NAMED, open: `${start}>`, close: `</${name}>`, children: [{ ...marks, text: words }] },
		);
		at = index + tag.length;
	}
	return [...parts, { ...marks, text: text.slice(at) }];
}

/** The opposite of `openNamed`. */
export function closeNamed(nodes: readonly RichNode[]): RichNode[] {
	return nodes.map((node) => {
		if (!node.children) return node;
		const children = closeNamed(node.children);
		return { ...node, children: children.some(isNamed) ? joined(children.flatMap(asWords)) : children };
	});
}

export function isNamed(node: unknown): node is NamedNode {
	return (node as RichNode).type === NAMED;
}

function asWords(node: RichNode): RichNode[] {
	if (!isNamed(node)) return [node];
	const { open, close, marks, children = [] } = node;
	if (close === undefined) return [{ ...marks, text: open }];
	const [first, last] = [children[0], children.at(-1)];
	// Whoever takes its words away takes it away.
	if (children.every(({ text }) => text?.trim() === '')) return children;
	return [{ ...marksOf(first), text: open }, ...children, { ...marksOf(last), text: close }];
}

function marksOf({ text: _, type, children, ...marks }: RichNode = {}): Record<string, unknown> {
	return type === undefined && children === undefined ? marks : {};
}

/** Leaves that follow each other with the same marks as one, as they were before they were parted. */
function joined(nodes: readonly RichNode[]): RichNode[] {
	const whole: RichNode[] = [];
	for (const node of nodes) {
		const last = whole.at(-1);
		if (node.text === '' && nodes.length > 1) continue;
		if (last?.text !== undefined && node.text !== undefined && sameMarks(last, node))
			whole[whole.length - 1] = { ...last, text: last.text + node.text };
		else whole.push(node);
	}
	return whole.length > 0 ? whole : [{ text: '' }];
}

function sameMarks(a: RichNode, b: RichNode): boolean {
	const [one, other] = [marksOf(a), marksOf(b)];
	return [...Object.keys(one), ...Object.keys(other)].every((mark) => one[mark] === other[mark]);
}
