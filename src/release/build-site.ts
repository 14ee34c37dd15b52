/**
 * Building one site from its input folder: render what changed, leave what did not, then put the new files in place.
 * Reads the input folder and the compiled renderer, and nothing else.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compare } from '../model/issue.ts';
import { indexSite } from '../search/indexer.ts';
import type { Renderer } from './compile.ts';
import { digest, digestOf, filesBelow } from './digest.ts';
import { type FileWriter, openFileWriter } from './file-writer.ts';
import { loadFrom, textsFrom } from './input-folder.ts';
import { isAsMade, type Made, readMade, type SizeAndTime, sizeAndTime, standsAsMade } from './made-record.ts';
import { explainFiles, filesNamed } from './manifest.ts';
import { indexesOf } from './search-indexes.ts';
import { openSiteFolder, type SiteFolder, whileReserved } from './site-folder.ts';
import type { SiteInput } from './site-input.ts';
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
	/** Folder holding `input.json`, the texts, `media/` and `editions/`, and nothing else. */
	input: string;
	/** Folder the finished site takes the place of. */
	out: string;
	/** Sites are built one after another, so that the next may still be compiled. */
	renderer: Renderer | Promise<Renderer>;
	/** Whether to bring the search index up to date; else the old one, if any, stays until a build that does. */
	search: boolean;
}

/** A site built, but for putting it in place. */
interface Unfinished {
	/** Put it in place. What stood there is kept until `settle`. */
	apply(): void;
	/** Undo that. */
	restore(): void;
	/** Throw it away. */
	discard(): void;
	settle(): SiteBuild;
}

/**
 * Build sites, all or none: what changed is put in place only when every site is whole. Throws, leaving the folders as
 * they were, when any page fails or any file is unexplained.
 */
export async function buildSites(all: readonly BuildOptions[]): Promise<SiteBuild[]> {
	// One that does not compile is told when it is its turn, if an earlier one does not end the build.
	for (const { renderer } of all) Promise.resolve(renderer).catch(() => {});
	return whileReserved(
		all.map(({ out }) => out),
		() => buildReserved(all),
	);
}

