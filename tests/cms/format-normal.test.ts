/** What Decap leaves behind in fields that were not touched, or cleared, and what of it reaches the file. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type EditorData, writeFile } from '../../src/cms/index.ts';
import { normalValue } from '../../src/cms/normal-value.ts';
import { collections, type EntryType, entryTypes } from '../../src/model/collection.ts';
import {
	bilingual,
	day,
	line,
	listOf,
	moment,
	paragraph,
	reference,
	webAddress,
} from '../../src/model/field.ts';
import { readBytes } from '../../src/model/read-text.ts';

const kinds = {
	line: line('Name', 'A name.'),
	paragraph: paragraph('Text', 'A text.'),
	address: webAddress('Page', 'A page.'),
	choice: z.enum(['staff', 'public']),
	number: z.int(),
	switch: z.boolean(),
	day: day('Day', 'A day.'),
	moment: moment('Moment', 'A moment.'),
	relation: reference('person', 'Person', 'Who.'),
	document: reference('document', 'Document', 'Which.'),
	list: listOf(line('Word', 'A word.'), 'Words', 'Some words.'),
	choices: listOf(z.enum(['letter', 'sms']), 'Channels', 'Which.'),
	bilingual: bilingual('Name', 'A name.'),
	group: z.strictObject({ on: day('Day', 'A day.').optional(), sure: z.boolean(), why: line('Why', 'Why.') }),
	groups: z.array(z.strictObject({ number: line('Number', 'A number.'), free: z.boolean() })),
};
type Kind = keyof typeof kinds;

describe('cleared or never touched: absent', () => {
	test.each<[Kind, unknown[]]>([
		['line', ['', '   ', '\n', null]],
		['paragraph', ['', '\n\n', null]],
		['address', ['', null]],
		['choice', ['', null]],
		['number', ['', null]],
		['switch', ['', null]],
		['day', ['', null, '{{now}}', new Date('never')]],
		['moment', ['', null, '{{now}}', new Date('never')]],
		['relation', ['', null]],
		['document', ['', null]],
		['list', [[], [''], [null, ' '], '', null]],
		['choices', [[], '', null]],
		['bilingual', [{}, { en: '' }, { en: '', cy: null }, { en: ' ' }, '', null]],
		['group', [{}, { on: '' }, { sure: false }, { on: null, sure: false, why: '' }, null]],
		['groups', [[], [{}], [{ free: false }], [{ number: '', free: false }], null]],
	])('%s', (kind, blanks) => {
		for (const blank of [undefined, ...blanks])
			expect(normalValue(kinds[kind].optional(), blank), JSON.stringify(blank)).toBe(undefined);
	});

	test('every kind was tried', () => {
		expect(Object.keys(kinds).length).toBe(15);
	});
});

describe('as the form writes it, and as the file has it', () => {
	test.each<[Kind, unknown, unknown]>([
		['line', ' Sam Example ', 'Sam Example'],
		['line', 'a\tb', 'a b'],
		['line', 'cafe\u0301', 'café'],
		['line', 'One line\n  and another', 'One line and another'],
		['line', 18001, '18001'],
		['line', true, 'true'],
		['paragraph', 'One.\r\n\r\nTwo.\r\n', 'One.\n\nTwo.'],
		['number', '12', 12],
		['number', ' 7 ', 7],
		['number', 2.5, 2.5],
		['number', 'twelve', 'twelve'],
		['switch', 'true', true],
		['switch', 'false', false],
		['switch', true, true],
		['day', '2026-11-23', '2026-11-23'],
		['day', new Date('2026-11-23T00:00:00Z'), '2026-11-23'],
		['day', '2026-11-23T00:00:00.000Z', '2026-11-23'],
		['day', '2026-11-23T10:00', '2026-11-23'],
		// Midnight in London is the evening before in universal time, from March to October.
		['day', '2026-07-01T00:00:00.000+01:00', '2026-07-01'],
		['day', '2026-06-30T23:00:00.000Z', '2026-07-01'],
		['day', 'tomorrow', 'tomorrow'],
		['moment', '2027-01-05T09:00:00Z', '2027-01-05T09:00:00Z'],
		['moment', '2027-07-05T10:00:00+01:00', '2027-07-05T09:00:00Z'],
		['moment', '2027-07-05T10:00:00.000+01:00', '2027-07-05T09:00:00Z'],
		['moment', new Date('2027-01-05T09:00:00Z'), '2027-01-05T09:00:00Z'],
		// Without a zone nobody knows when: it stays, and is asked about.
		['moment', '2027-01-05T09:00', '2027-01-05T09:00'],
		['list', ['a, b', '', 'tŷ '], ['a, b', 'tŷ']],
		['choices', ['letter', 'sms'], ['letter', 'sms']],
		['bilingual', { en: 'Name', cy: '' }, { en: 'Name' }],
		['group', { on: '', why: 'It moved' }, { sure: false, why: 'It moved' }],
		[
			'groups',
			[{ number: '1 2' }, {}, { number: '3', free: true }],
			[
				{ number: '1 2', free: false },
				{ number: '3', free: true },
			],
		],
	])('%s %j', (kind, written, wanted) => {
		expect(normalValue(kinds[kind], written)).toEqual(wanted);
	});

	test('a switch that may be absent says no by being so', () => {
		expect(normalValue(z.boolean().optional(), false)).toBe(undefined);
		expect(normalValue(z.boolean().optional(), true)).toBe(true);
	});
});

/** The least that the model accepts of each type, and every other field as a form leaves it that nobody touched. */
const review = { everyMonths: 12, lastReviewed: '2026-11-23', by: 'legal-adviser', outcome: 'First version' };
const changeNote = { kind: 'major', what: 'New.', why: 'Asked for.' };
const evidence = { mark: 'primary', source: 'The Code', lastChecked: '2026-11-23' };
const name = { en: 'Example' };
const document = { title: 'Example', summary: 'An example.', owner: 'guidance-lead', review, changeNote };
const least: Record<EntryType, EditorData> = {
	standard: { code: 'VCS-50', ...document },
	letter: { code: 'LT-500', ...document, decisionType: 'late-reply', channels: ['letter'] },
	guidance: { code: 'GD-500', ...document },
	'victim-page': { code: 'VP-500', ...document, helpsWith: ['know whom to call'], nextStep: 'VP-001' },
	passage: { name: 'Example', audience: 'staff' },
	area: { name, covers: name, contact: { evidence }, evidence },
	pilot: { name, summary: 'An example.', from: '2026-01-01', evidence },
	right: { number: 1, title: name, plain: name, leadProvider: 'Police', whatWeDo: 'Nothing.', evidence },
	timescale: {
		name,
		length: 5,
		unit: 'working day',
		startsWhen: name,
		endsWhen: name,
		binds: 'police',
		entitlement: 'everybody',
		validFrom: '2026-01-01',
		evidence,
	},
	organisation: { name, about: name, coverage: 'England', evidence },
	term: { term: name, plain: name, audience: 'staff' },
	person: { name: 'Sam Example', role: 'Example' },
	topic: { name, description: name, audience: 'staff' },
	'bank-holidays': {
		year: 2030,
		days: Array.from({ length: 6 }, (_, index) => ({ date: `2030-01-0${index + 1}`, name })),
		evidence,
	},
	redirect: { site: 'staff', from: '/a/', to: '/b/', since: '2026-01-01', why: 'It moved.' },
	media: { file: 'court-room.png', alt: name, audience: 'staff', credit: 'Sam Example' },
};

