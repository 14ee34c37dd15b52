import { describe, expect, it, test } from 'vitest';
import { beginsAlike, exactFilter, keyOf, understand } from '../../src/search/query.ts';

describe('reference codes', () => {
	test.each([
		['VCS-04', 'VCS-04'],
		['vcs-04', 'VCS-04'],
		['vcs 04', 'VCS-04'],
		['vcs04', 'VCS-04'],
		['vcs4', 'VCS-04'],
		['VCS‑04', 'VCS-04'],
		['vcs – 4', 'VCS-04'],
		['  vcs   04  ', 'VCS-04'],
		['“VCS-04”', 'VCS-04'],
		['LT-001', 'LT-001'],
		['lt 1', 'LT-001'],
		['LT-0001', 'LT-001'],
		['gd1', 'GD-001'],
		['gd.27', 'GD-027'],
		['VP-023?', 'VP-023'],
		['\u200eLT-003', 'LT-003'],
		['LT\u00ad-\u200b003\ufeff', 'LT-003'],
	])('%s is %s', (words, code) => {
		expect(understand(words, 'en')).toMatchObject({ words: [`"${code}"`], exact: { key: keyOf(code) } });
		expect(understand(words, 'cy').exact).toEqual({ key: keyOf(code) });
	});

	test.each([
		['VCS-04.2', 'VCS-04.2'],
		['vcs 04.2', 'VCS-04.2'],
		['vcs 4.12', 'VCS-04.12'],
		['vcs4.2', 'VCS-04.2'],
		['vcs 04 2', 'VCS-04.2'],
		['vcs-04-02', 'VCS-04.2'],
		['clause 4.2', 'VCS-04.2'],
		['cymal 4.2', 'VCS-04.2'],
	])('%s is the clause %s', (words, clause) => {
		expect(understand(words, 'en')).toMatchObject({
			words: [`"${clause}"`],
			exact: { key: 'vcs 04', anchor: clause },
		});
	});

	test.each(['vcs', 'vcs-', 'abc-04', 'vcs-04 reasons', 'lt 12345', 'level 3', 'vcs 04.2.1', 'clause 4'])(
		'%s is not a code',
		(words) => {
			expect(understand(words, 'en')).toMatchObject({ words: [words], exact: { key: keyOf(words) } });
		},
	);
});

describe('rights', () => {
	test.each([
		'right 6',
		'Right 6',
		'rights 6',
		'right6',
		'right no. 6',
		'right number 6',
		'right six',
		'hawl 6',
		'hawl chwech',
		'Hawl rhif 6',
	])('%s is right 6', (words) => {
		expect(understand(words, 'en')).toMatchObject({
			words: ['"Right 6"'],
			exact: { key: 'right 6', anchor: 'right-6' },
		});
		expect(understand(words, 'cy')).toMatchObject({ words: ['"Hawl 6"'], exact: { key: 'right 6' } });
	});

	test.each(['right 0', 'right 13', 'right 99', 'right to review', 'right thing', 'bright 6'])(
		'%s is not a right',
		(words) => {
			expect(understand(words, 'en').exact?.anchor).toBeUndefined();
		},
	);
});

describe('other words', () => {
	test.each([
		['tell a victim we are not charging', 'tell victim not charging'],
		['how long do I have to write a letter', 'long write letter'],
		['what we do', 'what we do'],
		['“right to review”', '"right to review"'],
		['at court', 'court'],
		['The', 'The'],
	])('%s asks for: %s', (typed, asked) => {
		expect(understand(typed, 'en').words).toEqual([asked]);
	});

	it('leaves out small words of the language of the page only', () => {
		expect(understand('gadael y dudalen', 'cy').words).toEqual(['gadael dudalen']);
		expect(understand('y axis', 'en').words).toEqual(['y axis']);
	});

	it('keeps the words of languages it knows nothing of', () => {
		expect(understand('حقوقك في المحكمة', 'ar').words).toEqual(['حقوقك في المحكمة']);
	});

	test.each(['', ' ', '\t\n'])('nothing asks for nothing', (words) => {
		expect(understand(words, 'en')).toEqual({ words: [], tried: [] });
	});

	it('says what was tried, once', () => {
		expect(understand('vcs 4', 'en').tried).toEqual(['vcs 4', 'VCS-04']);
		expect(understand('VCS-04', 'en').tried).toEqual(['VCS-04']);
		expect(understand('hawl 6', 'en').tried).toEqual(['hawl 6', 'Right 6']);
		expect(understand(' stalking ', 'en').tried).toEqual(['stalking']);
	});
});

describe('names as they are compared', () => {
	test.each([
		['What we do', 'what we do'],
		['Tŷ’r Cyffredin', 'tyr cyffredin'],
		['Victims’ Code: 12 rights', 'victims code 12 rights'],
		["Victims' Code - 12 rights?", 'victims code 12 rights'],
		['VCS-04', 'vcs 04'],
	])('%s is %s', (name, key) => {
		expect(keyOf(name)).toBe(key);
		expect(understand(name, 'en').exact?.key).toBe(key);
	});

	it('are kept apart by their first letter', () => {
		expect(exactFilter('vcs 04')).toBe('exact-v');
		expect(exactFilter('ﺡقوق')).toBe('exact-ﺡ');
		expect(exactFilter('')).toBe('exact-');
	});
});

describe('words that begin alike', () => {
	test.each([
		['stalk', 'Stalking,', true],
		['s', 'stalking', true],
		['stalkingg', '“stalking”', true],
		['self-harm', 'self', true],
		['dŵr', 'dwr', true],
		['alert(1)', 'a', false],
		['interview', 'in', false],
		['intermediary', 'inter', false],
		['…', 'a', false],
		['victim', '', false],
	])('%s and %s: %s', (asked, found, alike) => {
		expect(beginsAlike(asked, found)).toBe(alike);
	});
});
