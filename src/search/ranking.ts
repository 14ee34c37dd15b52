/** The order of results, where it is ours to decide. Pure. */
import type { Found } from './engine.ts';

/** How Pagefind weighs pages: a word in a title says more than one in the text, and long pages gain nothing by it. */
export const weights = {
	termFrequency: 0.6,
	termSaturation: 1.2,
	pageLength: 0.6,
	metaWeights: { title: 8, code: 6, summary: 3, type: 2 },
};

/**
 * One list: the page the words name, then what each of the words found, each page once, at its best place. The
 * answer of the engine for a page that is found by its words as well as by its name carries the matches, so it is kept.
 */
export function rank(exact: readonly Found[], found: readonly (readonly Found[])[]): Found[] {
	const all = new Map<string, Found>();
	for (const result of found.flat()) if (!all.has(result.id)) all.set(result.id, result);
	const first = exact.map((result) => all.get(result.id) ?? result);
	for (const { id } of first) all.delete(id);
	return [...first, ...all.values()];
}

/**
 * What is left when no page holds all the words: pages that hold some of them, those with most of them first, and none
 * with less than half of what the first has. Takes what each word found alone.
 */
export function rankBySome(found: readonly (readonly Found[])[]): Found[] {
	const all = new Map<string, { best: Found; words: number; score: number }>();
	for (const result of found.flat()) {
		const { best, words, score } = all.get(result.id) ?? { best: result, words: 0, score: 0 };
		all.set(result.id, {
			best: result.score > best.score ? result : best,
			words: words + 1,
			score: score + result.score,
		});
	}
	const sorted = [...all.values()].sort((a, b) => b.words - a.words || b.score - a.score);
	return sorted.filter(({ words }) => words * 2 >= (sorted[0]?.words ?? 0)).map(({ best }) => best);
}
