/** The HTML of every page is valid, its headings make an outline, and every page says what it is. */
import { describe, expect, test } from 'vitest';
import { direction, type Language, languages } from '../../src/model/language.ts';
import { siteNames } from '../../src/release/index.ts';
import { headersFor, metaPolicy } from '../../src/sites/shared/security.ts';
import { wordsFor } from '../../src/sites/shared/words/index.ts';
import { timeFor } from '../browser.ts';
import { htmlFindings } from '../html.ts';
import { all, type BuiltPage, builtPages } from './built.ts';

/** What each page that fails does wrong. */
function wrong(
	pages: readonly BuiltPage[],
	judge: (page: BuiltPage) => string | undefined | false,
): string[] {
	return pages.flatMap((page) => {
		const problem = judge(page);
		return problem ? [`${page.path}: ${problem}`] : [];
	});
}

const metaOf = (page: BuiltPage, name: string) =>
	all(page, 'meta').filter(({ attributes }) => attributes.name === name || attributes['http-equiv'] === name);
const languageOf = (page: BuiltPage) => all(page, 'html')[0]?.attributes.lang as Language;

describe.each(siteNames)('every page of the %s site', (site) => {
	const pages = builtPages(site);

	test('is valid HTML', { timeout: timeFor(pages) }, async () => {
		const found: string[] = [];
		for (const { path, html } of pages)
			found.push(...(await htmlFindings(html)).map((finding) => `${path}:${finding}`));
		expect(found).toEqual([]);
	});

	test('has one first heading, and no level skipped below it', () => {
		expect(
			wrong(pages, (page) => {
				const levels = page.elements
					.filter(({ name }) => /^h[1-6]$/.test(name))
					.map(({ name }) => Number(name[1]));
				if (levels[0] !== 1 || levels.lastIndexOf(1) !== 0)
					return `its headings begin ${levels.slice(0, 4).join(', ')}`;
				const skip = levels.findIndex((level, index) => level > (levels[index - 1] ?? 0) + 1);
				return skip >= 0 && `a heading of level ${levels[skip]} follows one of level ${levels[skip - 1]}`;
			}),
		).toEqual([]);
	});

	test('says its language and the direction of its script', () => {
		expect(
			wrong(pages, (page) => {
				const { lang, dir } = all(page, 'html')[0]?.attributes ?? {};
				if (!languages.includes(lang as Language)) return `its language is ${lang}`;
				return dir !== direction(lang as Language) && `its direction is ${dir}`;
			}),
		).toEqual([]);
	});

	test('has a title, and no two pages of one language share it', () => {
		const titles = new Map<string, string[]>();
		for (const page of pages) {
			const title = all(page, 'title')[0]?.text ?? '';
			expect(title, page.path).not.toBe('');
			const key = `${languageOf(page)}: ${title}`;
			titles.set(key, [...(titles.get(key) ?? []), page.path]);
		}
		expect([...titles].filter(([, paths]) => paths.length > 1)).toEqual([]);
	});

	test('asks not to be listed or named to other sites, and fits a phone', () => {
		expect(
			wrong(pages, (page) => {
				if (metaOf(page, 'robots')[0]?.attributes.content !== 'noindex') return 'it may be listed';
				if (metaOf(page, 'referrer')[0]?.attributes.content !== 'no-referrer')
					return 'it is named to other sites';
				return (
					metaOf(page, 'viewport')[0]?.attributes.content !== 'width=device-width, initial-scale=1' &&
					'it forbids enlarging'
				);
			}),
		).toEqual([]);
	});

	test('carries the policy that its server sends', () => {
		expect(
			wrong(pages, (page) => {
				const [policy, ...others] = metaOf(page, 'Content-Security-Policy');
				if (others.length > 0) return 'it has two policies';
				if (policy?.attributes.content !== metaPolicy(page.path))
					return `its policy is ${policy?.attributes.content}`;
				const first = page.elements.findIndex(({ name }) => ['script', 'link', 'style'].includes(name));
				return page.elements.indexOf(policy) > first && 'its policy stands after what it governs';
			}),
		).toEqual([]);
		for (const { path } of pages)
			expect(headersFor(path)['Content-Security-Policy']).toBe(`${metaPolicy(path)}; frame-ancestors 'none'`);
	});

	test('says that it is a demonstration, before anything of its own', () => {
		expect(
			wrong(pages, (page) => {
				const note = page.elements.findIndex(({ attributes }) => attributes.class === 'demonstration');
				if (page.elements[note]?.text !== wordsFor(languageOf(page)).demonstration)
					return 'it does not say so';
				return note > page.elements.findIndex(({ name }) => name === 'main') && 'it says so after the page';
			}),
		).toEqual([]);
	});

	test('leads past its menus with its first link, to its main part', () => {
		expect(
			wrong(pages, (page) => {
				const first = all(page, 'a')[0]?.attributes.href;
				if (first !== '#main') return `its first link leads to ${first}`;
				const mains = all(page, 'main');
				return (mains.length !== 1 || mains[0]?.attributes.id !== 'main') && 'it has no main part';
			}),
		).toEqual([]);
	});

	test('has tables that say what their columns are and stand in a box of their own', () => {
		expect(
			wrong(pages, (page) => {
				if (all(page, 'table').some(({ inside }) => !inside.includes('div')))
					return 'a table could be wider than the page';
				return all(page, 'table').length > 0 && all(page, 'th').length === 0 && 'a table has no headings';
			}),
		).toEqual([]);
	});

	test('has pictures with words for them', () => {
		expect(
			wrong(
				pages,
				(page) =>
					all(page, 'img').some(({ attributes }) => attributes.alt === undefined) && 'a picture has no words',
			),
		).toEqual([]);
	});
});
