/** Days, moments and what holds at them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DocumentState, dayOf, documentState, nextReview } from '../../src/model/document.ts';
import { type Pilot, pilotRuns } from '../../src/model/pilot.ts';
import { type Timescale, timescaleInWords } from '../../src/model/timescale.ts';

test.each([
	['winter, a second before midnight', '2026-11-23T23:59:59Z', '2026-11-23'],
	['winter, midnight', '2026-11-24T00:00:00Z', '2026-11-24'],
	['summer, a second before midnight', '2026-06-30T22:59:59Z', '2026-06-30'],
	['summer, midnight in London', '2026-06-30T23:00:00Z', '2026-07-01'],
	['summer, midnight in universal time', '2026-07-01T00:00:00Z', '2026-07-01'],
	['the night before the clocks go forward', '2026-03-28T23:30:00Z', '2026-03-28'],
	['the day the clocks go forward, before', '2026-03-29T00:59:59Z', '2026-03-29'],
	['the day the clocks go forward, late', '2026-03-29T22:59:59Z', '2026-03-29'],
	['the day the clocks went forward, past midnight', '2026-03-29T23:00:00Z', '2026-03-30'],
	['the night before the clocks go back', '2026-10-24T23:00:00Z', '2026-10-25'],
	['the day the clocks go back, late', '2026-10-25T23:59:59Z', '2026-10-25'],
	['the day the clocks went back, past midnight', '2026-10-26T00:00:00Z', '2026-10-26'],
	['the last second of a year', '2026-12-31T23:59:59Z', '2026-12-31'],
	['a leap day', '2028-02-29T12:00:00Z', '2028-02-29'],
])('the day of %s', (_, moment, day) => {
	expect(dayOf(moment)).toBe(day);
});

test('the day is the one that clocks in London show, at every moment', () => {
	const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });
	const moments = fc.date({ min: new Date('1972-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
	fc.assert(
		fc.property(moments, (moment) => {
			expect(dayOf(moment.toISOString())).toBe(london.format(moment));
		}),
		{ numRuns: 5_000 },
	);
});

const published = '2026-06-30T23:00:00Z';
const states: [
	name: string,
	document: Partial<Parameters<typeof documentState>[0]>,
	at: string,
	state: DocumentState,
][] = [
	['nothing said', {}, '2026-11-23T09:00:00Z', 'in force'],
	['a second before publication', { publishAt: published }, '2026-06-30T22:59:59Z', 'embargoed'],
	['at publication', { publishAt: published }, published, 'in force'],
	['a second after publication', { publishAt: published }, '2026-06-30T23:00:01Z', 'in force'],
	[
		'publication written with a fraction of a second',
		{ publishAt: '2026-06-30T23:00:00.500Z' },
		published,
		'embargoed',
	],
	[
		'the evening before it applies',
		{ changeNote: { inForceFrom: '2026-07-01' } },
		'2026-06-30T22:59:59Z',
		'not yet in force',
	],
	[
		'midnight in London of the day it applies',
		{ changeNote: { inForceFrom: '2026-07-01' } },
		'2026-06-30T23:00:00Z',
		'in force',
	],
	[
		'the evening before it is withdrawn',
		{ withdrawn: { on: '2026-11-24' } },
		'2026-11-23T23:59:59Z',
		'in force',
	],
	[
		'midnight of the day it is withdrawn',
		{ withdrawn: { on: '2026-11-24' } },
		'2026-11-24T00:00:00Z',
		'withdrawn',
	],
	[
		'withdrawn before it was published',
		{ publishAt: '2027-01-01T00:00:00Z', withdrawn: { on: '2026-01-01' } },
		'2026-11-23T09:00:00Z',
		'embargoed',
	],
	[
		'withdrawn before it applied',
		{ changeNote: { inForceFrom: '2027-01-01' }, withdrawn: { on: '2026-01-01' } },
		'2026-11-23T09:00:00Z',
		'withdrawn',
	],
];

test.each(states)('a document: %s', (_, document, at, state) => {
	expect(documentState({ changeNote: {}, ...document }, at)).toBe(state);
});

test.each([
	['2026-01-15', 6, '2026-07-15'],
	['2026-08-31', 6, '2027-02-28'],
	['2027-08-31', 6, '2028-02-29'],
	['2026-12-31', 2, '2027-02-28'],
	['2026-03-31', 1, '2026-04-30'],
	['2028-02-29', 12, '2029-02-28'],
	['2026-11-30', 3, '2027-02-28'],
	['2026-11-23', 36, '2029-11-23'],
	['2026-12-01', 1, '2027-01-01'],
])('last reviewed on %s, every %i months: next on %s', (lastReviewed, everyMonths, next) => {
	expect(nextReview({ lastReviewed, everyMonths })).toBe(next);
});

const trial: Pick<Pilot, 'from' | 'to' | 'areas'> = {
	from: '2025-06-01',
	to: '2026-11-23',
	areas: [
		{ area: 'wessex', from: '2025-06-01' },
		{ area: 'north-west', from: '2026-01-01', to: '2026-05-31' },
	],
};
test.each<[day: string, area: string | undefined, runs: boolean]>([
	['2025-05-31', undefined, false],
	['2025-06-01', undefined, true],
	['2026-11-23', undefined, true],
	['2026-11-24', undefined, false],
	['2025-06-01', 'wessex', true],
	['2026-11-23', 'wessex', true],
	['2026-11-24', 'wessex', false],
	['2025-12-31', 'north-west', false],
	['2026-01-01', 'north-west', true],
	['2026-05-31', 'north-west', true],
	['2026-06-01', 'north-west', false],
	['2026-01-01', 'north-east', false],
])('on %s, in %s, the pilot runs: %s', (day, area, runs) => {
	expect(pilotRuns(trial as Pilot, day, area)).toBe(runs);
});

test('a pilot without an end runs on', () => {
	expect(pilotRuns({ from: '2025-06-01', areas: [] } as unknown as Pilot, '2099-01-01')).toBe(true);
});

test.each<[number, Timescale['unit'], string, string]>([
	[1, 'working day', '1 working day', '1 diwrnod gwaith'],
	[10, 'working day', '10 working days', '10 diwrnod gwaith'],
	[24, 'hour', '24 hours', '24 awr'],
	[1, 'calendar day', '1 calendar day', '1 diwrnod calendr'],
	[2, 'week', '2 weeks', '2 wythnos'],
	[3, 'month', '3 months', '3 mis'],
])('%i × %s is “%s” and “%s”', (length, unit, english, welsh) => {
	expect(timescaleInWords({ length, unit })).toBe(english);
	expect(timescaleInWords({ length, unit }, 'cy')).toBe(welsh);
	expect(timescaleInWords({ length, unit }, 'ar')).toBe(english);
});
