/** What a visit leaves behind, and what it tells anybody: nothing. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type SiteName, siteNames } from '../../src/release/index.ts';
import { timeFor } from '../browser.ts';
import { openSite, type Reader, visitAll } from './reader.ts';

/** Words that must not be met anywhere but in the box they were typed in. */
const WORDS = 'zebra quagga okapi';

/** Problems that a page tells the browser of. */
async function listen(reader: Reader): Promise<Map<Page, string[]>> {
	const heard = new Map<Page, string[]>();
	const hear = (page: Page, what: string) => heard.set(page, [...(heard.get(page) ?? []), what]);
	reader.profile.on(
		'console',
		(message) =>
			['error', 'warning'].includes(message.type()) &&
			hear(message.page() as Page, `console: ${message.text()}`),
	);
	reader.profile.on('weberror', (error) => hear(error.page() as Page, `error: ${error.error().message}`));
	await reader.profile.exposeBinding('violated', ({ page }, directive: string) =>
		hear(page, `against the policy: ${directive}`),
	);
	await reader.profile.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
			(globalThis as unknown as { violated(text: string): void }).violated(
				`${effectiveDirective} ${blockedURI}`,
			),
		);
	});
	return heard;
}

/** What the browser keeps of the site. */
function keptBy(page: Page): Promise<Record<string, unknown>> {
	return page.evaluate(async () => ({
		cookie: document.cookie,
		localStorage: JSON.stringify(localStorage),
		sessionStorage: JSON.stringify(sessionStorage),
		databases: (await indexedDB.databases()).length,
		workers: (await navigator.serviceWorker.getRegistrations()).length,
		caches: (await caches.keys()).length,
		name: window.name,
		state: JSON.stringify(history.state),
	}));
}

const nothing = {
	cookie: '',
	localStorage: '{}',
	sessionStorage: '{}',
	databases: 0,
	workers: 0,
	caches: 0,
	name: '',
	state: 'null',
};

describe.each(siteNames)('a visit to every page of the %s site', (site: SiteName) => {
	const reader = openSite(site);

	test('keeps nothing, asks nobody else, and gives the browser nothing to complain about', {
		timeout: timeFor(reader.paths),
	}, async () => {
		// Two tabs visit at once, and the first to arrive sets up the listening for both.
		let listening: Promise<Map<Page, string[]>> | undefined;
		const found = await visitAll(reader, ['/', ...reader.paths], async (page) => {
			listening ??= listen(reader);
			const heard = await listening;
			const problems = heard.get(page) ?? [];
			heard.set(page, []);
			const kept = await keptBy(page);
			return [
				...problems,
				...Object.entries(nothing).flatMap(([key, value]) =>
					kept[key] === value ? [] : [`keeps ${key} ${kept[key]}`],
				),
			];
		});
		expect(found).toEqual([]);
		expect(reader.askedElsewhere).toEqual([]);
		expect(await reader.profile.cookies()).toEqual([]);
		expect((await reader.profile.storageState()).origins).toEqual([]);
	});

	test('tells no other site where a link was followed from', async () => {
		const page = await reader.open(
			site === 'public' ? '/information/finding-support/' : '/organisations/victim-support/',
		);
		const link = page.locator('main a[href^="https://"]').first();
		const address = await link.getAttribute('href');
		expect(await link.getAttribute('target')).toBeNull();
		const asked = page.waitForRequest((request) => request.url().startsWith(address ?? ''));
		await link.evaluate((element) => (element as HTMLElement).click());
		expect((await (await asked).allHeaders()).referer).toBeUndefined();
	});
});

describe.each(siteNames)('words typed into the %s site', (site: SiteName) => {
	const reader = openSite(site);

	test.each(['/', '/search/'])('in a box of %s reach no address, history, store or request', async (path) => {
		const page = await reader.open(path);
		const asked: string[] = [];
		page.on('request', (request) =>
			asked.push(`${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`),
		);
		const box = page.locator(path === '/' ? '[data-search-box] input' : 'main input[type=search]').first();
		await box.fill(WORDS);
		await box.press('Enter');
		await page.waitForURL(reader.at('/search/'));
		await page.waitForFunction(
			(words) => document.querySelector<HTMLInputElement>('main input[type=search]')?.value === words,
			WORDS,
		);
		await page.locator('main [data-help]').waitFor();
		expect(asked.filter((request) => /zebra|quagga|okapi/i.test(decodeURIComponent(request)))).toEqual([]);
		expect(await keptBy(page)).toEqual(nothing);
		expect(await page.title()).not.toContain('zebra');
		const { entries } = await (await reader.profile.newCDPSession(page)).send('Page.getNavigationHistory');
		expect(JSON.stringify(entries)).not.toContain('zebra');
	});

	test('are taken from no address', async () => {
		const page = await reader.open(`/search/?q=${encodeURIComponent(WORDS)}&words=zebra#zebra`);
		await page.locator('main input[type=search]').waitFor();
		expect(await page.inputValue('main input[type=search]')).toBe('');
		expect(await page.locator('main').innerText()).not.toContain('zebra');
	});

	test('are gone when the reader comes back', async () => {
		const page = await reader.open('/search/');
		await page.fill('main input[type=search]', WORDS);
		await page.goto(reader.at('/a-z/'));
		await page.goBack();
		expect(await page.inputValue('main input[type=search]')).toBe('');
	});

	test('go nowhere when a form is sent without scripts', async () => {
		const page = await reader.open('/search/', { javaScriptEnabled: false });
		expect(await page.locator('form:visible').count()).toBe(0);
		expect(await page.locator('main a[href$="/a-z/"]').first().isVisible()).toBe(true);
	});
});
