/** Both pages of results and the search box, in a browser, under the policy a real server sends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IndexedPage } from '../../src/search/index.ts';
import { indexSite } from '../../src/search/indexer.ts';
import { axeFindings, serveSite, startBrowser } from '../browser.ts';
import { BUILT } from '../build-sites.ts';

const sites = ['handbook', 'public'] as const;
const servers = new Map<string, Awaited<ReturnType<typeof serveSite>>>();
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let requests: string[];

beforeAll(async () => {
	browser = await startBrowser();
	for (const site of sites) servers.set(site, await serveSite(BUILT, site));
});
afterAll(async () => {
	await browser?.close();
	for (const server of servers.values()) await server.close();
});
beforeEach(() => open());
afterEach(() => context.close());

async function open(options: BrowserContextOptions = {}): Promise<void> {
	await context?.close();
	context = await browser.newContext(options);
	page = await context.newPage();
	complaints = [];
	requests = [];
	page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
	page.on('pageerror', ({ message }) => complaints.push(message));
	// The browser asks for the icon when it likes.
	page.on('request', (request) => request.url().endsWith('.svg') || requests.push(request.url()));
}

const address = (site: string, path: string) => new URL(path, servers.get(site)?.address).href;
const go = (site: string, path: string) => page.goto(address(site, path));
const box = () => page.locator('[data-search-page] input[type=search]');
const status = () => page.locator('.search-status').textContent();
const answered = () => page.locator('.search-results > li, [data-help]:not([hidden])').first().waitFor();
const focused = () =>
	page.evaluate(() => document.activeElement?.textContent || document.activeElement?.tagName);

async function search(site: string, words: string, path = '/search/'): Promise<void> {
	await go(site, path);
	await box().fill(words);
	await answered();
}

describe.each(sites)('the box of the %s', (site) => {
	it('asks for nothing until it is used, and hands its words over without leaving a trace', async () => {
		await go(site, '/');
		const before = requests.length;
		await page.keyboard.press('/');
		await page.keyboard.type('meeting a/b');
		expect(requests).toHaveLength(before);
		await page.keyboard.press('Enter');
		await page.waitForURL(address(site, '/search/'));
		await answered();
		expect(await box().inputValue()).toBe('meeting a/b');
		expect(
			await page.evaluate(() => [
				window.name,
				location.href,
				history.state,
				localStorage.length,
				sessionStorage.length,
				document.cookie,
			]),
		).toEqual(['', address(site, '/search/'), null, 0, 0, '']);
		expect(requests.filter((url) => url.includes('meeting'))).toEqual([]);
		expect(complaints).toEqual([]);
		await page.goBack();
		expect(await page.locator('[data-search-box] input').first().inputValue()).toBe('');
	});

	it('is a link to the A to Z without scripts', async () => {
		await open({ javaScriptEnabled: false });
		await go(site, '/');
		expect(await page.locator('[data-search-box] a').first().getAttribute('href')).toBe('/a-z/');
		expect(await page.locator('[data-search-box] form').first().isVisible()).toBe(false);
		await go(site, '/search/');
		expect(await page.locator('[data-search-fallback] a').getAttribute('href')).toBe('/a-z/');
		expect(await page.locator('[data-search-page]').isVisible()).toBe(false);
	});
});

describe.each(sites)('the results of the %s', (site) => {
	it('are announced, marked and within the policy', async () => {
		await search(site, 'meeting');
		expect(await status()).toMatch(/^\d+ results for “meeting”$/);
		expect(await page.locator('.search-status').getAttribute('role')).toBe('status');
		expect(await page.locator('.search-results mark').first().textContent()).toMatch(/^meet/i);
		expect(complaints).toEqual([]);
	});

	it('are moved through with the keyboard', async () => {
		await search(site, 'meeting');
		const links = await page.locator('.search-results a').allTextContents();
		await box().press('ArrowUp');
		expect(await focused()).toBe('INPUT');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		expect(await focused()).toBe(links[1]);
		await page.keyboard.press('ArrowUp');
		expect(await focused()).toBe(links[0]);
		await page.keyboard.press('/');
		expect(await focused()).toBe('INPUT');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Escape');
		expect([
			await focused(),
			await box().inputValue(),
			await status(),
			await page.locator('.search-results > li').count(),
		]).toEqual(['INPUT', '', '', 0]);
		await box().fill('meeting');
		await answered();
		await box().press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => url.pathname !== '/search/');
		expect(await page.locator('h1').textContent()).toBe(links[0]);
	});

	it('come ten at a time', async () => {
		await search(site, 'victim crime');
		expect(await page.locator('.search-results > li').count()).toBe(10);
		await page.locator('[data-more]').click();
		await page.locator('.search-results > li').nth(10).waitFor();
		expect(await page.locator('.search-results > li').count()).toBeGreaterThan(10);
		expect(await focused()).toBe(
			await page.locator('.search-results > li').nth(10).locator('h2 a').textContent(),
		);
	});

	it('say what was tried when there are none, and where to go', async () => {
		await search(site, 'qqqq <img src=x onerror=alert(1)>');
		expect(await status()).toBe('Nothing was found. We looked for “qqqq <img src=x onerror=alert(1)>”.');
		expect(
			await page
				.locator('[data-help] a')
				.evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
		).toEqual(site === 'handbook' ? ['/a-z/', '/about/'] : ['/a-z/', '/support/', '/find-your-area/']);
		expect(await page.locator('[data-search-page] img').count()).toBe(0);
		expect(complaints).toEqual([]);
	});

	it.each([
		'**/pagefind/pagefind.js',
		'**/pagefind/*.pf_meta',
		'**/pagefind/index/*',
		'**/pagefind/fragment/*',
		'**/pagefind/wasm.*',
	])('say aloud when %s does not load', async (files) => {
		await page.route(files, (route) => route.abort());
		await search(site, 'meeting');
		expect(await status()).toContain('Search is not working at the moment.');
		expect(await page.locator('[data-why] h2').textContent()).toBe(
			'Search is not working at the moment. Your words were not sent anywhere.',
		);
		expect(await page.locator('[data-help] a').first().getAttribute('href')).toBe('/a-z/');
		await page.unroute(files);
	});

	it.each([360, 1280])('have no accessibility faults at %i', async (width) => {
		await open({ viewport: { width, height: 900 }, bypassCSP: true });
		await search(site, 'meeting');
		for (const group of await page.locator('.search-narrow, .search-narrow details').all()) {
			await group.evaluate((each) => each.setAttribute('open', ''));
		}
		expect(await axeFindings(page)).toEqual([]);
		await box().fill('qqqq');
		await page.locator('[data-help]:not([hidden])').waitFor();
		expect(await axeFindings(page)).toEqual([]);
	});
});

