import { expect, it } from 'vitest';
import type { Found } from '../../src/search/engine.ts';
import { rank, rankBySome } from '../../src/search/ranking.ts';

const found = (id: string, score = 1): Found => ({ id, score, data: () => Promise.reject(new Error(id)) });
const ids = (results: Found[]) => results.map(({ id }) => id).join(' ');

it('puts what the words name first, and every page once', () => {
	expect(ids(rank([found('c')], [[found('a'), found('b'), found('c')]]))).toBe('c a b');
	expect(ids(rank([found('x')], [[found('a')]]))).toBe('x a');
	expect(ids(rank([], [[found('a'), found('b')]]))).toBe('a b');
	expect(ids(rank([], []))).toBe('');
});

it('keeps the matches of a page that is found by its name and by its words', () => {
	const byWords = found('a', 5);
	expect(rank([found('a', 0)], [[byWords]])[0]).toBe(byWords);
});

it('adds what later words find after what earlier words find', () => {
	expect(ids(rank([], [[found('a', 1)], [found('b', 9), found('a', 9)], [found('c', 99)]]))).toBe('a b c');
});

it('ranks pages with some of the words by how many they have, then by how well', () => {
	const lists = [
		[found('one word well', 50), found('two words', 1)],
		[found('two words', 1), found('two words better', 2)],
		[found('two words better', 2)],
	];
	expect(ids(rankBySome(lists))).toBe('two words better two words one word well');
});

it('leaves out pages with less than half of the words that the best page has', () => {
	const lists = [[found('best'), found('poor', 9)], [found('best')], [found('best')]];
	expect(ids(rankBySome(lists))).toBe('best');
	expect(ids(rankBySome([]))).toBe('');
});
