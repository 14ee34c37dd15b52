/** Feeds: readable by feed readers, of the same entries in each form, and silent about sensitive pages. */
import { existsSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow } from '../../src/release/digest.ts';
import { fileOf, siteNames } from '../../src/release/index.ts';
import { feedFiles } from '../../src/sites/shared/feeds.ts';
import { wordsFor } from '../../src/sites/shared/words/index.ts';
import { startBrowser } from '../browser.ts';
import { fileOn, inputOf } from './built.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
	browser = await startBrowser();
});
beforeEach(async () => {
	page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterEach(() => page.context().close());
afterAll(() => browser?.close());

interface Entry {
	id: string;
	title: string;
	text: string;
	path: string;
	updated: string;
}

interface Atom {
	root: string;
	id: string;
	title: string;
	author: string;
	updated: string;
	self: string;
	entries: Entry[];
}

/** An Atom feed as a parser of XML reads it. Texts are HTML, and are given as they are read. */
function readAtom(xml: string): Promise<Atom> {
	return page.evaluate((xml) => {
		const atom = 'http://www.w3.org/2005/Atom';
		const parsed = new DOMParser().parseFromString(xml, 'application/xml');
		const error = parsed.querySelector('parsererror');
		if (error) throw new Error(error.textContent ?? '');
		const root = parsed.documentElement;
		const child = (of: Element, name: string) =>
			[...of.children].find((each) => each.namespaceURI === atom && each.localName === name);
		const text = (of: Element, name: string) => child(of, name)?.textContent ?? '';
		const read = (of: Element, name: string) => {
			const found = child(of, name);
			if (found?.getAttribute('type') !== 'html') return found?.textContent ?? '';
			return new DOMParser().parseFromString(found.textContent ?? '', 'text/html').body.textContent ?? '';
		};
		return {
			root: `${root.namespaceURI} ${root.localName}`,
			id: text(root, 'id'),
			title: text(root, 'title'),
			author: child(root, 'author')?.textContent?.trim() ?? '',
			updated: text(root, 'updated'),
			self:
				[...root.children].find((each) => each.getAttribute('rel') === 'self')?.getAttribute('href') ?? '',
			entries: [...root.children]
				.filter((each) => each.localName === 'entry')
				.map((entry) => ({
					id: text(entry, 'id'),
					title: read(entry, 'title'),
					text: read(entry, 'summary'),
					path: child(entry, 'link')?.getAttribute('href') ?? '',
					updated: text(entry, 'updated'),
				})),
		};
	}, xml);
}

interface JsonFeed {
	version: string;
	title: string;
	feed_url: string;
	items: { id: string; url: string; title: string; content_html: string; date_modified: string }[];
}

describe.each(siteNames)('the feeds of the %s site', (site) => {
	const files = filesBelow(fileOn(site, '')).filter((file) => /(?:^|\/)feeds\//.test(file));
	const textOf = (file: string) => readFileSync(fileOn(site, file), 'utf8');
	const [atoms, jsons] = ['.xml', '.json'].map((ending) => files.filter((file) => file.endsWith(ending)));

	test('are one of everything and one of each type of document, or one in each language', () => {
		const names =
			site === 'public'
				? ['cy/feeds/all', 'feeds/all']
				: ['all', 'guidance', 'letters', 'standards', 'victim-pages'].map((name) => `feeds/${name}`);
		expect(atoms).toEqual(names.map((name) => `${name}.xml`));
		expect(jsons).toEqual(names.map((name) => `${name}.json`));
	});

	test('are Atom and JSON of the same entries, each with what its format asks for', async () => {
		// What was merged leads on.
		const moved = new Set(inputOf(site).redirects.map(({ from }) => from));
		for (const file of atoms ?? []) {
			const atom = await readAtom(textOf(file));
			expect(atom.root, file).toBe('http://www.w3.org/2005/Atom feed');
			for (const text of [atom.id, atom.title, atom.author]) expect(text, file).not.toBe('');
			expect(atom.self).toBe(`/${file}`);
			expect(atom.entries, file).not.toEqual([]);
			expect(new Set(atom.entries.map(({ id }) => id)).size, file).toBe(atom.entries.length);
			expect(atom.updated).toBe(atom.entries[0]?.updated);
			const dates = atom.entries.map(({ updated }) => updated);
			expect(dates, file).toEqual([...dates].sort().reverse());
			for (const { id, title, text, path, updated } of atom.entries) {
				expect(id).toMatch(/^tag:[\w.-]+,2026:\S+$/);
				expect(title).not.toBe('');
				expect(text).not.toBe('');
				expect(Date.parse(updated)).not.toBeNaN();
				expect(moved.has(path) || existsSync(fileOn(site, fileOf(path))), `${file}: ${path}`).toBe(true);
			}
			const json = JSON.parse(textOf(file.replace(/xml$/, 'json'))) as JsonFeed;
			expect(json.version).toBe('https://jsonfeed.org/version/1');
			expect(json.feed_url).toBe(`/${file.replace(/xml$/, 'json')}`);
			expect(
				json.items.map(({ id, url, title, date_modified }) => [id, url, title, date_modified]),
				file,
			).toEqual(atom.entries.map(({ id, path, title, updated }) => [id, path, title, updated]));
		}
	});
});

test('a feed gives plain text as it was written, whatever marks it holds', async () => {
	const title = 'A & B <em>not bold</em> ]]> “C”';
	const entry = { id: 'GD-001/1', title, path: '/', published: '2026-11-23T09:00:00Z', text: title };
	const [atom, json] = feedFiles(
		{
			path: '/feeds/all',
			title,
			author: title,
			description: '',
			language: 'en',
			page: '/',
		},
		[entry],
	).map(({ data }) => data as string);
	const read = await readAtom(atom ?? '');
	expect([read.title, read.author, read.entries[0]?.title, read.entries[0]?.text]).toEqual(
		Array(4).fill(title),
	);
	const [item] = (JSON.parse(json ?? '') as JsonFeed).items;
	expect(item?.title).toBe(title);
	expect(item?.content_html).toBe('A &amp; B &lt;em&gt;not bold&lt;/em&gt; ]]&gt; “C”');
});

describe('the feeds of the public', () => {
	const input = inputOf('public');
	const sensitive = input.documents.filter(({ victimPage }) => victimPage?.sensitive);
	const entries = (language: 'en' | 'cy') =>
		readAtom(readFileSync(fileOn('public', `${language === 'cy' ? 'cy/' : ''}feeds/all.xml`), 'utf8')).then(
			(feed) => feed.entries,
		);

	test.each(['en', 'cy'] as const)(
		'tell in %s of pages that are new, changed or withdrawn, in these words alone',
		async (language) => {
			const { feed } = wordsFor(language);
			const told = await entries(language);
			const said = new Set(told.map(({ text }) => text));
			if (language === 'en') expect(said).toEqual(new Set([feed.isNew, feed.changed, feed.withdrawn]));
			for (const text of said) expect([feed.isNew, feed.changed, feed.withdrawn]).toContain(text);
			const titles = new Set(
				input.documents.filter((each) => each.language === language).map(({ title }) => title),
			);
			for (const { title } of told) expect(titles).toContain(title);
		},
	);

	test('tell of every edition of a page that is not sensitive', async () => {
		const told = (await entries('en')).map(({ id }) => id.replace(/^.*:/, ''));
		const due = input.histories
			.filter(({ code }) => sensitive.every((each) => each.code !== code))
			.flatMap(({ code, editions }) => editions.map(({ number }) => `${code}/en/${number}`));
		expect(due).not.toEqual([]);
		expect(due.filter((id) => !told.includes(id))).toEqual([]);
	});

	test('name no page that is sensitive', () => {
		expect(sensitive).not.toEqual([]);
		for (const file of ['feeds/all.xml', 'feeds/all.json', 'cy/feeds/all.xml', 'cy/feeds/all.json']) {
			const text = readFileSync(fileOn('public', file), 'utf8');
			for (const { code, title, path } of sensitive)
				for (const word of [`${code}/`, title, path]) expect(text, file).not.toContain(word);
		}
	});
});