/** What stands in a field of each kind when somebody cleared it. */
function cleared(schema: z.ZodType): unknown {
	const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
	if (inner instanceof z.ZodArray) return [];
	if (inner instanceof z.ZodBoolean) return undefined;
	if (inner instanceof z.ZodEnum) return null;
	if (inner instanceof z.ZodObject)
		return Object.fromEntries(
			Object.entries(inner.shape).map(([key, each]) => [key, cleared(each as z.ZodType)]),
		);
	return '';
}

/** What was filled in over what was cleared. */
function over(blank: unknown, filled: unknown): unknown {
	const isGroup = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
	if (!isGroup(blank) || !isGroup(filled)) return filled ?? blank;
	const keys = [...new Set([...Object.keys(blank as object), ...Object.keys(filled as object)])];
	return Object.fromEntries(
		keys.map((key) => [key, over((blank as EditorData)[key], (filled as EditorData)[key])]),
	);
}

describe.each(entryTypes)('a new %s', (type) => {
	const { folder, schema, hasBody } = collections[type];
	const file = hasBody ? `${folder}/example.en.mdx` : `${folder}/example.yaml`;
	const read = (text: string) => readBytes(new TextEncoder().encode(text), file);

	test('with every other field cleared is what the model accepts, and the same as with them untouched', () => {
		const untouched = writeFile(folder, 'en', least[type]);
		expect(read(untouched).issues).toEqual([]);
		const everyCleared = over(cleared(schema), least[type]) as EditorData;
		expect(Object.keys(everyCleared).length).toBeGreaterThanOrEqual(Object.keys(least[type]).length);
		expect(writeFile(folder, 'en', { ...everyCleared, translation: { state: null } })).toBe(untouched);
	});
});
