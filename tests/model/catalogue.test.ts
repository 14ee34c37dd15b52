/** What is wrong between entries: each kind of issue, where it is, what was found, what was wanted, how to fix it. */
import { describe, expect, test } from 'vitest';
import {
	guidance,
	inWords,
	letter,
	organisation,
	passage,
	pilot,
	readMiniature,
	right,
	term,
	timescale,
	topic,
	translation,
	victimPage,
} from './miniature.ts';

type Changes = Parameters<typeof readMiniature>[0];
const found = (changes: Changes, at?: string) => readMiniature(changes, at).issues.map(inWords);

test('a sound tree has no issues', () => {
	expect(found({})).toEqual([]);
});

const kinds: [name: string, changes: Changes, issues: string[]][] = [
	[
		'a missing person, with the nearest one',
		{ 'guidance/phone-calls.en.mdx': guidance('GD-001').replace('owner: owner', 'owner: ownre') },
		[
			'guidance/phone-calls.en.mdx:5:1 error: Unexpected person “ownre” in owner, expected one that exists. Write “owner”, or create “ownre”.',
		],
	],
	[
		'a missing topic that is like no other',
		{ 'guidance/phone-calls.en.mdx': guidance('GD-001').replace('- help', '- something-else') },
		[
			'guidance/phone-calls.en.mdx:7:5 error: Unexpected topic “something-else” in topics, expected one that exists. Create “something-else” first, or name another topic.',
		],
	],
	[
		'a missing document',
		{ 'guidance/phone-calls.en.mdx': guidance('GD-001', undefined, 'related:\n  - VP-999\n') },
		[
			'guidance/phone-calls.en.mdx:20:5 error: Unexpected document “VP-999” in related, expected one that exists. Correct the code. A document that was deleted has to come back: withdraw it instead, and never change its code.',
		],
	],
	[
		'a missing target in a body',
		{ 'guidance/phone-calls.en.mdx': guidance('GD-001', 'First.\n\nWithin <Timescale id="first-repyl" />.') },
		[
			'guidance/phone-calls.en.mdx:23:8 error: Unexpected timescale “first-repyl” in Timescale, expected one that exists. Write “first-reply”, or create “first-repyl”.',
		],
	],
	[
		'a code used twice, in any folder',
		{ 'guidance/second.en.mdx': guidance('GD-001'), 'guidance/third.en.mdx': guidance('GD-001') },
		[
			'guidance/second.en.mdx:2:1 error: Unexpected code GD-001, which guidance/phone-calls.en.mdx has too, expected one document for each code. Give the newer of the two the next free code, GD-002. The older one keeps its own for ever.',
			'guidance/third.en.mdx:2:1 error: Unexpected code GD-001, which guidance/phone-calls.en.mdx has too, expected one document for each code. Give the newer of the two the next free code, GD-002. The older one keeps its own for ever.',
		],
	],
	[
		'a translation of a sensitive page whose tab would tell',
		{
			'victim-pages/hidden.en.mdx': victimPage('VP-002', undefined, 'tabTitle: First steps\n').replace(
				'sensitive: false',
				'sensitive: true',
			),
			'victim-pages/hidden.cy.mdx': translation('helpsWith:\n  - cael help\n'),
		},
		[
			'victim-pages/hidden.cy.mdx:1:1 error: Enter a neutral title for the browser tab (tabTitle): this page is sensitive. Translate the tabTitle of the English file. Without one the tab and the history show what the page is about.',
		],
	],
	[
		'a day that is still to come',
		{ 'guidance/phone-calls.en.mdx': guidance('GD-001').replace('2026-10-31', '2027-10-31') },
		[
			'guidance/phone-calls.en.mdx:12:3 warning: Unexpected day 2027-10-31, which is still to come, expected the day somebody last read it. Correct the day.',
		],
	],
	[
		'a document without text',
		{ 'guidance/phone-calls.en.mdx': guidance('GD-001', '') },
		[
			'guidance/phone-calls.en.mdx:20:1 error: Unexpected end of the file after the keys, expected text below them. Write the text below the line ---.',
			'guidance/phone-calls.en.mdx:22:1 warning: Unexpected end of the file after an empty line, expected one line break after the last words. End the file with exactly one line break.',
		],
	],
	[
		'a passage that shows itself',
		{ 'passages/emergency.en.mdx': passage('public', 'Call.\n\n<Passage id="emergency" />') },
		[
			'passages/emergency.en.mdx:8:1 error: Unexpected passage “emergency”, which shows “emergency” again, expected passages that end. Take one of the two mentions out.',
		],
	],
	[
		'passages that show each other through a third',
		{
			'passages/emergency.en.mdx': passage('public', '<Passage id="second" />'),
			'passages/second.en.mdx': passage('public', '<Passage id="third" />'),
			'passages/third.en.mdx': passage('public', '<Passage id="emergency" />'),
			'passages/outside.en.mdx': passage('public', '<Passage id="emergency" />'),
		},
		[
			'passages/emergency.en.mdx:6:1 error: Unexpected passage “second”, which shows “emergency” again, expected passages that end. Take one of the two mentions out.',
			'passages/second.en.mdx:6:1 error: Unexpected passage “third”, which shows “second” again, expected passages that end. Take one of the two mentions out.',
			'passages/third.en.mdx:6:1 error: Unexpected passage “emergency”, which shows “third” again, expected passages that end. Take one of the two mentions out.',
		],
	],
	[
		'passages that show each other only in Welsh',
		{
			'passages/emergency.cy.mdx': translation()
				.replace('title: Teitl\nsummary: Crynodeb.', 'name: Darn')
				.replace('Testun.', '<Passage id="second" />'),
			'passages/second.en.mdx': passage('public', '<Passage id="emergency" />'),
		},
		[
			'passages/emergency.cy.mdx:7:1 error: Unexpected passage “second”, which shows “emergency” again, expected passages that end. Take one of the two mentions out.',
			'passages/second.en.mdx:6:1 error: Unexpected passage “emergency”, which shows “second” again, expected passages that end. Take one of the two mentions out.',
		],
	],
	[
		'a guidance page linked from a public page, in its body and in its keys',
		{
			'victim-pages/help.en.mdx': victimPage('VP-001', 'See <Link to="GD-001" />.', 'related:\n  - GD-001\n'),
		},
		[
			'victim-pages/help.en.mdx:24:5 error: Unexpected guidance page “GD-001” for staff on a public page, expected material for the public. Take it out, or use one whose audience is the public.',
			'victim-pages/help.en.mdx:27:5 error: Unexpected guidance page “GD-001” for staff on a public page, expected material for the public. Take it out, or use one whose audience is the public.',
		],
	],
	[
		'a letter linked from a public page',
		{ 'victim-pages/help.en.mdx': victimPage('VP-001', 'See <Link to="LT-001" />.') },
		[
			'victim-pages/help.en.mdx:25:5 error: Unexpected letter template “LT-001” for staff on a public page, expected material for the public. Take it out, or use one whose audience is the public.',
		],
	],
	[
		'a passage for staff on a public page',
		{
			'passages/desk.en.mdx': passage('staff'),
			'victim-pages/help.en.mdx': victimPage('VP-001', '<Passage id="desk" />'),
		},
		[
			'victim-pages/help.en.mdx:25:1 error: Unexpected passage “desk” for staff on a public page, expected material for the public. Take it out, or use one whose audience is the public.',
		],
	],
	[
		'a term for staff in a passage for the public',
		{
			'terms/rasso.yaml': term('staff'),
			'passages/emergency.en.mdx': passage('public', 'A <Term id="rasso">unit</Term>.'),
		},
		[
			'passages/emergency.en.mdx:6:3 error: Unexpected term “rasso” for staff on a public page, expected material for the public. Take it out, or use one whose audience is the public.',
		],
	],
	[
		'a topic for staff on a public page',
		{ 'victim-pages/help.en.mdx': victimPage('VP-001').replace('- help\n', '- desk\n') },
		[
			'victim-pages/help.en.mdx:7:5 error: Unexpected topic “desk” for staff on a public page, expected material for the public. Take it out, or use one whose audience is the public.',
		],
	],
	[
		'staff material on a translation of a public page',
		{
			'victim-pages/help.cy.mdx': translation('helpsWith:\n  - cael help\n', 'Gweler <Link to="GD-001" />.'),
		},
		[
			'victim-pages/help.cy.mdx:10:8 error: Unexpected guidance page “GD-001” for staff on a public page, expected material for the public. Take it out, or use one whose audience is the public.',
		],
	],
	[
		'an unverified timescale on a public page',
		{
			'timescales/first-reply.yaml': timescale('unverified'),
			'victim-pages/help.en.mdx': victimPage('VP-001', 'Within <Timescale id="first-reply" />.'),
			'guidance/phone-calls.en.mdx': guidance('GD-001', 'Within <Timescale id="first-reply" />.'),
		},
		[
			'victim-pages/help.en.mdx:25:8 error: Unexpected timescale “first-reply”, which is not verified, expected a verified fact on a public page. Take it out and say whom to ask, or have the fact verified first.',
		],
	],
	[
		'a dated organisation in a passage for the public',
		{
			'organisations/helpline.yaml': organisation('dated'),
			'passages/emergency.en.mdx': passage('public', 'Call <Organisation id="helpline" />.'),
		},
		[
			'passages/emergency.en.mdx:6:6 error: Unexpected organisation “helpline”, which is not verified, expected a verified fact on a public page. Take it out and say whom to ask, or have the fact verified first.',
		],
	],
	[
		'a mention of a document that is not published yet',
		{
			'guidance/coming.en.mdx': guidance('GD-002', undefined, 'publishAt: 2026-11-23T09:00:01Z\n'),
			'guidance/phone-calls.en.mdx': guidance(
				'GD-001',
				'See <Link to="GD-002" />.',
				'related:\n  - GD-002\n',
			),
		},
		[
			'guidance/phone-calls.en.mdx:20:5 error: Unexpected mention of GD-002, which is not published yet, expected a document that readers can open. Take the mention out until both are published, or give this document the same “Publish at”.',
			'guidance/phone-calls.en.mdx:23:5 error: Unexpected mention of GD-002, which is not published yet, expected a document that readers can open. Take the mention out until both are published, or give this document the same “Publish at”.',
		],
	],
	[
		'a mention, in a passage, of a document that is not published yet',
		{
			'victim-pages/coming.en.mdx': victimPage('VP-002', undefined, 'publishAt: 2027-01-01T00:00:00Z\n'),
			'passages/emergency.en.mdx': passage('public', 'See <Link to="VP-002" />.'),
		},
		[
			'passages/emergency.en.mdx:6:5 error: Unexpected mention of VP-002, which is not published yet, expected a document that readers can open. Take the mention out until both are published, or give this document the same “Publish at”.',
		],
	],
	[
		'a mention of a withdrawn document, with what replaces it',
		{
			'guidance/old.en.mdx': guidance(
				'GD-002',
				undefined,
				'withdrawn:\n  on: 2026-11-23\n  why: It is out of date.\n  replacedBy: GD-003\n',
			),
			'guidance/new.en.mdx': guidance('GD-003'),
			'guidance/phone-calls.en.mdx': guidance('GD-001', 'See <Link to="GD-002" />.'),
		},
		[
			'guidance/phone-calls.en.mdx:21:5 warning: Unexpected mention of GD-002, which is withdrawn, expected a document in force. Write GD-003 instead.',
		],
	],
	[
		'a mention of a withdrawn document that nothing replaces',
		{
			'guidance/old.en.mdx': guidance(
				'GD-002',
				undefined,
				'withdrawn:\n  on: 2026-11-22\n  why: It is out of date.\n',
			),
			'guidance/phone-calls.en.mdx': guidance('GD-001', 'See <Link to="GD-002" />.'),
		},
		[
			'guidance/phone-calls.en.mdx:21:5 warning: Unexpected mention of GD-002, which is withdrawn, expected a document in force. Take the mention out.',
		],
	],
	[
		'a withdrawn page that would name its unpublished successor',
		{
			'guidance/phone-calls.en.mdx': guidance(
				'GD-001',
				undefined,
				'withdrawn:\n  on: 2026-11-01\n  why: It is out of date.\n  replacedBy: GD-002\n',
			),
			'guidance/coming.en.mdx': guidance('GD-002', undefined, 'publishAt: 2026-12-01T00:00:00Z\n'),
		},
		[
			'guidance/phone-calls.en.mdx:22:3 error: Unexpected mention of GD-002, which is not published yet, expected a document that readers can open. Take the mention out until both are published, or give this document the same “Publish at”.',
		],
	],
	[
		'two letters in force for one situation',
		{ 'letters/second.en.mdx': letter('LT-002', 'not-to-charge', 'appliesTo:\n  channels:\n    - email\n') },
		[
			'letters/second.en.mdx:19:1 error: Unexpected second letter in force for “not-to-charge”, expected one for each situation (LT-001 is the other). Narrow what one of them applies to, or withdraw one.',
		],
	],
	[
		'a condition on a pilot that has ended',
		{
			'pilots/trial.yaml': pilot('2026-11-22'),
			'guidance/phone-calls.en.mdx': guidance(
				'GD-001',
				'<When pilot="trial">\n\nDo this.\n\n</When>',
				'appliesTo:\n  pilots:\n    - trial\n',
			),
		},
		[
			'guidance/phone-calls.en.mdx:21:7 error: Unexpected condition on the pilot “trial”, which ended on 2026-11-22, expected a pilot that runs. Take the text out, or make it hold for everybody.',
			'guidance/phone-calls.en.mdx:24:1 error: Unexpected condition on the pilot “trial”, which ended on 2026-11-22, expected a pilot that runs. Take the text out, or make it hold for everybody.',
		],
	],
	[
		'a translation without its English page',
		{ 'guidance/alone.cy.mdx': translation() },
		[
			'guidance/alone.cy.mdx:1:1 error: Unexpected translation, expected alone.en.mdx beside it. Add the English file, or rename this one to match it.',
		],
	],
	[
		'a right with another number than its file',
		{ 'rights/right-2.yaml': right(3) },
		[
			'rights/right-2.yaml:1:1 error: Unexpected number 3 in rights/right-2.yaml, expected the number in the file name. Correct the number, or rename the file.',
		],
	],
	[
		'bank holidays of another year than their file',
		{
			'bank-holidays/2026.yaml': `evidence:\n  mark: primary\n  source: Example\n  lastChecked: 2026-11-01\nyear: 2025\ndays:\n${'  - date: 2025-12-25\n    name:\n      en: Christmas Day\n'.repeat(6)}`,
		},
		[
			'bank-holidays/2026.yaml:5:1 error: Unexpected year 2025 in bank-holidays/2026.yaml, expected 2026. Correct the year, or rename the file.',
		],
	],
];

