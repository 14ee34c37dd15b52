/**
 * Explaining every file of a built site: a page, an asset of a page, or a file of the framework. What nothing
 * explains has leaked in, and the build fails.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type FileKind = 'page' | 'asset' | 'framework' | 'unexplained';

export interface ExplainedFile {
	file: string;
	kind: FileKind;
}

/** Files of the search engine, which loads them by name. */
const FRAMEWORK = /^robots\.txt$|^pagefind\/(?:pagefind(?:-[a-z-]+)?\.(?:js|css)|pagefind-entry\.json|pagefind\.[\w-]+\.pf_meta|wasm\.[a-z-]+\.pagefind|(?:fragment|index|filter)\/[\w-]+\.pf_(?:fragment|index|filter))$/;

/** Say of each file why it is there. `pages` are the files of the pages the site was asked for. */
export function explainFiles(folder: string, files: readonly string[], pages: readonly string[]): ExplainedFile[] {
	const asked = new Set(pages);
	const others = new Set(files.filter((file) => !asked.has(file) && !FRAMEWORK.test(file)));
	const assets = new Set<string>();
	const follow = (file: string) => {
		for (const target of mentions(readFileSync(join(folder, file), 'utf8'), file)) {
			if (!others.has(target) || assets.has(target)) continue;
			assets.add(target);
			if (/\.(?:js|css|svg)$/.test(target)) follow(target);
		}
	};
	for (const page of pages) {
		if (assets.size === others.size) break;
		follow(page);
	}
	return files.map((file) => ({ file, kind: asked.has(file) ? 'page' : FRAMEWORK.test(file) ? 'framework' : assets.has(file) ? 'asset' : 'unexplained' }));
}

/** Paths of files that a page, style or script mentions, below the folder of the site. */
function* mentions(text: string, from: string): Generator<string> {
	for (const [, path = ''] of text.matchAll(/["'(=\s`]((?:\/|\.{1,2}\/)[\w./-]+\.\w+)/g)) {
		yield new URL(path, `http://site.invalid/${from}`).pathname.slice(1);
	}
}
