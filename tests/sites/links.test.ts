/** Every address on every page leads somewhere, to the very place it names; and what has moved is answered. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileOf, siteNames } from '../../src/release/index.ts';
import { type PreviewServer, startPreview } from '../../src/release/preview-server.ts';
import { headersFor } from '../../src/sites/shared/security.ts';
import { type BuiltPage, builtPages, fileOn, inputOf } from './built.ts';

/** Each address a page names, with the element that names it. */
function addressesOf({ elements }: BuiltPage): { address: string; by: string }[] {
	return elements.flatMap(({ name, attributes, text }) =>
		['href', 'src', 'poster', 'data-search-box']
			.flatMap((key) => attributes[key] ?? [])
			.map((address) => ({ address, by: `<${name}> “${text.slice(0, 60)}”` })),
	);
}

describe.each(siteNames)('the addresses of the %s site', (site) => {
	const origin = 'http://site.invalid';
	const ids = () =>
		new Map(
			builtPages(site).map(({ path, elements }) => [
				path,
				new Set(elements.flatMap(({ attributes }) => attributes.id ?? [])),
			]),
		);

	test('lead to a page or a file of the site, and to a place on it', () => {
		const places = ids();
		const moved = new Set(inputOf(site).redirects.map(({ from }) => from));
		const broken = builtPages(site).flatMap((page) =>
			addressesOf(page).flatMap(({ address, by }) => {
				if (address === '') return [`${page.path}: ${by} leads nowhere`];
				const { origin: to, pathname, hash, protocol } = new URL(address, origin + page.path);
				if (to !== origin || !protocol.startsWith('http')) return [];
				if (moved.has(pathname)) return [];
				if (!existsSync(fileOn(site, decodeURIComponent(fileOf(pathname)))))
					return [`${page.path}: ${by} leads to ${pathname}, which is not there`];
				const place = decodeURIComponent(hash.slice(1));
				if (place && !places.get(pathname)?.has(place))
					return [`${page.path}: ${by} leads to ${pathname}#${place}, which is not there`];
				return [];
			}),
		);
		expect(broken).toEqual([]);
	});

	test('are whole and name a way of reaching them that is safe', () => {
		const odd = builtPages(site).flatMap((page) =>
			addressesOf(page)
				.filter(
					({ address }) =>
						!/^(?:https:\/\/[\w.-]+(?:\/|$)|(?:tel|sms):\+?\d+$|mailto:[\w.-]+@[\w.-]+$|\/(?!\/)|#.)/.test(
							address,
						),
				)
				.map(({ address, by }) => `${page.path}: ${by} leads to ${address}`),
		);
		expect(odd).toEqual([]);
	});

	test('stand on a page that is reached from the first page', () => {
		const byPath = new Map(builtPages(site).map((page) => [page.path, page]));
		const seen = new Set(['/']);
		for (const path of seen) {
			for (const { address } of addressesOf(byPath.get(path) as BuiltPage)) {
				const { origin: to, pathname } = new URL(address, origin + path);
				if (to === origin && byPath.has(pathname)) seen.add(pathname);
			}
		}
		// Nothing leads to the page for an address that leads nowhere, and on the public site nothing need lead to what was withdrawn.
		const withdrawn = inputOf(site).documents.flatMap(({ state, path }) =>
			site === 'public' && state === 'withdrawn' ? [path] : [],
		);
		const isAlone = (path: string) =>
			path === '/404.html' || withdrawn.some((document) => path.startsWith(document));
		expect([...byPath.keys()].filter((path) => !seen.has(path) && !isAlone(path))).toEqual([]);
	});

	test('of the past lead to a page that is there, and are not pages themselves', () => {
		const paths = new Set(builtPages(site).map(({ path }) => path));
		for (const { from, to } of inputOf(site).redirects) {
			expect(paths, `the redirect from ${from}`).toContain(to.replace(/#.*/, ''));
			expect(paths, `the redirect from ${from}`).not.toContain(from);
		}
	});
});

describe('the server of a site', () => {
	let server: PreviewServer;
	const get = (path: string) => fetch(new URL(path, server.address), { redirect: 'manual' });
	beforeAll(async () => {
		server = await startPreview({
			folder: fileOn('public', '').replace(/\/$/, ''),
			port: 4521,
			headersFor,
			redirects: () => [{ from: '/old-address/', to: '/support/' }],
			live: false,
		});
	});
	afterAll(() => server.close());

	test('leads from an address of the past to the page of today', async () => {
		const { status, headers } = await get('/old-address/');
		expect([status, headers.get('location')]).toEqual([301, '/support/']);
	});

	test('leads from an address without its last stroke to the page', async () => {
		const { status, headers } = await get('/support');
		expect([status, headers.get('location')]).toEqual([301, '/support/']);
	});

	test('answers an address that leads nowhere with the page that says so, and sets no cookie anywhere', async () => {
		for (const path of ['/nothing/', '/support/index', '/information/', '/assets/none.js', '/media/']) {
			const answer = await get(path);
			expect(answer.status, path).toBe(404);
			expect(answer.headers.get('set-cookie')).toBeNull();
		}
		expect(await (await get('/nothing/')).text()).toContain('There is no page here');
	});

	test('sends the headers of each kind of page', async () => {
		for (const path of ['/', '/search/', '/information/help-at-home/', '/favicon.svg']) {
			const { headers } = await get(path);
			for (const [name, value] of Object.entries(headersFor(path)))
				expect(headers.get(name)?.split(', no-')[0], `${name} of ${path}`).toBe(value);
		}
		expect((await get('/information/help-at-home/')).headers.get('cache-control')).toContain('no-store');
	});
});
