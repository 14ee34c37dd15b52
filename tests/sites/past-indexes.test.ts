/** Every edition stands in one search index of the past, of bounded size, and stays there whatever is published later. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EditionInput, HistoryInput } from '../../src/release/site-input.ts';
import { pastIndexes } from '../../src/sites/handbook/data/past-indexes.ts';

const edition = (published: string, path: string, state: EditionInput['state'] = 'in force') =>
	({ published, path, state }) as EditionInput;
const histories = (...editions: EditionInput[]) => [{ editions }] as unknown as HistoryInput[];

describe('the search indexes of the past', () => {
	it('are none where nothing was published', () => {
		expect(pastIndexes([]).all).toEqual([]);
	});

	it('begin anew with each year and when one is full, and come the latest first', () => {
		const days = ['2025-12-30', '2026-01-02', '2026-02-03', '2026-03-04', '2027-05-06'];
		const editions = days.map((day, index) => edition(`${day}T09:00:00Z`, `/guidance/a/editions/${index}/`));
		const indexes = pastIndexes(histories(...editions), 2);
		expect(editions.map(indexes.of)).toEqual(['2025/1', '2026/1', '2026/1', '2026/2', '2027/1']);
		expect(indexes.all).toEqual(['2027/1', '2026/2', '2026/1', '2025/1']);
	});

	it('are not named where all their texts were taken away, for there is nothing to load', () => {
		const gone = edition('2025-12-30T09:00:00Z', '/guidance/a/editions/1/', 'published in error');
		const indexes = pastIndexes(histories(gone, edition('2026-12-30T09:00:00Z', '/guidance/a/editions/2/')));
		expect(indexes.all).toEqual(['2026/1']);
	});

	it('keep what they hold when more is published, by whatever document, and never hold more than their size', () => {
		const releases = fc.array(fc.array(fc.nat({ max: 9 }), { maxLength: 6 }), { maxLength: 12 });
		fc.assert(
			fc.property(releases, fc.integer({ min: 1, max: 5 }), (released, size) => {
				const numbers = new Map<number, number>();
				const published = released.map((documents, release) =>
					[...new Set(documents)].map((document) => {
						const number = (numbers.get(document) ?? 0) + 1;
						numbers.set(document, number);
						const year = 2026 + Math.floor(release / 5);
						return edition(`${year}-01-0${1 + (release % 5)}T09:00:00Z`, `/${document}/editions/${number}/`);
					}),
				);
				const all = published.flat();
				const last = pastIndexes(histories(...all.toReversed()), size);
				const held = Map.groupBy(all, last.of);
				expect([...held.keys()].toSorted()).toEqual(last.all.toSorted());
				for (const each of held.values()) expect(each.length).toBeLessThanOrEqual(size);
				const before = published.slice(0, -1).flat();
				expect(before.map(pastIndexes(histories(...before), size).of)).toEqual(before.map(last.of));
			}),
		);
	});
});
