/** Editions in a browser: going from change to change, side by side, any two compared, without scripts, on a phone. */
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SiteName } from '../../src/release/index.ts';
import { axeFindings, bringAxe, pagesOf, serveSite, startBrowser } from '../browser.ts';
import { buildWithPast, pastFolder } from '../sites/past.ts';

const built = pastFolder('browser');
let browser: Browser;
const servers = {} as Record<SiteName, Awaited<ReturnType<typeof serveSite>>>;
let page: Page;
let asked: string[] = [];
let errors: string[] = [];

beforeAll(async () => {
	mkdirSync(built, { recursive: true });
	for (const site of ['handbook', 'public'] as const) await buildWithPast(site, built);
	browser = await startBrowser();
	for (const site of ['handbook', 'public'] as const) servers[site] = await serveSite(built, site);
});
afterEach(async () => {
	await page?.context().close();
	expect(errors).toEqual([]);
});
afterAll(async () => {
	await browser?.close();
	for (const server of Object.values(servers)) await server.close();
});

async function open(site: SiteName, path: string, options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	asked = [];
	errors = [];
	page = await context.newPage();
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	page.on('pageerror', (error) => errors.push(error.message));
	page.on('console', (message) => {
		if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text());
	});
	await page.goto(new URL(path, servers[site].address).href);
	return page;
}

const CHANGES = '/standards/timeliness/editions/3/changes/';
const status = () => page.locator('[data-at]').innerText();
const focused = () =>
	page.evaluate(() => {
		const { activeElement: active } = document;
		return { change: active?.getAttribute('data-change'), text: active?.textContent ?? '' };
	});

