/** What matters in a change, in the words of a page. */
import { expect, test } from 'vitest';
import { matterInWords } from '../../src/sites/shared/editions/matter-words.ts';
import { namesFor } from '../../src/sites/shared/editions/names.ts';
import { wordsFor } from '../../src/sites/shared/words/index.ts';

test('an Area and a pilot with one id each have their own name', () => {
	const names = namesFor(
		[{ id: 'wessex', name: { en: 'Wessex' } }],
		[{ id: 'wessex', name: { en: 'Early advice in Wessex' } }],
	);
	const text = (key: 'areas' | 'pilots') =>
		matterInWords({ what: 'applies to', key, from: [], to: ['wessex'] }, wordsFor('en'), names).text;
	expect(text('areas')).toBe('was all, now Wessex.');
	expect(text('pilots')).toBe('was all, now Early advice in Wessex.');
});
