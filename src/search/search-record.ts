import type { Language } from '../model/language.ts';

/** What results can be narrowed by, in the order the page shows it. */
export const filterNames = ['type', 'right', 'stage', 'area', 'channel', 'group'] as const;
export type FilterName = (typeof filterNames)[number];

/** What search knows of a page. */
export interface SearchRecord {
	language: Language;
	title: string;
	/** Words by section; a section with an id becomes a result of its own. */
	sections: { id: string; heading: string; text: string }[];
	/**
	 * Shown with the result or ranked by, in the words of the reader:
	 * - `code`: what the page is asked for by: `VCS-04`, or `Right 6` for the page of a right
	 * - `summary`: shown where no words of the page match
	 * - `type`: what the page is: “Letter template”, “Guidance”, “Right”
	 * - `withdrawn`: present when it is withdrawn; the result says so and comes after others
	 */
	meta: Record<string, string>;
	/**
	 * Values to narrow results by, as a reader reads them: `{ type: ['Letter template'], right: ['Right 6'] }`. Names
	 * other than `filterNames` are not shown.
	 */
	filters: Record<string, string[]>;
	/** What results can be ordered by: `date` as 2026-11-23. */
	sort: Record<string, string>;
}

/** A page search can find. */
export interface IndexedPage extends SearchRecord {
	path: string;
}
