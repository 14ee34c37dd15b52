/**
 * Building one site from its input folder: render what changed, carry over what did not, then swap the new folder
 * into place. Reads the input folder and the compiled renderer, and nothing else.
 */
import {
	copyFileSync,
	cpSync,
	existsSync,
	linkSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { IndexedPage } from '../search/index.ts';
import { indexSite } from '../search/indexer.ts';
import type { Renderer } from './compile.ts';
import { digest, filesBelow } from './digest.ts';
import { loadFrom } from './input-folder.ts';
import { explainFiles, INDEX_FOLDER } from './manifest.ts';
import type { PageInput, SiteInput } from './site-input.ts';
import { writeWhole } from './work-folder.ts';

export interface SiteBuild {
	pages: number;
	/** How many of them had to be rendered now. */
	rendered: number;
	/** Whether the search index had to be made anew. */
	indexed: boolean;
	files: number;
	bytes: number;
	/** Milliseconds of each step. */
	steps: { name: string; ms: number }[];
}

export interface BuildOptions {
	/** Folder holding `input.json`, `media/` and `editions/`, and nothing else. */
	input: string;
	/** Folder the finished site takes the place of. */
	out: string;
	renderer: Renderer;
	/** Whether to bring the search index up to date; else the old one, if any, stays until a build that does. */
	search: boolean;
}

/** What the last build of this folder was made of, kept beside it. */
interface Made {
	renderer: string;
	/** Digest of the data of each page. */
	pages: Record<string, string>;
	/** Digest of what each search index holds, by its folder. */
	search: Record<string, string>;
	/** Size and time of every file that may be carried over: one changed since is made anew. */
	files: Record<string, string>;
}

/** A site built beside the old one. */
interface Unfinished {
	/** Put it in place of the old site, which is kept until `settle`. */
	swap(): void;
	/** Undo the swap. */
	restore(): void;
	/** Throw it away. */
	discard(): void;
	/** Throw the old site away. */
	settle(): SiteBuild;
}

/**
 * Build sites, all or none: the new folders take the place of the old ones only when every site is whole. Throws,
 * leaving the old folders as they were, when any page fails or any file is unexplained.
 */
export async function buildSites(all: readonly BuildOptions[]): Promise<SiteBuild[]> {
	const unfinished: Unfinished[] = [];
	const swapped: Unfinished[] = [];
	try {
		for (const options of all) unfinished.push(await prepareSite(options));
		for (const site of unfinished) {
			site.swap();
			swapped.push(site);
		}
	} catch (error) {
		for (const site of swapped) site.restore();
		for (const site of unfinished) site.discard();
		throw error;
	}
	return unfinished.map((site) => site.settle());
}

/** Build one site. */
export async function buildSite(options: BuildOptions): Promise<SiteBuild> {
	const [build] = await buildSites([options]);
	return build as SiteBuild;
}

async function prepareSite({ input: folder, out, renderer, search }: BuildOptions): Promise<Unfinished> {
	const steps: SiteBuild['steps'] = [];
	const step = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
		const start = performance.now();
		const result = await work();
		steps.push({ name, ms: performance.now() - start });
		return result;
	};
	const unfinished = `${out}.unfinished`;
	const old = `${out}.old`;
	const record = `${out}.made.json`;
	const discard = () => rmSync(unfinished, { recursive: true, force: true });
	// A swap that was cut short left no site in place.
	if (!existsSync(out) && existsSync(old)) renameSync(old, out);
	discard();
	mkdirSync(unfinished, { recursive: true });
	try {
		const { pages, dead } = await step('plan', () => {
			const input = JSON.parse(readFileSync(join(folder, 'input.json'), 'utf8')) as SiteInput;
			const pages = renderer.pages(input, loadFrom(folder));
			const moved = (input.redirects ?? []).map(({ from }) => from);
			return { pages, dead: deadLinks(input, new Set([...pages.map(({ path }) => path), ...moved])) };
		});
		if (dead.length > 0)
			throw new Error(
				`These links lead to pages that do not exist. Link documents by their code:\n${dead.map((each) => `  ${each}`).join('\n')}`,
			);
		const before = readMade(record, out);
		const asMade = (file: string) =>
			before?.files[file] !== undefined && before.files[file] === stampOf(join(out, file));
		const digests: Record<string, string> = {};
		let rendered = 0;
		await step('pages', async () => {
			for (const page of pages) {
				if (page.path in digests) throw new Error(`Two pages have the address ${page.path}`);
				const made = digest(renderer.version, page.later?.key ?? JSON.stringify(page.data));
				digests[page.path] = made;
				const file = fileOf(page.path);
				if (before?.pages[page.path] === made && asMade(file)) carryOver(out, unfinished, file);
				else {
					const { later } = page;
					place(
						join(unfinished, file),
						await renderer.render(later ? { ...page, data: later.data() } : page),
					);
					rendered++;
				}
			}
		});
		await step('assets', () => {
			cpSync(renderer.assets, unfinished, { recursive: true });
			if (existsSync(join(folder, 'media')))
				cpSync(join(folder, 'media'), join(unfinished, 'media'), { recursive: true });
		});
		const searched: Record<string, string> = {};
		let indexed = false;
		await step('search', async () => {
			for (const { name, holds, records } of indexesOf(pages, digests, renderer.version)) {
				const old = existsSync(join(out, name)) ? filesBelow(out, name) : [];
				const hasOld = old.length > 0 && old.every(asMade);
				if (search && (before?.search[name] !== holds || !hasOld)) {
					await indexSite(records(), join(unfinished, name));
					searched[name] = holds;
					indexed = true;
				} else if (hasOld) {
					for (const file of old) carryOver(out, unfinished, file);
					searched[name] = before?.search[name] ?? '';
				}
			}
		});
		const files = await step('verify', () => {
			const explained = explainFiles(
				unfinished,
				filesBelow(unfinished),
				pages.map(({ path }) => fileOf(path)),
			);
			// Styles and scripts of pages that this content does not have.
			const unused = explained.filter(
				({ file, kind }) => kind === 'unexplained' && file.startsWith('assets/'),
			);
			for (const { file } of unused) rmSync(join(unfinished, file));
			const all = explained.filter((each) => !unused.includes(each));
			const unexplained = all.filter(({ kind }) => kind === 'unexplained');
			if (unexplained.length > 0)
				throw new Error(
					`Nothing explains these files:\n${unexplained.map(({ file }) => `  ${file}`).join('\n')}`,
				);
			return all.map(({ file }) => file);
		});
		if (files.length === 0) throw new Error('The site has no files');
		const ofPages = new Set(pages.map(({ path }) => fileOf(path)));
		const stamps = Object.fromEntries(
			files
				.filter((file) => INDEX_FOLDER.test(file) || ofPages.has(file))
				.map((file) => [file, stampOf(join(unfinished, file)) ?? '']),
		);
		const bytes = files.reduce((sum, file) => sum + statSync(join(unfinished, file)).size, 0);
		return {
			discard,
			swap() {
				// Without its record a site is built anew: better than carrying over pages the record does not describe.
				rmSync(record, { force: true });
				rmSync(old, { recursive: true, force: true });
				if (existsSync(out)) renameSync(out, old);
				try {
					renameSync(unfinished, out);
				} catch (error) {
					if (existsSync(old)) renameSync(old, out);
					throw error;
				}
			},
			restore() {
				renameSync(out, unfinished);
				if (existsSync(old)) renameSync(old, out);
			},
			settle() {
				rmSync(old, { recursive: true, force: true });
				writeWhole(
					record,
					JSON.stringify({
						renderer: renderer.version,
						pages: digests,
						search: searched,
						files: stamps,
					} satisfies Made),
				);
				return { pages: pages.length, rendered, indexed, files: files.length, bytes, steps };
			},
		};
	} catch (error) {
		discard();
		throw error;
	}
}

