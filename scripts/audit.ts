/** `npm run audit`: axe on every page of both sites at 360 and 1280 pixels, light and dark, and the validity of all HTML. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, siteNames } from '../src/release/index.ts';
import { axeSite, pagesOf, serveSite, startBrowser } from '../tests/browser.ts';
import { BUILT, setup } from '../tests/build-sites.ts';
import { htmlFindings } from '../tests/html.ts';

await setup();
const browser = await startBrowser();
const found: string[] = [];
try {
	for (const site of siteNames) {
		const pages = pagesOf(BUILT, site);
		const { address, close } = await serveSite(BUILT, site);
		for (const width of [360, 1280]) {
			for (const colorScheme of ['light', 'dark'] as const) {
				const findings = await axeSite(browser, address, pages, width, { colorScheme });
				console.log(
					`${site}, ${pages.length} pages at ${width} pixels, ${colorScheme}: ${findings.length} findings of axe`,
				);
				found.push(...findings.map((finding) => `${site} ${colorScheme} ${finding}`));
			}
		}
		await close();
		const invalid: string[] = [];
		for (const path of pages) {
			for (const finding of await htmlFindings(readFileSync(join(BUILT, site, fileOf(path)), 'utf8')))
				invalid.push(`${site} ${path} ${finding}`);
		}
		console.log(`${site}, ${pages.length} pages: ${invalid.length} errors in HTML`);
		found.push(...invalid);
	}
} finally {
	await browser.close();
}
for (const finding of found) console.log(finding);
process.exitCode = found.length > 0 ? 1 : 0;
