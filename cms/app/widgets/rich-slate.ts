/** The rich editor’s engine: Decap’s, with sealed parts that cannot be typed into, and pasting that keeps the words. */
import withBlocks from 'decap-cms-widget-markdown/dist/esm/MarkdownControl/plugins/blocks/withBlocks.js';
import withInlines from 'decap-cms-widget-markdown/dist/esm/MarkdownControl/plugins/inlines/withInlines.js';
import withLists from 'decap-cms-widget-markdown/dist/esm/MarkdownControl/plugins/lists/withLists.js';
import withShortcodes from 'decap-cms-widget-markdown/dist/esm/MarkdownControl/plugins/shortcodes/withShortcodes.js';
import {
	type BaseEditor,
	createEditor,
	type Descendant,
	Editor,
	Element,
	type Location,
	Node,
	Path,
	Range,
	Transforms,
} from 'slate';
import { type HistoryEditor, withHistory } from 'slate-history';
import { ReactEditor, withReact } from 'slate-react';
import {
	isNamed,
	NAMED,
	type NamedNode,
	openNamed,
	openRich,
	type RichNode,
	SEALED,
} from '../../../src/cms/index.ts';
import { slateText } from './slate-text.ts';

export type RichSlate = BaseEditor &
	ReactEditor &
	HistoryEditor & {
		keyDownHandlers?: ((event: unknown, editor: Editor) => unknown)[];
		toggleBlock(type: string): void;
		toggleList(type: string): void;
	};

const EMPTY: RichNode = { type: 'paragraph', children: [{ text: '' }] };

export function createRichSlate(): RichSlate {
	const editor = withReact(withHistory(withShortcodes(withBlocks(withLists(withInlines(createEditor()))))));
	const { isVoid, isInline } = editor;
	editor.isVoid = (element) =>
		typeOf(element) === SEALED ||
		(isNamed(element) && (element as NamedNode).close === undefined) ||
		isVoid(element);
	editor.isInline = (element) => isNamed(element) || isInline(element);
	return editor as unknown as RichSlate;
}

/** A text as the editor begins with it; there is always a line to type into at its end. */
export function startingValue(text: string): Descendant[] {
	const nodes = openRich(text, slateText);
	const last = nodes.at(-1);
	return (last && last.type !== SEALED && last.type !== 'table' ? nodes : [...nodes, EMPTY]) as Descendant[];
}

export function typeOf(node: unknown): string | undefined {
	return (node as RichNode).type;
}

/** The nearest node around the cursor of one of these types. */
export function around(editor: Editor, ...types: string[]): [RichNode, Path] | undefined {
	if (!editor.selection) return undefined;
	const found = Editor.above(editor, {
		match: (node) => Element.isElement(node) && types.includes(typeOf(node) ?? ''),
		mode: 'lowest',
	});
	return found as [RichNode, Path] | undefined;
}

export function hasMark(editor: Editor, mark: string): boolean {
	return (Editor.marks(editor) as Record<string, unknown> | null)?.[mark] === true;
}

export function toggleMark(editor: Editor, mark: string): void {
	if (hasMark(editor, mark)) Editor.removeMark(editor, mark);
	else Editor.addMark(editor, mark, true);
}

/** The words that are selected; none where something named is among them, which nothing can go around. */
export function selectedWords(editor: Editor): string {
	return editor.selection && Range.isExpanded(editor.selection) && !holdsNamed(editor, editor.selection)
		? Editor.string(editor, editor.selection)
		: '';
}

function holdsNamed(editor: Editor, at: Location): boolean {
	return !Editor.nodes(editor, { at, match: isNamed }).next().done;
}

/** Put words at the cursor, or at the end when there was none. */
export function insertWords(editor: Editor, words: string): void {
	placeCursor(editor);
	const marks = Editor.marks(editor) ?? {};
	const [line] = openNamed([{ type: 'paragraph', children: [{ ...marks, text: words }] }]);
	const parts = line?.children ?? [];
	if (!parts.some(isNamed)) {
		Editor.insertText(editor, words);
		return;
	}
	if (editor.selection && Range.isExpanded(editor.selection)) {
		if (holdsNamed(editor, editor.selection)) Transforms.collapse(editor, { edge: 'end' });
		else Transforms.delete(editor);
	}
	Transforms.insertNodes(editor, parts as Descendant[], { select: true });
	const named = around(editor, NAMED);
	if (named) Transforms.select(editor, Editor.start(editor, Path.next(named[1])));
}

/** Put a text at the cursor: words into the sentence, paragraphs between the paragraphs. */
export function insertMarkdown(editor: Editor, markdown: string): void {
	const nodes = openRich(markdown, slateText) as Descendant[];
	const [only] = nodes;
	if (!only) return;
	placeCursor(editor);
	if (editor.selection && Range.isExpanded(editor.selection)) Transforms.delete(editor);
	if (nodes.length === 1 && typeOf(only) === 'paragraph') {
		Transforms.insertNodes(editor, (only as { children: Descendant[] }).children, { select: true });
		return;
	}
	insertBlocks(editor, nodes, true);
}

