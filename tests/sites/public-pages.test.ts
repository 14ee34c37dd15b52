import { describe, expect, test } from 'vitest';
import { dayInWords } from '../../src/model/day-in-words.ts';
import type { Areas } from '../../src/sites/public/data/areas.ts';
import type { AtoZ } from '../../src/sites/public/data/atoz.ts';
import type { Information } from '../../src/sites/public/data/information.ts';
import { byLetter } from '../../src/sites/public/data/letters.ts';
import type { Stage } from '../../src/sites/public/data/stage.ts';
import type { Support } from '../../src/sites/public/data/support.ts';
import type { Topic } from '../../src/sites/public/data/topic.ts';
import { headersFor, metaPolicy } from '../../src/sites/shared/security.ts';
import { wordsFor } from '../../src/sites/shared/words/index.ts';
import { document, pagesOf, siteInput } from './public-input.ts';

function dataOf<T>(input: ReturnType<typeof siteInput>, path: string): T {
	const page = pagesOf(input).find((each) => each.path === path);
	if (!page) throw new Error(`There is no page ${path}`);
	return page.data as T;
}

describe('the pages of the public site', () => {
	const english = document('court');
	const welsh = document('court', { language: 'cy', translation: { state: 'machine-drafted' } });
	const withdrawn = document('old', {
		state: 'withdrawn',
		withdrawn: { on: '2026-06-01', why: 'It was too long.' },
	});
	const notYet = document('soon', { state: 'not yet in force' });
	const input = siteInput([english, welsh, withdrawn, notYet]);

	const feeds = ['/feeds/all.xml', '/feeds/all.json'];

	test('each has an address of its own that begins and ends with a stroke, but for feeds', () => {
		const paths = pagesOf(input).map(({ path }) => path);
		expect(new Set(paths).size).toBe(paths.length);
		const files = ['/404.html', ...feeds.flatMap((path) => [path, `/cy${path}`])];
		expect(paths.filter((path) => !files.includes(path) && !/^\/(?:[a-z0-9-]+\/)*$/.test(path))).toEqual([]);
	});

	test('each page of the site has its Welsh twin', () => {
		const paths = new Set(pagesOf(input).map(({ path }) => path));
		const ours = [...paths].filter(
			(path) => !path.startsWith('/cy/') && !path.includes('/information/') && path !== '/404.html',
		);
		expect(ours.filter((path) => !paths.has(`/cy${path}`))).toEqual([]);
	});

	test('carry plain JSON', () => {
		for (const { data } of pagesOf(input)) expect(JSON.parse(JSON.stringify(data))).toEqual(data);
	});

	test('search finds the pages in force, in each language, and the rights, and nothing else', () => {
		expect(
			pagesOf(input)
				.filter(({ search }) => search)
				.map(({ path }) => path),
		).toEqual(['/information/court/', '/cy/information/court/', '/your-rights/', '/cy/your-rights/']);
	});

	test('lists leave out what is withdrawn or not yet in force', () => {
		for (const { path, data } of pagesOf(input)) {
			if (/\/information\/(?:old|soon)\//.test(path)) continue;
			expect(JSON.stringify(data), path).not.toMatch(/\/information\/(?:old|soon)\//);
		}
	});

	test('a withdrawn page stays, and says when and why', () => {
		expect(dataOf<Information>(input, '/information/old/').withdrawn).toMatchObject({
			on: '2026-06-01',
			why: 'It was too long.',
		});
	});

	test('a Welsh list names a page in Welsh where there is one, and else marks it as English', () => {
		const onlyEnglish = document('english-only');
		const { pages: listed } = dataOf<Topic>(
			siteInput([english, welsh, onlyEnglish]),
			'/cy/topics/going-to-court/',
		);
		expect(listed.map(({ path, language }) => [path, language])).toEqual([
			['/cy/information/court/', undefined],
			['/information/english-only/', 'en'],
		]);
	});

	test('a sensitive page begins with the emergency line, marked as English on a page that has no other', () => {
		const sensitive = document('court', {
			language: 'cy',
			victimPage: { helpsWith: ['a'], sensitive: true, tabTitle: 'Neutral' },
		});
		const page = dataOf<Information>(siteInput([sensitive]), '/cy/information/court/');
		expect(page.emergency).toEqual({ html: '<p>Call 999.</p>', language: 'en' });
		expect(page.frame.tabTitle).toBe('Neutral');
	});

	test('a topic with a sensitive page does not say in the tab which topic it is', () => {
		const tab = (sensitive: boolean) =>
			dataOf<Topic>(
				siteInput([document('court', { victimPage: { helpsWith: ['a'], sensitive, tabTitle: 'Neutral' } })]),
				'/topics/going-to-court/',
			);
		expect([tab(true).frame.tabTitle, tab(true).emergency?.html]).toEqual([
			'Information 1 – Your case and you',
			'<p>Call 999.</p>',
		]);
		expect([tab(false).frame.tabTitle, tab(false).emergency]).toEqual([undefined, undefined]);
	});

	test('facts of one source are named together, and unverified ones not at all', () => {
		const fact = {
			type: 'right',
			id: 'right-1',
			source: 'S',
			lastChecked: '2026-11-01',
			verified: true,
			secondary: false,
		} as const;
		const page = dataOf<Information>(
			siteInput([
				document('court', {
					facts: [
						{ ...fact, name: 'One' },
						{ ...fact, name: 'Two' },
						{ ...fact, name: 'Three', verified: false },
					],
				}),
			]),
			'/information/court/',
		);
		expect(page.sources).toEqual([
			{ source: 'S', lastChecked: '2026-11-01', secondary: false, names: ['One', 'Two'] },
		]);
	});

	test('the parts of a case follow one another', () => {
		const { previous, next, number } = dataOf<Stage>(input, '/stages/at-court/');
		expect([previous?.path, number, next?.path]).toEqual([
			'/stages/before-trial/',
			4,
			'/stages/after-trial/',
		]);
	});

	test('what nobody has confirmed about an Area is not there', () => {
		const { areas } = dataOf<Areas>(input, '/find-your-area/');
		expect(areas[0]).toEqual({ id: 'wessex', name: 'Wessex', website: undefined, welsh: false, notes: [] });
		expect(areas[1]).toMatchObject({ covers: 'Two made-up counties.', phone: '01632 960 001' });
	});

	test('services and numbers nobody has confirmed are not there', () => {
		const { everybody, groups } = dataOf<Support>(input, '/support/');
		const services = [...everybody, ...groups.flatMap((group) => group.services)];
		expect(services.map(({ id }) => id)).toEqual(['made-up-line']);
		expect(services[0]?.phones.map(({ number }) => number)).toEqual(['01632 960 002']);
	});

	test('the list of all pages holds every page in force once', () => {
		const { letters } = dataOf<AtoZ>(input, '/a-z/');
		const paths = letters.flatMap(({ items }) => items.map(({ path }) => path));
		expect(paths.filter((path) => path === '/information/court/')).toHaveLength(1);
		expect(new Set(paths).size).toBe(paths.length);
	});
});

describe('alphabetical order', () => {
	const names = (words: string[], language: 'en' | 'cy') =>
		byLetter(words, (word) => word, language).map(({ letter, items }) => `${letter}: ${items.join(' ')}`);

	test('in English', () => {
		expect(names(['trial', 'bail', 'appeal', 'Bereaved'], 'en')).toEqual([
			'A: appeal',
			'B: bail Bereaved',
			'T: trial',
		]);
	});

	test('in Welsh, where some letters are written with two signs', () => {
		expect(names(['rhaglen', 'cyhuddo', 'chwilio', 'achos', 'dedfryd'], 'cy')).toEqual([
			'A: achos',
			'C: cyhuddo',
			'Ch: chwilio',
			'D: dedfryd',
			'Rh: rhaglen',
		]);
	});
});

describe('the words of the interface', () => {
	const gaps = (value: unknown): unknown => {
		if (typeof value === 'string') return [...value.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();
		if (Array.isArray(value)) return value.map(gaps);
		return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, gaps(each)]));
	};

	test.each(['cy', 'ar'] as const)('in %s have the keys and gaps of the English ones', (language) => {
		expect(gaps(wordsFor(language))).toEqual(gaps(wordsFor('en')));
	});

	test('days are written in words', () => {
		expect([dayInWords('2026-11-03', 'en'), dayInWords('2026-11-03', 'cy')]).toEqual([
			'3 November 2026',
			'3 Tachwedd 2026',
		]);
	});
});

describe('what a page may do', () => {
	test('only search fetches anything or runs WebAssembly', () => {
		for (const path of ['/', '/information/court/', '/letters/x/', '/research/', '/search/other/']) {
			expect(metaPolicy(path)).toContain("connect-src 'none'");
			expect(metaPolicy(path)).not.toContain('wasm');
		}
		for (const path of ['/search/', '/cy/search/'])
			expect(metaPolicy(path)).toMatch(/script-src 'self' 'wasm-unsafe-eval'.*connect-src 'self'/);
	});

	test('no policy lets anything come from elsewhere or stand inside a page', () => {
		expect(headersFor('/')['Content-Security-Policy']).not.toMatch(
			/https?:|data:|\*|'unsafe-(?:inline|eval)'/,
		);
	});

	test('pages about a situation are not kept on the disk, and styles are kept for good', () => {
		const kept = (path: string) => headersFor(path)['Cache-Control'];
		expect([kept('/cy/information/court/'), kept('/'), kept('/assets/a.css')]).toEqual([
			'no-store',
			'no-cache',
			'public, max-age=31536000, immutable',
		]);
	});
});
