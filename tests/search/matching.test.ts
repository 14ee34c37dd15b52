import { describe, expect, it, test } from 'vitest';
import { holdsNumber, isSameWord, placesOf } from '../../src/search/matching.ts';

describe('the word asked for', () => {
	test.each([
		['charge', 'Charging,', true],
		['tries', 'try', true],
		['stop', 'stopped', true],
		['stalkers’', 'stalking', true],
		['self-harm', 'harm', true],
		['robber', 'robbery', true],
		['مساعدة', 'المساعدة', true],
		['he', 'help', false],
		['not', 'note', false],
		['hear', 'heart', false],
		['part', 'partner', false],
	])('%s and %s: %s', (asked, found, same) => {
		expect(isSameWord(asked, found)).toBe(same);
	});

	it('is marked, and no other that begins like it', () => {
		const text = 'If he comes, ask for help here'.split(' ');
		expect(placesOf(text, [1, 5, 6], ['"he"', 'be there'])).toEqual([1]);
	});
});

describe('a whole number', () => {
	test.each([
		['Call 999.', '999', true],
		['Call 999, 24 hours a day', '999', true],
		['Call 0800 999 5428', '999', false],
		['Call 0800 999 5428', '0800 999 5428', true],
		['Call 0800 999 5428', '0800 999', false],
		['Call 101', '10', false],
	])('in “%s”: %s is %s', (text, number, holds) => {
		expect(holdsNumber(text.split(' '), number)).toBe(holds);
	});
});
