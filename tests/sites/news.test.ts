/** What is new: changes that can be narrowed and marked as read, and bulletins. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { staffRoles } from '../../src/model/applies-to.ts';
import { changes } from '../../src/sites/handbook/data/changes.ts';
import { whatsNewPage } from '../../src/sites/handbook/data/whats-new.ts';
import { serveSite, startBrowser } from '../browser.ts';
import { BUILT } from '../build-sites.ts';
import { all, inputOf, pageAt, withClass } from './built.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
	browser = await startBrowser();
});
beforeEach(async () => {
	page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterEach(() => page.context().close());
afterAll(() => browser?.close());

describe('what is new', () => {
	const input = inputOf('handbook');
	const newest = changes(input).map(({ published }) => published ?? '');
	const releases = [...new Set(newest)];
	let site: Awaited<ReturnType<typeof serveSite>>;
	beforeAll(async () => {
		site = await serveSite(BUILT, 'handbook');
	});
	afterAll(() => site?.close());
	const open = (path = '/whats-new/') => page.goto(new URL(path, site.address).href);
	const status = () => page.locator('[data-news-filter] [role=status]').textContent();
	const items = (more = '') => page.locator(`.changes > li${more}`);
	const told = (name: string) =>
		items(':visible').evaluateAll(
			(all, name) => all.map((item) => (item as HTMLElement).dataset[name] ?? ''),
			name,
		);

	test('tells every change by the release that brought it', () => {
		const { elements } = pageAt('handbook', '/whats-new/');
		const headings = elements.filter(
			({ name, attributes }) => name === 'h2' && attributes.id?.startsWith('release-'),
		);
		expect(headings.map(({ attributes }) => attributes.id)).toEqual(
			releases.slice(0, headings.length).map((at) => `release-${at}`),
		);
		const shown = new Set(
			withClass(pageAt('handbook', '/whats-new/'), 'change').map(
				({ attributes }) => attributes['data-published'],
			),
		);
		expect(shown.size).toBe(headings.length);
	});

	test('is narrowed by role: changes that name it, and those for everybody', async () => {
		await open();
		const whole = await items(':visible').count();
		for (const role of Object.keys(staffRoles)) {
			await page.selectOption('[data-news-filter] [name=role]', role);
			const [act, roles] = [await told('act'), await told('roles')];
			expect(act.length, role).toBeGreaterThan(0);
			for (const [index, must] of act.entries()) {
				const named = `${must} ${roles[index]}`.trim();
				if (named !== '') expect(named.split(' '), role).toContain(role);
			}
			expect(await status()).toBe(act.length === whole ? '' : `${act.length} of ${whole} shown.`);
		}
		await page.selectOption('[data-news-filter] [name=role]', '');
		expect(await items(':visible').count()).toBe(whole);
	});

	test('is narrowed by topic and Area, and leaves no heading over nothing', async () => {
		await open();
		const topics = await page
			.locator('[name=topic] option')
			.evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value).filter(Boolean));
		expect(topics).not.toEqual([]);
		for (const topic of topics) {
			await page.selectOption('[data-news-filter] [name=topic]', topic);
			for (const named of await told('topics')) expect(named.split(' ')).toContain(topic);
			const empty = await page
				.locator('[data-group]:visible')
				.evaluateAll(
					(all) => all.filter((group) => !group.querySelector('.changes > li:not([hidden])')).length,
				);
			expect(empty).toBe(0);
		}
		await page.selectOption('[data-news-filter] [name=topic]', '');
		for (const { id, pilots } of input.areas.map(({ id, pilots }) => ({
			id,
			pilots: pilots.map((pilot) => pilot.id),
		}))) {
			await page.selectOption('[data-news-filter] [name=area]', id);
			for (const areas of await told('areas')) if (areas) expect(areas.split(' ')).toContain(id);
			for (const trials of await told('pilots'))
				if (trials)
					expect(
						trials.split(' ').some((trial) => pilots.includes(trial)),
						`${trials} in ${id}`,
					).toBe(true);
		}
	});

	test('is marked as read in this browser, until there is a newer release', async () => {
		await open();
		expect(await page.locator('[data-since]').isVisible()).toBe(false);
		await page.locator('[data-read-all]').click();
		expect(await status()).toBe('Marked as read, in this browser only.');
		expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ 'news read until': releases[0] });
		await page.locator('[name=since]').check();
		expect(await items(':visible').count()).toBe(0);
		expect(await status()).toBe('Nothing is new since you last looked.');
		// As it would be for somebody who looked at the release before.
		await page.evaluate((at) => localStorage.setItem('news read until', at), releases[1] ?? '');
		await open();
		expect(await items(':visible').count()).toBeGreaterThan(0);
		await page.locator('[name=since]').check();
		expect(new Set(await told('published'))).toEqual(new Set([releases[0]]));
	});

	test('is whole without scripts, with no button that does nothing', async () => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const plain = await context.newPage();
		await plain.goto(new URL('/whats-new/', site.address).href);
		expect(await plain.locator('main').locator('button:visible, select:visible, input:visible').count()).toBe(
			0,
		);
		expect(await plain.locator('.changes > li:visible').count()).toBe(
			withClass(pageAt('handbook', '/whats-new/'), 'change').length,
		);
		await context.close();
	});

	test('has its bulletin in the month of the day in the United Kingdom', () => {
		const histories = input.histories.map((history) => ({
			...history,
			events: [],
			editions: history.editions.map((edition) => ({ ...edition, published: '2026-06-30T23:30:00Z' })),
		}));
		expect(whatsNewPage({ ...input, histories }).map(({ path }) => path)).toEqual([
			'/whats-new/',
			'/whats-new/2026-07/',
		]);
	});

	test('has a bulletin for each month, with all of that month, to be printed on its own', async () => {
		const months = [...new Set(releases.map((at) => at.slice(0, 7)))];
		const links = all(pageAt('handbook', '/whats-new/'), 'a').map(({ attributes }) => attributes.href);
		for (const month of months) {
			const path = `/whats-new/${month}/`;
			expect(links).toContain(path);
			const words = all(pageAt('handbook', path), 'main')[0]?.text ?? '';
			const ofMonth = changes(input).filter(({ published }) => published?.startsWith(month));
			for (const { document, what } of ofMonth) {
				expect(words, path).toContain(`${document.code} ${document.title}`);
				expect(words, path).toContain(what.replace(/\s+/g, ' ').trim());
			}
		}
		await open(`/whats-new/${months[0]}/`);
		await page.emulateMedia({ media: 'print' });
		expect(
			await page.locator('nav.sections, .top-search, [data-print]').locator('visible=true').count(),
		).toBe(0);
		expect(await page.locator('main h1').isVisible()).toBe(true);
	});
});