/**
 * Put blocks between those that are there: below the one of the cursor, in place of it when it is empty. `parting`:
 * the paragraph of the cursor is parted there.
 */
export function insertBlocks(editor: Editor, nodes: Descendant[], parting = false): void {
	placeCursor(editor);
	const top = editor.selection?.anchor.path[0] ?? 0;
	const block = editor.children[top];
	let place = top + 1;
	if (block && isBlank(block)) {
		Transforms.removeNodes(editor, { at: [top] });
		place = top;
	} else if (parting && block && typeOf(block) === 'paragraph') {
		Transforms.splitNodes(editor, { always: true, match: (_, path) => path.length === 1 });
		for (const at of [top + 1, top]) {
			const half = editor.children[at];
			if (half && isBlank(half)) {
				Transforms.removeNodes(editor, { at: [at] });
				if (at === top) place = top;
			}
		}
	}
	Transforms.insertNodes(editor, nodes, { at: [place] });
	if (place + nodes.length === editor.children.length && typeOf(nodes.at(-1)) !== 'paragraph')
		Transforms.insertNodes(editor, EMPTY as Descendant, { at: [editor.children.length] });
	Transforms.select(editor, Editor.end(editor, [place + nodes.length - 1]));
}

/** A paragraph that holds nothing, neither words nor something named. */
function isBlank(node: Descendant): boolean {
	return (
		typeOf(node) === 'paragraph' &&
		Node.string(node) === '' &&
		[...Node.descendants(node)].every(([each]) => !isNamed(each))
	);
}

/** The cursor as it is on the screen: the editor follows it a little later. */
export function takeSelection(editor: RichSlate): void {
	const selection = window.getSelection();
	const range =
		selection &&
		ReactEditor.hasSelectableTarget(editor, selection.anchorNode) &&
		ReactEditor.toSlateRange(editor, selection, { exactMatch: false, suppressThrow: true });
	if (range) Transforms.select(editor, range);
}

function placeCursor(editor: Editor): void {
	if (!editor.selection) Transforms.select(editor, Editor.end(editor, []));
}

/** Make a link of the selected words, or of `words`; change the one around the cursor; without an address take it away. */
export function setLink(editor: Editor, url: string, words: string): void {
	placeCursor(editor);
	const link = around(editor, 'link');
	if (link) {
		const [, at] = link;
		if (url === '') Transforms.unwrapNodes(editor, { at });
		else Transforms.setNodes(editor, { data: { url } } as object, { at });
		return;
	}
	if (url === '') return;
	const node = (children: Descendant[]) =>
		({ type: 'link', data: { url }, children }) as unknown as Descendant & Element;
	if (editor.selection && Range.isExpanded(editor.selection)) {
		Transforms.wrapNodes(editor, node([]), { split: true });
		Transforms.collapse(editor, { edge: 'end' });
	} else Transforms.insertNodes(editor, node([{ text: words || url }]));
}

/** Change the table around the cursor. Its first row is the head. */
export function changeTable(
	editor: Editor,
	change: 'add row' | 'remove row' | 'add column' | 'remove column',
): void {
	const cell = around(editor, 'table-cell');
	const table = around(editor, 'table');
	if (!cell || !table) return;
	const [, at] = table;
	const [row = 0, column = 0] = cell[1].slice(-2);
	const rows = table[0].children ?? [];
	const emptyCell = () => ({ type: 'table-cell', children: [{ text: '' }] }) as unknown as Descendant;
	Editor.withoutNormalizing(editor, () => {
		if (change === 'add row') {
			const cells = (rows[row]?.children ?? []).map(emptyCell);
			Transforms.insertNodes(editor, { type: 'table-row', children: cells } as unknown as Descendant, {
				at: [...at, row + 1],
			});
		} else if (change === 'remove row') {
			Transforms.removeNodes(editor, { at: rows.length > 1 ? [...at, row] : at });
		} else {
			const last = (rows[0]?.children?.length ?? 0) <= 1;
			if (change === 'remove column' && last) Transforms.removeNodes(editor, { at });
			else
				for (const index of rows.keys())
					if (change === 'add column')
						Transforms.insertNodes(editor, emptyCell(), { at: [...at, index, column + 1] });
					else Transforms.removeNodes(editor, { at: [...at, index, column] });
		}
	});
}

/** To the next cell, or the one before. */
export function nextCell(editor: Editor, back: boolean): boolean {
	const cell = around(editor, 'table-cell');
	const table = around(editor, 'table');
	if (!cell || !table) return false;
	const cells = [...Editor.nodes(editor, { at: table[1], match: (node) => typeOf(node) === 'table-cell' })];
	const at = cells.findIndex(([, path]) => Path.equals(path, cell[1]));
	const next = cells[at + (back ? -1 : 1)];
	if (next) Transforms.select(editor, Editor.end(editor, next[1] as Location));
	return next !== undefined;
}

export const emptyTable = (): Descendant[] => {
	const cell = () => ({ type: 'table-cell', children: [{ text: '' }] });
	const row = () => ({ type: 'table-row', children: [cell(), cell()] });
	return [
		{ type: 'table', data: { align: [null, null] }, children: [row(), row()] } as unknown as Descendant,
	];
};
