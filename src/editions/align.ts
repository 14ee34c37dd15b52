/** Bringing two lists face to face: what is equal, what was changed into what, what came and what went. */
import { diffArrays } from 'diff';

export interface Pair<T> {
	old?: T;
	new?: T;
}

/**
 * Align two lists in their order. Items of one key are the same; of the others, those most alike stand together.
 * `likeness` is 0 for items that are never each other’s successor and at most 1.
 */
export function align<T>(
	old: readonly T[],
	next: readonly T[],
	key: (item: T) => string,
	likeness: (old: T, next: T) => number,
): Pair<T>[] {
	const pairs: Pair<T>[] = [];
	let removed: T[] = [];
	let added: T[] = [];
	let oldAt = 0;
	let newAt = 0;
	const settle = () => {
		pairs.push(...match(removed, added, likeness));
		removed = [];
		added = [];
	};
	for (const part of diffArrays(old.map(key), next.map(key))) {
		if (part.removed) removed = old.slice(oldAt, oldAt + part.count);
		else if (part.added) added = next.slice(newAt, newAt + part.count);
		else {
			settle();
			for (let index = 0; index < part.count; index++)
				pairs.push({ old: old[oldAt + index] as T, new: next[newAt + index] as T });
		}
		if (!part.added) oldAt += part.count;
		if (!part.removed) newAt += part.count;
	}
	settle();
	return pairs;
}

/** Pair what is most alike without changing the order; of what is left, the removed stands before the added. */
function match<T>(old: readonly T[], next: readonly T[], likeness: (old: T, next: T) => number): Pair<T>[] {
	// best[i][j]: the most likeness that old from i and next from j can have together.
	const best = Array.from({ length: old.length + 1 }, () => new Float64Array(next.length + 1));
	const alike = old.map((item) => next.map((other) => likeness(item, other)));
	const at = (i: number, j: number) => best[i]?.[j] ?? 0;
	for (let i = old.length - 1; i >= 0; i--) {
		for (let j = next.length - 1; j >= 0; j--) {
			const likeHere = alike[i]?.[j] ?? 0;
			const together = likeHere > 0 ? likeHere + at(i + 1, j + 1) : 0;
			(best[i] as Float64Array)[j] = Math.max(together, at(i + 1, j), at(i, j + 1));
		}
	}
	const pairs: Pair<T>[] = [];
	let came: Pair<T>[] = [];
	let i = 0;
	let j = 0;
	while (i < old.length || j < next.length) {
		const likeHere = i < old.length && j < next.length ? (alike[i]?.[j] ?? 0) : 0;
		if (likeHere > 0 && at(i, j) === likeHere + at(i + 1, j + 1)) {
			pairs.push(...came, { old: old[i++] as T, new: next[j++] as T });
			came = [];
		} else if (i < old.length && (j === next.length || at(i, j) === at(i + 1, j)))
			pairs.push({ old: old[i++] as T });
		else came.push({ new: next[j++] as T });
	}
	return [...pairs, ...came];
}

/** How much two texts have in common, from 0 to 1, by their words in any order. */
export function textLikeness(a: string, b: string): number {
	const ours = wordCounts(a);
	const theirs = wordCounts(b);
	let common = 0;
	for (const [word, count] of ours.counts) common += Math.min(count, theirs.counts.get(word) ?? 0);
	return ours.total + theirs.total === 0 ? 1 : (2 * common) / (ours.total + theirs.total);
}

function wordCounts(text: string): { counts: Map<string, number>; total: number } {
	const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return { counts, total: words.length };
}
