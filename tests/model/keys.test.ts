/** What an editor reads when a key is missing, misspelt or holds the wrong thing; and that every key has its words. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { collections, type EntryType, entryTypes } from '../../src/model/collection.ts';
import { bilingual, listOf, paragraph, reference, webAddress } from '../../src/model/field.ts';
import { checkKeys, nearest } from '../../src/model/schema.ts';
import { readKeys } from '../../src/model/yaml.ts';
import { keys, organisation, timescale, topic } from './miniature.ts';

const topAt = () => ({ line: 1, column: 1 });
const answers = (type: EntryType, yaml: string) => {
	const read = readKeys(yaml, 'a.yaml', 1);
	if (!read.keys) throw new Error(JSON.stringify(read.issues));
	return checkKeys(
		collections[type].schema as z.ZodType,
		read.keys.value,
		'a.yaml',
		read.keys.locate,
	).issues.map(({ place, message, fix }) => `${place.line}:${place.column} ${message} | ${fix}`);
};
/** What one field alone answers to a value. */
const answer = (field: z.ZodType, value: unknown) =>
	checkKeys(
		z.strictObject({ key: field }),
		value === undefined ? {} : { key: value },
		'a.yaml',
		topAt,
	).issues.map(({ message }) => message);

const pageKeys = 'helpsWith:\n  - find help\nsensitive: false\nnextStep: VP-001\n';
const cases: [name: string, type: EntryType, yaml: string, answers: string[]][] = [
	[
		'a missing key',
		'topic',
		topic('public').replace('audience: public\n', ''),
		[
			'1:1 Enter “Audience” | The key is audience. Public: may appear on the pages for victims and in the handbook. Staff: in the handbook only.',
		],
	],
	[
		'a missing key in a group',
		'topic',
		topic('public').replace('  en: Help\n', '  cy: Cymorth\n'),
		['1:1 Enter “Name in English” | The key is en. For example “Domestic abuse”.'],
	],
	[
		'a key left empty',
		'topic',
		topic('public').replace('en: Help', 'en:'),
		['2:3 Enter “Name in English” | For example “Domestic abuse”.'],
	],
	[
		'a key with empty quotes, once',
		'topic',
		topic('public').replace('en: Help', 'en: ""'),
		['2:3 Enter “Name in English” | For example “Domestic abuse”.'],
	],
	[
		'a key that may be absent, left empty',
		'topic',
		`${topic('public')}homePosition:\n`,
		[
			'6:1 Enter “Place on the public home page”, or delete the key | 1 to 6 for the six choices of the first screen. Empty for every other topic.',
		],
	],
	[
		'a misspelt key',
		'topic',
		topic('public').replace('audience', 'audeince'),
		[
			'1:1 Enter “Audience” | The key is audience. Public: may appear on the pages for victims and in the handbook. Staff: in the handbook only.',
			'5:1 Unexpected key “audeince”, expected one of: name, description, audience, homePosition | Write “audience”, or delete the key.',
		],
	],
	[
		'a key that is like no other',
		'topic',
		`${topic('public')}layout: ../../Evil.astro\nslug: ../../index\nurl: /\n`,
		[
			'6:1 Unexpected key “layout”, expected one of: name, description, audience, homePosition | Delete the key.',
			'7:1 Unexpected key “slug”, expected one of: name, description, audience, homePosition | Delete the key.',
			'8:1 Unexpected key “url”, expected one of: name, description, audience, homePosition | Delete the key.',
		],
	],
	[
		'a misspelt key in a group',
		'topic',
		topic('public').replace('  en: Help\n', '  en: Help\n  cw: Cymorth\n'),
		['3:3 Unexpected key “cw”, expected one of: en, cy | Write “cy”, or delete the key.'],
	],
	[
		'keys named like parts of every object',
		'topic',
		`${topic('public')}__proto__: x\nconstructor: y\n`,
		[
			'6:1 Unexpected key “__proto__”, expected one of: name, description, audience, homePosition | Delete the key.',
			'7:1 Unexpected key “constructor”, expected one of: name, description, audience, homePosition | Delete the key.',
		],
	],
	[
		'text instead of a group',
		'topic',
		topic('public').replace('name:\n  en: Help', 'name: Help'),
		['1:1 Unexpected “Help” for “Name”, expected a group of keys | For example “Domestic abuse”.'],
	],
	[
		'a number instead of text',
		'topic',
		topic('public').replace('en: Help', 'en: 2026'),
		[
			'2:3 Unexpected number 2026 for “Name in English”, expected text (put it in double quotes if it looks like a number) | For example “Domestic abuse”.',
		],
	],
	[
		'true instead of text',
		'topic',
		topic('public').replace('en: Help', 'en: true'),
		[
			'2:3 Unexpected yes-or-no value true for “Name in English”, expected text (put it in double quotes if it looks like a number) | For example “Domestic abuse”.',
		],
	],
	[
		'a list instead of text',
		'topic',
		topic('public').replace('en: Help', 'en: []'),
		[
			'2:3 Unexpected empty list for “Name in English”, expected text (put it in double quotes if it looks like a number) | For example “Domestic abuse”.',
		],
	],
	[
		'a choice there is not',
		'topic',
		topic('everybody'),
		[
			'5:1 Unexpected “everybody” for “Audience”, expected one of: staff, public | Public: may appear on the pages for victims and in the handbook. Staff: in the handbook only.',
		],
	],
	[
		'a text too long',
		'topic',
		topic('public').replace('Help', 'H'.repeat(61)),
		[
			'2:3 Unexpected 61 characters in “Name in English”, expected at most 60 | For example “Domestic abuse”.',
		],
	],
	[
		'a number too great',
		'topic',
		`${topic('public')}homePosition: 7\n`,
		[
			'6:1 Unexpected number 7 for “Place on the public home page”, expected at most 6 | 1 to 6 for the six choices of the first screen. Empty for every other topic.',
		],
	],
	[
		'a number too small',
		'topic',
		`${topic('public')}homePosition: 0\n`,
		[
			'6:1 Unexpected number 0 for “Place on the public home page”, expected at least 1 | 1 to 6 for the six choices of the first screen. Empty for every other topic.',
		],
	],
	[
		'a length of nothing',
		'timescale',
		timescale('primary').replace('length: 5', 'length: 0'),
		['3:1 Unexpected number 0 for “Length”, expected more than 0 | How many units.'],
	],
	[
		'half a day',
		'timescale',
		timescale('primary').replace('length: 5', 'length: 0.5'),
		['3:1 Unexpected number 0.5 for “Length”, expected a whole number | How many units.'],
	],
	[
		'a number in quotes',
		'timescale',
		timescale('primary').replace('length: 5', 'length: "5"'),
		['3:1 Unexpected “5” for “Length”, expected a number | How many units.'],
	],
	[
		'a day there is not',
		'timescale',
		timescale('primary').replace('2024-01-01', '2024-02-30'),
		[
			'11:1 Unexpected “2024-02-30” for “Valid from”, expected a date such as 2026-11-23 | The first day it applied.',
		],
	],
	[
		'an optional day there is not, by its name',
		'timescale',
		timescale('primary').replace('evidence:', 'validTo: soon\nevidence:'),
		[
			'12:1 Unexpected “soon” for “Valid to”, expected a date such as 2026-11-23 | The last day it applied. Empty while it applies.',
		],
	],
	[
		'yes instead of true',
		'organisation',
		organisation('primary').replace('emergency: false', 'emergency: no'),
		['7:1 Unexpected “no” for “Emergency service”, expected true or false | Shown before all others.'],
	],
	[
		'a repeat',
		'person',
		'name: Sam Example\nrole: Owner\nmay:\n  - edit\n  - edit\n',
		[
			'3:1 Unexpected repeat in “Permissions”, expected each item once | What this person may do in the editor.',
		],
	],
	[
		'a wrong item of a list',
		'person',
		'name: Sam Example\nrole: Owner\nmay:\n  - edit\n  - fly\n',
		[
			'5:5 Unexpected “fly” for “Permission”, expected one of: edit, review, approve, translate | What this person may do in the editor.',
		],
	],
	[
		'a code of another type',
		'guidance',
		keys('VP-001'),
		[
			'1:1 Unexpected “VP-001” for “Reference code”, expected a code such as GD-001 | GD- and 3 digits. Unique, and never changed once published.',
		],
	],
	[
		'an id with capitals',
		'guidance',
		keys('GD-001').replace('owner: owner', 'owner: Sam Example'),
		[
			'4:1 Unexpected “Sam Example” for “Owner”, expected an id: small letters, digits and single hyphens | Who answers for it.',
		],
	],
	[
		'a small code',
		'guidance',
		`${keys('GD-001')}related:\n  - gd-002\n`,
		['19:5 Unexpected “gd-002” for “Related document”, expected a reference code such as GD-001 | Its code.'],
	],
	[
		'a day for a moment',
		'guidance',
		`${keys('GD-001')}publishAt: 2026-11-23\n`,
		[
			'18:1 Unexpected “2026-11-23” for “Publish at”, expected a date and time in universal time, such as 2026-11-23T09:00:00Z | Readers see nothing of it before this moment. Empty: at the next release.',
		],
	],
	[
		'a moment of another time zone',
		'guidance',
		`${keys('GD-001')}publishAt: 2026-11-23T09:00:00+01:00\n`,
		[
			'18:1 Unexpected “2026-11-23T09:00:00+01:00” for “Publish at”, expected a date and time in universal time, such as 2026-11-23T09:00:00Z | Readers see nothing of it before this moment. Empty: at the next release.',
		],
	],
	[
		'a sensitive page without a title for the tab',
		'victim-page',
		keys('VP-001') + pageKeys.replace('false', 'true'),
		[
			'1:1 Enter a neutral title for the browser tab: this page is sensitive | What the tab and the history show. Neutral words on a sensitive page.',
		],
	],
	[
		'a page that helps with nothing',
		'victim-page',
		keys('VP-001') + pageKeys.replace('helpsWith:\n  - find help', 'helpsWith: []'),
		[
			'18:1 Unexpected empty list for “What this page helps with”, expected at least 1 item | One to five things, each a short line.',
		],
	],
	[
		'a page that helps with too much',
		'victim-page',
		keys('VP-001') +
			pageKeys.replace(
				'  - find help',
				'abcdef'
					.split('')
					.map((each) => `  - find ${each}`)
					.join('\n'),
			),
		[
			'18:1 Unexpected list of 6 for “What this page helps with”, expected at most 5 items | One to five things, each a short line.',
		],
	],
	[
		'an image outside the folder',
		'media',
		'file: ../secret.png\nalt:\n  en: x\naudience: public\ncredit: y\n',
		[
			'1:1 Unexpected “../secret.png” for “File”, expected a file name such as court-room.png | The image file in the same folder.',
		],
	],
	[
		'an address without a stroke',
		'redirect',
		'site: staff\nfrom: old\nto: /new/\nsince: 2026-01-01\nwhy: It moved.\n',
		[
			'2:1 Unexpected “old” for “Old address”, expected an address such as /guidance/safe-contact/ | The path on the site, beginning and ending with a stroke.',
		],
	],
];

