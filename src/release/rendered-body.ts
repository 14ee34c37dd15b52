/** A rendered body as it is kept and handed on: its text apart, under its hash, and read only by what shows it. */
import type { Rendered } from '../markup/index.ts';
import { sha256Hex } from '../model/canonical.ts';
import { compare } from '../model/issue.ts';
import type { RenderedBody } from './document-input.ts';
import { LOST, type Store } from './packed-store.ts';
import type { DocumentText } from './site-input.ts';

/** The JSON of texts, as bytes, by their hashes. */
export type Texts = (hash: string) => Buffer;

/** A text as JSON, and what is told of it where it is not shown. */
export function apart({ html, sections }: DocumentText): { json: Buffer; text: string; leadsTo: string[] } {
	const json = Buffer.from(JSON.stringify({ html, sections } satisfies DocumentText));
	return { json, text: sha256Hex(json), leadsTo: addressesIn(html) };
}

/** One of the texts, read. */
export function textIn(texts: Texts, hash: string): DocumentText {
	return JSON.parse(texts(hash).toString('utf8')) as DocumentText;
}

/** Keep a rendered body. */
export function keepRendered(store: Store, key: string, rendered: Rendered): RenderedBody {
	const { headings, clauses, shown, days, issues } = rendered;
	const { json, ...about } = apart(rendered);
	const body = { headings, clauses, shown, days, issues, ...about };
	if (!store.has(body.text)) store.setBytes(body.text, json);
	store.set(key, body);
	return body;
}

/** A body that was kept, unless it reads otherwise on this day, or its text was lost. */
export function keptRendered(store: Store, key: string, on: string): RenderedBody | undefined {
	const body = store.get<RenderedBody>(key);
	const reads = body && Object.entries(body.days).every(([day, order]) => compare(on, day) === order);
	return reads && store.has(body.text) ? body : undefined;
}

/** The texts that were kept. */
export function keptTexts(store: Store): Texts {
	return (hash) => {
		const json = store.bytes(hash);
		if (json === undefined) throw new Error(LOST);
		return json;
	};
}

function addressesIn(html: string): string[] {
	return [...new Set([...html.matchAll(/<a\s[^>]*?href="(\/[^"#?]*)/g)].map(([, path = '']) => path))];
}
