/** Comments, quotes, order and empty lines of a file stay, whoever laid it out and whatever is changed in it. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editYaml } from '../../src/cms/edit-yaml.ts';
import { readFile, writeFile } from '../../src/cms/index.ts';

const letter = `---
# Asked for by the liaison units.
code: "LT-500"   # permanent
title:   'Late reply'
summary: >-
  One sentence
  over two lines.
owner: letters-lead
topics: [meetings, "letters-and-writing"]

stages:
- appeal   # only this one
- 'at-court'

review:
    everyMonths: 6
    # The day of the panel.
    lastReviewed: 2026-10-30
    by: legal-adviser
    outcome: "Yes: confirmed"
changeNote:
  kind: minor
  what: |
    First line.

    Second line.
  why: Asked for.   # said
caseOwner: an older key that nobody knows
decisionType: late-reply
channels:
  - letter
placeholders:
  # In the order of the questions.
  - name: victim name   # as they say it
    type: name
    label: What is their name?
    example: "Sam Example"
    required: true
    oldKey: 1

  -
    name: safe way
    type: text
    label: 'How?'
    example: no
    required: false
mustSay: []
---

Dear ((victim name)),
`;

const change = (edit: (data: Record<string, never>) => void, text = letter) => {
	const data = JSON.parse(JSON.stringify(readFile('letters', 'en', text)));
	edit(data as never);
	return writeFile('letters', 'en', data);
};

test('untouched, it stays as it was laid out', () => {
	expect(change(() => {})).toBe(letter);
});

describe('one change', () => {
	type Data = Record<string, never>;
	type Case = [string, (data: Data) => void, [string, string][]];
	const set = (path: string, value: unknown) => (data: Data) => {
		const keys = path.split('.');
		const holder = keys.slice(0, -1).reduce<Record<string, unknown>>((at, key) => at[key] as never, data);
		holder[keys.at(-1) ?? ''] = value;
	};
	test.each<Case>([
		['a quoted text', set('code', 'LT-501'), [['"LT-500"   #', 'LT-501   #']]],
		['a text that needs quotes', set('title', 'Late: reply'), [[`  'Late reply'`, '  "Late: reply"']]],
		['a folded text', set('summary', 'Short.'), [['>-\n  One sentence\n  over two lines.', 'Short.']]],
		[
			'a text with paragraphs',
			set('changeNote.what', 'One.\n\nTwo.'),
			[['|\n    First line.\n\n    Second line.', '|-\n    One.\n\n    Two.']],
		],
		[
			'a paragraph before a comment',
			set('changeNote.why', 'a\nb'),
			[['Asked for.   # said', '"a\\nb"   # said']],
		],
		[
			'a list in brackets',
			set('topics', ['meetings']),
			[['topics: [meetings, "letters-and-writing"]', 'topics:\n  - meetings']],
		],
		[
			'an item more',
			set('stages', ['appeal', 'at-court', 'reporting']),
			[[`- 'at-court'\n`, `- 'at-court'\n- reporting\n`]],
		],
		['an item less', set('stages', ['at-court']), [['- appeal   # only this one\n', '']]],
		[
			'items in another order',
			set('stages', ['at-court', 'appeal']),
			[[`- appeal   # only this one\n- 'at-court'\n`, `- 'at-court'\n- appeal   # only this one\n`]],
		],
		['a number in a deeper group', set('review.everyMonths', 12), [['everyMonths: 6', 'everyMonths: 12']]],
		['a key gone', set('review.lastReviewed', ''), [['    lastReviewed: 2026-10-30\n', '']]],
		[
			'a key more, in its place',
			set('changeNote.inForceFrom', '2026-12-01'),
			[['  why: Asked for.   # said\n', '  why: Asked for.   # said\n  inForceFrom: 2026-12-01\n']],
		],
		[
			'a group more',
			set('appliesTo', { areas: ['wessex'], pilots: [] }),
			[[`- 'at-court'\n`, `- 'at-court'\nappliesTo:\n  areas:\n    - wessex\n`]],
		],
		['the first key of an item', set('placeholders.0.name', 'victim'), [['victim name   #', 'victim   #']]],
		['a key of an item', set('placeholders.1.example', 'by email'), [['example: no', 'example: by email']]],
		[
			'a key more in an item',
			set('placeholders.0.hint', 'Ask.'),
			[['    label: What is their name?\n', '    label: What is their name?\n    hint: Ask.\n']],
		],
		['a switch', set('placeholders.1.required', true), [['required: false', 'required: true']]],
		['a text that looks like a number', set('owner', '007'), [['letters-lead', '"007"']]],
		['an empty list filled', set('mustSay', ['decision']), [['mustSay: []', 'mustSay:\n  - decision']]],
	])('%s', (_, edit, replaced) => {
		const wanted = replaced.reduce((text, [from, to]) => {
			expect(text.split(from).length, from).toBe(2);
			return text.replace(from, () => to);
		}, letter);
		expect(change(edit)).toBe(wanted);
	});

	test('an item gone takes its lines alone', () => {
		const text = change((data) => (data.placeholders as unknown as unknown[]).shift());
		expect(text).toContain('placeholders:\n  # In the order of the questions.\n\n  -\n    name: safe way\n');
	});

	test('an item before all others', () => {
		const text = change((data) =>
			(data.placeholders as unknown as unknown[]).unshift({
				name: 'first',
				type: 'text',
				label: 'Which?',
				example: 'x',
			}),
		);
		expect(text).toContain(
			'questions.\n  - name: first\n    type: text\n    label: Which?\n    example: x\n    required: false\n  - name: victim name   # as',
		);
	});

	test('a key that no form knows stays, in the file and in an item', () => {
		const text = change(set('title', 'Another'));
		expect(text).toContain('caseOwner: an older key that nobody knows');
		expect(text).toContain('oldKey: 1');
	});
});

test('a group in one line is written out when it changes, and its comment stays', () => {
	const text = 'name: { en: Appeal, cy: Apêl } # both\ndescription: {en: What} # it is\naudience: public\n';
	const data = { ...readFile('topics', 'en', text), description: { en: 'Who', cy: '' } };
	expect(writeFile('topics', 'en', data)).toBe(
		'name: { en: Appeal, cy: Apêl } # both\ndescription: # it is\n  en: Who\naudience: public\n',
	);
});

test('a file without a line break at its end', () => {
	const text = 'name:\n  en: Appeal\naudience: public';
	const data = { ...readFile('topics', 'en', text), homePosition: 2 };
	expect(writeFile('topics', 'en', data)).toBe(`${text}\nhomePosition: 2\n`);
});

/** A value of a file: groups with keys, lists, and what stands on one line or several. */
const scalar = fc.oneof(
	fc.constantFrom(
		'yes',
		'no',
		'12',
		'007',
		'true',
		'null',
		'~',
		'2026-01-01',
		'a: b',
		'# c',
		'- d',
		'"e"',
		"it's",
		'!f',
		'[g',
		'é ŵ',
		'x\n\ny',
		'  z',
		'*h',
		'&i',
		'%j',
		'@k',
		'`l',
		'...',
		'---',
	),
	fc.string({ maxLength: 12 }).filter((text) => !/[\p{C}\r\t]/u.test(text)),
	fc.integer({ min: -9, max: 999 }),
	fc.boolean(),
);
const { value } = fc.letrec<{ value: unknown; group: object }>((tie) => ({
	group: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), tie('value'), { minKeys: 1, maxKeys: 4 }),
	value: fc.oneof(
		{ maxDepth: 4, depthIdentifier: 'depth' },
		scalar,
		fc.array(tie('value'), { maxLength: 4, depthIdentifier: 'depth' }),
		tie('group'),
	),
}));
const root = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), value, { minKeys: 1, maxKeys: 6 });

