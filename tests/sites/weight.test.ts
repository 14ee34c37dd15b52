/** The weight of the first view of a page: its HTML, its styles and its scripts, compressed as a server sends them. */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { SiteName } from '../../src/release/index.ts';
import { timeFor } from '../browser.ts';
import { type BuiltPage, builtPages, fileOn } from './built.ts';

const kilobyte = 1000;
const sizes = new Map<string, number>();

/** Compressed size of an asset with all it imports. */
function filesLoaded(site: SiteName, path: string, seen: Set<string>): void {
	if (seen.has(path)) return;
	seen.add(path);
	if (!path.endsWith('.js')) return;
	const text = readFileSync(fileOn(site, path), 'utf8');
	// What a script asks for at once, not what it fetches when it is used.
	for (const [, from = ''] of text.matchAll(/\b(?:import|from)\s*["'](\.[^"']+)["']/g))
		filesLoaded(site, posix.join(posix.dirname(path), from), seen);
}

function sizeOf(site: SiteName, path: string): number {
	const key = `${site}${path}`;
	const size = sizes.get(key) ?? brotliCompressSync(readFileSync(fileOn(site, path))).length;
	sizes.set(key, size);
	return size;
}

function weigh({ site, html, elements }: BuiltPage): number {
	const loaded = new Set<string>();
	for (const { name, attributes } of elements) {
		const address =
			name === 'script' || name === 'img'
				? attributes.src
				: /stylesheet|modulepreload/.test(attributes.rel ?? '')
					? attributes.href
					: undefined;
		if (address) filesLoaded(site, address, loaded);
	}
	return brotliCompressSync(html).length + [...loaded].reduce((sum, path) => sum + sizeOf(site, path), 0);
}

/** Pages from the heaviest to the lightest. */
function weighed(site: SiteName): { path: string; weight: number }[] {
	return builtPages(site)
		.map((page) => ({ path: page.path, weight: weigh(page) }))
		.sort((a, b) => b.weight - a.weight);
}

const heaviest = (pages: { path: string; weight: number }[]) =>
	`the heaviest: ${pages
		.slice(0, 5)
		.map(({ path, weight }) => `${path} ${(weight / kilobyte).toFixed(1)} kB`)
		.join(', ')}`;

test('a public page reaches a slow phone in one round trip', {
	timeout: timeFor(builtPages('public')),
}, () => {
	const pages = weighed('public');
	expect(pages[Math.floor(pages.length / 2)]?.weight, `the median; ${heaviest(pages)}`).toBeLessThanOrEqual(
		14 * kilobyte,
	);
	expect(pages[0]?.weight, heaviest(pages)).toBeLessThanOrEqual(20 * kilobyte);
});

test('a page of the handbook is light too, but for the whole handbook on one page', {
	timeout: timeFor(builtPages('handbook')),
}, () => {
	const pages = weighed('handbook').filter(({ path }) => path !== '/print/');
	expect(pages[0]?.weight, heaviest(pages)).toBeLessThanOrEqual(25 * kilobyte);
});
