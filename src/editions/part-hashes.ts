/** The hashes of what is frozen: of each part by language, and one of everything a site shows of an edition. */
import { canonicalJson, sha256Hex } from '../model/canonical.ts';
import type { LanguageViews } from './edition.ts';
import { frozenParts, hashesOfParts } from './frozen-parts.ts';
import type { RenderedParts } from './register-entry.ts';

/** SHA-256 of each part of what a site shows, as its register records them. */
export function partHashes(views: LanguageViews): RenderedParts {
	return {
		...hashesOfParts(frozenParts(views)),
		view: Object.fromEntries(
			Object.entries(views).map(([language, view]) => [language, sha256Hex(canonicalJson(view))]),
		),
	};
}

/** One hash for all languages: the name under which a text is kept. */
export function viewsHash({ view }: Pick<RenderedParts, 'view'>): string {
	return sha256Hex(canonicalJson(view));
}

/** The same of the views themselves. */
export function hashOfViews(views: LanguageViews): string {
	return viewsHash({
		view: Object.fromEntries(
			Object.entries(views).map(([language, view]) => [language, sha256Hex(canonicalJson(view))]),
		),
	});
}
