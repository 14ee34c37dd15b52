import fc from 'fast-check';
import { expect, it } from 'vitest';
import { excerptOf, type Piece } from '../../src/search/excerpt.ts';

const words = 'You must give “reasons” for a decision. You should be kind, and you may say more.'.split(' ');
const shown = (pieces: Piece[]) => pieces.map(({ text, match }) => (match ? `[${text}]` : text)).join('');

it('marks matches without the signs around them', () => {
	expect(shown(excerptOf(words, [3, 6], 0, words.length, 30))).toBe(
		'You must give “[reasons]” for a [decision]. You should be kind, and you may say more.',
	);
});

it('shows where most matches are, and says what is left out', () => {
	expect(shown(excerptOf(words, [0, 10, 12], 0, words.length, 5))).toBe('… be [kind], and [you] may …');
});

it('starts at the beginning without matches', () => {
	expect(shown(excerptOf(words, [], 0, words.length, 3))).toBe('You must give …');
});

it('stays within its bounds', () => {
	expect(shown(excerptOf(words, [0, 8, 15], 7, 11, 30))).toBe('You [should] be kind,');
	expect(excerptOf([], [], 0, 0, 5)).toEqual([]);
});

it('never changes, adds or loses a word between its ends', () => {
	fc.assert(
		fc.property(
			fc.array(fc.stringMatching(/^\S+$/), { maxLength: 40 }),
			fc.array(fc.nat(45)),
			fc.integer({ min: 1, max: 12 }),
			(text, matches, length) => {
				const plain = excerptOf(text, matches, 0, text.length, length)
					.map(({ text }) => text)
					.join('');
				expect(text.join(' ')).toContain(plain.replace(/^… /, '').replace(/ …$/, ''));
			},
		),
	);
});
