/** The content of this repository, read once for the tests that judge it. */
import { resolve } from 'node:path';
import { parseBody } from '../../src/markup/index.ts';
import { buildCatalogue } from '../../src/model/catalogue.ts';
import type { Entry } from '../../src/model/entry.ts';
import { loadContent } from '../../src/model/load.ts';

const { entries, issues } = loadContent(resolve(import.meta.dirname, '../../content'));
const bodies = entries.flatMap(({ body, file, type, language }) =>
	body ? [parseBody(body, { file, type, language })] : [],
);

/** The moment the content was finished for. */
export const AT = '2026-11-23T09:00:00Z';
export const catalogue = buildCatalogue(
	entries,
	bodies.flatMap(({ references }) => references),
);
/** Issues of single files; those between files come of the catalogue. */
export const ownIssues = [...issues, ...bodies.flatMap((body) => body.issues)];

/** A stretch of text that somebody typed: a paragraph, an attribute or the value of a key. */
export interface Prose {
	file: string;
	text: string;
}

/** The words of a body: without comments, tags and addresses, but with the words that stand in attributes. */
export function bodyProse({ file, body }: Entry): Prose[] {
	if (!body) return [];
	const source = body.source.replace(/\{\/\*[\s\S]*?\*\/\}/g, ' ').replace(/\]\([^)]*\)/g, ']');
	const attributes = [...source.matchAll(/\b(?:title|summary|why|about)="([^"]*)"/g)].map(
		([, text = '']) => text,
	);
	const words = source.replace(/<\/?[A-Z][^>]*>/g, '◇').split(/\n{2,}/);
	return [...words, ...attributes]
		.filter((text) => /\p{L}/u.test(text))
		.map((text) => ({ file, text: text.replace(/\s+/g, ' ') }));
}

/** The words in the keys of an entry that readers see; not sources, codes and dates. */
export function keyProse(entry: Entry, keys: readonly string[]): Prose[] {
	const texts = (value: unknown): string[] => {
		if (typeof value === 'string') return [value];
		return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
	};
	const data = entry.data as Record<string, unknown>;
	return keys.flatMap((key) => texts(data[key])).map((text) => ({ file: entry.file, text }));
}
