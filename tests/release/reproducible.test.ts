/** The same content and moment give the same bytes: elsewhere, in another locale, again, from nothing. */
import { execFile, spawn } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT, type Maker, publicTree, type Tree } from './miniature.ts';
import { secrets } from './secrets.ts';
import { Words } from './words.ts';
import { decoded, digestsOf, openYard, ROOT, type Yard } from './workshop.ts';

const make: Maker = { secrets: new Words('qzvk'), open: new Words('plmj') };
const both = ['handbook', 'public'] as const;
let yard: Yard;
let tree: Tree;
let base: Record<string, string>;

/** The digests of both sites, without the records of the build beside them. */
function sitesIn(out: string): Record<string, string> {
	return Object.fromEntries(
		both.flatMap((site) =>
			Object.entries(digestsOf(join(out, site))).map(([file, bytes]) => [`${site}/${file}`, bytes]),
		),
	);
}

beforeAll(async () => {
	yard = openYard();
	tree = await publicTree(make, 'all');
	for (const { files } of secrets) tree = { ...tree, ...(await files(make, tree)) };
	await yard.build(tree, { sites: [...both] });
	base = sitesIn(yard.out);
});
afterAll(() => yard.close());

it('the miniature sites are not trivial', () => {
	expect(
		Object.keys(base).filter((file) => file.startsWith('public/') && file.endsWith('.html')).length,
	).toBeGreaterThan(30);
	expect(
		Object.keys(base).filter((file) => file.startsWith('handbook/') && file.endsWith('.html')).length,
	).toBeGreaterThan(30);
});

it('built again with nothing changed, no page is rendered and every byte is kept', async () => {
	const { sites } = await yard.build(tree, { sites: [...both] });
	for (const site of both) expect(sites[site]).toMatchObject({ rendered: 0, indexed: false });
	expect(sitesIn(yard.out)).toEqual(base);
});

it('after an edit, only pages that show it are rendered, and undoing it gives the old bytes', async () => {
	const [file] = Object.keys(tree).filter((each) => each === 'victim-pages/second.en.mdx') as [string];
	const { sites } = await yard.build(
		{ ...tree, [file]: `${String(tree[file])}\nOne more sentence.\n` },
		{ sites: [...both] },
	);
	expect(sites.public?.rendered).toBe(1);
	expect(sites.handbook?.rendered).toBeLessThanOrEqual(2);
	const changed = sitesIn(yard.out);
	const pages = Object.keys(changed).filter((each) => each.endsWith('.html') && changed[each] !== base[each]);
	expect(pages.filter((each) => each.startsWith('public/'))).toEqual([
		'public/information/second/index.html',
	]);
	await yard.build(tree, { sites: [...both] });
	expect(sitesIn(yard.out)).toEqual(base);
});

it('a changed fact renders every page that shows it', async () => {
	const before = base;
	await yard.build({
		...tree,
		'timescales/shown-time.yaml': String(tree['timescales/shown-time.yaml']).replace(
			/^length: \d+/m,
			'length: 77',
		),
	});
	const page = readFileSync(join(yard.out, 'public', 'information', 'first', 'index.html'), 'utf8');
	expect(page).toMatch(/77 hours/);
	await yard.build(tree, { sites: [...both] });
	expect(sitesIn(yard.out)).toEqual(before);
});

it('without the work folder, and without the sites of before, the bytes are the same', async () => {
	for (const name of readdirSync(yard.work))
		if (name !== 'renderer') rmSync(join(yard.work, name), { recursive: true });
	rmSync(yard.out, { recursive: true });
	const { sites } = await yard.build(tree, { sites: [...both] });
	for (const site of both) expect(sites[site]?.rendered).toBe(sites[site]?.pages);
	expect(sitesIn(yard.out)).toEqual(base);
});

it('files written in another order, at another time, give the same bytes', async () => {
	const other = openYard();
	await other.build(Object.fromEntries(Object.entries(tree).reverse()), { sites: [...both] });
	const there = sitesIn(other.out);
	await other.close();
	expect(there).toEqual(base);
});

