/** What stood on a day, of editions that were withdrawn, published again or published in error. */
import { describe, expect, test } from 'vitest';
import { inTime, stoodOn } from '../../src/sites/handbook/as-at-place.ts';
import type { AsAtDocument } from '../../src/sites/handbook/data/as-at.ts';

const edition = (number: number, day: string, error?: string) => ({
	number,
	title: 'Made up',
	path: `/guidance/made-up/editions/${number}/`,
	published: `${day}T08:00:00Z`,
	inForceFrom: day,
	...(error !== undefined && { error }),
});

const made = (editions: AsAtDocument['editions'], withdrawn?: string[]): AsAtDocument => ({
	code: 'GD-001',
	type: 'guidance',
	path: '/guidance/made-up/',
	editions,
	...(withdrawn && { withdrawn }),
});

const stood = (document: AsAtDocument, day: string) =>
	stoodOn([document], day, 'in force').map(({ edition: { number }, gone }) => [number, gone])[0];

describe('what stood on a day', () => {
	test('is from the day it was withdrawn said to be withdrawn, until it is published again', () => {
		const document = made([edition(1, '2026-01-05'), edition(2, '2026-06-01')], ['2026-03-02', '2026-09-07']);
		expect(stood(document, '2026-01-04')).toBeUndefined();
		expect(stood(document, '2026-03-01')).toEqual([1, undefined]);
		expect(stood(document, '2026-03-02')).toEqual([1, '2026-03-02']);
		expect(stood(document, '2026-06-01')).toEqual([2, undefined]);
		expect(stood(document, '2026-09-07')).toEqual([2, '2026-09-07']);
	});

	test('was an edition published in error until it was taken away, and the one before after that', () => {
		const document = made([edition(1, '2026-01-05'), edition(2, '2026-03-02', '2026-03-04')]);
		expect(stood(document, '2026-03-03')).toEqual([2, undefined]);
		expect(stood(document, '2026-03-04')).toEqual([1, undefined]);
	});
});

test('an address in that time keeps its place on the page', () => {
	expect(inTime('/a/#b', '2026-03-02', 'in force')).toBe('/a/?as-at=2026-03-02#b');
	expect(inTime('/a/', '2026-03-02', 'published')).toBe('/a/?as-at=2026-03-02&as=published');
});
