/** Evidence made in a browser: the same bytes as those of the command, and nothing asked of anybody else. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SiteName, siteNames } from '../../src/release/index.ts';
import { serveSite, startBrowser } from '../browser.ts';
import { BUILT, ROOT } from '../build-sites.ts';

const codes: Record<SiteName, string> = { handbook: 'GD-004', public: 'VP-001' };
let browser: Browser;
let folder: string;
beforeAll(async () => {
	browser = await startBrowser();
	folder = mkdtempSync(join(tmpdir(), 'evidence-'));
});
afterAll(async () => {
	await browser.close();
	rmSync(folder, { recursive: true, force: true });
});

describe.each(siteNames)('on the %s site', (site) => {
	it.each([
		['a document', { code: codes[site] }],
		['a document as at a day', { code: codes[site].toLowerCase(), at: '2026-10-01' }],
		['a day', { at: '2026-10-01' }],
	])(
		'the evidence of %s has the bytes that the command writes',
		async (_, asked: { code?: string; at?: string }) => {
			const { address, close } = await serveSite(BUILT, site);
			const page = await browser.newPage();
			const [requests, violations]: [string[], string[]] = [[], []];
			page.on('request', (request) => requests.push(request.url()));
			page.on('console', (message) => violations.push(message.text()));
			page.on('pageerror', (error) => violations.push(error.message));
			try {
				const query = new URLSearchParams({
					...(asked.code !== undefined && { document: asked.code }),
					...(asked.at !== undefined && { on: asked.at }),
				});
				await page.goto(`${address}register/?${query}#evidence`);
				const [download] = await Promise.all([
					page.waitForEvent('download'),
					page.click('[data-evidence] button'),
				]);
				expect(download.suggestedFilename()).toBe(
					`${['evidence', asked.code?.toUpperCase(), asked.at].filter((part) => part !== undefined).join('-')}.zip`,
				);
				const out = join(folder, 'pack.zip');
				const { status, stderr } = spawnSync(
					process.execPath,
					[
						join(ROOT, 'scripts', 'evidence.ts'),
						...Object.entries(asked).flatMap(([name, value]) => [`--${name}`, value]),
						...['--site', site, '--folder', BUILT, '--out', out],
					],
					{ encoding: 'utf8' },
				);
				expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
				expect(readFileSync(await download.path()).equals(readFileSync(out))).toBe(true);
				expect(violations).toEqual([]);
				expect(requests.filter((url) => !url.startsWith(address) && !url.startsWith('blob:'))).toEqual([]);
			} finally {
				await page.close();
				await close();
			}
		},
	);

	it('says in words what cannot be made', async () => {
		const { address, close } = await serveSite(BUILT, site);
		const page = await browser.newPage();
		try {
			await page.goto(`${address}register/?document=XX-999`);
			await page.click('[data-evidence] button');
			await page.waitForFunction(() =>
				document.querySelector('[data-evidence] [data-status]')?.textContent?.includes('XX-999'),
			);
			expect(await page.textContent('[data-evidence] [data-status]')).toBe(
				'The pack could not be made. No document with the code XX-999 has been published here. Look it up on its page.',
			);
			await page.fill('[data-code]', '');
			await page.click('[data-evidence] button');
			expect(await page.$eval('[data-code]', (box) => (box as HTMLInputElement).validity.valueMissing)).toBe(
				true,
			);
		} finally {
			await page.close();
			await close();
		}
	});
});
