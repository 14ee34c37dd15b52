/** What every public page owes its reader: a way out, help first where it is needed, and the truth about itself. */
import { describe, expect, test } from 'vitest';
import { dayInWords } from '../../src/model/day-in-words.ts';
import type { Language } from '../../src/model/language.ts';
import { wordsFor } from '../../src/sites/shared/words/index.ts';
import { all, type BuiltPage, builtPages, inputOf, pageAt, withClass } from './built.ts';

const NEUTRAL_SITE = 'https://www.bbc.co.uk/weather';
const pages = builtPages('public');
const input = inputOf('public');
const victimPages = input.documents.filter(({ type }) => type === 'victim-page');
const languageOf = (page: BuiltPage) => all(page, 'html')[0]?.attributes.lang as Language;
const titleOf = (page: BuiltPage) => all(page, 'title')[0]?.text ?? '';

describe('leaving', () => {
	test.each(pages.map((page) => [page.path, page] as const))('%s can be left at once', (_, page) => {
		const { exit } = wordsFor(languageOf(page));
		const ways = all(page, 'a').filter(({ attributes }) => attributes['data-exit'] !== undefined);
		expect(ways.map(({ attributes }) => attributes.href)).toEqual([NEUTRAL_SITE, NEUTRAL_SITE]);
		expect(ways.map(({ text }) => text)).toEqual([exit.button, `${exit.emergency} ${exit.button}`]);
		expect(ways[0]?.attributes.class).toBe('govuk-skip-link');
		// Before every other link, but for the one that leads past the menus.
		expect(all(page, 'a').slice(1, 3)).toEqual(ways);
		// The script that guards the page runs before anything of it is drawn.
		const [script] = all(page, 'script');
		expect(script?.inside).toContain('head');
		expect(script?.attributes.src).toMatch(/^\/assets\/exit-[\w-]+\.js$/);
		expect(Object.keys(script?.attributes ?? {})).toEqual(['src']);
	});
});

describe('pages about hard things', () => {
	const sensitive = victimPages
		.filter(({ victimPage }) => victimPage?.sensitive)
		.map((document) => [document.path, document] as const);
	const telling =
		/abuse|rape|sex|violen|victim|crime|offen[cs]e|polic|court|prosecut|charg|suspect|death|died|dead|murder|kill|assault|helpline|evidence|witness|cam-?drin|trais|treis|heddlu|llys|dioddef|trosedd|erlyn|marwolaeth|اغتصاب|جنس|شرطة|محكمة|ضح|عنف|جريمة/i;

	test('exist', () => expect(sensitive.length).toBeGreaterThan(10));

	test.each(sensitive)('%s begins with the emergency line', (path) => {
		const page = pageAt('public', path);
		const title = page.elements.findIndex(({ name }) => name === 'h1');
		const next = page.elements[title + 1];
		expect(next?.attributes.class).toBe('emergency-line');
		expect(next?.text).toContain('999');
		expect(next?.text).toContain('55');
	});

	test.each(sensitive)('%s shows nothing of itself in the tab and the history', (path, { title }) => {
		const shown = titleOf(pageAt('public', path));
		expect(shown).not.toMatch(telling);
		expect(shown).not.toBe(title);
		expect(shown).not.toContain(wordsFor('en').siteName);
	});
});

