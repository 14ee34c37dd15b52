/** Leaving the public site: in a real browser, on the built pages, with a stand-in for the neutral site. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serveSite, startBrowser } from '../browser.ts';
import { BUILT } from '../build-sites.ts';

const NEUTRAL = 'https://www.bbc.co.uk/weather';
const SENSITIVE = '/information/help-at-home/';
const EXIT = '.govuk-exit-this-page__button';

let browser: Browser;
let server: Awaited<ReturnType<typeof serveSite>>;
let context: BrowserContext | undefined;

beforeAll(async () => {
	[browser, server] = await Promise.all([startBrowser(), serveSite(BUILT, 'public')]);
});

afterEach(() => context?.close());

afterAll(async () => {
	await browser?.close();
	await server?.close();
});

async function open(path = SENSITIVE, options: BrowserContextOptions = {}): Promise<Page> {
	context = await browser.newContext(options);
	await context.route(/bbc\.co\.uk/, (route) =>
		route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' }),
	);
	return visit(path);
}

async function visit(path: string): Promise<Page> {
	const page = await (context as BrowserContext).newPage();
	await page.goto(new URL(path, server.address).href);
	return page;
}

const left = (page: Page) => page.waitForURL(NEUTRAL, { timeout: 5000 });
const indicator = (page: Page) => page.locator('.govuk-exit-this-page__indicator-light--on').count();
const spoken = (page: Page) => page.locator('.govuk-exit-this-page [role=status]').textContent();

describe('leaving the site', () => {
	test('by the button', async () => {
		const page = await open();
		await page.click(EXIT);
		await left(page);
	});

	test('by the button with scripts switched off', async () => {
		const page = await open(SENSITIVE, { javaScriptEnabled: false });
		await page.click(EXIT);
		await left(page);
	});

	test('by the second stop of the Tab key, on every page', async () => {
		const page = await open('/');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await left(page);
	});

	test('by the space bar on the button', async () => {
		const page = await open();
		await page.focus(EXIT);
		await page.keyboard.press('Space');
		await left(page);
	});

	test('by Shift three times, with the presses shown and spoken', async () => {
		const page = await open();
		await page.keyboard.press('Shift');
		expect([await indicator(page), await spoken(page)]).toEqual([1, 'Shift, press 2 more times to exit.']);
		await page.keyboard.press('Shift');
		expect([await indicator(page), await spoken(page)]).toEqual([2, 'Shift, press 1 more time to exit.']);
		await page.keyboard.press('Shift');
		await left(page);
	});

	test('not by another key between, nor by capital letters', async () => {
		const page = await open();
		for (const key of ['Shift', 'Shift', 'a', 'Shift+A', 'Shift+B', 'Shift+C', 'Shift+D'])
			await page.keyboard.press(key);
		expect([await indicator(page), await spoken(page)]).toEqual([0, 'Exit this page expired.']);
		expect(page.url()).toContain(SENSITIVE);
	});

	test('empties the other tabs of the site', async () => {
		const page = await open();
		const other = await visit('/support/');
		await page.bringToFront();
		await page.click(EXIT);
		await Promise.all([left(page), left(other)]);
	});

	test('shows nothing when there is no connection', async () => {
		const page = await open();
		await context?.unroute(/bbc\.co\.uk/);
		await context?.route(/bbc\.co\.uk/, () => undefined);
		const shown = await page.evaluate(() => {
			document.querySelector<HTMLElement>('a[data-exit]')?.click();
			return [document.title, document.body.innerText.trim()];
		});
		expect(shown).toEqual(['Loading.', 'Loading.']);
	});
});

describe('going back after leaving', () => {
	test('leads to the neutral site, however many pages were read', async () => {
		const page = await open('/');
		for (const path of [SENSITIVE, '/information/specialist-help/'])
			await page.goto(new URL(path, server.address).href);
		await page.click(EXIT);
		await left(page);
		for (let presses = 0; presses < 2; presses++) {
			await page.goBack({ waitUntil: 'commit' }).catch(() => null);
			await left(page);
		}
	});

	test('shows the page again when it is opened on purpose', async () => {
		const page = await open();
		await page.click(EXIT);
		await left(page);
		await page.goto(new URL('/support/', server.address).href);
		expect(await page.locator('h1').isVisible()).toBe(true);
	});
});

describe('what stays on the device', () => {
	test('is nothing before leaving, and one mark in the tab afterwards', async () => {
		const page = await open();
		await context?.route(/bbc\.co\.uk/, () => undefined);
		const stored = await page.evaluate(() => {
			const now = () => [document.cookie, localStorage.length, JSON.stringify(sessionStorage)];
			const before = now();
			document.querySelector<HTMLElement>('a[data-exit]')?.click();
			return [before, now()];
		});
		expect(stored).toEqual([
			['', 0, '{}'],
			['', 0, '{"left":"1"}'],
		]);
	});

	test('no page asks anything of another site', async () => {
		const page = await open();
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		for (const path of ['/', '/support/', '/search/', '/cy/', '/ar/information/finding-support/']) {
			await page.goto(new URL(path, server.address).href, { waitUntil: 'networkidle' });
		}
		expect(asked.filter((url) => !url.startsWith(server.address))).toEqual([]);
	});
});

describe('the button that leaves', () => {
	test.each([
		{ name: 'on a phone', width: 360, height: 640 },
		{ name: 'on a small phone', width: 320, height: 480 },
		{ name: 'at four times the size', width: 320, height: 256 },
		{ name: 'on a tablet', width: 768, height: 1024 },
		{ name: 'on a narrow desktop', width: 992, height: 700 },
		{ name: 'on a wide screen', width: 1280, height: 800 },
		{ name: 'on a wide screen in Welsh', width: 1280, height: 800, path: '/cy/information/right-to-review/' },
		{
			name: 'on a wide screen in Arabic',
			width: 1280,
			height: 800,
			path: '/ar/information/finding-support/',
		},
	])('is on the screen and never over what has the focus, $name', async ({ width, height, path }) => {
		const page = await open(path ?? SENSITIVE, { viewport: { width, height } });
		const covered: string[] = [];
		for (let stop = 0; stop < 25; stop++) {
			await page.keyboard.press('Tab');
			const found = await page.evaluate((exit) => {
				const button = document.querySelector(exit) as HTMLElement;
				const focus = document.activeElement as HTMLElement;
				const a = button.getBoundingClientRect();
				if (a.bottom > innerHeight + 1 || a.top < 0 || a.right > innerWidth + 1)
					return 'the button is off the screen';
				if (button.contains(focus) || focus.matches('[data-exit]')) return '';
				const b = focus.getBoundingClientRect();
				return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
					? `over “${focus.textContent}”`
					: '';
			}, EXIT);
			if (found) covered.push(found);
		}
		expect(covered).toEqual([]);
	});

	test('is there in forced colours', async () => {
		const page = await open(SENSITIVE, { forcedColors: 'active' });
		expect(await page.locator(EXIT).evaluate((button) => getComputedStyle(button).borderTopWidth)).toBe(
			'2px',
		);
	});
});
