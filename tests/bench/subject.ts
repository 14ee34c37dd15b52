/**
 * The subjects of the benchmark: the product with and without its search index, and its peers. Each has its own
 * folder, its own copy of the corpus and its own caches, so that nothing is shared but the machine.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from './corpus.ts';
import { type Edited, writeAstro, writeContent, writeDocusaurus, writeEleventy } from './write-corpus.ts';

/** The moment the sites are for: all of the corpus is in force then. */
const MOMENT = '2026-11-23T09:00:00Z';

export interface Subject {
	name: string;
	/** Where its commands run. */
	folder: string;
	build: string[];
	/** The finished pages, below its folder. */
	out: string;
	/** All that a first build has not, below its folder: output and caches. */
	made: string[];
	/** Whether it keeps finished work by digest, apart from its output. */
	keepsWork: boolean;
	edited: Edited;
}

/** What the product is built from, as a user’s clone has it. */
const productParts = [
	'astro.config.mjs',
	'package-lock.json',
	'package.json',
	'public',
	'scripts',
	'src',
	'tests/bench',
	'tsconfig.json',
];

/** The product, built by `npm run build` and without the search index: two copies of the same code. */
export function products(root: string, bench: string, corpus: Corpus): Subject[] {
	const without = product(root, root, bench, corpus, false);
	return [without, product(root, without.folder, bench, corpus, true)];
}

/** A copy of the code with the corpus as its content. */
export function product(root: string, code: string, bench: string, corpus: Corpus, search: boolean): Subject {
	const folder = join(bench, search ? 'product' : 'product-without-search');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const part of productParts) cpSync(join(code, part), join(folder, part), { recursive: true });
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
	return {
		name: search ? 'ours, with search index' : 'ours',
		folder,
		build: [
			process.execPath,
			'--import',
			'./scripts/keep-compiled.mjs',
			...(search ? ['scripts/build.ts', '--working-copy'] : ['tests/bench/build-without-search.ts']),
			'--content',
			'corpus',
			'--out',
			'dist',
			'--at',
			MOMENT,
		],
		out: 'dist',
		made: ['dist', 'var', '.astro'],
		keepsWork: true,
		edited: writeContent(corpus, join(root, 'content'), join(folder, 'corpus')),
	};
}

/** Plain Astro with @astrojs/mdx: a content collection and one layout. */
export function astro(root: string, bench: string, corpus: Corpus): Subject {
	const folder = peer(root, bench, 'astro');
	return {
		name: 'Astro + MDX',
		folder,
		build: [process.execPath, '../node_modules/astro/bin/astro.mjs', 'build', '--silent'],
		out: 'dist',
		made: ['dist', '.astro', 'node_modules'],
		keepsWork: false,
		edited: writeAstro(corpus, folder),
	};
}

/** Eleventy: Markdown, shortcodes and one layout. */
export function eleventy(root: string, bench: string, corpus: Corpus): Subject {
	const folder = peer(root, bench, 'eleventy');
	return {
		name: 'Eleventy',
		folder,
		build: [process.execPath, '../node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
		out: 'dist',
		made: ['dist', '.cache'],
		keepsWork: false,
		edited: writeEleventy(corpus, folder),
	};
}

/** Docusaurus with as many versions of every document. */
export function docusaurus(
	root: string,
	bench: string,
	corpus: Corpus,
	versions: readonly string[],
): Subject {
	const packages = join(bench, 'docusaurus');
	install(join(root, 'tests', 'bench', 'peers', 'docusaurus', 'package.json'), packages);
	const folder = join(packages, 'site');
	rmSync(folder, { recursive: true, force: true });
	cpSync(join(root, 'tests', 'bench', 'peers', 'docusaurus'), folder, { recursive: true });
	return {
		name: 'Docusaurus',
		folder,
		build: [process.execPath, '../node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build', '--no-minify'],
		out: 'build',
		made: ['build', '.docusaurus', 'node_modules'],
		keepsWork: false,
		edited: writeDocusaurus(corpus, folder, versions),
	};
}

/** The folder of a peer, with its packages installed beside it and outside the product. */
function peer(root: string, bench: string, name: string): string {
	const peers = join(bench, 'peers');
	install(join(root, 'tests', 'bench', 'peers', 'package.json'), peers);
	const folder = join(peers, name);
	rmSync(folder, { recursive: true, force: true });
	cpSync(join(root, 'tests', 'bench', 'peers', name), folder, { recursive: true });
	return folder;
}

/** Install the packages that a package.json names, unless they are there. */
function install(packageJson: string, peers: string): void {
	const wanted = readFileSync(packageJson, 'utf8');
	const stamp = join(peers, 'installed.json');
	mkdirSync(peers, { recursive: true });
	if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
		console.log('Installing the peers (once) …');
		writeFileSync(join(peers, 'package.json'), wanted);
		const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
			cwd: peers,
			stdio: 'inherit',
			shell: process.platform === 'win32',
		});
		if (status !== 0) throw new Error('The peers could not be installed. Leave them out with --no-peers.');
		writeFileSync(stamp, wanted);
	}
}
