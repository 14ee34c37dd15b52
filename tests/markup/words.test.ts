/** The words of the interface: every language has every word, with the same gaps. */
import { expect, test } from 'vitest';
import { englishWords, markupWords } from '../../src/markup/index.ts';
import { dayInWords } from '../../src/model/day-in-words.ts';
import { type Language, languages } from '../../src/model/language.ts';

const gaps = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test.each(languages.filter((language) => language !== 'en'))(
	'%s has every word, with the gaps of the English one',
	(language: Language) => {
		const words = markupWords[language];
		expect(Object.keys(words)).toEqual(Object.keys(englishWords));
		for (const [key, english] of Object.entries(englishWords))
			expect(gaps(words[key as keyof typeof words]), key).toEqual(gaps(english));
	},
);

test.each<[Language, string]>([
	['en', '1 March 2026'],
	['cy', '1 Mawrth 2026'],
	['ar', '1 مارس 2026'],
	['ur', '1 مارچ 2026'],
])('a day in %s', (language, words) => {
	expect(dayInWords('2026-03-01', language)).toBe(words);
});
