/**
 * Comparing two states of a document: a difference as data, from which either state can be had again.
 *
 * Blocks are aligned first, by what they say; then the words inside those that changed. The same code runs when a site
 * is built and in a browser.
 */
import { align, textLikeness } from './align.ts';
import { type Block, type Branch, isLeaf, textOfBlock } from './block.ts';
import type { ContentTree } from './content-tree.ts';
import { inOrder, sideOf, type WordDifference, wordDifferences } from './word-differences.ts';

type Carried = Record<string, string>;

interface ChangedBlock {
	is: 'changed';
	kind: string;
	/** What it carried beside its text, and carries now. */
	from?: Carried;
	to?: Carried;
}

export type Difference =
	| { is: 'same' | 'removed' | 'added'; block: Block }
	| (ChangedBlock & { words: WordDifference[] })
	| (ChangedBlock & { blocks: Difference[] });

/** The differences between the blocks of two documents, in reading order. */
export type Comparison = Difference[];

/** Blocks with less in common than this are not each other’s successor. */
const ALIKE = 0.4;
/** Blocks of which their parent has one: always each other’s successor, whatever they say. */
const parts = new Set(
	'title summary helps-with body letter applies-to facts channels must-say gaps label hint sample choices fold figcaption'.split(
		' ',
	),
);

/** Compare two documents. Seen from the other side, the same words went that came. */
export function compare(old: ContentTree, next: ContentTree): Comparison {
	const inverse = JSON.stringify(old) > JSON.stringify(next);
	return inverse ? reverse(differences(next, old)) : differences(old, next);
}

function differences(old: Branch, next: Branch): Difference[] {
	const keys = new Map<Block, string>();
	const texts = new Map<Block, string>();
	const key = (block: Block) => remembered(keys, block, JSON.stringify);
	const text = (block: Block) => remembered(texts, block, textOfBlock);
	// The cells of a row stay in their columns.
	const pairs =
		old.kind === 'tr' && old.blocks.length === next.blocks.length
			? old.blocks.map((block, index) => ({ old: block, new: next.blocks[index] as Block }))
			: align(old.blocks, next.blocks, key, (a, b) => likeness(a, b, text));
	return inReadingOrder(
		pairs.flatMap(({ old: before, new: after }): Difference[] => {
			if (!before) return after ? [{ is: 'added', block: after }] : [];
			if (!after) return [{ is: 'removed', block: before }];
			return key(before) === key(after) ? [{ is: 'same', block: before }] : changed(before, after);
		}),
	);
}

function changed(old: Block, next: Block): Difference[] {
	const head: ChangedBlock = {
		is: 'changed',
		kind: old.kind,
		...(old.with && { from: old.with }),
		...(next.with && { to: next.with }),
	};
	if (old.kind === next.kind) {
		if (isLeaf(old) && isLeaf(next)) return [{ ...head, words: wordDifferences(old.words, next.words) }];
		if (!isLeaf(old) && !isLeaf(next)) return [{ ...head, blocks: differences(old, next) }];
	}
	return [
		{ is: 'removed', block: old },
		{ is: 'added', block: next },
	];
}

function likeness(old: Block, next: Block, text: (block: Block) => string): number {
	if (old.kind !== next.kind || isLeaf(old) !== isLeaf(next)) return 0;
	if (parts.has(old.kind)) return 1;
	if (old.kind === 'gap') return old.with?.name === next.with?.name ? 1 : 0;
	if (old.kind === 'fact') return old.with?.id === next.with?.id ? 1 : 0;
	const alike = textLikeness(text(old), text(next));
	return alike >= ALIKE ? alike : 0;
}

/** The new document, from the old one. Throws when the comparison is of another document. */
export function applyComparison(old: ContentTree, comparison: Comparison): ContentTree {
	if (JSON.stringify(blocksOn(comparison, 'removed')) !== JSON.stringify(old.blocks))
		throw new Error('Unexpected document, expected the one that was compared');
	return { ...old, blocks: blocksOn(comparison, 'added') };
}

/** The blocks of one side: those that stayed, and those that went or came. */
export function blocksOn(comparison: Comparison, side: 'removed' | 'added'): Block[] {
	return comparison.flatMap((difference): Block[] => {
		if (difference.is !== 'changed')
			return difference.is === 'same' || difference.is === side ? [difference.block] : [];
		const carried = side === 'removed' ? difference.from : difference.to;
		const head = { kind: difference.kind, ...(carried && { with: carried }) };
		return 'words' in difference
			? [{ ...head, words: sideOf(difference.words, side) }]
			: [{ ...head, blocks: blocksOn(difference.blocks, side) }];
	});
}

/** The same comparison from the other side. */
export function reverse(comparison: Comparison): Comparison {
	return inReadingOrder(
		comparison.map((difference): Difference => {
			if (difference.is !== 'changed')
				return { is: otherSide[difference.is], block: difference.block } as Difference;
			const { kind, from, to } = difference;
			const head: ChangedBlock = { is: 'changed', kind, ...(to && { from: to }), ...(from && { to: from }) };
			return 'words' in difference
				? { ...head, words: inOrder(difference.words.map(({ is, runs }) => ({ is: otherSide[is], runs }))) }
				: { ...head, blocks: reverse(difference.blocks) };
		}),
	);
}

/** What went stands before what came in its place. */
function inReadingOrder(differences: readonly Difference[]): Difference[] {
	const ordered: Difference[] = [];
	let came: Difference[] = [];
	for (const difference of differences) {
		if (difference.is === 'added') came.push(difference);
		else if (difference.is === 'removed') ordered.push(difference);
		else {
			ordered.push(...came, difference);
			came = [];
		}
	}
	return [...ordered, ...came];
}

const otherSide = { same: 'same', removed: 'added', added: 'removed' } as const;

/** Whether nothing changed. */
export function isEmpty(comparison: Comparison): boolean {
	return comparison.every(({ is }) => is === 'same');
}

function remembered<T>(known: Map<Block, T>, block: Block, make: (block: Block) => T): T {
	const found = known.get(block) ?? make(block);
	known.set(block, found);
	return found;
}
