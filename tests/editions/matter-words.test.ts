/** What matters in a change, in the words of a page. */
import { expect, test } from 'vitest';
import { matterInWords } from '../../src/sites/shared/editions/matter-words.ts';
import { namesFor } from '../../src/sites/shared/editions/names.ts';
import { htmlOf } from '../../src/sites/shared/editions/shown.ts';
import { wordsFor } from '../../src/sites/shared/words/index.ts';

test('an Area and a pilot with one id each have their own name', () => {
	const names = namesFor(
		[{ id: 'wessex', name: { en: 'Wessex' } }],
		[{ id: 'wessex', name: { en: 'Early advice in Wessex' } }],
	);
	const text = (key: 'areas' | 'pilots') =>
		htmlOf(matterInWords({ what: 'applies to', key, from: [], to: ['wessex'] }, wordsFor('en'), names).text);
	expect(text('areas')).toBe('was all, now Wessex.');
	expect(text('pilots')).toBe('was all, now Early advice in Wessex.');
});

test('what is quoted of a Welsh text among English words is marked as Welsh, and our own words are not', () => {
	const text = (quoted: Record<string, string>) =>
		htmlOf(
			matterInWords(
				{ what: 'time limit', from: '5 diwrnod', to: '4 diwrnod', where: 'Ateb' },
				wordsFor('en'),
				{},
				quoted,
			).text,
		);
	const cy = (words: string) => `<span lang="cy" dir="ltr">${words}</span>`;
	expect(text({})).toBe('was 5 diwrnod, now 4 diwrnod. (Ateb)');
	expect(text({ lang: 'cy', dir: 'ltr' })).toBe(
		`was ${cy('5 diwrnod')}, now ${cy('4 diwrnod')}. (${cy('Ateb')})`,
	);
});
