/** A build that fails leaves what was there before; a finished site holds nothing unexplained. */
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BuildOptions, buildSite, buildSites } from '../../src/release/build-site.ts';
import type { Renderer } from '../../src/release/compile.ts';
import { explainFiles } from '../../src/release/index.ts';
import { openSiteFolder } from '../../src/release/site-folder.ts';
import type { PageInput } from '../../src/release/site-input.ts';
import { writeTo } from './miniature.ts';
import { digestsOf } from './workshop.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'release-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const search = {
	language: 'en',
	title: 'Home',
	sections: [{ id: '', heading: '', text: 'Some words.' }],
	meta: {},
	filters: {},
	sort: {},
} as const;

/** A site of two pages, whose words stand in its input. */
function site(
	name: string,
	words: string,
	more: Partial<Renderer> = {},
): BuildOptions & { renderer: Renderer } {
	const input = join(folder, `${name}-input`);
	const assets = join(folder, `${name}-assets`);
	writeTo(input, 'input.json', JSON.stringify({ words }));
	writeTo(assets, 'assets/style.css', 'body{background:url(/assets/paper.svg)}');
	writeTo(assets, 'assets/paper.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
	const pages = (): PageInput[] => {
		const { words } = JSON.parse(readFileSync(join(input, 'input.json'), 'utf8')) as { words: string };
		return [
			{ path: '/', data: { words }, search: { ...search, filters: {} } as unknown as PageInput['search'] },
			{ path: '/other/', data: { words: 'the same' } },
		];
	};
	const render: Renderer['render'] = async ({ data }) =>
		Buffer.from(
			`<link rel="stylesheet" href="/assets/style.css"><p>${(data as { words: string }).words}</p>`,
		);
	return {
		input,
		out: join(folder, 'dist', name),
		search: true,
		renderer: { version: '1', assets, pages, render, ...more },
	};
}

/** What stands in dist, records of the last build apart. */
function standing(): string[] {
	if (!existsSync(join(folder, 'dist'))) return [];
	return readdirSync(join(folder, 'dist'))
		.filter((name) => !name.endsWith('.made.json'))
		.sort();
}

const failures: { name: string; more: Partial<Renderer>; message: RegExp }[] = [
	{
		name: 'a page that throws',
		more: {
			render: async () => {
				throw new Error('This page does not work');
			},
		},
		message: /This page does not work/,
	},
	{
		name: 'a list of pages that throws',
		more: {
			pages: () => {
				throw new Error('No list');
			},
		},
		message: /No list/,
	},
	{
		name: 'two pages with one address',
		more: {
			pages: () => [
				{ path: '/', data: 1 },
				{ path: '/', data: 2 },
			],
		},
		message: /Two pages have the address \//,
	},
	{
		name: 'a file that cannot be written',
		more: {
			pages: () => [
				{ path: '/list.txt', data: 1 },
				{ path: '/list.txt/below/', data: 2 },
			],
		},
		message: /ENOTDIR|EISDIR|EEXIST/,
	},
	{
		name: 'a search index that fails',
		more: {
			pages: () => [
				{
					path: '/',
					data: 1,
					search: { ...search, meta: { 'a name, with signs': 'x' } } as unknown as PageInput['search'],
				},
			],
		},
		message: /Unexpected name/,
	},
	{ name: 'styles that are missing', more: { assets: '/nowhere/at/all' }, message: /ENOENT/ },
];

describe('a build that fails', () => {
	it.each(failures)('leaves nothing at first: $name', async ({ more, message }) => {
		await expect(buildSites([site('handbook', 'one'), site('public', 'one', more)])).rejects.toThrow(message);
		expect(standing()).toEqual([]);
	});

	it.each(failures)('leaves the last finished sites: $name', async ({ more, message }) => {
		await buildSites([site('handbook', 'one'), site('public', 'one')]);
		const before = digestsOf(join(folder, 'dist'));
		await expect(
			buildSites([site('handbook', 'two'), site('public', 'two', { version: '2', ...more })]),
		).rejects.toThrow(message);
		expect(digestsOf(join(folder, 'dist'))).toEqual(before);
		expect(standing()).toEqual(['handbook', 'public']);
	});

	it('leaves the last finished sites when one does not compile, before or after it is waited for', async () => {
		await buildSites([site('handbook', 'one'), site('public', 'one')]);
		const before = digestsOf(join(folder, 'dist'));
		const early = () => Promise.reject(new Error('Does not compile'));
		const late = () =>
			new Promise<Renderer>((_, fail) => setTimeout(fail, 50, new Error('Does not compile')));
		for (const compile of [early, late])
			await expect(
				buildSites([site('handbook', 'two'), { ...site('public', 'two'), renderer: compile() }]),
			).rejects.toThrow('Does not compile');
		expect(digestsOf(join(folder, 'dist'))).toEqual(before);
	});

	it('undoes the first site when the second cannot be put in place', async () => {
		await buildSites([site('handbook', 'one'), site('public', 'one')]);
		const before = digestsOf(join(folder, 'dist'));
		const third = site('third', 'two', {
			pages: () => {
				rmSync(join(folder, 'dist', 'public.unfinished'), { recursive: true });
				return [{ path: '/', data: 1 }];
			},
		});
		await expect(buildSites([site('handbook', 'two'), site('public', 'two'), third])).rejects.toThrow(
			'ENOENT',
		);
		const after = digestsOf(join(folder, 'dist'));
		for (const [file, bytes] of Object.entries(before))
			if (!file.endsWith('.made.json')) expect(after[file], file).toBe(bytes);
		expect(standing()).toEqual(['handbook', 'public']);
	});

	it('fails when the folder cannot be written', async () => {
		writeFileSync(join(folder, 'dist'), 'a file where the folder should be');
		await expect(buildSite(site('public', 'one'))).rejects.toThrow(/ENOTDIR|EEXIST/);
		expect(readFileSync(join(folder, 'dist'), 'utf8')).toBe('a file where the folder should be');
	});

	it('takes nothing away that is of no site', async () => {
		const { out } = site('public', 'one');
		writeTo(out, 'both/favicon.svg', 'of somebody else');
		await expect(buildSites([site('handbook', 'one'), site('public', 'one')])).rejects.toThrow(
			`Unexpected “both” in ${out}, expected a site or nothing`,
		);
		expect(standing()).toEqual(['public']);
		expect(digestsOf(out)).toHaveProperty('both/favicon.svg');
	});

	it('waits for no other build of the same folder, and leaves that alone', async () => {
		let begun = () => {};
		const rendering = new Promise<void>((resolve) => {
			begun = resolve;
		});
		let goOn = () => {};
		const told = new Promise<void>((resolve) => {
			goOn = resolve;
		});
		const first = buildSite(
			site('public', 'one', {
				render: async () => {
					begun();
					await told;
					return Buffer.from('<p>one</p>');
				},
			}),
		);
		await rendering;
		const { out } = site('public', 'one');
		await expect(buildSite(site('public', 'one'))).rejects.toThrow(
			`Another build is under way in ${out} (process ${process.pid} on `,
		);
		goOn();
		await first;
		expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('<p>one</p>');
		expect(standing()).toEqual(['public']);
	});

	it('puts the old site back when the last build was cut short', async () => {
		const { out } = site('public', 'one');
		await buildSite(site('public', 'one'));
		const cutShort = openSiteFolder(out);
		writeTo(cutShort.unfinished, 'index.html', 'half');
		cutShort.apply(['index.html'], ['other/index.html']);
		await expect(buildSite(site('public', 'two', failures[0]?.more))).rejects.toThrow();
		expect(standing()).toEqual(['public']);
		expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('one');
		expect(readFileSync(join(out, 'other', 'index.html'), 'utf8')).toContain('the same');
		await buildSite(site('public', 'two'));
		expect(standing()).toEqual(['public']);
		expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('two');
	});

	it('never carries over a page its record does not describe', async () => {
		const { out } = site('public', 'one');
		await buildSite(site('public', 'one'));
		const record = readFileSync(`${out}.made.json`);
		await buildSite(site('public', 'two'));
		// Killed between putting the site in place and writing its record: an older record must not be believed.
		const killed = buildSite(
			site('public', 'three', {
				pages: () => {
					throw new Error('stop');
				},
			}),
		);
		await expect(killed).rejects.toThrow('stop');
		writeFileSync(join(out, 'index.html'), '<p>changed by hand</p>');
		await buildSite(site('public', 'two'));
		expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('two');
		writeFileSync(`${out}.made.json`, record);
		await buildSite(site('public', 'one'));
		expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('one');
	});
});

describe('what nothing explains fails the build', () => {
	it.each([
		['among the files served as they are', 'assets', 'notes.txt'],
		['a source map', 'assets', 'style.css.map'],
		['a hidden file', 'assets', '.env'],
		['a page no list names', 'assets', 'draft/index.html'],
		['among the images', 'input', 'media/qzvk.png'],
		['dressed up as a file of the search engine', 'assets', 'pagefind/fragment/en_abcdef0.pf_fragment'],
	])('%s', async (_, where, file) => {
		const options = site('public', 'one');
		writeTo(where === 'assets' ? options.renderer.assets : options.input, file, 'planted');
		await expect(buildSite(options)).rejects.toThrow(`Nothing explains these files:\n  ${file}`);
		expect(standing()).toEqual([]);
	});

	it('styles and scripts of no page stay out', async () => {
		const options = site('public', 'one');
		await buildSite(options);
		const before = digestsOf(options.out);
		for (const file of ['assets/unused.js', 'assets/style.css.map', 'assets/deeper/notes.txt'])
			writeTo(options.renderer.assets, file, 'planted');
		await buildSite(options);
		expect(digestsOf(options.out)).toEqual(before);
	});

	it('planted in the last finished site, is gone after the next build', async () => {
		const options = site('public', 'one');
		await buildSite(options);
		const before = digestsOf(options.out);
		for (const file of ['planted.html', 'pagefind/fragment/en_abcdef0.pf_fragment', 'media/planted.png'])
			writeTo(options.out, file, 'planted');
		await buildSite(site('public', 'one'));
		expect(digestsOf(options.out)).toEqual(before);
	});

	it('each file is explained by one thing', async () => {
		const options = site('public', 'one');
		await buildSite(options);
		const files = Object.keys(digestsOf(options.out));
		const kinds = Object.fromEntries(
			explainFiles((file) => join(options.out, file), files, ['index.html', 'other/index.html']).map(
				({ file, kind }) => [file, kind],
			),
		);
		expect(kinds).toMatchObject({
			'index.html': 'page',
			'other/index.html': 'page',
			'assets/style.css': 'asset',
			'assets/paper.svg': 'asset',
			'pagefind/pagefind-entry.json': 'framework',
		});
		expect(Object.values(kinds)).not.toContain('unexplained');
	});
});

it('refuses a link that an author typed and that leads nowhere', async () => {
	const options = site('public', 'one');
	const document = {
		code: 'VP-001',
		language: 'en',
		leadsTo: ['/other/', '/nothing/'],
	};
	writeTo(options.input, 'input.json', JSON.stringify({ words: 'one', documents: [document] }));
	await expect(buildSite(options)).rejects.toThrow(
		/lead to pages that do not exist.*\n {2}VP-001 \(en\) links to \/nothing\/$/,
	);
	expect(standing()).toEqual([]);
});

describe('a second build', () => {
	it('renders nothing when nothing changed, and only what did when something did', async () => {
		const first = await buildSite(site('public', 'one'));
		expect(first).toMatchObject({ pages: 2, rendered: 2, indexed: true });
		const before = digestsOf(join(folder, 'dist', 'public'));
		expect(await buildSite(site('public', 'one'))).toMatchObject({ pages: 2, rendered: 0, indexed: false });
		expect(digestsOf(join(folder, 'dist', 'public'))).toEqual(before);
		expect(await buildSite(site('public', 'two'))).toMatchObject({ rendered: 1 });
		expect(await buildSite(site('public', 'two', { version: '2' }))).toMatchObject({ rendered: 2 });
	});

	it('does not ask for the pages of a site that nothing changed on, unless a file of it did', async () => {
		const first = site('public', 'one');
		await buildSite(first);
		let asked = 0;
		const again = site('public', 'one', {
			pages: (...input) => {
				asked++;
				return first.renderer.pages(...input);
			},
		});
		await buildSite(again);
		expect(asked).toBe(0);
		writeFileSync(join(first.out, 'index.html'), '<p>changed by hand</p>');
		await buildSite(again);
		expect(asked).toBe(1);
		expect(readFileSync(join(first.out, 'index.html'), 'utf8')).toContain('one');
		writeTo(first.input, 'media/court.png', 'another picture');
		await expect(buildSite(again)).rejects.toThrow('media/court.png');
		expect(asked).toBe(2);
	});

	it('makes the search index that an earlier build left out', async () => {
		const options = site('public', 'one');
		expect(await buildSite({ ...options, search: false })).toMatchObject({ indexed: false });
		expect(await buildSite(options)).toMatchObject({ rendered: 0, indexed: true });
		expect(await buildSite({ ...options, search: false })).toMatchObject({ rendered: 0, indexed: false });
		expect(existsSync(join(options.out, 'pagefind', 'pagefind-entry.json'))).toBe(true);
	});

	it('is right where the site was copied from elsewhere', async () => {
		const options = site('public', 'one');
		await buildSite(options);
		const before = digestsOf(options.out);
		cpSync(options.out, `${options.out}-copy`, { recursive: true });
		rmSync(options.out, { recursive: true });
		renameSync(`${options.out}-copy`, options.out);
		await buildSite(site('public', 'one'));
		expect(digestsOf(options.out)).toEqual(before);
	});
});
