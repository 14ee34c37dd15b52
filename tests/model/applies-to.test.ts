/** Who and what a document applies to, and when two meet in one case. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AppliesTo, appliesToSchema, overlaps } from '../../src/model/applies-to.ts';

const anyList = <T extends string>(...values: T[]) => fc.option(fc.subarray(values), { nil: undefined });
const any: fc.Arbitrary<AppliesTo> = fc.record({
	areas: anyList('wessex', 'north-west', 'south-east'),
	pilots: anyList('universal-service', 'expedited-review'),
	offenceGroups: anyList('homicide', 'hate-crime'),
	victimGroups: anyList('adults', 'children', 'bereaved'),
	staffRoles: anyList('prosecutor', 'manager'),
	channels: anyList('letter', 'email', 'phone', 'sms'),
});
const check = (property: fc.IProperty<[AppliesTo, AppliesTo]>) => fc.assert(property, { numRuns: 2000 });

test('overlapping is mutual', () => {
	check(fc.property(any, any, (a, b) => overlaps(a, b) === overlaps(b, a)));
});

test('everything overlaps itself, and what applies to all', () => {
	check(fc.property(any, any, (a, b) => overlaps(a, a) && overlaps(b, {}) && overlaps({}, b)));
});

test('an empty list means all, as an absent key does', () => {
	check(
		fc.property(any, any, (a, b) => {
			const filled = Object.fromEntries(
				Object.keys(appliesToSchema.shape).map((key) => [key, a[key as keyof AppliesTo] ?? []]),
			);
			return overlaps(filled, b) === overlaps(a, b);
		}),
	);
});

test('two overlap when, and only when, some case meets both', () => {
	const meets = (a: AppliesTo, key: keyof AppliesTo, value: string) =>
		!a[key]?.length || (a[key] as string[]).includes(value);
	const values: Record<keyof AppliesTo, string[]> = {
		areas: ['wessex', 'north-west', 'south-east'],
		pilots: ['universal-service', 'expedited-review'],
		offenceGroups: ['homicide', 'hate-crime'],
		victimGroups: ['adults', 'children', 'bereaved'],
		staffRoles: ['prosecutor', 'manager'],
		channels: ['letter', 'email', 'phone', 'sms'],
	};
	check(
		fc.property(any, any, (a, b) => {
			const keys = Object.keys(values) as (keyof AppliesTo)[];
			const someCase = keys.every((key) =>
				values[key].some((value) => meets(a, key, value) && meets(b, key, value)),
			);
			return overlaps(a, b) === someCase;
		}),
	);
});

test.each<[AppliesTo, AppliesTo, boolean]>([
	[{}, {}, true],
	[{ areas: ['wessex'] }, {}, true],
	[{ areas: ['wessex'] }, { areas: ['north-west'] }, false],
	[{ areas: ['wessex', 'north-west'] }, { areas: ['north-west'] }, true],
	[{ areas: ['wessex'] }, { victimGroups: ['children'] }, true],
	[{ areas: ['wessex'], victimGroups: ['adults'] }, { areas: ['wessex'], victimGroups: ['children'] }, false],
	[{ channels: [] }, { channels: ['letter'] }, true],
])('%j and %j: %s', (a, b, expected) => {
	expect(overlaps(a, b)).toBe(expected);
});
