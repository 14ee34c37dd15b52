/** The handbook as at a day: each day with its own answer, which can be followed, searched and sent on. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dayInWords } from '../../src/model/day-in-words.ts';
import { axeFindings } from '../browser.ts';
import { inputOf } from '../sites/built.ts';
import { openSite } from './reader.ts';

const reader = openSite('handbook');
const { histories, today } = inputOf('handbook');

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const published = ({ published }: { published: string }) => published.slice(0, 10);

/** Replaced once, by an edition that was in force from the day it was published. */
const [replaced = expect.fail('No document was replaced once')] = histories.flatMap(
	({ code, editions, events }) => {
		const [old, next, ...others] = editions;
		return old && next && others.length + events.length === 0 && next.inForceFrom === published(next)
			? [{ code, old, next, day: next.inForceFrom }]
			: [];
	},
);

const status = (page: Page) => page.locator('[data-as-at-status]');
const listed = (page: Page, code: string) =>
	page.locator('[data-as-at-type] li', { has: page.locator('.code', { hasText: code }) });

async function openDay(day: string, more = ''): Promise<Page> {
	const page = await reader.open(`/as-at/?on=${day}${more}`);
	await status(page).getByText(dayInWords(day, 'en')).waitFor();
	return page;
}

describe('the handbook as at a day', () => {
	test('gives one answer on the day before a change and another on the day of it', async () => {
		for (const [day, { path }] of [
			[dayBefore(replaced.day), replaced.old],
			[replaced.day, replaced.next],
		] as const) {
			const page = await openDay(day);
			expect(await status(page).textContent()).toMatch(/^\d+ documents in force on /);
			const links = listed(page, replaced.code).locator('a');
			expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
				`${path}?as-at=${day}`,
			]);
		}
	});

	test.each([
		['banana', 'There is no day “banana”. Choose a day.'],
		['2026-02-30', 'There is no day “2026-02-30”. Choose a day.'],
		['', 'Choose a day.'],
	])('of “%s” asks for a day', async (typed, answer) => {
		const page = await reader.open(`/as-at/?on=${typed}`);
		await status(page).getByText(answer, { exact: true }).waitFor();
	});

	test('keeps what was in force apart from what was published', async () => {
		const { code, editions } = histories.find((history) =>
			history.editions.some((each) => each.state === 'not yet in force'),
		) as (typeof histories)[number];
		const coming = editions.at(-1) as (typeof editions)[number];
		const before = editions.at(-2) as (typeof editions)[number];
		let page = await openDay(published(coming));
		expect(await listed(page, code).textContent()).toContain(`Edition ${before.number} ·`);
		page = await openDay(published(coming), '&as=published');
		expect(await status(page).textContent()).toContain('published by');
		expect(await listed(page, code).textContent()).toContain(`Edition ${coming.number} ·`);
		page = await openDay(coming.inForceFrom);
		expect(coming.inForceFrom > today).toBe(true);
		expect(await status(page).textContent()).toContain('later releases may change it');
		expect(await listed(page, code).textContent()).toContain(`Edition ${coming.number} ·`);
	});

	test('says what had been withdrawn by then, and counts it apart', async () => {
		const withdrawn = histories.flatMap(({ code, events }) =>
			events.flatMap((event) => (event.kind === 'withdrawal' ? [{ code, on: event.on }] : [])),
		);
		expect(withdrawn).not.toEqual([]);
		for (const { code, on } of withdrawn) {
			const gone = (page: Page) => page.locator('[data-as-at-type=withdrawn] .code').allTextContents();
			const page = await openDay(on);
			expect(await gone(page)).toContain(code);
			expect(await status(page).textContent()).toMatch(/, \d+ withdrawn by then\./);
			await page.goto(reader.at(`/as-at/?on=${dayBefore(on)}`));
			await status(page)
				.getByText(dayInWords(dayBefore(on), 'en'))
				.waitFor();
			expect(await gone(page)).not.toContain(code);
		}
	});

	test('says that there was nothing before the first day', async () => {
		const page = await openDay('2020-01-01');
		expect(await status(page).textContent()).toBe(
			'Nothing was in force on 1 January 2020. Choose a later day.',
		);
		expect(await page.locator('[data-as-at-type]:visible').count()).toBe(0);
	});

	test('is chosen with a button, and has an address that can be sent on', async () => {
		const page = await reader.open('/as-at/');
		await status(page).getByText(dayInWords(today, 'en')).waitFor();
		await page.getByLabel('Day', { exact: true }).fill(dayBefore(replaced.day));
		await page.locator('[data-question]').selectOption('published');
		await page.getByRole('button', { name: 'Show that day' }).click();
		await page.waitForURL(reader.at(`/as-at/?on=${dayBefore(replaced.day)}&as=published`));
		await status(page)
			.getByText(`published by ${dayInWords(dayBefore(replaced.day), 'en')}`)
			.waitFor();
		expect(await page.locator('[data-question]').inputValue()).toBe('published');
		await page.goBack();
		await status(page).getByText(dayInWords(today, 'en')).waitFor();
		const [days, links] = await Promise.all([
			page.locator('section[aria-labelledby=days] a').allTextContents(),
			page
				.locator('section[aria-labelledby=days] a')
				.evaluateAll((all) => all.map((link) => link.getAttribute('href'))),
		]);
		expect(days).toContain(dayInWords(replaced.day, 'en'));
		expect(links).toContain(`/as-at/?on=${replaced.day}`);
	});

	test('is kept while links are followed, in a banner that leads back', async () => {
		const day = dayBefore(replaced.day);
		const page = await openDay(day);
		await listed(page, replaced.code).locator('a').click();
		const banner = page.locator('.as-at-banner');
		await banner.waitFor();
		expect(new URL(page.url()).pathname).toBe(replaced.old.path);
		expect(await banner.textContent()).toContain(
			`You are reading the handbook as at ${dayInWords(day, 'en')}, as in force then.`,
		);
		const link = page.locator('main a[href^="/as-at/"][href*="to="]:visible').first();
		const to = new URL(reader.at((await link.getAttribute('href')) ?? '')).searchParams.get('to') ?? '';
		const target = histories.find(({ path }) => path === to.replace(/#.*/, ''));
		const expected = target?.editions.findLast((each) => published(each) <= day && each.inForceFrom <= day);
		expect(expected, `${to} on ${day}`).toBeDefined();
		await link.click();
		await page.waitForURL((url) => url.pathname === expected?.path);
		expect(new URL(page.url()).searchParams.get('as-at')).toBe(day);
		await banner.getByRole('link', { name: 'All documents of that day' }).click();
		await page.waitForURL(reader.at(`/as-at/?on=${day}`));
	});

	test('is not claimed by a page of today, nor of a day that there is not', async () => {
		const today = histories.find(({ code }) => code === replaced.code)?.path ?? '';
		for (const address of [
			`${today}?as-at=${replaced.day}`,
			`${replaced.old.path}?as-at=2026-99-99`,
			`${replaced.old.path}?as-at=2026-02-31`,
		]) {
			const page = await reader.open(address);
			await page.locator('[data-choice]:visible, [data-print]:visible').first().waitFor();
			expect(await page.locator('.as-at-banner').count(), address).toBe(0);
		}
	});

	test('says so when a document that is linked to had no edition then', async () => {
		const { path, editions } = histories.find(
			({ editions: [first] }) => first && first.inForceFrom > published(first),
		) as (typeof histories)[number];
		const day = dayBefore(editions[0]?.inForceFrom ?? '');
		const page = await reader.open(`/as-at/?on=${day}&to=${path}`);
		await status(page).getByText('That document had no edition then.').waitFor();
	});

	test('says what to do when the list of editions does not load', async () => {
		const page = await reader.openEmpty();
		await page.route('**/as-at/editions.json', (route) => route.abort());
		await page.goto(reader.at('/as-at/'));
		await status(page).getByText('The list of editions could not be loaded.').waitFor();
	});

	test('is told without scripts by the days of every document, with nothing that does not work', async () => {
		const page = await reader.open('/as-at/', { javaScriptEnabled: false });
		const words = await page.locator('main').innerText();
		expect(words).toContain('Choosing a day needs JavaScript. Without it, find the document here');
		expect(await page.locator('main').locator('input:visible, button:visible, select:visible').count()).toBe(
			0,
		);
		const links = await page
			.locator('noscript a')
			.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
		expect(links).toEqual(histories.map(({ path }) => `${path}history/`));
	});

	test.each([360, 1280])('has no accessibility fault at %i, and fits', async (width) => {
		const page = await reader.open(`/as-at/?on=${replaced.day}`, {
			viewport: { width, height: 900 },
			bypassCSP: true,
		});
		await page.locator('[data-as-at-type]:visible').first().waitFor();
		expect(await axeFindings(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
			0,
		);
	});
});

describe('what stood on a day, searched', () => {
	const found = (page: Page) =>
		page
			.locator('[data-as-at-found] h2 a')
			.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));

	async function search(page: Page, words: string): Promise<void> {
		await page.getByLabel('Search what stood then').fill(words);
		await status(page).getByText(`“${words}”`).waitFor();
	}

	test('finds the edition of that day and no other', async () => {
		for (const [day, { path, title }, other] of [
			[dayBefore(replaced.day), replaced.old, replaced.next],
			[replaced.day, replaced.next, replaced.old],
		] as const) {
			const page = await openDay(day);
			await search(page, title);
			const links = await found(page);
			expect(links).toContain(`${path}?as-at=${day}`);
			expect(links.filter((link) => link.startsWith(other.path))).toEqual([]);
			expect(await page.locator('[data-as-at-type]:visible').count()).toBe(0);
		}
	});

	test('keeps its words on the page: in no address, request, history or store', async () => {
		const page = await openDay(replaced.day);
		const asked: string[] = [];
		page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
		await search(page, 'zebra quagga');
		expect(await status(page).textContent()).toContain('holds “zebra quagga”. Try fewer words');
		await page.getByLabel('Day', { exact: true }).fill(dayBefore(replaced.day));
		await page.getByRole('button', { name: 'Show that day' }).click();
		await page.waitForURL(reader.at(`/as-at/?on=${dayBefore(replaced.day)}`));
		await status(page).getByText('“zebra quagga”').waitFor();
		expect(asked.filter((request) => /zebra|quagga/.test(request))).toEqual([]);
		expect(
			await page.evaluate(() => [window.name, history.state, localStorage.length, sessionStorage.length]),
		).toEqual(['', null, 0, 0]);
		await page.getByLabel('Search what stood then').fill('');
		await page.locator('[data-as-at-type]:visible').first().waitFor();
	});

	test('loads what searches only when words are typed', async () => {
		const page = await reader.openEmpty();
		const asked: string[] = [];
		page.on('request', (request) => asked.push(new URL(request.url()).pathname));
		await page.goto(reader.at(`/as-at/?on=${replaced.day}`));
		await page.locator('[data-as-at-type]:visible').first().waitFor();
		expect(asked.filter((path) => /pagefind/.test(path))).toEqual([]);
		await search(page, 'review');
		expect(asked.filter((path) => path.startsWith('/pagefind-editions/'))).not.toEqual([]);
		expect(asked.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
	});

	test('says so when the index does not load, and shows the list again', async () => {
		const page = await reader.openEmpty();
		await page.route('**/pagefind-editions/**', (route) => route.abort());
		await page.goto(reader.at(`/as-at/?on=${replaced.day}`));
		await page.locator('[data-as-at-type]:visible').first().waitFor();
		await page.getByLabel('Search what stood then').fill('review');
		await status(page).getByText('Search could not be loaded.').waitFor();
		await page.getByLabel('Search what stood then').fill('');
		await page.locator('[data-as-at-type]:visible').first().waitFor();
	});
});