describe('what changed in an edition', () => {
	test('is gone through with buttons, round and round, each change announced', async () => {
		await open('handbook', CHANGES);
		const count = new Set(
			await page
				.locator('[data-compared] [data-change]')
				.evaluateAll((all) => all.map((each) => each.getAttribute('data-change'))),
		).size;
		expect(count).toBeGreaterThan(2);
		for (let number = 1; number <= count; number++) {
			await page.getByRole('button', { name: 'Next change' }).click();
			expect(await status()).toBe(`Change ${number} of ${count}`);
			expect((await focused()).change).toBe(`${number}`);
		}
		await page.getByRole('button', { name: 'Next change' }).click();
		expect(await status()).toBe(`Change 1 of ${count}`);
		await page.getByRole('button', { name: 'Previous change' }).click();
		expect(await status()).toBe(`Change ${count} of ${count}`);
		expect(await page.locator(':focus').isVisible()).toBe(true);
	});

	test('is gone through with keys', async () => {
		await open('handbook', CHANGES);
		await page.keyboard.press('Alt+ArrowDown');
		expect((await focused()).change).toBe('1');
		await page.keyboard.press('Alt+ArrowDown');
		await page.keyboard.press('Alt+ArrowUp');
		const { change, text } = await focused();
		expect(change).toBe('1');
		expect(text).toMatch(/^(?:added|removed): /);
	});

	test('is said by the tree that screen readers read: insertions, deletions and words', async () => {
		await open('handbook', CHANGES);
		const tree = await page.locator('[data-compared]').ariaSnapshot();
		expect(tree).toMatch(/deletion:\s+- text: ["']?removed:["']?\s+- strong: Should/);
		expect(tree).toMatch(/insertion:\s+- text: ["']?added:["']?\s+- strong: Must/);
		expect(tree).toMatch(/deletion: ["']removed: 20["']\s+- insertion: ["']added: \d+["']/);
		expect(tree).toContain('end of change.');
	});

	test('stands side by side: each side with its own words alone, row by row', async () => {
		await open('handbook', CHANGES);
		await page.getByLabel('side by side').check();
		const sides = page.locator('.sides');
		expect(await sides.locator('th').first().innerText()).toBe('Before');
		expect(await page.locator('[data-compared]').isVisible()).toBe(false);
		const cell = (side: 1 | 2) => sides.locator(`tbody > tr > td:nth-child(${side})`);
		expect(await cell(1).locator('ins').count()).toBe(0);
		expect(await cell(2).locator('del').count()).toBe(0);
		expect(await cell(1).locator('del').count()).toBeGreaterThan(0);
		expect(await cell(2).locator('ins').count()).toBeGreaterThan(0);
		await page.keyboard.press('Alt+ArrowDown');
		expect(await page.locator('.sides :focus').count()).toBe(1);
		await page.getByLabel('in one text').check();
		expect(await sides.count()).toBe(0);
		expect(await page.locator('[data-compared]').isVisible()).toBe(true);
	});

	test('can be narrowed to what changed', async () => {
		await open('handbook', CHANGES);
		const unchanged = page.locator('[data-compared] > h2').first();
		expect(await unchanged.isVisible()).toBe(true);
		await page.getByLabel('only what changed').check();
		expect(await unchanged.isVisible()).toBe(false);
		const [all, shown] = await Promise.all([
			page.locator('[data-compared] [data-change]').count(),
			page.locator('[data-compared] [data-change]:visible').count(),
		]);
		expect(shown).toBe(all);
		await page.getByLabel('side by side').check();
		expect(await page.locator('.sides > tbody > tr:visible').count()).toBeLessThan(
			await page.locator('.sides > tbody > tr').count(),
		);
	});

	test('is told without colour: struck through and underlined, on paper too', async () => {
		await open('handbook', CHANGES);
		for (const media of ['screen', 'print'] as const) {
			await page.emulateMedia({ media });
			const lines = (name: string) =>
				page
					.locator(`[data-compared] ${name}`)
					.first()
					.evaluate((element) => getComputedStyle(element).textDecorationLine);
			expect(await lines('del')).toContain('line-through');
			expect(await lines('ins')).toContain('underline');
		}
		expect(await page.locator('[data-tools]').isVisible()).toBe(false);
	});

	test('is whole without scripts, with no buttons that do nothing', async () => {
		await open('handbook', CHANGES, { javaScriptEnabled: false });
		expect(await page.locator('[data-compared] ins').count()).toBeGreaterThan(0);
		expect(await page.getByRole('button', { name: 'Next change' }).isVisible()).toBe(false);
	});
});

describe('any two editions', () => {
	test('are compared here, with what matters first, and nothing asked for elsewhere', async () => {
		await open('handbook', '/compare/?document=VCS-01&from=1&to=3');
		await page.getByRole('heading', { name: /^Edition 1 and edition 3 of VCS-01/ }).waitFor();
		const matters = await page.locator('[data-matters]').innerText();
		expect(matters).toContain('Clause VCS-01.1: was should, now must.');
		expect(matters).toContain('Phone number: no longer there: 01632 960 099.');
		expect(matters).toContain('Applies to Areas: was Wessex, now all.');
		expect(await page.locator('[data-compared] del').count()).toBeGreaterThan(0);
		const fetched = asked.filter((path) => path.endsWith('.json'));
		expect(fetched.sort()).toEqual([
			'/compare/VCS-01.json',
			'/standards/timeliness/editions/1.json',
			'/standards/timeliness/editions/3.json',
		]);
	});

	test('chosen the wrong way round are compared from the earlier one on', async () => {
		await open('handbook', '/compare/?document=VCS-01&from=3&to=1');
		await page.getByRole('heading', { name: /^Edition 1 and edition 3 of VCS-01/ }).waitFor();
		expect(await page.locator('[data-matters]').innerText()).toContain('was should, now must.');
		expect(await page.getByLabel('Earlier edition').inputValue()).toBe('1');
		expect(await page.getByLabel('Later edition').inputValue()).toBe('3');
	});

	test('of neighbours are what the page made before says', async () => {
		await open('handbook', CHANGES);
		const [before, matters] = await Promise.all([
			page.locator('[data-compared]').innerHTML(),
			page.locator('.matters').innerText(),
		]);
		await page.goto(new URL('/compare/?document=VCS-01&from=2&to=3', servers.handbook.address).href);
		await page.locator('[data-compared] ins').first().waitFor();
		expect(await page.locator('[data-compared]').innerHTML()).toBe(before);
		expect(await page.locator('[data-matters] .matters').innerText()).toBe(matters);
	});

	test('are chosen with a code and two lists, and the choice stands in the address', async () => {
		await open('handbook', '/compare/');
		expect(asked.filter((path) => path.endsWith('.json'))).toEqual([]);
		await page.getByLabel('Reference code').fill('vcs-01');
		await page.getByRole('button', { name: 'Compare', exact: true }).click();
		await page.locator('[data-compared] ins').first().waitFor();
		await page.getByLabel('Earlier edition').selectOption('1');
		await page.getByRole('button', { name: 'Compare', exact: true }).click();
		await page.getByRole('heading', { name: /^Edition 1 and edition 3/ }).waitFor();
		expect(new URL(page.url()).search).toBe('?document=VCS-01&from=1&to=3&language=en');
		await page.goBack();
		await page.getByRole('heading', { name: /^Edition 2 and edition 3/ }).waitFor();
	});

	test.each([
		['an unknown document', '/compare/?document=GD-999', 'No document with the code GD-999'],
		['what is no code', '/compare/?document=..%2F..%2Fx', 'No document with the code'],
		[
			'an edition there is not',
			'/compare/?document=VCS-01&from=9&to=2',
			'VCS-01 has no edition 9. Choose one',
		],
		['a text taken away', '/compare/?document=GD-003&from=2&to=3', 'The text of edition 2 was removed'],
	])('that cannot be compared are answered: %s', async (_, path, answer) => {
		await open('handbook', path);
		await page.getByText(answer).waitFor();
		expect(await page.locator('[data-result]').isVisible()).toBe(false);
	});

	test('are of days of the United Kingdom, as everywhere else', async () => {
		await open('handbook', '/compare/');
		await page.route('**/compare/VCS-01.json', async (route) => {
			const told = await (await route.fetch()).text();
			await route.fulfill({ body: told.replace('2026-03-02T09:00:00Z', '2026-06-30T23:30:00Z') });
		});
		await page.goto(new URL('/compare/?document=VCS-01', servers.handbook.address).href);
		const earlier = page.getByLabel('Earlier edition').locator('option').first();
		expect(await earlier.textContent()).toBe('Edition 1, published 1 July 2026');
	});

	test('are explained without scripts', async () => {
		await open('handbook', '/compare/', { javaScriptEnabled: false });
		expect(await page.locator('main').innerText()).toContain('scripts have to be allowed');
		expect(await page.getByRole('button', { name: 'Compare', exact: true }).isVisible()).toBe(false);
	});

	test('in Welsh are in Welsh side by side too, below headings in the language of the page', async () => {
		await open('handbook', '/compare/?document=VP-001&from=1&to=3&language=cy');
		await page.getByRole('heading', { name: /^Edition 1 and edition 3/ }).waitFor();
		expect(await page.locator('[data-title] bdi').getAttribute('lang')).toBe('cy');
		await page.getByLabel('side by side').check();
		expect(await page.locator('.sides > tbody').getAttribute('lang')).toBe('cy');
		expect(await page.locator('.sides > tbody').getAttribute('dir')).toBe('ltr');
		expect(await page.locator('.sides del [lang=en]').first().textContent()).toBe('removed: ');
	});

	test('stand in Welsh, in plain words, and can be left in an instant', async () => {
		await open('public', '/cy/compare/?document=VP-001&from=1&to=3&language=cy');
		await page.getByRole('heading', { name: /^Fersiwn 1 a fersiwn 3/ }).waitFor();
		expect(await page.locator('[data-compared]').getAttribute('lang')).toBe('cy');
		expect(await page.locator('[data-exit]').first().isVisible()).toBe(true);
		expect(await page.locator('main').innerText()).not.toMatch(/undefined|\{\w+\}/);
	});
});

test.each(['handbook', 'public'] as const)(
	'every page of the past of the %s site fits a phone and has no finding of axe',
	{ timeout: 240_000 },
	async (site) => {
		await open(site, '/compare/', { viewport: { width: 360, height: 800 }, bypassCSP: true });
		await bringAxe(page.context());
		const paths = pagesOf(built, site).filter((path) => /\/(?:history|editions|compare)\//.test(path));
		const found: string[] = [];
		for (const path of [...paths, '/compare/?document=VP-001&from=1&to=3']) {
			await page.goto(new URL(path, servers[site].address).href);
			if (path.includes('?'))
				await page.locator('[data-compared] ins, [data-compared] del').first().waitFor();
			const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			if (wide > 0) found.push(`${path} is ${wide} too wide`);
			found.push(...(await axeFindings(page)).map((finding) => `${path}: ${finding}`));
		}
		expect(paths.length).toBeGreaterThan(15);
		expect(found).toEqual([]);
	},
);
