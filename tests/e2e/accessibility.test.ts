/** What a machine can find of WCAG 2.2, on every page of both sites: a floor, not the whole of it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteNames } from '../../src/release/index.ts';
import { axeSite, pagesToOpen, serveSite, startBrowser, timeFor } from '../browser.ts';
import { BUILT } from '../build-sites.ts';
import { oneOfEach } from './reader.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await startBrowser();
});
afterAll(() => browser?.close());

describe.each(siteNames)('the %s site', (site) => {
	let server: Awaited<ReturnType<typeof serveSite>>;
	const paths = pagesToOpen(BUILT, site);
	beforeAll(async () => {
		server = await serveSite(BUILT, site);
	});
	afterAll(() => server?.close());

	test('has no finding on any page on a phone', { timeout: timeFor(paths) }, async () => {
		expect(await axeSite(browser, server.address, paths, 360)).toEqual([]);
	});

	const layouts = oneOfEach(paths);
	test('has no finding on a page of each layout on a wide screen, in the dark too where there is a dark side', {
		timeout: 2 * timeFor(layouts),
	}, async () => {
		expect(await axeSite(browser, server.address, layouts, 1280)).toEqual([]);
		if (site === 'handbook') {
			expect(await axeSite(browser, server.address, layouts, 1280, { colorScheme: 'dark' })).toEqual([]);
		}
	});
});
