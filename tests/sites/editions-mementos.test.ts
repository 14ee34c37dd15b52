/** Editions as mementos (RFC 7089): lists of them, headers, and addresses by day, all from files. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mementoHeaders } from '../../src/editions/index.ts';
import type { SiteName } from '../../src/release/index.ts';
import { siteNames } from '../../src/release/index.ts';
import { type PreviewServer, startPreview } from '../../src/release/preview-server.ts';
import { headersFor } from '../../src/sites/shared/security.ts';
import { buildWithPast, type Past, pastFolder } from './past.ts';

const servers = {} as Record<SiteName, PreviewServer & Past>;
beforeAll(async () => {
	for (const site of siteNames) {
		const past = await buildWithPast(site, pastFolder('mementos'));
		const server = await startPreview({
			folder: past.out,
			port: site === 'handbook' ? 4721 : 4771,
			headersFor,
			redirects: () => [],
			live: false,
		});
		servers[site] = { ...server, ...past };
	}
});
afterAll(async () => {
	for (const server of Object.values(servers)) await server.close();
});

const get = (site: SiteName, path: string) =>
	fetch(new URL(path, servers[site].address), { redirect: 'manual' });

describe.each(siteNames)('the %s site', (site) => {
	test('says of each edition when it was published and of which page it is a past state', async () => {
		for (const { path, editions } of servers[site].input.histories) {
			for (const edition of editions) {
				const { status, headers } = await get(site, edition.path);
				expect(status, edition.path).toBe(200);
				const moment = headers.get('memento-datetime') ?? '';
				expect(moment).toMatch(/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/);
				expect(new Date(moment).toISOString()).toBe(new Date(edition.published).toISOString());
				expect(headers.get('link')).toContain(`<${path}>; rel="original"`);
				expect(headers.get('link')).toContain(`<${path}timemap.link>; rel="timemap"`);
			}
		}
	});

	test('says of each page with a past where the list of it is, and nothing of others', async () => {
		for (const { path } of servers[site].input.histories) {
			const { headers } = await get(site, path);
			expect(headers.get('link')).toBe(
				`<${path}timemap.link>; rel="timemap"; type="application/link-format"`,
			);
			expect(headers.get('memento-datetime')).toBeNull();
		}
		for (const path of ['/', '/search/', `${servers[site].input.histories[0]?.path}history/`]) {
			const { headers } = await get(site, path);
			expect(headers.get('link'), path).toBeNull();
			expect(headers.get('memento-datetime')).toBeNull();
		}
	});

	test('lists every edition as links and as JSON, each with its moment', async () => {
		for (const { path, editions } of servers[site].input.histories) {
			const links = await get(site, `${path}timemap.link`);
			expect(links.headers.get('content-type')).toBe('application/link-format');
			const text = await links.text();
			const mementos = [...text.matchAll(/^<([^>]+)>; rel="([^"]*memento)"; datetime="([^"]+)"/gm)];
			expect(mementos.map(([, to]) => to)).toEqual(editions.map((each) => each.path));
			expect(mementos[0]?.[2]).toMatch(/^first /);
			expect(mementos.at(-1)?.[2]).toMatch(/last memento$/);
			const json = (await (await get(site, `${path}timemap.json`)).json()) as {
				original_uri: string;
				mementos: { list: { datetime: string; uri: string }[] };
			};
			expect(json.original_uri).toBe(path);
			expect(json.mementos.list).toEqual(
				editions.map((each) => ({ datetime: each.published, uri: each.path })),
			);
		}
	});

	test('leads from a day on which an edition was published to that edition', async () => {
		for (const { path, editions } of servers[site].input.histories) {
			for (const edition of editions) {
				const { status, headers } = await get(site, `${path}as-at/${edition.published.slice(0, 10)}/`);
				expect([status, headers.get('location')]).toEqual([301, edition.path]);
			}
			expect((await get(site, `${path}as-at/2026-03-03/`)).status).toBe(404);
		}
	});

	test('has the past of each language', async () => {
		const { input } = servers[site];
		const translated = input.histories.find(({ editions }) => editions[0]?.languages.includes('cy'));
		const path = input.documents.find(
			({ code, language }) => code === translated?.code && language === 'cy',
		)?.path;
		const { headers } = await get(site, `${path}editions/1/`);
		expect(headers.get('link')).toContain(`<${path}>; rel="original"`);
		expect(await (await get(site, `${path}timemap.link`)).text()).toContain(`<${path}editions/1/>`);
	});
});

test('two editions of one day share its address, which leads to the later', async () => {
	const { datedAddresses } = await import('../../src/sites/shared/editions/files.ts');
	const { input } = servers.handbook;
	const [history] = input.histories;
	const editions = history?.editions.slice(0, 2) ?? [];
	const sameDay = editions.map((each, index) => ({ ...each, published: `2026-05-01T0${index + 8}:00:00Z` }));
	const dated = datedAddresses({ ...input, histories: history ? [{ ...history, editions: sameDay }] : [] });
	const english = dated.filter(({ from }) => from.startsWith(`${history?.path}as-at/`));
	expect(english).toEqual([{ from: `${history?.path}as-at/2026-05-01/`, to: sameDay.at(-1)?.path }]);
});

test('no page is taken for an edition by its name alone', () => {
	const mementos = { '/guidance/x/': { 1: '2026-05-01T09:00:00Z' } };
	for (const path of [
		'/guidance/x/editions/2/',
		'/guidance/x/editions/1/changes/',
		'/guidance/y/editions/1/',
		'/constructor',
		'/__proto__/editions/1/',
	])
		expect(mementoHeaders(path, mementos), path).toEqual({});
});
