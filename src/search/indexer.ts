/**
 * Making the search index of a site with Pagefind, from records and not from pages: what is indexed is what the
 * release says, never the navigation around it.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { IndexedPage } from './search-record.ts';

/** Write the index of the pages to a folder. Throws with Pagefind’s words when it fails. */
export async function indexSite(pages: readonly IndexedPage[], out: string): Promise<void> {
	const feed = mkdtempSync(join(tmpdir(), 'search-feed-'));
	try {
		for (const page of pages) {
			const file = join(feed, page.path, 'index.html');
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, feedPage(page));
		}
		const pagefind = join(dirname(fileURLToPath(import.meta.resolve('pagefind'))), 'runner', 'bin.cjs');
		await promisify(execFile)(process.execPath, [pagefind, '--site', feed, '--output-path', out, '--silent'], { maxBuffer: 16 * 1024 * 1024 });
	} finally {
		rmSync(feed, { recursive: true, force: true });
	}
}

/** One record as the HTML that Pagefind reads. */
export function feedPage({ language, title, sections, meta, filters, sort }: IndexedPage): string {
	const attributes = [
		...Object.entries(meta).map(([key, value]) => `<meta data-pagefind-meta="${escape(key)}[content]" content="${escape(value)}">`),
		...Object.entries(filters).flatMap(([key, values]) => values.map((value) => `<meta data-pagefind-filter="${escape(key)}[content]" content="${escape(value)}">`)),
		...Object.entries(sort).map(([key, value]) => `<meta data-pagefind-sort="${escape(key)}[content]" content="${escape(value)}">`),
	];
	const body = sections.map(({ id, heading, text }) => `${id ? `<h2 id="${escape(id)}">${escape(heading)}</h2>` : ''}<p>${escape(text)}</p>`);
	return `<!doctype html><html lang="${language}"><head><title>${escape(title)}</title>${attributes.join('')}</head><body data-pagefind-body><h1>${escape(title)}</h1>${body.join('')}</body></html>`;
}

function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
