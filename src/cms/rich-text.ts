/**
 * What may be edited in the rich editor, and what of its writing is taken.
 *
 * The rich editor reads a text and writes all of it anew. So a text is opened there only when that writing would say
 * the same; and of what it writes, the parts that still say the same give way to the author’s own letters.
 */
import { diffArrays } from 'diff';
import { outlineBody, shapeOf } from '../markup/index.ts';
import { makeSafe, readable } from './safe-text.ts';

/** The rich editor’s reading and writing of Markdown. */
export interface Serialiser<Node = unknown> {
	toSlate(markdown: string): Node[];
	fromSlate(nodes: readonly Node[]): string;
}

/** A text as the rich editor holds it. */
export function openRich<Node>(text: string, serialiser: Serialiser<Node>): Node[] {
	return serialiser.toSlate(readable(text));
}

/** What the rich editor holds as a text, with the letters of `before` wherever it says the same. */
export function closeRich<Node>(
	nodes: readonly Node[],
	before: string,
	serialiser: Serialiser<Node>,
): string {
	return keepLetters(before, makeSafe(serialiser.fromSlate(nodes)));
}

/** Whether the rich editor can open this text and lose nothing. */
export function mayBeRich<Node>(text: string, serialiser: Serialiser<Node>): boolean {
	if (text.trim() === '') return true;
	const shape = shapeOf(text);
	if (shape === undefined) return false;
	try {
		return shapeOf(makeSafe(serialiser.fromSlate(openRich(text, serialiser)))) === shape;
	} catch {
		return false;
	}
}

/** `after`, with the letters of `before` for each paragraph, list or table that says the same in both. */
export function keepLetters(before: string, after: string): string {
	const old = slices(before);
	const fresh = slices(after);
	if (!old || !fresh || old.length === 0 || fresh.length === 0) return after;
	const changes = diffArrays(
		old.map(({ shape }) => shape),
		fresh.map(({ shape }) => shape),
	);
	const kept: { text: string; gap: string; oldIndex?: number }[] = [];
	let [oldIndex, freshIndex] = [0, 0];
	for (const { added, removed, count = 0 } of changes) {
		for (let step = 0; step < count; step++) {
			const [was, is] = [old[oldIndex], fresh[freshIndex]];
			if (!added && !removed && was) kept.push({ ...was, oldIndex });
			else if (added && is) kept.push(is);
			if (!added) oldIndex++;
			if (!removed) freshIndex++;
		}
	}
	const written = kept.map(({ text, gap, oldIndex: index }, at) => {
		const next = kept[at + 1];
		if (!next) return text;
		return text + (index !== undefined && next.oldIndex === index + 1 ? gap : '\n\n');
	});
	const [first, last] = [old[0], old.at(-1)];
	return before.slice(0, first?.from) + written.join('') + before.slice(last?.to);
}

function slices(text: string) {
	return outlineBody(text)?.map(({ from, to }, index, parts) => ({
		from,
		to,
		text: text.slice(from, to),
		gap: text.slice(to, parts[index + 1]?.from ?? to),
		shape: shapeOf(text.slice(from, to)) ?? text.slice(from, to),
	}));
}
