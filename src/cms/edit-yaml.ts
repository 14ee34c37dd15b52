/**
 * Changing keys in a text of YAML without touching anything else: comments, quotes, order and empty lines stay.
 *
 * The text is never printed anew. The places of what has changed are looked up, and their letters replaced.
 */
import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { alignItems } from './align-items.ts';
import { isGroup, isSame } from './normal-value.ts';
import { type PrintStyle, printBlock, printValue } from './print-yaml.ts';
import {
	columnOf,
	endOf,
	endOfPair,
	endsLine,
	type ItemPlace,
	keyOf,
	lineStart,
	linesOfPair,
	nextLine,
	type Pair,
	placeOfItem,
	startOf,
} from './yaml-place.ts';

interface Edit {
	from: number;
	to: number;
	text: string;
}

/** Undefined: this layout cannot be edited in place, and what holds it is written anew. */
type Edits = Edit[] | undefined;

interface Sheet {
	text: string;
	style: PrintStyle;
}

const language = { schema: 'core', version: '1.2', uniqueKeys: false, logLevel: 'silent' } as const;

/** Make `text`, which says `before`, say `after`. */
export function editYaml(text: string, before: object, after: object, style: PrintStyle = {}): string {
	if (isSame(before, after)) return text;
	const { contents } = parseDocument(text, language);
	const edits = isMap(contents) ? editGroup({ text, style }, contents, before, after) : undefined;
	const edited = edits && apply(text, edits);
	// A layout that nobody foresaw is printed anew rather than made to say something else.
	return edited !== undefined && says(edited, after) ? edited : printBlock(after, 0, style);
}

function says(text: string, value: object): boolean {
	const document = parseDocument(text, language);
	return document.errors.length === 0 && isSame(document.toJS(), value);
}

/** Edits at one place are made in the order in which they were found. */
function apply(text: string, edits: readonly Edit[]): string {
	let [done, at] = ['', 0];
	for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
		done += text.slice(at, edit.from) + edit.text;
		at = edit.to;
	}
	return done + text.slice(at);
}

function editGroup(sheet: Sheet, map: YAMLMap, before: object, after: object): Edits {
	const { text, style } = sheet;
	const pairs = map.items as Pair[];
	const [first] = pairs;
	if (map.flow || !first) return undefined;
	const indent = columnOf(text, startOf(first.key));
	const edits: Edit[] = [];
	const kept = pairs.find((each) => keyOf(each) in after);
	for (const pair of pairs.filter((each) => !(keyOf(each) in after))) {
		const lines = linesOfPair(text, pair);
		if (lines) edits.push({ ...lines, text: '' });
		// Behind the dash of an item of a list the next key takes its place.
		else if (kept) edits.push({ from: startOf(pair.key), to: startOf(kept.key), text: '' });
		else return undefined;
	}
	let previous: Pair | undefined;
	let begin = '';
	for (const [key, value] of Object.entries(after)) {
		const pair = pairs.find((each) => keyOf(each) === key);
		if (pair) {
			const found = editPair(sheet, pair, (before as Record<string, unknown>)[key], value);
			if (!found) return undefined;
			edits.push(...found);
			previous = pair;
		} else {
			const lines = printBlock({ [key]: value }, indent, style);
			if (previous) edits.push(newLines(text, nextLine(text, endOfPair(text, previous)), lines));
			else begin += lines;
		}
	}
	if (begin !== '') {
		const [start, own] = [startOf(first.key), lineStart(text, startOf(first.key))];
		const behindDash = begin.trimStart() + ' '.repeat(indent);
		edits.push({ from: own ?? start, to: own ?? start, text: own === undefined ? behindDash : begin });
	}
	return edits;
}

function editPair(sheet: Sheet, pair: Pair, before: unknown, after: unknown): Edits {
	if (isSame(before, after)) return [];
	const { value: node } = pair;
	const inside =
		isMap(node) && isGroup(before) && isGroup(after)
			? editGroup(sheet, node, before, after)
			: isSeq(node) && Array.isArray(before) && Array.isArray(after) && after.length > 0
				? editList(sheet, node, before, after)
				: undefined;
	if (inside) return inside;
	if (isScalar(node) && isOneValue(after)) return [editScalar(sheet, node, startOf(pair.key), after)];
	return [replaceValue(sheet, pair, after)];
}

/** The whole value is written anew; a comment behind its last letter comes behind the key. */
function replaceValue({ text, style }: Sheet, pair: Pair, value: unknown): Edit {
	const [from, end] = [startOf(pair.key), endOfPair(text, pair)];
	const behind = text.slice(end, nextLine(text, end)).trimEnd();
	const [first, ...rest] = printBlock({ [keyOf(pair)]: value }, columnOf(text, from), style)
		.trim()
		.split('\n');
	return { from, to: end + behind.length, text: [first + behind, ...rest].join('\n') };
}

/** The letters of one value are replaced; a comment behind it stays. */
function editScalar({ text, style }: Sheet, node: Node, start: number, value: unknown): Edit {
	const [from, to] = [startOf(node), endOf(text, node)];
	// Paragraphs on lines of their own leave no place for it.
	const onOneLine = typeof value === 'string' && value.includes('\n') && !endsLine(text, to);
	const written = printValue(value, columnOf(text, start), onOneLine ? { quoted: true } : style);
	return { from, to, text: text[from - 1] === ':' ? ` ${written}` : written };
}

/** Items that stay keep their lines, wherever others come or go. */
function editList(sheet: Sheet, seq: YAMLSeq, before: readonly unknown[], after: readonly unknown[]): Edits {
	const { text, style } = sheet;
	const places = (seq.items as (Node | null)[]).flatMap((node) => placeOfItem(text, node) ?? []);
	const [first] = places;
	if (seq.flow || !first || places.length !== before.length) return undefined;
	const indent = columnOf(text, first.dash);
	const steps = alignItems(before, after);
	const edits: Edit[] = [];
	let at = first.from;
	for (const step of steps) {
		if (step.kind === 'new') {
			// An item that has only moved takes its lines with it.
			const from = steps.find((each) => each.kind === 'gone' && isSame(before[each.index], step.value));
			const moved = from?.kind === 'gone' ? places[from.index] : undefined;
			const lines = moved ? text.slice(moved.from, moved.to) : printBlock([step.value], indent, style);
			edits.push(newLines(text, at, lines.replace(/\n?$/, '\n')));
			continue;
		}
		const place = places[step.index];
		if (!place) return undefined;
		if (step.kind === 'gone') edits.push({ from: place.from, to: place.to, text: '' });
		if (step.kind === 'changed') edits.push(...editItem(sheet, place, before[step.index], step.value));
		at = place.to;
	}
	return edits;
}

function editItem(
	sheet: Sheet,
	{ node, dash, from, to }: ItemPlace,
	before: unknown,
	after: unknown,
): Edit[] {
	const inside = isMap(node) && isGroup(before) && isGroup(after) && editGroup(sheet, node, before, after);
	if (inside) return inside;
	if (isScalar(node) && isOneValue(after)) return [editScalar(sheet, node, dash, after)];
	return [{ from, to, text: printBlock([after], columnOf(sheet.text, dash), sheet.style) }];
}

/** New lines at the beginning of a line, or at the end of a text that ends within one. */
function newLines(text: string, at: number, lines: string): Edit {
	return { from: at, to: at, text: at > 0 && text[at - 1] !== '\n' ? `\n${lines}` : lines };
}

function isOneValue(value: unknown): boolean {
	return typeof value !== 'object' || value === null;
}
