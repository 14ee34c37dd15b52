/**
 * Explaining every file of a built site: a page, an asset of a page, or a file of the framework. What nothing
 * explains has leaked in, and the build fails.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export type FileKind = 'page' | 'asset' | 'framework' | 'unexplained';

export interface ExplainedFile {
	file: string;
	kind: FileKind;
}

/** Files that no page has to name. */
const SERVED_AS_IT_IS = /^(?:robots\.txt|register\/verify\.mjs)$/;
/** The folder of a search index: that of today, or one of the past. */
const INDEX_FOLDER = /^pagefind(?:-editions\/\d{4}\/\d+)?\//;
/** Files of the framework whatever the content: the search engine itself and where its index begins. */
const ENGINE_FILE = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.[a-z-]+\.pagefind)$/;
/** A part of a search index, which the index names. */
const INDEX_PART = /^(?:fragment|index|filter)\/([\w-]+)\.pf_(?:fragment|index|filter)$/;

/**
 * Say of each file why it is there. `pages` are the files of the pages the site was asked for; `placeOf` says where
 * the bytes of a file lie; `namedBy` which files a page names, when that is known without reading it again.
 */
export function explainFiles(
	placeOf: (file: string) => string,
	files: readonly string[],
	pages: readonly string[],
	namedBy: (page: string) => readonly string[] | undefined = () => undefined,
): ExplainedFile[] {
	const asked = new Set(pages);
	const indexes = new Set(files.flatMap((file) => INDEX_FOLDER.exec(file)?.[0] ?? []));
	const framework = new Set([
		...files.filter((file) => SERVED_AS_IT_IS.test(file)),
		...[...indexes].flatMap((index) => indexFiles(placeOf, index, files)),
	]);
	const others = new Set(files.filter((file) => !asked.has(file) && !framework.has(file)));
	const assets = new Set<string>();
	const follow = (file: string) => {
		for (const target of namedBy(file) ?? filesNamed(readFileSync(placeOf(file), 'utf8'), file)) {
			if (!others.has(target) || assets.has(target)) continue;
			assets.add(target);
			if (/\.(?:js|css|svg)$/.test(target)) follow(target);
		}
	};
	for (const page of pages) {
		if (assets.size === others.size) break;
		follow(page);
	}
	return files.map((file) => ({
		file,
		kind: asked.has(file)
			? 'page'
			: framework.has(file)
				? 'framework'
				: assets.has(file)
					? 'asset'
					: 'unexplained',
	}));
}

/** Files of a search index: the engine, and what its entry file leads to in each language. `index` is its folder. */
function indexFiles(placeOf: (file: string) => string, index: string, all: readonly string[]): string[] {
	const files = all.filter((file) => file.startsWith(index)).map((file) => file.slice(index.length));
	const engine = files.filter((file) => ENGINE_FILE.test(file));
	if (!files.includes('pagefind-entry.json')) return engine.map((file) => index + file);
	const { languages } = JSON.parse(readFileSync(placeOf(`${index}pagefind-entry.json`), 'utf8')) as {
		languages: Record<string, { hash: string }>;
	};
	const parts = new Map(
		files.flatMap((file): [string, string][] => {
			const name = INDEX_PART.exec(file)?.[1];
			return name === undefined ? [] : [[name, file]];
		}),
	);
	const led = Object.values(languages).flatMap(({ hash }) => {
		const meta = `pagefind.${hash}.pf_meta`;
		if (!files.includes(meta)) return [];
		const named = gunzipSync(readFileSync(placeOf(index + meta))).toString('latin1');
		return [meta, ...[...parts].filter(([name]) => named.includes(name)).map(([, file]) => file)];
	});
	return [...engine, ...led].map((file) => index + file);
}

/** Files that a page, style or script names, below the folder of the site, each once. `from` is its own. */
export function filesNamed(text: string, from: string): string[] {
	const paths = new Set(
		[...text.matchAll(/["'(=\s`]((?:\/|\.{1,2}\/)[\w./-]+\.\w+)/g)].map(([, path = '']) => path),
	);
	return [...paths].map((path) => new URL(path, `http://site.invalid/${from}`).pathname.slice(1));
}
