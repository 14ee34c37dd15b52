/** The part of Pagefind’s own interface that search uses. */

/** A module `/pagefind/pagefind.js`. */
export interface EngineModule {
	createInstance(options: EngineOptions): Engine;
}

export interface EngineOptions {
	noWorker: boolean;
	metaCacheTag: string;
}

export interface Engine {
	options(options: Record<string, unknown>): Promise<void>;
	/** Find what another index holds too. `folder` is its address. */
	mergeIndex(folder: string, options: Record<string, unknown>): Promise<void>;
	/** `null` finds every page that passes the filters. */
	search(words: string | null, options: { filters: Filters; sort?: { date: 'desc' } }): Promise<EngineAnswer>;
}

/** A page passes when, for each name, it has one of `any` and none of `none`. */
export type Filters = Record<string, { any: string[] } | { none: string[] }>;

export interface EngineAnswer {
	results: Found[];
	/** How many of the results have each value, by filter. */
	filters: Record<string, Record<string, number>>;
}

/** A page that was found; what it says is fetched when asked for. */
export interface Found {
	id: string;
	score: number;
	data(): Promise<Fragment>;
}

export interface Fragment {
	url: string;
	/** Its words, one after another. */
	content: string;
	meta: Record<string, string>;
	/** Which words match, by number. */
	locations: number[];
	/** Headings with an id, and the number of the word each stands at. */
	anchors: { element: string; id: string; text: string; location: number }[];
}
