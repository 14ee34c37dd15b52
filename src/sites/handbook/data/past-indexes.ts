/**
 * The search indexes of the past. Each is of some editions of one year, so that a new edition touches few of them and the
 * engine, which holds all it indexes in memory at once, never holds everything that was ever published.
 */
import { compare } from '../../../model/issue.ts';
import type { EditionInput, HistoryInput } from '../../../release/site-input.ts';
import { isReadable } from '../../shared/editions/past.ts';

/** How many editions an index is of: of 850 words each, Pagefind takes some seconds and a few hundred megabytes for them. */
const EDITIONS_AN_INDEX = 1000;

export interface PastIndexes {
	/** Every index that finds something, the latest first: `2027/1`, `2026/2`, `2026/1`. */
	all: string[];
	/** The index that finds an edition. */
	of(edition: EditionInput): string;
}

/**
 * Editions are counted in the order they were published in, which never changes: they stay in their index for ever, and only
 * the last one grows. `size` is how many editions an index is of.
 */
export function pastIndexes(histories: readonly HistoryInput[], size = EDITIONS_AN_INDEX): PastIndexes {
	const counted = new Map<string, number>();
	const indexes = new Map<string, string>();
	const used = new Set<string>();
	const editions = histories
		.flatMap((history) => history.editions)
		.sort((a, b) => compare(a.published, b.published) || compare(a.path, b.path));
	for (const edition of editions) {
		const year = edition.published.slice(0, 4);
		const before = counted.get(year) ?? 0;
		counted.set(year, before + 1);
		const index = `${year}/${Math.floor(before / size) + 1}`;
		indexes.set(edition.path, index);
		if (isReadable(edition)) used.add(index);
	}
	return {
		all: [...used].reverse(),
		of: ({ path }) => indexes.get(path) ?? '',
	};
}
