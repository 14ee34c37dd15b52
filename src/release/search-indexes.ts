/** The search indexes of a site, and what each is to hold. */
import type { IndexedPage } from '../search/index.ts';
import { digest } from './digest.ts';
import type { LaterRecord, PageInput, SearchRecord } from './site-input.ts';

export interface SearchIndex {
	/** Its folder below that of the site. */
	name: string;
	/** Digest of what it is to hold. */
	holds(): string;
	/** Each made when it is asked for: thousands of editions must not be in memory at once. */
	records(): Iterable<IndexedPage>;
}

/** The search indexes of a site: that of today, and those of the past. The engine makes none of nothing. */
export function indexesOf(
	pages: readonly PageInput[],
	digests: Readonly<Record<string, string>>,
	version: string,
): SearchIndex[] {
	const found = pages.flatMap(({ path, search }) =>
		search === undefined ? [] : [{ path, search: 'record' in search ? search : atHand(search) }],
	);
	return [...Map.groupBy(found, ({ search }) => search.past)].map(([past, found]) => ({
		name: past === undefined ? 'pagefind' : `pagefind-editions/${past}`,
		holds: () =>
			digest(version, ...found.map(({ path, search }) => `${path} ${search.key?.() ?? digests[path]}`)),
		records: function* () {
			for (const { path, search } of found) yield { path, ...search.record() };
		},
	}));
}

function atHand(record: SearchRecord): LaterRecord {
	return { key: () => JSON.stringify(record), record: () => record };
}