describe('translations', () => {
	test('of the menus say that a machine made them', () => {
		const welsh = pages.filter(({ path }) => path.startsWith('/cy/'));
		expect(welsh.length).toBeGreaterThan(20);
		for (const page of welsh)
			expect(all(page, 'footer')[0]?.text, page.path).toContain(wordsFor('cy').machineDraftedMenus);
	});

	test('are named in the language of the page that leads to them', () => {
		const welsh = pages.filter((page) => languageOf(page) === 'cy');
		const named = welsh.flatMap((page) => [
			...withClass(page, 'other-languages').map(({ text }) => text),
			...withClass(page, 'in-language').map(({ text }) => text),
		]);
		expect(named.filter((text) => text.includes('Arabeg')).length).toBeGreaterThan(2);
		expect(named.filter((text) => text.includes('Arabic'))).toEqual([]);
	});

	test('have menus whose name is in the language of the menus', () => {
		for (const page of pages) {
			const { attributes = {} } = all(page, 'nav').find(({ inside }) => inside.includes('footer')) ?? {};
			const language = (attributes.lang as Language | undefined) ?? languageOf(page);
			expect(attributes['aria-label'], page.path).toBe(wordsFor(language).footer);
		}
	});

	test('name facts in a language that facts have names in, and say which', () => {
		const arabic = input.documents.filter(({ language }) => language === 'ar');
		expect(arabic).not.toEqual([]);
		for (const { path, facts } of arabic) {
			const marked = all(pageAt('public', path), 'bdi').filter(({ attributes }) => attributes.lang === 'en');
			for (const { name } of facts)
				expect(
					marked.some(({ text }) => text.split('; ').includes(name)),
					`${path}: ${name}`,
				).toBe(true);
		}
	});

	test('name the source of a service as English', () => {
		const page = pageAt('public', '/cy/support/');
		const sources = new Set(input.organisations.map(({ evidence }) => evidence.source));
		const marked = all(page, 'bdi').filter(({ attributes }) => attributes.lang === 'en');
		expect(marked.filter(({ text }) => sources.has(text)).length).toBeGreaterThan(5);
		expect(page.html).not.toContain('{source}');
	});

	const drafted = victimPages
		.filter(({ translation }) => translation && translation.state !== 'reviewed')
		.map(({ path, language }) => [path, language] as const);
	test.each(drafted)('%s says that nobody has checked it, and leads to the English', (path, language) => {
		const page = pageAt('public', path);
		expect(languageOf(page)).toBe(language);
		const note = withClass(page, 'notice-warning')[0];
		expect(note?.text).toContain(wordsFor(language).machineDrafted);
		const english = path.replace(/^\/\w\w\//, '/');
		expect(
			all(page, 'a').some(
				({ attributes, inside }) =>
					inside.includes('main') && attributes.href === english && attributes.lang === 'en',
			),
		).toBe(true);
	});

	test('say nothing of a machine on a page in English', () => {
		for (const page of pages.filter((each) => languageOf(each) === 'en'))
			expect(page.html, page.path).not.toContain(wordsFor('en').machineDrafted);
	});

	test('of a page are offered on it, and offer it in turn', () => {
		for (const { path, languages } of victimPages) {
			const page = pageAt('public', path);
			const offered = all(page, 'link')
				.filter(({ attributes }) => attributes.rel === 'alternate')
				.map(({ attributes }) => attributes.href);
			expect(offered, path).toEqual(languages.map((each) => each.path).filter((each) => each !== path));
			const links = all(page, 'a')
				.filter(({ inside }) => inside.includes('header'))
				.map(({ attributes }) => attributes.href);
			for (const other of offered) expect(links, path).toContain(other);
		}
	});
});

describe('a page of information', () => {
	const inForce = victimPages
		.filter(({ state }) => state === 'in force')
		.map((document) => [document.path, document] as const);
	test.each(inForce)(
		'%s says what it is for, who can help, where it comes from and when it was checked',
		(path, { language, victimPage, review, code }) => {
			const page = pageAt('public', path);
			const words = wordsFor(language);
			const main = all(page, 'main')[0]?.text ?? '';
			for (const each of victimPage?.helpsWith ?? []) expect(main).toContain(each);
			expect(main).toContain(words.helpsYou);
			expect(main).toContain(words.whoCanHelp);
			expect(main).toContain(words.whereFrom);
			expect(main).toContain(words.lastChecked.replace('{day}', dayInWords(review.lastReviewed, language)));
			expect(main).toContain(code);
			expect(
				all(page, 'button').some(
					({ attributes }) => attributes['data-print'] !== undefined && attributes.hidden !== undefined,
				),
			).toBe(true);
			if (victimPage?.nextStep)
				expect(all(page, 'a').some(({ attributes }) => attributes.href === victimPage.nextStep?.path)).toBe(
					true,
				);
		},
	);

	const withdrawn = victimPages
		.filter(({ state }) => state === 'withdrawn')
		.map((document) => [document.path, document] as const);
	test.each(withdrawn)('%s, which is out of date, says so first', (path, document) => {
		const page = pageAt('public', path);
		const main = all(page, 'main')[0]?.text ?? '';
		expect(main).toContain(wordsFor(document.language).withdrawn.title);
		expect(main).toContain(document.withdrawn?.why);
		expect(main.indexOf(document.withdrawn?.why ?? '')).toBeLessThan(
			main.indexOf(wordsFor(document.language).withdrawn.older),
		);
		if (document.withdrawn?.replacedBy)
			expect(
				all(page, 'a').some(({ attributes }) => attributes.href === document.withdrawn?.replacedBy?.path),
			).toBe(true);
	});
});

describe('what staff read', () => {
	test('stands nowhere on the public site', () => {
		const staff = new Set(
			inputOf('handbook')
				.documents.filter(({ type }) => type !== 'victim-page')
				.map(({ code }) => code),
		);
		expect(staff.size).toBeGreaterThan(30);
		for (const { path, html } of pages)
			for (const [code] of html.matchAll(/\b(?:VCS|LT|GD)-\d{3}\b|\bVCS-\d\d\b/g))
				expect(staff, path).not.toContain(code);
	});
});