/** The file of an address: `/guidance/` is `guidance/index.html`. */
export function fileOf(path: string): string {
	return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}

interface SearchIndex {
	/** Its folder below that of the site. */
	name: string;
	/** Digest of what it holds. */
	holds: string;
	records(): IndexedPage[];
}

/** The search indexes of a site: that of today, and one for the editions of each year. The engine makes none of nothing. */
function indexesOf(
	pages: readonly PageInput[],
	digests: Readonly<Record<string, string>>,
	version: string,
): SearchIndex[] {
	const today = pages.flatMap(({ path, search }): IndexedPage[] => (search ? [{ path, ...search }] : []));
	const past = Map.groupBy(
		pages.filter(({ later }) => later?.search),
		({ later }) => later?.search?.index ?? '',
	);
	return [
		...(today.length > 0
			? [{ name: 'pagefind', holds: digest(version, JSON.stringify(today)), records: () => today }]
			: []),
		...[...past].map(([year, editions]) => ({
			name: `pagefind-editions/${year}`,
			holds: digest(version, ...editions.map(({ path }) => `${path} ${digests[path]}`)),
			records: () =>
				editions.flatMap(({ path, later }) => (later?.search ? [{ path, ...later.search.record() }] : [])),
		})),
	];
}

function readMade(record: string, out: string): Made | undefined {
	if (!existsSync(record) || !existsSync(out)) return undefined;
	try {
		const made = JSON.parse(readFileSync(record, 'utf8')) as Partial<Made>;
		return made.files ? (made as Made) : undefined;
	} catch {
		return undefined;
	}
}

function place(path: string, bytes: string): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, bytes);
}

/** Size and time of a file, or undefined when it is not there. */
function stampOf(path: string): string | undefined {
	const found = statSync(path, { throwIfNoEntry: false });
	return found && `${found.size} ${found.mtimeMs}`;
}

/** Take a finished file into the new folder: the same bytes under a second name, or a copy where that cannot be. */
function carryOver(from: string, to: string, file: string): void {
	mkdirSync(dirname(join(to, file)), { recursive: true });
	try {
		linkSync(join(from, file), join(to, file));
	} catch {
		copyFileSync(join(from, file), join(to, file));
	}
}

/** Links that authors typed as addresses of this site and that lead to no page: “GD-004 links to /nothing/”. */
function deadLinks({ documents = [] }: Partial<SiteInput>, addresses: ReadonlySet<string>): string[] {
	return documents.flatMap(({ code, language, html }) =>
		[...html.matchAll(/<a\s[^>]*?href="(\/[^"#?]*)/g)]
			.map(([, path = '']) => path)
			.filter((path) => !addresses.has(path))
			.map((path) => `${code} (${language}) links to ${path}`),
	);
}