/** The value written by hand: comments, empty lines, other indents and quotes, as people do. */
function byHand(of: unknown, choose: (most: number) => number, indent = 0): string {
	const pad = ' '.repeat(indent);
	const comment = () => (choose(4) === 0 ? `${choose(2) ? '\n' : ''}${pad}# note ${choose(99)}\n` : '');
	const behind = () => (choose(5) === 0 ? `  # said ${choose(99)}` : '');
	const nested = (inner: unknown, dash: boolean): string => {
		if (Array.isArray(inner) && inner.length > 0)
			return `\n${byHand(inner, choose, indent + (dash ? 2 : choose(2) * 2))}`;
		if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
			const deeper = indent + 2 + choose(2) * 2;
			return `\n${byHand(inner, choose, dash ? indent + 2 : deeper)}`;
		}
		if (typeof inner === 'string' && !inner.includes('\n') && choose(3) === 0)
			return ` '${inner.replaceAll("'", "''")}'${behind()}\n`;
		return ` ${JSON.stringify(inner)}${behind()}\n`;
	};
	if (Array.isArray(of)) return of.map((each) => `${comment()}${pad}-${nested(each, true)}`).join('');
	return Object.entries(of as object)
		.map(([key, each]) => `${comment()}${pad}${key}:${nested(each, false)}`)
		.join('');
}

/** The lines of a key at the left edge, without comments and empty lines below them. */
function linesOf(text: string, key: string): string {
	const own = text.split(/^(?=[a-f]:)/m).find((part) => part.startsWith(`${key}:`)) ?? '';
	return own.replace(/(?:\n *(?:#.*)?)+$/, '\n');
}

test('whatever is changed in whatever layout, the file says it, and what did not change keeps its lines', () => {
	let kept = 0;
	fc.assert(
		fc.property(root, root, fc.infiniteStream(fc.nat(1000)), (before, after, choices) => {
			const choose = (most: number) => (choices.next().value as number) % most;
			const text = byHand(before, choose);
			expect(parse(text)).toEqual(before);
			// Some keys stay, so that there is something to keep.
			const mixed = Object.fromEntries([
				...Object.entries(before).filter(() => choose(3) > 0),
				...Object.entries(after).filter(() => choose(3) === 0),
			]);
			if (Object.keys(mixed).length === 0) return;
			const edited = editYaml(text, before, mixed);
			expect(parse(edited)).toEqual(mixed);
			for (const key of Object.keys(mixed)) {
				if (!(key in before) || !isDeepStrictEqual(before[key], mixed[key])) continue;
				expect(edited).toContain(linesOf(text, key));
				kept += 1;
			}
		}),
		{ numRuns: 600 },
	);
	expect(kept).toBeGreaterThan(600);
});
