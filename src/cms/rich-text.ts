/**
 * What may be edited in the rich editor, and what of its writing is taken.
 *
 * The rich editor reads a text and writes all of it anew. So a text is opened there only when that writing would say
 * the same; and of what it writes, the parts that still say the same give way to the author’s own letters.
 */
import { diffArrays } from 'diff';
import { shapeOf } from '../markup/index.ts';
import { partsOf } from './isolate.ts';
import { closeNamed, openNamed } from './named-parts.ts';
import { makeSafe, readable } from './safe-text.ts';

/** A node of the rich editor’s tree, as far as we look at it. */
export interface RichNode {
	type?: string;
	text?: string;
	children?: RichNode[];
	/** Of a sealed part: its source. */
	source?: string;
	[mark: string]: unknown;
}

/** The type of a node that holds a component, a note or broken text: the rich editor shows it and leaves it alone. */
export const SEALED = 'sealed';

/** The rich editor’s reading and writing of Markdown. */
export interface Serialiser {
	toSlate(markdown: string): RichNode[];
	fromSlate(nodes: readonly RichNode[]): string;
}

/** A text as the rich editor holds it. */
export function openRich(text: string, serialiser: Serialiser): RichNode[] {
	return runs(text).flatMap(({ sealed, source }) =>
		sealed ? [sealedNode(source)] : openRun(source, serialiser),
	);
}

export function sealedNode(source: string): RichNode {
	return { type: SEALED, source, children: [{ text: '' }] };
}

/** What the rich editor holds as a text, with the letters of `before` wherever it says the same. */
export function closeRich(nodes: readonly RichNode[], before: string, serialiser: Serialiser): string {
	const texts: string[] = [];
	let open: RichNode[] = [];
	const close = () => {
		if (open.length > 0) texts.push(closeRun(open, serialiser));
		open = [];
	};
	for (const node of nodes) {
		if (node.type === SEALED) {
			close();
			texts.push(node.source ?? '');
		} else open.push(node);
	}
	close();
	return keepLetters(before, texts.filter((text) => text.trim() !== '').join('\n\n'));
}

function openRun(text: string, serialiser: Serialiser): RichNode[] {
	const nodes = withStarts(serialiser.toSlate(readable(text)), (start) =>
		start.replace(/^(\d{1,9})&#(46|41);/, (_, number, code) => number + String.fromCharCode(Number(code))),
	);
	return openNamed(nodes);
}

function closeRun(nodes: readonly RichNode[], serialiser: Serialiser): string {
	const plain = withStarts(closeNamed(nodes), (start) =>
		start
			.trimStart()
			.replace(/^(\d{1,9})([.)])(?=\s|$)/, (_, number, sign) => `${number}&#${sign.charCodeAt(0)};`),
	);
	return makeSafe(serialiser.fromSlate(plain));
}

/** Change how each paragraph begins: the rich editor writes “2026. A year” so that it is read as a list. */
function withStarts(nodes: readonly RichNode[], change: (start: string) => string): RichNode[] {
	return nodes.map((node) => {
		const [first, ...rest] = node.children ?? [];
		if (node.type === 'paragraph' && first?.text !== undefined && first.code !== true)
			return { ...node, children: [{ ...first, text: change(first.text) }, ...rest] };
		return node.children ? { ...node, children: withStarts(node.children, change) } : node;
	});
}

/** Whether the rich editor can open this text and lose nothing. */
export function mayBeRich(text: string, serialiser: Serialiser): boolean {
	return runs(text).every(({ sealed, source }) => {
		if (sealed) return true;
		try {
			return shapeOf(closeRun(openRun(source, serialiser), serialiser)) === shapeOf(source);
		} catch {
			return false;
		}
	});
}

/** `after`, with the letters of `before` for each paragraph, list, table or component that says the same in both. */
export function keepLetters(before: string, after: string): string {
	const old = slices(before);
	const fresh = slices(after);
	const [first, last] = [old[0], old.at(-1)];
	if (!first || !last || fresh.length === 0) return after;
	const kept: { text: string; gap: string; index?: number }[] = [];
	let [at, freshAt] = [0, 0];
	for (const { added, removed, count = 0 } of diffArrays(
		old.map(({ shape }) => shape),
		fresh.map(({ shape }) => shape),
	)) {
		if (added) kept.push(...fresh.slice(freshAt, freshAt + count));
		else if (!removed)
			kept.push(...old.slice(at, at + count).map((slice, step) => ({ ...slice, index: at + step })));
		if (!added) at += count;
		if (!removed) freshAt += count;
	}
	const written = kept.map(({ text, gap, index }, place) => {
		const next = kept[place + 1];
		if (!next) return text;
		return text + (index !== undefined && next.index === index + 1 ? gap : '\n\n');
	});
	return before.slice(0, first.from) + written.join('') + before.slice(last.to);
}

/** The parts of a text, those of prose that follow each other as one. */
function runs(text: string): { sealed: boolean; source: string }[] {
	const found: { sealed: boolean; from: number; to: number }[] = [];
	for (const { kind, from, to } of partsOf(text)) {
		const last = found.at(-1);
		if (kind === 'prose' && last?.sealed === false) last.to = to;
		else found.push({ sealed: kind !== 'prose', from, to });
	}
	return found.map(({ sealed, from, to }) => ({ sealed, source: text.slice(from, to) }));
}

function slices(text: string) {
	return partsOf(text).map(({ from, to }, index, parts) => {
		const slice = text.slice(from, to);
		return {
			from,
			to,
			text: slice,
			gap: text.slice(to, parts[index + 1]?.from ?? to),
			shape: shapeOf(slice) ?? slice,
		};
	});
}
