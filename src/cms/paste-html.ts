/** Reading pasted HTML: a page of Word, a mail of Outlook, a web page; as blocks of runs, with what was left out. */
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { attribute, descendants, type Element, type Node, textOf } from './html-tree.ts';
import { addressOf, BREAK, type Run, wordsOf } from './paste-words.ts';

export type PastedBlock =
	| { kind: 'paragraph'; runs: Run[]; quoted: number }
	| { kind: 'heading'; depth: number; runs: Run[] }
	| {
			kind: 'item';
			level: number;
			ordered: boolean;
			runs: Run[] /** Goes on with the item before. */;
			more?: boolean;
	  }
	| { kind: 'table'; rows: Run[][][] }
	| { kind: 'rule' };

/** Kinds of things that a page of ours has not. */
export type LeftOut =
	| 'image'
	| 'crossed-out'
	| 'note'
	| 'comment'
	| 'link'
	| 'control'
	| 'merged'
	| 'inner table';

interface State {
	blocks: PastedBlock[];
	leftOut: Map<LeftOut, number>;
	runs: Run[];
	/** What the paragraph that is being read will be. */
	next: (runs: Run[]) => PastedBlock;
}

interface Around extends Omit<Run, 'text'> {
	lists: readonly boolean[];
	quoted: number;
	preformatted?: boolean;
}

export function readHtml(html: string): { blocks: PastedBlock[]; leftOut: Map<LeftOut, number> } {
	const state: State = { blocks: [], leftOut: new Map(), runs: [], next: (runs) => paragraph(runs, 0) };
	walk(parseFragment(html).childNodes, { lists: [], quoted: 0 }, state);
	flush(state);
	return state;
}

function paragraph(runs: Run[], quoted: number): PastedBlock {
	return { kind: 'paragraph', runs, quoted };
}

function flush(state: State): void {
	const { runs, next } = state;
	state.runs = [];
	if (wordsOf(runs) === '') return;
	// An empty line made of two breaks parts paragraphs.
	for (const part of cutAtEmptyLines(runs)) if (wordsOf(part) !== '') state.blocks.push(next(part));
}

function cutAtEmptyLines(runs: readonly Run[]): Run[][] {
	const parts: Run[][] = [[]];
	for (const run of runs) {
		const last = parts.at(-1);
		const blank =
			run.text === BREAK &&
			last?.findLast(({ text }) => text.trim() !== '' || text === BREAK)?.text === BREAK;
		if (blank) parts.push([]);
		else last?.push(run);
	}
	return parts;
}

function leaveOut(kind: LeftOut, { leftOut }: State): void {
	leftOut.set(kind, (leftOut.get(kind) ?? 0) + 1);
}

function walk(nodes: readonly Node[], around: Around, state: State): void {
	for (const node of nodes) {
		if (node.nodeName === '#text') words((node as DefaultTreeAdapterMap['textNode']).value, around, state);
		else if ('tagName' in node) element(node, around, state);
	}
}

function words(value: string, { lists: _, quoted: __, preformatted, ...marks }: Around, state: State): void {
	if (!preformatted) state.runs.push({ text: value.replace(/[\r\n]+/g, ' '), ...marks });
	else
		for (const [index, line] of value.split(/\r?\n/).entries())
			state.runs.push(...(index > 0 ? [{ text: BREAK }] : []), { text: line, ...marks });
}

/** Read what is in an element as blocks of one kind. */
function block(node: Element, around: Around, state: State, next: State['next']): void {
	flush(state);
	const before = state.next;
	state.next = next;
	walk(node.childNodes, around, state);
	flush(state);
	state.next = before;
}

function element(node: Element, around: Around, state: State): void {
	const { tagName: name } = node;
	const style = attribute(node, 'style').toLowerCase();
	const kind = attribute(node, 'class').toLowerCase();
	if (skipped.has(name) || /display:\s*none|mso-hide:\s*all|mso-list:\s*ignore/.test(style)) return;
	const unwanted = unwantedIn(name, style, kind);
	if (unwanted) {
		leaveOut(unwanted, state);
		return;
	}
	const here = { ...around, ...marksOf(name, style) };
	const depth = /^h([1-6])$/.exec(name)?.[1] ?? (kind.includes('msotitle') ? '1' : undefined);
	if (depth !== undefined) heading(node, Number(depth), here, state);
	else if (elements[name]) elements[name](node, here, state);
	else if (blocks.has(name)) block(node, here, state, wordItem(node, style, kind) ?? state.next);
	else walk(node.childNodes, here, state);
}

const elements: Record<string, (node: Element, around: Around, state: State) => void> = {
	br: (_node, _around, state) => {
		state.runs.push({ text: BREAK });
	},
	hr: (_node, _around, state) => {
		flush(state);
		state.blocks.push({ kind: 'rule' });
	},
	a: link,
	ul: (node, around, state) => block(node, { ...around, lists: [...around.lists, false] }, state, state.next),
	ol: (node, around, state) => block(node, { ...around, lists: [...around.lists, true] }, state, state.next),
	li: listItem,
	blockquote: (node, around, state) => {
		const quoted = around.quoted + 1;
		block(node, { ...around, quoted }, state, (runs) => paragraph(runs, quoted));
	},
	table,
	pre: (node, around, state) => block(node, { ...around, preformatted: true }, state, state.next),
	dt: (node, around, state) => block(node, { ...around, bold: true }, state, state.next),
};

