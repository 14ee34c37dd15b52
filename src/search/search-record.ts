import type { Language } from '../model/language.ts';

/** What search knows of a page. */
export interface SearchRecord {
	language: Language;
	title: string;
	/** Words by section; a section with an id becomes a result of its own. */
	sections: { id: string; heading: string; text: string }[];
	/** Shown with the result or ranked by: code, summary, kind of page. */
	meta: Record<string, string>;
	/** Values to narrow results by. */
	filters: Record<string, string[]>;
	/** What results can be ordered by: `date` as 2026-11-23. */
	sort: Record<string, string>;
}

/** A page search can find. */
export interface IndexedPage extends SearchRecord {
	path: string;
}
