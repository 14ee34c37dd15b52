/**
 * Making the search index of a site with Pagefind, from records and not from pages: what is indexed is what the
 * release says, never the navigation around it. The same records give the same bytes, in whatever order they come.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Language } from '../model/language.ts';
import { withClauses } from './clauses.ts';
import { exactFilter, understand } from './query.ts';
import type { IndexedPage } from './search-record.ts';
import { settleIndex } from './settle-index.ts';

/** What Pagefind writes beside an index and our pages never ask for: ready-made interfaces. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.(?:js|css)$/;

/** Write the index of the pages to a folder. Throws with Pagefind’s words when it fails. */
export async function indexSite(pages: Iterable<IndexedPage>, out: string): Promise<void> {
	const feed = mkdtempSync(join(tmpdir(), 'search-feed-'));
	try {
		for (const page of pages) {
			const file = join(feed, page.path, 'index.html');
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, feedPage(page));
		}
		const pagefind = join(
			dirname(findPackageJSON('pagefind', import.meta.url) ?? ''),
			'lib',
			'runner',
			'bin.cjs',
		);
		await run([pagefind, '--site', feed, '--output-path', out, '--silent']);
		settleIndex(out);
		for (const file of readdirSync(out)) if (UNUSED.test(file)) rmSync(join(out, file));
	} finally {
		rmSync(feed, { recursive: true, force: true });
	}
}

/** Run a script of Node. Ctrl-C is not for it: whoever asked for the index decides whether it is waited for. */
function run(args: readonly string[]): Promise<void> {
	return new Promise((done, fail) => {
		const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
		let said = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
		child.once('error', fail);
		child.once('close', (code, signal) =>
			code === 0
				? done()
				: fail(new Error(`The search index could not be made (${signal ?? code}):\n${said}`)),
		);
	});
}

/** One record as the HTML that Pagefind reads. */
export function feedPage(page: IndexedPage): string {
	const { path, language, title, meta, sort } = page;
	const ids = new Set<string>();
	const sections = page.sections
		.flatMap(withClauses)
		.filter(({ id }) => id === '' || (!ids.has(id) && ids.add(id)));
	const shown = { title, ...(language !== 'en' && { language }), ...sort, ...meta };
	const tags = [
		...Object.entries(shown).map(([name, value]) => tag('meta', name, value)),
		...Object.entries({ ...page.filters, ...exactNames(page) }).flatMap(([name, values]) =>
			values.map((value) => tag('filter', name, value)),
		),
		...Object.entries(sort).map(([name, value]) => tag('sort', name, value)),
	];
	const body = sections.map(
		({ id, heading, text }) =>
			`${id ? `<h2 id="${escaped(id)}">${escaped(heading)}</h2>` : ''}${text ? `<p>${escaped(text)}</p>` : ''}`,
	);
	// The words of a withdrawn page weigh little: what replaces it comes first. So do English names in an Arabic page.
	const isFirst = meta.withdrawn === undefined && (language === 'en' || language === indexLanguage(path));
	const weight = isFirst ? '' : ' data-pagefind-weight="0.1"';
	return `<!doctype html><html lang="${indexLanguage(path)}"><head><meta charset="utf-8">${tags.join('')}</head><body data-pagefind-body><div${weight}>${body.join('')}</div></body></html>`;
}

/** The index a page stands in is that of the search page it is found from: Welsh for pages of a Welsh site, else English. */
function indexLanguage(path: string): Language {
	return path.startsWith('/cy/') ? 'cy' : 'en';
}

/** What the page is called, as a query is recognised by: its code, its title, the rights it has sections about. */
function exactNames({ path, language, title, meta, sections }: IndexedPage): Record<string, string[]> {
	// Another language of a page that stands beside the English one is not what its code means.
	const code = language === 'en' || indexLanguage(path) === language ? meta.code : undefined;
	const rights = sections
		.flatMap(({ id }) => /^right-(\d+)$/.exec(id)?.[1] ?? [])
		.map((number) => `right ${number}`);
	const names: Record<string, string[]> = {};
	for (const name of [code, title, ...rights]) {
		const key = name && understand(name, language).exact?.key;
		if (!key) continue;
		const filter = exactFilter(key);
		names[filter] = [...new Set([...(names[filter] ?? []), key])];
	}
	return names;
}

function tag(kind: 'meta' | 'filter' | 'sort', name: string, value: string): string {
	// Pagefind reads more into other signs.
	if (!/^[\p{L}\p{N}-]+$/u.test(name))
		throw new Error(`Unexpected name “${name}” in a search record, expected letters, digits and hyphens`);
	return `<meta data-pagefind-${kind}="${name}[content]" content="${escaped(value)}">`;
}

/** Text that stays text. Zero-width spaces would be taken for the ends of words everywhere in the page. */
function escaped(text: string): string {
	return text
		.replaceAll('\u200B', '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
