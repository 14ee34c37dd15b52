/** Where keys and items stand in a text of YAML, line by line. */
import { isMap, isScalar, isSeq, type Node, type Pair as YamlPair } from 'yaml';

export type Pair = YamlPair<Node, Node | null>;

export interface Lines {
	from: number;
	/** The beginning of the line after. */
	to: number;
}

export function keyOf(pair: Pair): string {
	return isScalar(pair.key) ? String(pair.key.value) : '';
}

export function startOf(node: Node): number {
	return node.range?.[0] ?? 0;
}

/** The end of the last letter of a value, without comments and empty lines behind it. */
export function endOf(text: string, node: Node): number {
	if (isMap(node) && !node.flow) {
		const last = node.items.at(-1) as Pair | undefined;
		if (last) return endOfPair(text, last);
	}
	if (isSeq(node) && !node.flow) {
		const last = node.items.at(-1) as Node | null | undefined;
		if (last) return endOf(text, last);
	}
	const [from = 0, to = 0] = node.range ?? [];
	return from + text.slice(from, to).trimEnd().length;
}

export function endOfPair(text: string, { key, value }: Pair): number {
	return Math.max(text.indexOf(':', key.range?.[1] ?? 0) + 1, value ? endOf(text, value) : 0);
}

/** The beginning of the line of a place; nothing when anything but space stands before the place. */
export function lineStart(text: string, place: number): number | undefined {
	const start = place - columnOf(text, place);
	return text.slice(start, place).trim() === '' ? start : undefined;
}

export function nextLine(text: string, place: number): number {
	const end = text.indexOf('\n', place);
	return end === -1 ? text.length : end + 1;
}

export function columnOf(text: string, place: number): number {
	return place - (text.lastIndexOf('\n', place - 1) + 1);
}

/** Whether nothing stands behind a place on its line. */
export function endsLine(text: string, place: number): boolean {
	return text.slice(place, nextLine(text, place)).trim() === '';
}

/** The lines of a key and its value; nothing when the key does not begin a line. */
export function linesOfPair(text: string, pair: Pair): Lines | undefined {
	const from = lineStart(text, startOf(pair.key));
	return from === undefined ? undefined : { from, to: nextLine(text, endOfPair(text, pair)) };
}

export interface ItemPlace extends Lines {
	node: Node;
	dash: number;
}

/** The lines of an item of a list; nothing when its dash does not begin a line. */
export function placeOfItem(text: string, node: Node | null): ItemPlace | undefined {
	if (!node) return undefined;
	const dash = text.lastIndexOf('-', startOf(node) - 1);
	const from = dash === -1 ? undefined : lineStart(text, dash);
	if (from === undefined || text.slice(dash + 1, startOf(node)).trim() !== '') return undefined;
	return { node, dash, from, to: nextLine(text, endOf(text, node)) };
}