test.each(kinds)('reports %s', (_, changes, issues) => {
	expect(found(changes)).toEqual(issues);
});

const sound: [name: string, changes: Changes, at?: string][] = [
	[
		'staff material named only in keys that are never shown',
		{
			'victim-pages/help.en.mdx': victimPage(
				'VP-001',
				undefined,
				'rights:\n  - right-1\nappliesTo:\n  pilots:\n    - trial\n',
			),
		},
	],
	[
		'staff pages that show staff material',
		{
			'passages/desk.en.mdx': passage('staff', '<Link to="LT-001" />'),
			'guidance/phone-calls.en.mdx': guidance('GD-001', '<Passage id="desk" />'),
		},
	],
	[
		'a secondary source on a public page',
		{ 'victim-pages/help.en.mdx': victimPage('VP-001', 'Call <Organisation id="helpline" />.') },
	],
	[
		'one passage shown twice, by two ways',
		{
			'passages/second.en.mdx': passage('public', '<Passage id="emergency" />'),
			'victim-pages/help.en.mdx': victimPage(
				'VP-001',
				'<Passage id="emergency" />\n\n<Passage id="second" />',
			),
		},
	],
	[
		'two documents that are published together',
		{
			'guidance/a.en.mdx': guidance(
				'GD-002',
				'See <Link to="GD-003" />.',
				'publishAt: 2027-01-01T00:00:00Z\n',
			),
			'guidance/b.en.mdx': guidance(
				'GD-003',
				'See <Link to="GD-002" />.',
				'publishAt: 2027-01-01T00:00:00Z\n',
			),
		},
	],
	[
		'a document published that very second',
		{
			'guidance/a.en.mdx': guidance('GD-002', undefined, 'publishAt: 2026-11-23T09:00:00Z\n'),
			'guidance/phone-calls.en.mdx': guidance('GD-001', 'See <Link to="GD-002" />.'),
		},
	],
	[
		'a withdrawal to come, and its unpublished successor',
		{
			'guidance/phone-calls.en.mdx': guidance(
				'GD-001',
				undefined,
				'withdrawn:\n  on: 2026-12-01\n  why: It is out of date.\n  replacedBy: GD-002\n',
			),
			'guidance/coming.en.mdx': guidance('GD-002', undefined, 'publishAt: 2026-12-01T00:00:00Z\n'),
		},
	],
	[
		'withdrawn documents that mention each other',
		{
			'guidance/a.en.mdx': guidance(
				'GD-002',
				'See <Link to="GD-003" />.',
				'withdrawn:\n  on: 2026-01-01\n  why: Old.\n',
			),
			'guidance/b.en.mdx': guidance('GD-003', undefined, 'withdrawn:\n  on: 2026-01-01\n  why: Old.\n'),
		},
	],
	[
		'a withdrawn document of a pilot that has ended',
		{
			'pilots/trial.yaml': pilot('2026-11-22'),
			'guidance/phone-calls.en.mdx': guidance(
				'GD-001',
				undefined,
				'appliesTo:\n  pilots:\n    - trial\nwithdrawn:\n  on: 2026-11-23\n  why: The pilot has ended.\n',
			),
		},
	],
	[
		'a pilot on its last day, late in the evening',
		{
			'pilots/trial.yaml': pilot('2026-11-23'),
			'guidance/phone-calls.en.mdx': guidance('GD-001', undefined, 'appliesTo:\n  pilots:\n    - trial\n'),
		},
		'2026-11-23T23:59:59Z',
	],
	['two letters for two decisions', { 'letters/second.en.mdx': letter('LT-002', 'charge-stopped') }],
	[
		'two letters of one decision for two groups of victims',
		{
			'letters/no-charge.en.mdx': letter(
				'LT-001',
				'not-to-charge',
				'appliesTo:\n  victimGroups:\n    - adults\n',
			),
			'letters/second.en.mdx': letter(
				'LT-002',
				'not-to-charge',
				'appliesTo:\n  victimGroups:\n    - children\n',
			),
		},
	],
	[
		'a second letter that is withdrawn',
		{
			'letters/second.en.mdx': letter(
				'LT-002',
				'not-to-charge',
				'withdrawn:\n  on: 2026-11-23\n  why: One is enough.\n',
			),
		},
	],
	[
		'a second letter that is not published yet',
		{ 'letters/second.en.mdx': letter('LT-002', 'not-to-charge', 'publishAt: 2026-11-23T09:00:01Z\n') },
	],
	[
		'a second letter that is not yet in force',
		{
			'letters/second.en.mdx': letter('LT-002', 'not-to-charge').replace(
				'  why: There was none.\n',
				'  why: There was none.\n  inForceFrom: 2026-11-24\n',
			),
		},
	],
	['a letter and its translation', { 'letters/no-charge.cy.mdx': translation() }],
	['a topic with no page', { 'topics/other.yaml': topic('public') }],
];