describe('the handbook', () => {
	it.each([
		['vcs 4', '/standards/explaining-decisions/'],
		['right 6', '/rights/right-6/'],
		['Safe contact', '/standards/safe-contact/'],
	])('puts what “%s” names first', async (words, path) => {
		await search('handbook', words);
		expect(await page.locator('.search-results a').first().getAttribute('href')).toBe(path);
		expect(
			await page.locator('.search-results li').first().locator('.search-about strong').textContent(),
		).toBe('Best match');
	});

	it('leads to the clause', async () => {
		await search('handbook', 'vcs 04.2');
		expect(await page.locator('.search-results ul a').first().getAttribute('href')).toBe(
			'/standards/explaining-decisions/#VCS-04.2',
		);
	});

	it('narrows by what is chosen, with counts, and shows all again', async () => {
		await search('handbook', 'review');
		const all = await status();
		const letters = page.locator('[data-filter=type] label', { hasText: 'Letter template' });
		const count = Number(/\((\d+)\)/.exec((await letters.textContent()) ?? '')?.[1]);
		await letters.locator('input').check();
		await page.waitForFunction(
			(before) => document.querySelector('.search-status')?.textContent !== before,
			all,
		);
		expect(await status()).toMatch(new RegExp(`^${count} results? for “review”$`));
		expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox');
		expect(new Set(await page.locator('.search-about').allTextContents())).toSatisfy((about: Set<string>) =>
			[...about].every((each) => each.includes('Letter template')),
		);
		await page.locator('[data-show-all]').click();
		await page.waitForFunction(
			(before) => document.querySelector('.search-status')?.textContent === before,
			all,
		);
	});

	it('orders by date', async () => {
		await search('handbook', 'review');
		const before = await page.locator('.search-results h2').allTextContents();
		await page.locator('input[value=date]').check();
		await page.waitForFunction(
			(first) => document.querySelector('.search-results h2')?.textContent !== first,
			before[0],
		);
		expect(await page.locator('.search-results > li').count()).toBe(10);
	});

	it('finds today’s editions alone, and earlier ones when they are asked for, each told which it is', async () => {
		await search('handbook', 'review');
		const links = () =>
			page.locator('.search-results h2 a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
		expect((await links()).filter((href) => href?.includes('/editions/'))).toEqual([]);
		const before = await links();
		await page.getByLabel('Search all editions').check();
		await page.locator('.search-results h2 a[href*="/editions/"]').first().waitFor();
		expect((await links()).filter((href) => !/\/editions\/\d+\/$/.test(href ?? ''))).toEqual([]);
		for (const about of await page.locator('.search-results .search-about').allTextContents())
			expect(about).toMatch(/, edition \d+, (?:in force|superseded on|applies from|withdrawn)/);
		expect(await page.locator('.search-narrow').isVisible()).toBe(false);
		expect(complaints).toEqual([]);
		await page.getByLabel('Search all editions').uncheck();
		await page.locator('.search-results h2 a:not([href*="/editions/"])').first().waitFor();
		expect(await links()).toEqual(before);
		expect(await page.locator('.search-narrow').isVisible()).toBe(true);
	});

	it('finds an old edition by words that have gone since', async () => {
		await search('handbook', 'forensic');
		const marked = page.locator('.search-results > li', {
			has: page.locator('mark', { hasText: /forensic/i }),
		});
		expect(await marked.count()).toBe(0);
		await page.getByLabel('Search all editions').check();
		await marked.first().waitFor();
		expect(await marked.first().locator('.search-about').textContent()).toContain('superseded on');
	});

	it('searches all indexes of the past as one', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'later-index-'));
		try {
			const text = 'An emergency review that a quagga asked for.';
			const later: IndexedPage = {
				path: '/guidance/quagga/editions/1/',
				language: 'en',
				title: 'A later edition',
				sections: [{ id: '', heading: '', text }],
				meta: { code: 'GD-999', type: 'Guidance, edition 1, in force' },
				filters: { type: ['Guidance'] },
				sort: { date: '2027-10-01' },
			};
			await indexSite([later], folder);
			await page.route('**/search/', async (route) => {
				const response = await route.fetch();
				const body = (await response.text()).replace(
					'[&quot;2026/1&quot;]',
					'[&quot;2026/1&quot;,&quot;2027/1&quot;]',
				);
				expect(body).toContain('2027/1');
				await route.fulfill({ response, body });
			});
			await page.route('**/pagefind-editions/2027/1/**', (route) =>
				route.fulfill({
					path: join(
						folder,
						new URL(route.request().url()).pathname.replace('/pagefind-editions/2027/1/', ''),
					),
				}),
			);
			await search('handbook', 'review');
			await page.getByLabel('Search all editions').check();
			await page.locator('.search-results h2 a[href*="/editions/"]').first().waitFor();
			const before = Number.parseInt((await status()) ?? '', 10);
			expect(before).toBeGreaterThan(5);
			await box().fill('quagga');
			await page.locator(`.search-results h2 a[href="${later.path}"]`).waitFor();
			expect(await page.locator('.search-results > li').count()).toBe(1);
			expect(await page.locator('.search-results mark').first().textContent()).toBe('quagga');
			expect(complaints).toEqual([]);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});

	it('says aloud when earlier editions do not load', async () => {
		await page.route('**/pagefind-editions/**', (route) => route.abort());
		await search('handbook', 'review');
		await page.getByLabel('Search all editions').check();
		await page.locator('[data-help]:not([hidden])').waitFor();
		expect(await status()).toContain('Search is not working at the moment.');
		await page.getByLabel('Search all editions').uncheck();
		await page.locator('.search-results h2 a').first().waitFor();
	});
});

