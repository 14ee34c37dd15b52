/** A reader of one of the built sites: one browser and one server for all tests of a file, a fresh profile for each test. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { SiteName } from '../../src/release/index.ts';
import { pagesToOpen, serveSite, startBrowser } from '../browser.ts';
import { BUILT } from '../build-sites.ts';

export const NEUTRAL_SITE = 'https://www.bbc.co.uk/weather';
export const EXIT = '.govuk-exit-this-page__button';

export interface Reader {
	/** The address of the site, for requests to be compared with. */
	readonly address: string;
	/** The path of every page. */
	readonly paths: string[];
	/** Everything asked for beyond the site, the neutral site too. */
	readonly askedElsewhere: string[];
	/** A page of a new profile. */
	open(path: string, options?: BrowserContextOptions): Promise<Page>;
	/** An empty tab of a new profile. */
	openEmpty(options?: BrowserContextOptions): Promise<Page>;
	/** A second tab of the same profile. */
	openTab(path: string): Promise<Page>;
	/** The profile of the page opened last. */
	readonly profile: BrowserContext;
	/** The full address of a page. */
	at(path: string): string;
}

/** Open a built site for the tests of this file. Every page elsewhere is a stand-in. */
export function openSite(
	site: SiteName,
	options: { built?: () => string; keepsPages?: boolean } = {},
): Reader {
	let browser: Browser;
	let server: Awaited<ReturnType<typeof serveSite>>;
	let profile: BrowserContext | undefined;
	const asked: string[] = [];
	const built = options.built ?? (() => BUILT);

	beforeAll(async () => {
		[browser, server] = await Promise.all([startBrowser(options), serveSite(built(), site)]);
	});
	afterEach(async () => {
		await profile?.close();
		profile = undefined;
		asked.length = 0;
	});
	afterAll(async () => {
		await browser?.close();
		await server?.close();
	});

	const reader: Reader = {
		get address() {
			return server.address;
		},
		get paths() {
			return pagesToOpen(built(), site);
		},
		askedElsewhere: asked,
		get profile() {
			if (!profile) throw new Error('No page was opened');
			return profile;
		},
		at: (path) => new URL(path, server.address).href,
		async open(path, options) {
			const page = await reader.openEmpty(options);
			await page.goto(reader.at(path));
			return page;
		},
		async openEmpty(options) {
			await profile?.close();
			profile = await browser.newContext(options);
			profile.setDefaultTimeout(15_000);
			await profile.route(
				(url) => url.origin !== new URL(server.address).origin,
				async (route) => {
					asked.push(route.request().url());
					if (route.request().isNavigationRequest())
						await route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' });
					else await route.abort();
				},
			);
			return profile.newPage();
		},
		async openTab(path) {
			const page = await reader.profile.newPage();
			await page.goto(reader.at(path));
			return page;
		},
	};
	return reader;
}

/** Visit pages in two tabs of one profile, and gather what is found, each finding with the pages it is on. */
export async function visitAll(
	reader: Reader,
	paths: readonly string[],
	judge: (page: Page, path: string) => Promise<string[]>,
	options?: BrowserContextOptions,
): Promise<string[]> {
	const queue = [...paths];
	const found = new Map<string, string[]>();
	const work = async (page: Page) => {
		for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
			await page.goto(reader.at(path));
			for (const finding of await judge(page, path))
				found.set(finding, [...(found.get(finding) ?? []), path]);
		}
	};
	const first = await reader.openEmpty(options);
	await Promise.all([work(first), work(await reader.profile.newPage())]);
	return [...found]
		.map(
			([finding, [first, ...others]]) =>
				`${first}${others.length > 0 ? ` and ${others.length} more` : ''}: ${finding}`,
		)
		.sort();
}

/** One page of each layout: the first of each kind of address. The whole handbook on one page is made of others. */
export function oneOfEach(paths: readonly string[]): string[] {
	const kinds = new Map<string, string>();
	for (const path of paths.filter((each) => each !== '/print/').sort()) {
		const parts = path.split('/').filter((part) => part !== '' && part !== 'cy' && part !== 'ar');
		const kind = path.endsWith('.html') ? path : `${parts[0] ?? ''}/${parts.length > 1 ? '*' : ''}`;
		if (!kinds.has(kind)) kinds.set(kind, path);
	}
	return [...kinds.values()];
}
