/** The search indexes of a site, and what each is to hold. */
import type { IndexedPage } from '../search/index.ts';
import { digest } from './digest.ts';
import type { PageInput } from './site-input.ts';

export interface SearchIndex {
	/** Its folder below that of the site. */
	name: string;
	/** Digest of what it is to hold. */
	holds(): string;
	/** Each made when it is asked for: thousands of editions must not be in memory at once. */
	records(): Iterable<IndexedPage>;
}

/** The search indexes of a site: that of today, and one for the editions of each year. The engine makes none of nothing. */
export function indexesOf(
	pages: readonly PageInput[],
	digests: Readonly<Record<string, string>>,
	version: string,
): SearchIndex[] {
	const today = pages.flatMap(({ path, search }): IndexedPage[] => (search ? [{ path, ...search }] : []));
	const past = Map.groupBy(
		pages.filter(({ later }) => later?.search),
		({ later }) => later?.search?.index ?? '',
	);
	return [
		...(today.length > 0
			? [{ name: 'pagefind', holds: () => digest(version, JSON.stringify(today)), records: () => today }]
			: []),
		...[...past].map(([year, editions]) => ({
			name: `pagefind-editions/${year}`,
			holds: () => digest(version, ...editions.map(({ path }) => `${path} ${digests[path]}`)),
			records: function* () {
				for (const { path, later } of editions) if (later?.search) yield { path, ...later.search.record() };
			},
		})),
	];
}