describe('the public site', () => {
	it('searches Welsh pages in Welsh, and offers the English ones', async () => {
		await search('public', 'llys', '/cy/search/');
		expect(await status()).toContain('canlyniad ar gyfer “llys”');
		expect(await page.locator('.search-results a').first().getAttribute('href')).toMatch(/^\/cy\//);
		await box().fill('intermediary');
		await page.locator('[data-other]').click();
		await page.waitForURL(address('public', '/search/'));
		await answered();
		expect(await box().inputValue()).toBe('intermediary');
		expect(complaints).toEqual([]);
	});

	const numbers = () =>
		page
			.locator('[data-urgent]:not([hidden]) a')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href')));

	it.each([
		['i am scared', '/search/'],
		['suicide', '/search/'],
		['999', '/search/'],
		['hunanladdiad', '/cy/search/'],
	])('says first whom to call for “%s”', async (words, path) => {
		await open({ viewport: { width: 360, height: 740 } });
		await search('public', words, path);
		const support = path.replace('search', 'support');
		expect((await numbers()).slice(0, 3)).toEqual(['tel:999', 'tel:116123', support]);
		const seen = await page.locator('[data-urgent] a').nth(1).boundingBox();
		expect(seen?.y).toBeLessThan(600);
		await box().fill(path === '/search/' ? 'court' : 'llys');
		await page.locator('[data-urgent]').waitFor({ state: 'hidden' });
	});

	it('says whom to call whenever nothing is found, or search does not work', async () => {
		await open({ viewport: { width: 360, height: 740 } });
		await search('public', 'qqqq');
		expect(await numbers()).toContain('tel:999');
		const [why, first] = [page.locator('[data-why] h2'), page.locator('[data-urgent] a').first()];
		expect((await why.boundingBox())?.y).toBeLessThan((await first.boundingBox())?.y ?? 0);
		expect((await first.boundingBox())?.y).toBeLessThan(600);
		await box().fill('');
		await box().press('Enter');
		expect(await numbers()).toEqual([]);
		await page.route('**/pagefind/pagefind.js', (route) => route.abort());
		await search('public', 'meeting');
		expect(await numbers()).toContain('tel:999');
	});

	it('takes a number for a whole one', async () => {
		await search('public', '999');
		expect(await page.locator('.search-results').textContent()).not.toContain('0800 999 5428');
	});

	it('finds pages in other languages by the name of the language', async () => {
		for (const words of ['arabic', 'عربي']) {
			await search('public', words);
			expect(await page.locator('.search-results a').first().getAttribute('href')).toMatch(/^\/ar\//);
		}
	});

	it('narrows by nothing', async () => {
		await search('public', 'court');
		expect(await page.locator('.search-narrow').count()).toBe(0);
	});

	it('empties the page of results when the reader leaves', async () => {
		await search('public', 'court');
		await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'weather' }));
		await page.locator('.govuk-exit-this-page__button').click();
		await page.waitForURL('https://www.bbc.co.uk/**');
		expect(await page.evaluate(() => window.name)).toBe('');
	});
});
