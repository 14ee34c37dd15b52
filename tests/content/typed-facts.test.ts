/**
 * Time limits, phone numbers and names of services are facts: they stand in one file each, and pages name that file.
 * A fact typed into a sentence is the copy that is forgotten when it changes.
 */
import { describe, expect, test } from 'vitest';
import { bodyProse, catalogue, keyProse, type Prose } from './real-content.ts';

const documents = catalogue.entries.filter(({ body }) => body !== undefined);
const prose = [
	...documents.flatMap(bodyProse),
	...catalogue.entries.flatMap((entry) => {
		switch (entry.type) {
			case 'term':
				return keyProse(entry, ['term', 'plain', 'staff', 'useInstead']);
			case 'right':
				return keyProse(entry, ['title', 'plain', 'whatWeDo']);
			case 'topic':
				return keyProse(entry, ['name', 'description']);
			case 'area':
				return keyProse(entry, ['name', 'covers', 'notes']);
			case 'pilot':
				return keyProse(entry, ['name', 'summary']);
			default:
				return entry.body
					? keyProse(entry, ['title', 'summary', 'helpsWith', 'tabTitle', 'placeholders', 'name'])
					: [];
		}
	}),
];
const headings = documents.flatMap((entry) => keyProse(entry, ['title', 'summary', 'helpsWith', 'tabTitle']));

/** Lengths of time that are no limit, each with its reason. Keep it short: a limit belongs into content/timescales. */
const allowedTimes: [file: string, words: string, reason: string][] = [
	['guidance/after-the-trial.en.mdx', 'four years', 'a sentence passed on a made-up defendant'],
	['guidance/after-the-trial.en.mdx', '12 months', 'the length of sentence from which a scheme is offered'],
	[
		'guidance/explaining-a-charging-decision.en.mdx',
		'two years',
		'wording to avoid, which blames somebody for waiting',
	],
	['guidance/at-court.en.mdx', 'half an hour', 'wording to avoid, which promises what nobody knows'],
	['standards/empathy-and-respect.en.mdx', 'nine months', 'how long a made-up person waited'],
];

const allowedNumbers: [file: string, words: string, reason: string][] = [
	[
		'passages/emergency.en.mdx',
		'55',
		'the key to press, which is part of how 999 works and no number to call',
	],
	['passages/emergency.cy.mdx', '55', 'the same, in Welsh'],
	['passages/emergency.ar.mdx', '55', 'the same, in Arabic'],
];

const numerals =
	'\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|sixty|ninety|un|dau|dwy|tri|tair|pedwar|pedair|pump|chwech?|saith|wyth|naw|deg|deuddeg|ugain|deg ar hugain|[٠-٩]+|[۰-۹]+';
const units =
	'(?:hour|day|week|month|year|minute)s?|awr|oriau|(?:niwrnod|ddiwrnod|diwrnod)|(?:dydd|ddydd|nydd)|wythnos|mis|fis|mlynedd|flynedd|blynedd|munud|ساعة|ساعات|يوم|يومًا|أيام|أسبوع|أسابيع|شهر|شهرًا|أشهر|شهور|سنة|سنوات|دقيقة|دقائق';
const aTime = new RegExp(
	`(?<![\\p{L}\\d])(?!one day\\b)(?:${numerals})[ -](?:working |calendar |clear |full )?(?:${units})(?![\\p{L}])`,
	'giu',
);
const aLimit =
	/\bwithin (?:a|an|one) \w+|\b(?:a )?fortnight\b|\bby the (?:end of the )?(?:next|same) (?:working )?day\b|\bon the same day(?! as)(?=[.,;]? (?:and )?(?:tell|send|call|write|pass))|\bhalf an hour\b|\b\d+ ?(?:hrs?|h)\b|\bo fewn (?:un|wythnos|mis|diwrnod|awr)\b|\bpythefnos\b|خلال (?:يوم|يومين|ساعة|ساعتين|أسبوع|أسبوعين|شهر|شهرين)(?!\p{L})/giu;
const aNumber =
	/(?<![\d.,£-])(?:\+\d[\d ]{5,}\d|0[\d ]{6,}\d|\d{3} ?\d{3}|999|101|111|112|18001|18000|55|[٠-٩]{3,}|[۰-۹]{3,})(?![\d-])/g;

/** Every find that is not allowed, with the words around it. */
function found(
	texts: readonly Prose[],
	pattern: RegExp,
	allowed: readonly (readonly [file: string, words: string, reason: string])[] = [],
): string[] {
	return texts.flatMap(({ file, text }) =>
		[...text.matchAll(pattern)]
			.filter(
				({ 0: words }) =>
					!allowed.some(([where, what]) => where === file && what.toLowerCase() === words.toLowerCase()),
			)
			.map(
				({ 0: words, index }) =>
					`${file}: “${text.slice(Math.max(0, index - 40), index + words.length + 30)}”`,
			),
	);
}