test.each(sound)('accepts %s', (_, changes, at) => {
	expect(found(changes, at)).toEqual([]);
});

test('all problems are told at once, sorted by file and place', () => {
	const { issues } = readMiniature({
		'guidance/phone-calls.en.mdx': guidance(
			'GD-001',
			'See <Link to="GD-404" />.\n\n<Passage id="nowhere" />',
		).replace('owner: owner', 'owner: nobody-here'),
		'guidance/second.en.mdx': guidance('GD-001').replace('summary', 'sumary'),
		'letters/third.en.mdx': letter('LT-003', 'not-to-charge'),
		'rights/right-2.yaml': right(3),
		'odd.txt': 'x',
	});
	expect(issues.map(({ file, place, rule }) => `${file}:${place.line} ${rule}`)).toEqual([
		'guidance/phone-calls.en.mdx:5 missing-target',
		'guidance/phone-calls.en.mdx:21 missing-target',
		'guidance/phone-calls.en.mdx:23 missing-target',
		'guidance/second.en.mdx:2 keys',
		'guidance/second.en.mdx:4 keys',
		'letters/third.en.mdx:19 clash',
		'odd.txt:1 file-name',
		'rights/right-2.yaml:1 file-name',
	]);
});

test('a file with problems of its own is not missing, and its body is judged too', () => {
	expect(
		found({
			'guidance/second.en.mdx': guidance('GD-002', 'See <Nothing />.').replace('title', 'titel'),
			'guidance/second.cy.mdx': translation(),
			'guidance/third.en.mdx': guidance('GD-003').replace('owner: owner', 'owner: [owner'),
			'timescales/first-reply.yaml': timescale('primary').replace('length: 5', 'length: five'),
			'guidance/phone-calls.en.mdx': guidance(
				'GD-001',
				'See <Link to="GD-002" />, <Link to="GD-003" /> and <Timescale id="first-reply" />.',
			),
		}).map((issue) => issue.replace(/(?:, expected| \|).*/, '')),
	).toEqual([
		'guidance/second.en.mdx:2:1 error: Enter “Title”. The key is title. What the reader is looking for, in sentence case.',
		'guidance/second.en.mdx:3:1 error: Unexpected key “titel”',
		'guidance/second.en.mdx:21:5 error: Unexpected <Nothing>',
		'guidance/third.en.mdx:6:1 error: Unexpected end of a value',
		'timescales/first-reply.yaml:3:1 error: Unexpected “five” for “Length”',
	]);
});