function unwantedIn(name: string, style: string, kind: string): LeftOut | undefined {
	if (name === 'img' || name === 'v:imagedata') return 'image';
	if (name === 's' || name === 'strike' || name === 'del' || /line-through/.test(style)) return 'crossed-out';
	if (/mso-element:\s*(?:foot|end)note/.test(style)) return 'note';
	if (/mso-element:\s*comment|mso-comment-reference/.test(style) || kind.includes('msocommentreference'))
		return 'comment';
	return controls.has(name) ? 'control' : undefined;
}

function heading(node: Element, depth: number, around: Around, state: State): void {
	block(node, { ...around, bold: false }, state, (runs) =>
		around.lists.length > 0
			? item(
					around,
					runs.map((run) => ({ ...run, bold: true })),
				)
			: { kind: 'heading', depth, runs },
	);
}

/** A paragraph of Word that is an item of a list: its level is in its style, its mark in its text. */
function wordItem(node: Element, style: string, kind: string): State['next'] | undefined {
	const level = /mso-list:[^;]*\blevel(\d)/.exec(style)?.[1];
	const text = textOf(node).trim();
	const typed = /^[·•o§▪–-]\s+/;
	if (level !== undefined)
		return (runs) => ({
			kind: 'item',
			level: Number(level),
			ordered: /^(?:\d+|[a-z]|[ivxlc]+)[.)]/i.test(text),
			runs,
		});
	if (!kind.includes('msolistparagraph') || !typed.test(text)) return undefined;
	return ([first, ...rest]) => ({
		kind: 'item',
		level: 1,
		ordered: false,
		runs: first ? [{ ...first, text: first.text.trimStart().replace(typed, '') }, ...rest] : [],
	});
}

function listItem(node: Element, around: Around, state: State): void {
	let first = true;
	block(node, around, state, (runs) => {
		const made = item(around, runs, !first);
		first = false;
		return made;
	});
}

function item({ lists }: Around, runs: Run[], more = false): PastedBlock {
	return {
		kind: 'item',
		level: Math.max(1, lists.length),
		ordered: lists.at(-1) ?? false,
		runs,
		...(more && { more }),
	};
}

function link(node: Element, around: Around, state: State): void {
	const written = attribute(node, 'href');
	const mark = /^#_(?:(ftn|edn)|msocom|cmnt)/.exec(written);
	if (mark) {
		leaveOut(mark[1] ? 'note' : 'comment', state);
		return;
	}
	const href = written === '' ? undefined : addressOf(written);
	if (href === undefined && written !== '' && !written.startsWith('#')) leaveOut('link', state);
	walk(node.childNodes, { ...around, ...(href !== undefined && { href }) }, state);
}

function table(node: Element, around: Around, state: State): void {
	flush(state);
	const rows = descendants(node, 'tr', 'table').map((row) =>
		row.childNodes.filter((each): each is Element => 'tagName' in each && /^t[dh]$/.test(each.tagName)),
	);
	const cells = Math.max(0, ...rows.map(({ length }) => length));
	// Mails use tables of one column to place text on the page.
	if (cells <= 1) {
		for (const cell of rows.flat()) block(cell, around, state, state.next);
		return;
	}
	const spans = rows
		.flat()
		.some(
			(cell) => Number(attribute(cell, 'colspan') || 1) > 1 || Number(attribute(cell, 'rowspan') || 1) > 1,
		);
	if (spans) leaveOut('merged', state);
	state.blocks.push({ kind: 'table', rows: rows.map((row) => row.flatMap((cell) => cellRuns(cell, state))) });
}

/** The words of a cell on one line; a cell over several columns is followed by empty ones. */
function cellRuns(cell: Element, state: State): Run[][] {
	const inner = readNodes(cell.childNodes, state);
	const runs = inner.flatMap((each, index): Run[] => {
		if (each.kind === 'rule') return [];
		if (each.kind === 'table') {
			leaveOut('inner table', state);
			return each.rows.flat().flatMap((words) => [...words, { text: ' ' }]);
		}
		return [...(index > 0 ? [{ text: each.kind === 'item' ? '; ' : ' ' }] : []), ...each.runs];
	});
	const empty = Math.min(20, Number(attribute(cell, 'colspan') || 1) - 1);
	return [runs, ...Array.from({ length: Math.max(0, empty) }, () => [])];
}

function readNodes(nodes: readonly Node[], { leftOut }: State): PastedBlock[] {
	const inner: State = { blocks: [], leftOut, runs: [], next: (runs) => paragraph(runs, 0) };
	walk(nodes, { lists: [], quoted: 0 }, inner);
	flush(inner);
	return inner.blocks;
}

function marksOf(name: string, style: string): Partial<Run> {
	const weight = /font-weight:\s*(\w+)/.exec(style)?.[1];
	const bold = weight
		? /^(?:bold|bolder|[6-9]00)$/.test(weight)
		: name === 'b' || name === 'strong' || name === 'th' || undefined;
	const italic = /font-style:\s*(\w+)/.exec(style)?.[1];
	return {
		...(bold !== undefined && bold !== false
			? { bold: true }
			: weight && name !== 'span'
				? { bold: false }
				: {}),
		...(italic === 'italic' || ((name === 'i' || name === 'em') && italic !== 'normal')
			? { italic: true }
			: {}),
		...(name === 'code' ? { code: true } : {}),
	};
}

const blocks = new Set(
	'address article aside body caption center dd div dl fieldset figcaption figure footer form header html main nav p section summary details tbody thead tfoot tr td th'.split(
		' ',
	),
);
const skipped = new Set('head link meta noscript script style template title xml'.split(' '));
const controls = new Set(
	'audio button canvas embed iframe input math object select svg textarea video'.split(' '),
);