test('there is prose to judge', () => {
	expect(prose.length).toBeGreaterThan(3000);
});

describe('no time limit is typed', () => {
	test('as a number and a unit', () => {
		expect(found(prose, aTime, allowedTimes)).toEqual([]);
	});

	test('in words', () => {
		expect(found(prose, aLimit, allowedTimes)).toEqual([]);
	});
});

test('no phone number is typed', () => {
	// Numbers that begin 01632 960 belong to nobody; they are kept for examples.
	const withoutExamples = prose.map(({ file, text }) => ({
		file,
		text: text.replace(/\b01632 960 ?\d{3}\b/g, ''),
	}));
	expect(found(withoutExamples, aNumber, allowedNumbers)).toEqual([]);
});

test('every exception is still needed', () => {
	const needed = ([file, words]: readonly [string, string, string]) =>
		prose.some((each) => each.file === file && each.text.toLowerCase().includes(words));
	expect([...allowedTimes, ...allowedNumbers].filter((exception) => !needed(exception))).toEqual([]);
});

describe('the name of a service comes of its file', () => {
	/** Bodies that a page must be able to name in a sentence, because they are not recommended but explained. */
	const explained: Record<string, string> = {
		'prosecution-service': 'says who we are',
		'witness-care-unit': 'a team whose work is explained, and a term',
		'witness-service': 'its number is not confirmed, so that only its name can stand in a sentence',
		'courts-service': 'runs the court rooms that are explained',
		'probation-victim-contact': 'a scheme that is explained, and a term',
	};
	const names = catalogue
		.all('organisation')
		.filter(({ id }) => !(id in explained))
		.flatMap(({ data }) => [data.name.en, ...(data.name.cy ? [data.name.cy] : [])])
		.concat(
			'Samaritans',
			'Victim Support',
			'Rape Crisis',
			'Childline',
			'Galop',
			'Refuge’s',
			'Women’s Aid',
			'Karma Nirvana',
			'Suzy Lamplugh',
			'Survivors Trust',
			'NAPAC',
			'Live Fear Free',
			'Byw Heb Ofn',
		);

	test('and is not typed into prose', () => {
		const typed = prose
			.filter(({ file }) => !file.startsWith('terms/'))
			.flatMap(({ file, text }) =>
				names
					.filter((name) => text.includes(name))
					.map((name) => `${file}: ${name} in “${text.slice(0, 120)}”`),
			);
		expect(typed).toEqual([]);
	});
});

test('titles and summaries hold no numbers but years, ages and the number of rights', () => {
	const numbers = headings.map(({ file, text }) => ({
		file,
		text: text.replace(/\b(?:19|20)\d\d\b|\bunder 18\b|\b12 rights\b/g, ''),
	}));
	expect(found(numbers, /\d+|[٠-٩]+|[۰-۹]+/g)).toEqual([]);
});

describe('the patterns find what they are for', () => {
	test.each([
		'Reply in 5 working days.',
		'within 24 hours',
		'You have three months to ask.',
		'a 30-day limit',
		'o fewn 5 diwrnod gwaith',
		'mae gennych dri mis neu 3 mis',
		'خلال 5 أيام',
		'twenty working days',
	])('a time: %s', (text) => {
		expect(found([{ file: 'a', text }], aTime)).toHaveLength(1);
	});

	test.each([
		'Tell them within a day.',
		'o fewn wythnos',
		'by the next working day',
		'in a fortnight',
		'after 48h',
		'خلال أسبوع',
	])('a limit: %s', (text) => {
		expect(found([{ file: 'a', text }], aLimit)).toHaveLength(1);
	});

	test.each([
		'Call 0808 168 9111.',
		'on 116 123',
		'ring 999',
		'dial 101',
		'+44 20 7946 0000',
		'اتصل على ٩٩٩',
	])('a number: %s', (text) => {
		expect(found([{ file: 'a', text }], aNumber)).toHaveLength(1);
	});

	test.each([
		'A trial may last a few days.',
		'the Code of 2021',
		'one day it may',
		'section 28',
		'Right 6',
		'two people',
	])('not: %s', (text) => {
		expect(found([{ file: 'a', text }], aTime)).toEqual([]);
		expect(found([{ file: 'a', text }], aLimit)).toEqual([]);
		expect(found([{ file: 'a', text }], aNumber)).toEqual([]);
	});
});