/** The same for folders that are reserved already. */
export async function buildReserved(all: readonly BuildOptions[]): Promise<SiteBuild[]> {
	const unfinished: Unfinished[] = [];
	const applied: Unfinished[] = [];
	try {
		for (const options of all) unfinished.push(await prepareSite(options));
		for (const site of unfinished) {
			site.apply();
			applied.push(site);
		}
	} catch (error) {
		for (const site of applied) site.restore();
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

async function prepareSite(options: BuildOptions): Promise<Unfinished> {
	const { out } = options;
	const record = `${out}.made.json`;
	const site = openSiteFolder(out);
	const writer = openFileWriter();
	try {
		// What the pages are made of is out of memory when the next site begins.
		const { all, made, ...counts } = await makeSite(options, site, readMade(record), writer);
		return {
			discard: site.discard,
			apply() {
				// Without its record a site is built anew: better than leaving pages the record does not describe.
				rmSync(record, { force: true });
				site.apply(
					[...all].flatMap(([file, how]) => (how === 'made' ? [file] : [])),
					site.standing().filter((file) => !all.has(file)),
				);
			},
			restore: site.restore,
			settle() {
				site.settle();
				writeWhole(record, JSON.stringify(made));
				const bytes = Object.values(made.files).reduce((sum, [size]) => sum + size, 0);
				return { ...counts, files: all.size, bytes };
			},
		};
	} catch (error) {
		// What is still being written would come back after it was thrown away.
		await Promise.allSettled([writer.finished()]);
		site.discard();
		throw error;
	}
}

/** Make what changed since the last build, beside the site. Says of every file whether it was made now or stands already. */
async function makeSite(
	{ input: folder, out, renderer: compiled, search }: BuildOptions,
	site: SiteFolder,
	before: Made | undefined,
	writer: FileWriter,
): Promise<
	{ all: Map<string, 'made' | 'standing'>; made: Made } & Pick<
		SiteBuild,
		'pages' | 'rendered' | 'indexed' | 'steps'
	>
> {
	const renderer = await compiled;
	const steps: SiteBuild['steps'] = [];
	const step = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
		const start = performance.now();
		const result = await work();
		steps.push({ name, ms: performance.now() - start });
		return result;
	};
	const media = existsSync(join(folder, 'media')) ? filesBelow(folder, 'media') : [];
	// Of texts and editions the input holds the hashes.
	const from = digest(renderer.version, digestOf(folder, ['input.json', ...media]));
	if (before?.from === from && (before.indexed || !search)) {
		if (await step('pages', () => standsAsMade(before, out))) {
			const all = new Map(Object.keys(before.files).map((file) => [file, 'standing'] as const));
			const pages = Object.keys(before.pages).length;
			return { all, made: before, pages, rendered: 0, indexed: false, steps };
		}
	}
	const { pages, dead } = await step('plan', async () => {
		const input = JSON.parse(readFileSync(join(folder, 'input.json'), 'utf8')) as SiteInput;
		const pages = await renderer.pages(input, loadFrom(folder), textsFrom(folder));
		const moved = (input.redirects ?? []).map(({ from }) => from);
		return { pages, dead: deadLinks(input, new Set([...pages.map(({ path }) => path), ...moved])) };
	});
	if (dead.length > 0)
		throw new Error(
			`These links lead to pages that do not exist. Link documents by their code:\n${dead.map((each) => `  ${each}`).join('\n')}`,
		);
	const all = new Map<string, 'made' | 'standing'>();
	const stampOf = (file: string) => sizeAndTime(join(all.get(file) === 'made' ? site.unfinished : out, file));
	const stamps: Record<string, SizeAndTime> = {};
	const asMade = (file: string) => {
		const stamp = stampOf(file);
		if (stamp) stamps[file] = stamp;
		return isAsMade(before?.files[file], stamp);
	};
	const digests: Record<string, string> = {};
	const pageFiles = new Set(pages.map(({ path }) => fileOf(path)));
	const named = new Map<string, string>();
	let rendered = 0;
	await step('pages', async () => {
		for (const page of pages) {
			if (page.path in digests) throw new Error(`Two pages have the address ${page.path}`);
			const later = page.later?.();
			const made = digest(renderer.version, later?.key ?? JSON.stringify(page.data));
			digests[page.path] = made;
			const file = fileOf(page.path);
			const [last, names = 0] = before?.pages[page.path] ?? [];
			if (last === made && asMade(file)) {
				all.set(file, 'standing');
				named.set(file, before?.named[names] ?? '');
			} else {
				const bytes = await renderer.render(later ? { ...page, data: later.data() } : page);
				await writer.write(join(site.unfinished, file), bytes);
				all.set(file, 'made');
				named.set(
					file,
					filesNamed(bytes.toString('latin1'), file)
						.filter((name) => !pageFiles.has(name))
						.join(' '),
				);
				rendered++;
			}
		}
		await writer.finished();
	});
	await step('assets', () => {
		for (const [from, files] of [
			[renderer.assets, filesBelow(renderer.assets)],
			[folder, media],
		] as const)
			for (const file of files) {
				if (hasSameBytes(join(from, file), join(out, file))) all.set(file, 'standing');
				else {
					mkdirSync(dirname(join(site.unfinished, file)), { recursive: true });
					copyFileSync(join(from, file), join(site.unfinished, file));
					all.set(file, 'made');
				}
			}
	});
	const searched: Record<string, string> = {};
	let indexed = false;
	await step('search', async () => {
		for (const index of indexesOf(pages, digests, renderer.version)) {
			const { name } = index;
			const old = existsSync(join(out, name)) ? filesBelow(out, name) : [];
			const hasOld = old.length > 0 && old.every(asMade);
			const holds = search ? index.holds() : undefined;
			if (holds !== undefined && (before?.search[name] !== holds || !hasOld)) {
				await indexSite(index.records(), join(site.unfinished, name));
				for (const file of filesBelow(site.unfinished, name)) all.set(file, 'made');
				searched[name] = holds;
				indexed = true;
			} else if (hasOld) {
				for (const file of old) all.set(file, 'standing');
				searched[name] = before?.search[name] ?? '';
			}
		}
	});
	await step('verify', () => {
		const placeOf = (file: string) => join(all.get(file) === 'made' ? site.unfinished : out, file);
		const unexplained = explainFiles(placeOf, [...all.keys()].sort(compare), [...pageFiles], (page) =>
			named.get(page)?.split(' '),
		).flatMap(({ file, kind }) => (kind === 'unexplained' ? [file] : []));
		// Styles and scripts of pages that this content does not have.
		const unused = unexplained.filter((file) => file.startsWith('assets/'));
		for (const file of unused) {
			if (all.get(file) === 'made') rmSync(placeOf(file));
			all.delete(file);
		}
		if (unexplained.length > unused.length)
			throw new Error(
				`Nothing explains these files:\n${unexplained
					.filter((file) => !unused.includes(file))
					.map((file) => `  ${file}`)
					.join('\n')}`,
			);
	});
	if (all.size === 0) throw new Error('The site has no files');
	const files = Object.fromEntries(
		[...all].map(([file, how]) => [
			file,
			(how === 'standing' && stamps[file]) || (stampOf(file) as SizeAndTime),
		]),
	);
	const lists = new Map([...new Set(named.values())].map((names, index) => [names, index]));
	return {
		all,
		made: {
			from,
			indexed: search,
			pages: Object.fromEntries(
				Object.entries(digests).map(([path, made]) => [
					path,
					[made, lists.get(named.get(fileOf(path)) ?? '') ?? 0],
				]),
			),
			named: [...lists.keys()],
			search: searched,
			files,
		},
		pages: pages.length,
		rendered,
		indexed,
		steps,
	};
}

/** The file of an address: `/guidance/` is `guidance/index.html`. */
export function fileOf(path: string): string {
	return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}

function hasSameBytes(a: string, b: string): boolean {
	return existsSync(b) && readFileSync(a).equals(readFileSync(b));
}

/** Links that authors typed as addresses of this site and that lead to no page: “GD-004 links to /nothing/”. */
function deadLinks({ documents = [] }: Partial<SiteInput>, addresses: ReadonlySet<string>): string[] {
	return documents.flatMap(({ code, language, leadsTo }) =>
		leadsTo.filter((path) => !addresses.has(path)).map((path) => `${code} (${language}) links to ${path}`),
	);
}
