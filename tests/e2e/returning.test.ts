/** After leaving, no button of the browser brings the page back: not for one frame. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { EXIT, NEUTRAL_SITE, openSite, type Reader } from './reader.ts';

const HARD_PAGE = '/information/help-at-home/';

/** Every text a page of the site shows, at each frame, from the moment it begins to be shown. */
async function watch(page: Page): Promise<string[]> {
	const shown: string[] = [];
	await page.exposeBinding('report', (_, text: string) => shown.push(text));
	await page.addInitScript(() => {
		if (location.protocol !== 'http:') return;
		let last = '';
		const look = () => {
			const root = document.documentElement;
			const visible =
				root && getComputedStyle(root).visibility === 'visible'
					? (document.body?.innerText.trim() ?? '')
					: '';
			const text = [visible, document.title].filter(Boolean).join(' | ');
			if (text !== last) (globalThis as unknown as { report(text: string): void }).report(text);
			last = text;
		};
		for (const moment of ['DOMContentLoaded', 'load', 'pageshow', 'visibilitychange'])
			addEventListener(moment, look, true);
		const frame = () => {
			look();
			requestAnimationFrame(frame);
		};
		frame();
	});
	return shown;
}

const isNothing = (text: string) => text === '' || text === 'Loading.';

function isSafe(reader: Reader, keepsPages: boolean): void {
	/** Read some pages, leave, and forget what was shown until then. */
	async function leaveFrom(...paths: string[]): Promise<{ page: Page; shown: string[] }> {
		const page = await reader.openEmpty();
		const shown = await watch(page);
		for (const path of paths) await page.goto(reader.at(path));
		await page.click(EXIT);
		await page.waitForURL(NEUTRAL_SITE);
		expect(shown.some((text) => !isNothing(text))).toBe(true);
		shown.length = 0;
		return { page, shown };
	}

	/** Go somewhere in the history, and wait until the neutral site is there again. */
	async function go(page: Page, way: 'goBack' | 'goForward' | 'reload'): Promise<void> {
		await page[way]({ waitUntil: 'commit' }).catch(() => undefined);
		await page.waitForFunction(() => document.title === 'Weather');
		expect(page.url()).toBe(NEUTRAL_SITE);
	}

	test('Back leads to the neutral site, however often it is pressed', async () => {
		const { page, shown } = await leaveFrom('/', '/support/', HARD_PAGE);
		for (let presses = 0; presses < 2; presses++) await go(page, 'goBack');
		expect(shown.filter((text) => !isNothing(text))).toEqual([]);
	});

	test('so do Forward and reload, in any order', async () => {
		const { page, shown } = await leaveFrom('/', HARD_PAGE);
		for (const way of ['goBack', 'reload', 'goForward', 'goBack', 'reload', 'goForward'] as const)
			await go(page, way);
		expect(shown.filter((text) => !isNothing(text))).toEqual([]);
	});

	test('a page left by another link first does not come back either', async () => {
		const { page, shown } = await leaveFrom('/cy/', '/search/', '/a-z/', '/information/specialist-help/');
		// Not at once: the answer of this page must come before it is left.
		await page.evaluate(() => void setTimeout(() => history.go(-3)));
		await page.waitForFunction(() => document.title === 'Weather');
		for (const way of ['goForward', 'goForward', 'goBack'] as const) await go(page, way);
		expect(shown.filter((text) => !isNothing(text))).toEqual([]);
	});

	test('the history holds nothing of the page that was left', async () => {
		const { page } = await leaveFrom('/', HARD_PAGE);
		const session = await reader.profile.newCDPSession(page);
		const { entries } = await session.send('Page.getNavigationHistory');
		expect(
			entries.filter(({ url, title }) => url.includes(HARD_PAGE) || /domestic|help at home/i.test(title)),
		).toEqual([]);
	});

	test('opening the site on purpose works again, and Back from there shows it', async () => {
		const { page } = await leaveFrom('/', HARD_PAGE);
		await page.goto(reader.at('/support/'));
		expect(await page.locator('h1').isVisible()).toBe(true);
		await page.goto(reader.at('/a-z/'));
		await comesBack(page, '/support/');
	});

	/** Go back to a page, which must be shown. */
	async function comesBack(page: Page, path: string): Promise<void> {
		await page.goBack({ waitUntil: 'commit' });
		await page.waitForURL(reader.at(path), { waitUntil: 'commit' });
		await page.waitForFunction(() => getComputedStyle(document.documentElement).visibility === 'visible');
		expect(await page.locator('h1').isVisible()).toBe(true);
	}

	test('a page that was not left comes back', async () => {
		const page = await reader.open('/support/');
		await page.evaluate(() =>
			addEventListener('pageshow', ({ persisted }) =>
				document.documentElement.classList.toggle('kept', persisted),
			),
		);
		await page.goto(reader.at('/a-z/'));
		await comesBack(page, '/support/');
		expect(await page.locator('html.kept').count()).toBe(keepsPages ? 1 : 0);
	});
}

describe('in a browser that loads a page again', () => isSafe(openSite('public'), false));
describe('in a browser that keeps pages as they were', () =>
	isSafe(openSite('public', { keepsPages: true }), true));
