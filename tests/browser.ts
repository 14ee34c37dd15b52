/** A real browser over the built sites, for tests and the audit. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	chromium,
	type Page,
} from 'playwright-core';
import { chromiumPath, headlessShellPath } from '../scripts/chromium.mjs';
import { filesBelow } from '../src/release/digest.ts';
import type { SiteName } from '../src/release/index.ts';
import { startPreview } from '../src/release/preview-server.ts';
import { headersFor } from '../src/sites/shared/security.ts';

/**
 * Start Chromium. Nothing of it reaches beyond this machine. `withWindows` asks for the one that people have, for what is
 * written in and not only read; it takes longer. With `keepsPages`, which only that one can, pages that are left stay as
 * they were for the Back button, as browsers do for their users and not for tests.
 *
 * Scripts are not optimized while they run: a page that is soon left is done before, and optimizing took a third of the
 * time. `staysOnPage` asks for it, for pages that are worked in for long.
 */
export async function startBrowser({
	keepsPages = false,
	withWindows = false,
	staysOnPage = false,
} = {}): Promise<Browser> {
	const executablePath = (withWindows || keepsPages ? undefined : headlessShellPath()) ?? chromiumPath();
	if (!executablePath) throw new Error('No Chromium found: install it, or set CHROMIUM to its path.');
	return chromium.launch({
		executablePath,
		...(keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			...(staysOnPage ? [] : ['--js-flags=--no-maglev --no-turbofan']),
		],
	});
}

/** Serve a built site under the headers a real server must send, without live reload. */
export async function serveSite(
	built: string,
	site: SiteName,
): Promise<{ address: string; close(): Promise<void> }> {
	return startPreview({
		folder: join(built, site),
		port: site === 'handbook' ? 4421 : 4471,
		headersFor,
		redirects: () => [],
		live: false,
	});
}

/** The address of every page of a built site. */
export function pagesOf(built: string, site: SiteName): string[] {
	return filesBelow(join(built, site))
		.filter((file) => file.endsWith('.html'))
		.map((file) => (file === '404.html' ? '/404.html' : `/${file.replace(/index\.html$/, '')}`));
}

/**
 * The pages that `npm test` opens one by one: every page of today, and one in eight of the past, which are of a few
 * layouts and grow without end. `npm run audit` opens all.
 */
export function pagesToOpen(built: string, site: SiteName): string[] {
	let past = 0;
	return pagesOf(built, site).filter(
		(path) => !/\/(?:editions|versions|history)\//.test(path) || past++ % 8 === 0,
	);
}

/** How long a test may take that judges each of some pages, on a machine that has other work too. */
export function timeFor(pages: readonly unknown[]): number {
	return 60_000 + pages.length * 1_500;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Have axe ready on every page of a profile, which takes half the time of bringing it to each. */
export async function bringAxe(profile: BrowserContext): Promise<void> {
	await profile.addInitScript(axeSource);
}

/**
 * What axe finds on a page, or within one part of it, in one line a finding. The page must have been opened with
 * `bypassCSP`.
 */
export async function axeFindings(page: Page, within = 'html'): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
	return page.evaluate(async (part) => {
		const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(part, {
			rules: { 'target-size': { enabled: true } },
			resultTypes: ['violations'],
		});
		return violations.flatMap(({ id, help, nodes }) =>
			nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
		);
	}, within);
}

interface Axe {
	run(part: string, options: object): Promise<AxeResults>;
}

interface AxeResults {
	violations: { id: string; help: string; nodes: { target: string[] }[] }[];
}

/** Findings of axe on many pages of a site at one width, each with its address. */
export async function axeSite(
	browser: Browser,
	address: string,
	paths: readonly string[],
	width: number,
	options: BrowserContextOptions = {},
): Promise<string[]> {
	const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true, ...options });
	await bringAxe(context);
	const found: string[] = [];
	const queue = [...paths];
	const work = async () => {
		const page = await context.newPage();
		for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
			await page.goto(new URL(path, address).href);
			found.push(...(await axeFindings(page)).map((finding) => `${path} at ${width}: ${finding}`));
		}
	};
	await Promise.all([work(), work()]);
	await context.close();
	return found.sort();
}