describe('the catalogue', () => {
	const { catalogue, issues } = readMiniature({
		'passages/outer.en.mdx': passage('public', '<Passage id="emergency" />'),
		'passages/emergency.en.mdx': passage('public', 'Within <Timescale id="first-reply" />.'),
		'guidance/phone-calls.en.mdx': guidance('GD-001', '<Passage id="outer" />\n\nSee <Link to="VP-001" />.'),
		'guidance/phone-calls.cy.mdx': translation('', 'O fewn <Timescale id="first-reply" />.'),
		'rights/right-10.yaml': right(10),
		'rights/right-2.yaml': right(2),
		'guidance/a-later-page.en.mdx': guidance('GD-002'),
	});

	test('finds entries by id, code, file and language', () => {
		expect(issues).toEqual([]);
		expect(catalogue.get('guidance', 'phone-calls')?.file).toBe('guidance/phone-calls.en.mdx');
		expect(catalogue.get('guidance', 'phone-calls', 'cy')?.file).toBe('guidance/phone-calls.cy.mdx');
		expect(catalogue.get('guidance', 'phone-calls', 'ar')).toBeUndefined();
		expect(catalogue.document('GD-001')?.id).toBe('phone-calls');
		expect(catalogue.document('GD-001', 'cy')?.language).toBe('cy');
		expect(catalogue.document('GD-001', 'ur')).toBeUndefined();
		expect(catalogue.document('GD-777')).toBeUndefined();
		expect(catalogue.entry('timescales/first-reply.yaml')?.id).toBe('first-reply');
	});

	test('lists documents by code and rights by number, in English alone', () => {
		expect(catalogue.all('guidance').map(({ id }) => id)).toEqual(['phone-calls', 'a-later-page']);
		expect(catalogue.all('right').map(({ id }) => id)).toEqual(['right-1', 'right-2', 'right-10']);
		const [phoneCalls] = catalogue.all('guidance');
		expect(phoneCalls && catalogue.translations(phoneCalls).map(({ language }) => language)).toEqual(['cy']);
	});

	test('tells what one file mentions, in keys and body', () => {
		expect(
			catalogue
				.references('guidance/phone-calls.en.mdx')
				.map(({ target, id, via }) => `${target} ${id} ${via}`),
		).toEqual([
			'person owner owner',
			'topic help topics.0',
			'person reader review.by',
			'passage outer Passage',
			'document VP-001 Link',
		]);
		expect(catalogue.references('nowhere.yaml')).toEqual([]);
	});

	test('tells who depends on a thing, directly and through passages', () => {
		const inShort = (dependents: ReturnType<typeof catalogue.dependents>) =>
			dependents.map(({ entry, through }) => [entry.file, ...through].join(' < '));
		expect(inShort(catalogue.dependents('timescale', 'first-reply'))).toEqual([
			'guidance/phone-calls.cy.mdx',
			'passages/emergency.en.mdx',
			'passages/outer.en.mdx < emergency',
			'guidance/phone-calls.en.mdx < outer < emergency',
		]);
		expect(inShort(catalogue.dependents('document', 'VP-001'))).toEqual([
			// Mentions in keys come before those in bodies.
			'victim-pages/help.en.mdx',
			'guidance/phone-calls.en.mdx',
		]);
		expect(catalogue.dependents('person', 'nobody')).toEqual([]);
	});

	test('tells who depends on a passage in a circle, and ends', () => {
		const circle = readMiniature({
			'passages/emergency.en.mdx': passage('public', '<Passage id="outer" />'),
			'passages/outer.en.mdx': passage('public', '<Passage id="emergency" />'),
		}).catalogue;
		expect(new Set(circle.dependents('passage', 'emergency').map(({ entry }) => entry.id))).toEqual(
			new Set(['emergency', 'outer']),
		);
	});

	test('every mention is found again from its target', () => {
		for (const entry of catalogue.entries) {
			for (const reference of catalogue.references(entry.file)) {
				expect(
					catalogue.dependents(reference.target, reference.id).map((each) => each.reference),
				).toContainEqual(reference);
			}
		}
	});
});
