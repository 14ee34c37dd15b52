/** What the layout needs to know of a page, whatever it shows. */
import type { Language } from '../../model/language.ts';

export interface Frame {
	language: Language;
	path: string;
	/** What the tab and the history show, where that is not the title of the page. */
	tabTitle?: string;
	/** The page in every language it exists in, itself included. */
	languages: { language: Language; path: string }[];
	/** The page about leaving this site, in the nearest language; absent while it is not published. */
	leavingQuickly?: { language: Language; path: string };
}
