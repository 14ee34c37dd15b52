/** A comparison as a page shows it: who hears it hears each language as such, and which words are ours. */
import { describe, expect, test } from 'vitest';
import type { DocumentView } from '../../src/editions/index.ts';
import type { Language } from '../../src/model/languages.ts';
import { comparedViews } from '../../src/sites/shared/editions/compared-views.ts';
import { htmlOf } from '../../src/sites/shared/editions/shown.ts';
import { interfaceLanguage, wordsFor } from '../../src/sites/shared/words/index.ts';
import { viewOf } from './trees.ts';

const shown = (
	old: Partial<DocumentView>,
	next: Partial<DocumentView>,
	language: Language = 'cy',
	wordsIn: Language = 'en',
) => {
	const [before, after] = [old, next].map((values) => viewOf({ language, ...values })) as [
		DocumentView,
		DocumentView,
	];
	const words = wordsFor(interfaceLanguage(wordsIn));
	const { elements, ...counts } = comparedViews(before, after, words, wordsIn, {});
	return { html: htmlOf(elements), ...counts };
};
const bodies = (old: string, next: string, language?: Language, wordsIn?: Language) =>
	shown({ html: old }, { html: next }, language, wordsIn);
const english = (words: string) => `<span lang="en">${words}</span>`;

describe('what stands in another language', () => {
	test('stays marked, in the gap it stands in', () => {
		const gap = (lang: string) =>
			`<mark class="placeholder" data-name="victim name">Sam (${lang}victim name${lang && '</span>'})</mark>`;
		const { html } = bodies(
			`<p>Annwyl ${gap('<span lang="en">')},</p>`,
			`<p>Helo ${gap('<span lang="en">')},</p>`,
		);
		expect(html).toContain(
			`<mark class="placeholder" data-name="victim name">Sam (${english('victim name')})</mark>`,
		);
	});

	test('stays marked when it is a whole part, and in words that came', () => {
		const { html } = bodies(
			'<p>Ffoniwch.</p><div lang="en"><p>Check that it is safe.</p></div>',
			'<p>Ffoniwch.</p><div lang="en"><p>Check first that it is safe.</p></div>',
		);
		expect(html).toMatch(/<ins[^>]*>(?:(?!<\/ins>).)*<span lang="en">first/);
		expect(html).toContain(english('that it is safe.'));
	});

	test('is marked with the innermost language', () => {
		const page = '<div lang="en" dir="ltr"><p>Call <span lang="cy">Byw Heb Ofn</span>.</p></div>';
		expect(bodies(page, page, 'ar').html).toContain(
			`${english('Call')} <span lang="cy">Byw Heb Ofn</span>${english('.')}`,
		);
	});

	test('is no change when only the mark came', () => {
		const { changes, html } = bodies(
			'<p>Ffoniwch Childline nawr.</p>',
			'<p>Ffoniwch <span lang="en">Childline</span> nawr.</p>',
		);
		expect(changes).toBe(0);
		expect(html).not.toMatch(/<ins|<del|change-note/);
	});
});

describe('our own words', () => {
	const [old, next] = ['<p>Ffoniwch heddiw.</p>', '<p>Ffoniwch yfory.</p>'];

	test('in a text in another language are marked with theirs', () => {
		const { html } = bodies(old, next);
		for (const words of ['removed: ', 'added: ', ' end of change. '])
			expect(html).toContain(`<span class="visually-hidden" lang="en" dir="ltr">${words}</span>`);
		expect(bodies('<p>Ffoniwch.</p>', '<p><strong>Ffoniwch.</strong></p>').html).toContain(
			'<span class="change-form" lang="en" dir="ltr"> (in bold)</span>',
		);
	});

	test('in a text in the same language need no mark', () => {
		expect(bodies(old, next, 'cy', 'cy').html).not.toContain('lang=');
		expect(bodies('<p>Call.</p>', '<p>Write.</p>', 'en', 'en').html).not.toContain('lang=');
	});
});
