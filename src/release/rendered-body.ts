/** A rendered body as it is kept and handed on: its text apart, under its hash, and read only by what shows it. */
import type { Rendered } from '../markup/index.ts';
import { sha256Hex } from '../model/canonical.ts';
import { compare } from '../model/issue.ts';
import type { RenderedBody } from './document-input.ts';
import { LOST, type Store } from './packed-store.ts';
import type { DocumentText } from './site-input.ts';

/** The bytes of texts, by their hashes. */
export type Texts = (hash: string) => Buffer;

const LINE = 0x0a;

/** A text as bytes (its HTML and its sections, each a line of JSON), and what is told of it where it is not shown. */
export function apart({ html, sections }: DocumentText): { bytes: Buffer; text: string; leadsTo: string[] } {
	const bytes = Buffer.from(`${JSON.stringify(html)}\n${JSON.stringify(sections)}`);
	return { bytes, text: sha256Hex(bytes), leadsTo: addressesIn(html) };
}

/** A text from its bytes. Of its two lines, which are as long as each other, each is read when it is asked for. */
export function textFrom(bytes: Buffer): DocumentText {
	const end = bytes.indexOf(LINE);
	return {
		get html() {
			return JSON.parse(bytes.toString('utf8', 0, end)) as DocumentText['html'];
		},
		get sections() {
			return JSON.parse(bytes.toString('utf8', end + 1)) as DocumentText['sections'];
		},
	};
}

/** Keep a rendered body. */
export function keepRendered(store: Store, key: string, rendered: Rendered): RenderedBody {
	const { headings, clauses, shown, days, issues } = rendered;
	const { bytes, ...about } = apart(rendered);
	const body = { headings, clauses, shown, days, issues, ...about };
	if (!store.has(body.text)) store.setBytes(body.text, bytes);
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
		const bytes = store.bytes(hash);
		if (bytes === undefined) throw new Error(LOST);
		return bytes;
	};
}

function addressesIn(html: string): string[] {
	return [...new Set([...html.matchAll(/<a\s[^>]*?href="(\/[^"#?]*)/g)].map(([, path = '']) => path))];
}