describe('the command, in a copy of the product elsewhere', () => {
	let product: string;
	let output: { code: number | null; text: string };

	beforeAll(async () => {
		product = join(yard.folder, 'a copy, elsewhere');
		mkdirSync(product);
		for (const part of [
			'src',
			'scripts',
			'public',
			'package.json',
			'package-lock.json',
			'astro.config.mjs',
			'tsconfig.json',
		])
			cpSync(join(ROOT, part), join(product, part), { recursive: true });
		symlinkSync(join(ROOT, 'node_modules'), join(product, 'node_modules'));
		const env = {
			...process.env,
			TZ: 'Pacific/Kiritimati',
			LANG: 'cy_GB.UTF-8',
			LC_ALL: 'cy_GB.UTF-8',
			LANGUAGE: 'cy',
			HOME: yard.folder,
		};
		const command = `umask 077; exec "${process.execPath}" scripts/build.ts --working-copy --content "${yard.content}" --out "${join(product, 'dist')}" --at ${AT}`;
		output = await new Promise((done) => {
			const child = spawn('sh', ['-c', command], { cwd: product, env });
			let text = '';
			for (const stream of [child.stdout, child.stderr])
				stream.on('data', (chunk) => (text += String(chunk)));
			child.on('close', (code) => done({ code, text }));
		});
	});

	it('succeeds, and says what each step took and what was made', () => {
		expect(output).toMatchObject({ code: 0 });
		for (const site of both) {
			expect(output.text).toMatch(new RegExp(`${site}: pages +\\d+ ms +\\d+ pages, \\d+ rendered`));
			expect(output.text).toMatch(new RegExp(`${site}: \\d+ pages, \\d+ files, \\d+\\.\\d MB`));
		}
	});

	it('gives the same bytes in another folder, time zone, locale and umask', () => {
		expect(sitesIn(join(product, 'dist'))).toEqual(base);
	});

	it('names no folder of this machine in any file', () => {
		const found = decoded(join(product, 'dist')).filter(
			({ text }) => text.includes(product) || text.includes(ROOT) || text.includes(yard.folder),
		);
		expect(found.map(({ file }) => file)).toEqual([]);
	});

	it('leaves nothing beside the two sites but their records', () => {
		expect(readdirSync(join(product, 'dist')).sort()).toEqual([
			'handbook',
			'handbook.made.json',
			'public',
			'public.made.json',
		]);
	});
});

it('the public site is built from its input folder alone, with the content gone and out of reach', async () => {
	const renderers = join(yard.work, 'renderer', 'public');
	const [compiled = ''] = readdirSync(renderers)
		.filter((name) => !name.endsWith('.tmp'))
		.map((name) => join(renderers, name));
	const input = join(yard.folder, 'input');
	const alone = join(yard.folder, 'alone');
	const out = join(alone, 'public');
	const feed = join(tmpdir(), 'search-feed-*');
	mkdirSync(alone);
	cpSync(join(yard.work, 'input', 'public'), input, { recursive: true });
	const away = `${yard.content}-away`;
	renameSync(yard.content, away);
	const code = ['src', 'node_modules', 'tests/release', 'package.json'].map((part) => join(ROOT, part));
	const written = [alone, join(alone, '*'), feed];
	const permissions = [
		'--permission',
		'--allow-child-process',
		'--allow-addons',
		...[...code, compiled, input, ...written].map((path) => `--allow-fs-read=${path}`),
		...written.map((path) => `--allow-fs-write=${path}`),
	];
	const { stdout } = await promisify(execFile)(process.execPath, [
		...permissions,
		join(import.meta.dirname, 'build-public.ts'),
		compiled,
		input,
		out,
		away,
	]);
	expect(stdout).toContain('ERR_ACCESS_DENIED');
	const own = Object.fromEntries(
		Object.entries(digestsOf(out)).map(([file, bytes]) => [`public/${file}`, bytes]),
	);
	expect(own).toEqual(
		Object.fromEntries(Object.entries(base).filter(([file]) => file.startsWith('public/'))),
	);
	expect(existsSync(yard.content)).toBe(false);
});
