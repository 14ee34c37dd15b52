/**
 * The words of an edition: what decides whether readers are told something new. Equal words, whatever the form, are the
 * same edition.
 */
import { canonicalJson, sha256Hex } from '../model/canonical.ts';
import type { Language } from '../model/language.ts';
import { contentTree } from './content-tree.ts';
import type { DocumentView, LanguageViews } from './edition.ts';

/** The code of the document at an address of the site; undefined when there is none. */
export type CodeAt = (path: string) => string | undefined;

/** SHA-256 of the words of each language. A link leads to a document, whatever its address is today. */
export function wordsOf(views: LanguageViews, codeAt: CodeAt): Partial<Record<Language, string>> {
	return Object.fromEntries(
		Object.entries(views).map(([language, view]) => [language, hashOfWords(view, codeAt)]),
	);
}

function hashOfWords(view: DocumentView, codeAt: CodeAt): string {
	const html = view.html.replace(/(<a\b[^>]*? href=")(\/[^"#]*)/g, (link, before: string, path: string) => {
		const code = codeAt(path);
		return code === undefined ? link : `${before}/${code}/`;
	});
	return sha256Hex(canonicalJson(contentTree({ ...view, html })));
}