test.each(cases)('%s', (_, type, yaml, expected) => {
	expect(answers(type, yaml)).toEqual(expected);
});

test('all keys that are missing are told at once', () => {
	expect(answers('right', 'number: 1\n')).toEqual([
		'1:1 Enter “Title” | The key is title. As the Code names it.',
		'1:1 Enter “In plain words” | The key is plain. What it means for a victim, in our own words.',
		'1:1 Enter “Who provides it” | The key is leadProvider. The organisation or organisations the Code names first.',
		'1:1 Enter “What it asks of our staff” | The key is whatWeDo. What the prosecuting authority has to do, and what others do.',
		'1:1 Enter “Evidence” | The key is evidence. Where this comes from and how far it has been checked.',
	]);
});

test('a choice placeholder needs its choices, and no other may have any', () => {
	const placeholder = (more: string) =>
		`${keys('LT-001')}decisionType: late-reply\nchannels:\n  - letter\nmustSay: []\nplaceholders:\n  - name: how late\n    label: How late?\n    example: a week\n    required: true\n    ${more}\n`;
	const message =
		'23:5 Enter two or more choices for a placeholder of type “choice”, and none for any other type | Only for the type “choice”.';
	expect(answers('letter', placeholder('type: choice'))).toEqual([message]);
	expect(answers('letter', placeholder('type: choice\n    choices:\n      - one'))).toEqual([
		message.replace('23:5', '28:5'),
	]);
	expect(answers('letter', placeholder('type: text\n    choices:\n      - one\n      - two'))).toEqual([
		message.replace('23:5', '28:5'),
	]);
	expect(answers('letter', placeholder('type: choice\n    choices:\n      - one\n      - two'))).toEqual([]);
	expect(answers('letter', placeholder('type: text').replace('how late', 'How Late'))).toEqual([
		'23:5 Unexpected “How Late” for “Name”, expected small letters, digits and single spaces | As it stands between the brackets in the letter, for example “victim name”.',
	]);
});

