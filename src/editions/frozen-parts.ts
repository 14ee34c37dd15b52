/**
 * The frozen parts of an edition: the exact texts whose hashes stand in the register.
 *
 * They are published beside the edition (`/…/editions/3.json` holds `html` and `text`), so that anybody can hash
 * them again. Each is hashed as its UTF-8 bytes, nothing added.
 */
import { sha256Hex } from '../model/canonical.ts';
import type { Language } from '../model/language.ts';
import type { DocumentView } from './edition.ts';

/** What `/…/editions/<n>.json` holds at least. */
export interface FrozenParts {
	/** The body as it stands on the page. */
	html: Partial<Record<Language, string>>;
	/** Every word of it, the title first; the words of `html` are its end. */
	text: Partial<Record<Language, string>>;
}

/** The frozen parts of what one site shows of an edition. */
export function frozenParts(views: Partial<Record<Language, DocumentView>>): FrozenParts {
	const parts: FrozenParts = { html: {}, text: {} };
	for (const [language, view] of Object.entries(views) as [Language, DocumentView][]) {
		// As canonical JSON will hold them.
		parts.html[language] = view.html.normalize('NFC');
		parts.text[language] = plainText(view).normalize('NFC');
	}
	return parts;
}

/** SHA-256 of each part, as the register records them. */
export function hashesOfParts({
	html,
	text,
}: FrozenParts): Record<keyof FrozenParts, Record<string, string>> {
	return { html: hashesOf(html), text: hashesOf(text) };
}

function hashesOf(texts: Partial<Record<Language, string>>): Record<string, string> {
	return Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, sha256Hex(text)]));
}

/** The words of a view, one line a paragraph: title, summary, what it helps with, its gaps, its body. */
function plainText({ title, summary, victimPage, letter, sections }: DocumentView): string {
	const head = [
		title,
		summary,
		...(victimPage?.helpsWith ?? []),
		...(letter?.placeholders ?? []).map(({ name, label }) => `((${name})) ${label}`),
	];
	const body = sections.flatMap(({ heading, text }) => [heading, text].filter((part) => part !== ''));
	return `${head.join('\n')}\n\n${body.join('\n')}\n`;
}
