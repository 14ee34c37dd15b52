/** What stood on a day: in force, or published, which are not the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asAt, asAtQuestions, daysOfChange } from '../../src/editions/index.ts';

const editions = [
	{ number: 1, published: '2026-04-01T08:00:00Z', inForceFrom: '2026-04-01' },
	// Published early, so that people can get ready.
	{ number: 2, published: '2026-05-20T08:00:00Z', inForceFrom: '2026-07-01' },
	// At half past eleven at night in universal time it is already the next day in London.
	{ number: 3, published: '2026-08-03T23:30:00Z', inForceFrom: '2026-08-04' },
];

test.each([
	['2026-03-31', undefined, undefined],
	['2026-04-01', 1, 1],
	['2026-05-19', 1, 1],
	['2026-05-20', 1, 2],
	['2026-06-30', 1, 2],
	['2026-07-01', 2, 2],
	['2026-08-03', 2, 2],
	['2026-08-04', 3, 3],
	['2030-01-01', 3, 3],
])('on %s edition %s was in force, edition %s was the last published', (day, inForce, published) => {
	expect(asAt(editions, day, 'in force')?.number).toBe(inForce);
	expect(asAt(editions, day, 'published')?.number).toBe(published);
});

test('nothing stood where nothing was published', () => {
	expect(asAt([], '2026-05-01', 'in force')).toBeUndefined();
	expect(daysOfChange([], 'published')).toEqual([]);
});

describe('days of change', () => {
	test('are those on which the answer changes', () => {
		expect(daysOfChange(editions, 'in force')).toEqual(['2026-04-01', '2026-07-01', '2026-08-04']);
		expect(daysOfChange(editions, 'published')).toEqual(['2026-04-01', '2026-05-20', '2026-08-04']);
	});

	const day = fc
		.integer({ min: 0, max: 1000 })
		.map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
	const history = fc.array(fc.tuple(day, day), { maxLength: 8 }).map((pairs) =>
		[...pairs]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([published, inForceFrom], index) => ({
				number: index + 1,
				published: `${published}T08:00:00Z`,
				inForceFrom,
			})),
	);

	test.each(asAtQuestions)('between two of them the answer to “%s” stays the same', (question) => {
		fc.assert(
			fc.property(history, day, (all, on) => {
				const last = daysOfChange(all, question).findLast((each) => each <= on);
				expect(asAt(all, on, question)).toEqual(last && asAt(all, last, question));
			}),
		);
	});
});