test('a letter that can be sent in no way', () => {
	const yaml = `${keys('LT-001')}decisionType: late-reply\nchannels: []\nmustSay: []\nplaceholders: []\n`;
	expect(answers('letter', yaml)).toEqual([
		'19:1 Choose at least one channel | The ways this communication can be sent.',
	]);
});

describe('fields', () => {
	const oneLine = bilingual('Name', 'x', 10).shape.en;
	test.each<[string, z.ZodType, unknown, string[]]>([
		[
			'a line with a break',
			oneLine,
			'a\nb',
			['Unexpected line break or space at an end in “Name in English”, expected one line of text'],
		],
		[
			'a line with a space at its end',
			oneLine,
			'a ',
			['Unexpected line break or space at an end in “Name in English”, expected one line of text'],
		],
		['a paragraph of spaces', paragraph('Why', 'x'), '  \n', ['Enter “Why”']],
		[
			'an address without encryption',
			webAddress('Website', 'x'),
			'http://example.org/',
			['Unexpected “http://example.org/” for “Website”, expected an address that begins https://'],
		],
		[
			'an address that runs code',
			webAddress('Website', 'x'),
			'javascript:alert(1)',
			['Unexpected “javascript:alert(1)” for “Website”, expected an address that begins https://'],
		],
		[
			'an address of a machine',
			webAddress('Website', 'x'),
			'https://localhost/',
			['Unexpected “https://localhost/” for “Website”, expected an address that begins https://'],
		],
		[
			'a document by its id',
			reference('document', 'Document', 'x'),
			'phone-calls',
			['Unexpected “phone-calls” for “Document”, expected a reference code such as GD-001'],
		],
		[
			'an id with two hyphens',
			reference('term', 'Term', 'x'),
			'a--b',
			['Unexpected “a--b” for “Term”, expected an id: small letters, digits and single hyphens'],
		],
		[
			'an id that climbs',
			reference('term', 'Term', 'x'),
			'../a',
			['Unexpected “../a” for “Term”, expected an id: small letters, digits and single hyphens'],
		],
		[
			'two equal groups',
			listOf(z.strictObject({ a: z.string() }), 'List', 'x'),
			[{ a: '1' }, { a: '1' }],
			['Unexpected repeat in “List”, expected each item once'],
		],
		[
			'a very long value, cut',
			reference('term', 'Term', 'x'),
			'A'.repeat(99),
			[
				`Unexpected “${'A'.repeat(60)}…” for “Term”, expected an id: small letters, digits and single hyphens`,
			],
		],
	])('refuse %s', (_, field, value, messages) => {
		expect(answer(field, value)).toEqual(messages);
	});

	test('the nearest word is a slip of the hand away, or there is none', () => {
		const known = ['owner', 'summary', 'related', 'en'];
		expect(nearest('ownr', known)).toBe('owner');
		expect(nearest('OWNER', known)).toBe('owner');
		expect(nearest('sumamry', known)).toBe('summary');
		expect(nearest('er', known)).toBe('en');
		expect(nearest('layout', known)).toBeUndefined();
		expect(nearest('', known)).toBeUndefined();
		expect(nearest('x'.repeat(100_000), known)).toBeUndefined();
	});

	test('a file of another kind answers with at most 100 issues', () => {
		const many = Object.fromEntries(Array.from({ length: 30_000 }, (_, n) => [`key${n}`, n]));
		expect(checkKeys(collections.topic.schema, many, 'a.yaml', topAt).issues).toHaveLength(100);
	});
});

describe('every key has a label and a hint', () => {
	const schemas = entryTypes.flatMap((type): [string, z.ZodType][] => {
		const collection = collections[type];
		return [
			[type, collection.schema as z.ZodType],
			...('translationSchema' in collection
				? [[`${type}, translated`, collection.translationSchema as z.ZodType] as [string, z.ZodType]]
				: []),
		];
	});

	test.each(schemas)('%s', (_, schema) => {
		const wordless: string[] = [];
		const walk = (field: z.ZodType, path: string) => {
			if (field instanceof z.ZodOptional) return walk(field.unwrap() as z.ZodType, path);
			const { title, description } = field.meta() ?? {};
			// A group in a list has the words of the list, and of its own keys.
			const isKey = path !== '' && !(path.endsWith('[]') && field instanceof z.ZodObject);
			if (isKey && !(title && description && /^[A-Z].*\S$/.test(title) && /[.”]$/.test(description)))
				wordless.push(path);
			if (field instanceof z.ZodArray) walk(field.element as z.ZodType, `${path}[]`);
			if (field instanceof z.ZodObject) {
				for (const [key, inner] of Object.entries(field.shape))
					walk(inner as z.ZodType, path === '' ? key : `${path}.${key}`);
			}
		};
		walk(schema, '');
		expect(wordless).toEqual([]);
	});
});
