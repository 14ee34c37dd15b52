/** The YAML of keys: what is refused, with place, words and fix; what stays text; and that nothing throws. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readKeys } from '../../src/model/yaml.ts';

const read = (yaml: string) => readKeys(yaml, 'a.yaml', 1);
const answers = (yaml: string) =>
	read(yaml).issues.map(({ place, message, fix }) => `${place.line}:${place.column} ${message}. ${fix}`);

const noTag = 'Delete the tag that begins with an exclamation mark, or put the value in double quotes.';
const noAnchor = 'Delete the anchor, or quote the value.';
const quoteIt = 'Put the value in double quotes.';

const refused: [name: string, yaml: string, answers: string[]][] = [
	['a tag of the core', 'a: !!str x\n', [`1:10 Unexpected tag !!str, expected a plain value. ${noTag}`]],
	['a tag on the first key', '!!str a: x\n', [`1:7 Unexpected tag !!str, expected a plain value. ${noTag}`]],
	['a tag on everything', '!!map\na: 1\n', [`2:1 Unexpected tag !!map, expected a plain value. ${noTag}`]],
	[
		'a tag for bytes',
		'a: !!binary aGk=\n',
		[`1:13 Unexpected tag !!binary, expected a plain value. ${noTag}`],
	],
	['a tag for a list', 'a: !!seq [1]\n', [`1:10 Unexpected tag !!seq, expected a plain value. ${noTag}`]],
	[
		'a tag for a function',
		'a: !!js/function "x"\n',
		[`1:18 Unexpected tag !!js/function, expected a plain value. ${noTag}`],
	],
	['a tag of our own', 'a: !secret x\n', [`1:12 Unexpected tag !secret, expected a plain value. ${noTag}`]],
	['a tag without a name', 'a: ! x\n', [`1:6 Unexpected tag !, expected a plain value. ${noTag}`]],
	[
		'a tag written out',
		'a: !<tag:yaml.org,2002:str> 1\n',
		[`1:29 Unexpected tag !!str, expected a plain value. ${noTag}`],
	],
	['an anchor', 'a: &x 1\n', [`1:7 Unexpected anchor &x, expected a plain value. ${noAnchor}`]],
	[
		'an alias',
		'a: &x 1\nb: *x\n',
		[
			`1:7 Unexpected anchor &x, expected a plain value. ${noAnchor}`,
			'2:4 Unexpected alias *x, expected the value itself. Write the value out.',
		],
	],
	[
		'an alias of nothing',
		'b: *x\n',
		['1:4 Unexpected alias *x, expected the value itself. Write the value out.'],
	],
	[
		'a repeated key',
		'a: 1\nb: 2\na: 3\n',
		['3:1 Unexpected repeated key “a”, expected each key once. Delete one of the two.'],
	],
	[
		'a repeated key further in',
		'a:\n  - b: 1\n    b: 2\n',
		['3:5 Unexpected repeated key “b”, expected each key once. Delete one of the two.'],
	],
	[
		'a key repeated in quotes',
		'a: 1\n"a": 2\n',
		['2:1 Unexpected repeated key “a”, expected each key once. Delete one of the two.'],
	],
	['a tab', 'a:\n\tb: 1\n', ['2:1 Unexpected tab, expected spaces. Indent with two spaces.']],
	[
		'a second document',
		'a: 1\n---\nb: 2\n',
		['2:1 Unexpected mark of YAML in “---”, expected keys and their values. Delete the line.'],
	],
	[
		'text below an end mark',
		'a: 1\n...\nb: 2\n',
		['2:1 Unexpected mark of YAML in “...”, expected keys and their values. Delete the line.'],
	],
	[
		'a directive',
		'%YAML 1.1\n---\na: yes\n',
		['1:1 Unexpected mark of YAML in “%YAML 1.1”, expected keys and their values. Delete the line.'],
	],
	[
		'a colon in a value',
		'title: One: two\n',
		[`1:8 Unexpected colon inside a value, expected one “key: value” a line. ${quoteIt}`],
	],
	[
		'a key that is out of line',
		'a: 1\n b: 2\n',
		[`1:4 Unexpected colon inside a value, expected one “key: value” a line. ${quoteIt}`],
	],
	[
		'a quote that does not close',
		'a: "b\n',
		[
			'2:1 Unexpected end of a value, expected a colon, closing quote or bracket. Put a colon after the key, or close the quote or bracket.',
		],
	],
	[
		'a backslash in quotes',
		'a: "C:\\dir"\n',
		[
			'1:7 Unexpected backslash in double quotes, expected plain text. Write two backslashes, or put the value in single quotes.',
		],
	],
	[
		'a value that begins with a mark',
		'a: @home\n',
		[`1:4 Unexpected mark at the beginning of a value, expected a letter, a digit or a quote. ${quoteIt}`],
	],
	[
		'a list as a key',
		'? [a]\n: b\n',
		['1:3 Unexpected list or group as a key, expected a word and a colon. Write “key: value”.'],
	],
	[
		'nothing',
		'',
		[
			'1:1 Unexpected content, expected keys such as “title: …”. Write one key a line, then a colon and its value.',
		],
	],
	[
		'a list',
		'- a\n',
		[
			'1:1 Unexpected content, expected keys such as “title: …”. Write one key a line, then a colon and its value.',
		],
	],
	[
		'plain words',
		'Some words.\n',
		[
			'1:1 Unexpected content, expected keys such as “title: …”. Write one key a line, then a colon and its value.',
		],
	],
];

test.each(refused)('refuses %s', (_, yaml, expected) => {
	expect(answers(yaml)).toEqual(expected);
	expect(read(yaml).keys).toBeUndefined();
});

const depth = 'Unexpected lists in lists, expected one “key: value” a line';
const bombs: [name: string, yaml: string, message: string][] = [
	['lists in lists on one line', `a: ${'['.repeat(5000)}`, depth],
	['lists in lists that close', `a: ${'['.repeat(400)}${']'.repeat(400)}\n`, depth],
	['lists in lists, one a line', `a:\n${' [\n'.repeat(20000)}`, depth],
	['lists of dashes', `${'- '.repeat(4000)}a\n`, depth],
	['groups in groups', `${'{a: '.repeat(2000)}\n`, depth],
	['keys in keys', Array.from({ length: 13 }, (_, level) => `${' '.repeat(level)}a:\n`).join(''), depth],
	['questions in questions', '? '.repeat(4000), depth],
	[
		'ten thousand laughs',
		`a: &a [x,x]\n${Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*a,*a]\n`).join('')}`,
		'Unexpected anchor &a, expected a plain value',
	],
	[
		'more keys than a library',
		Array.from({ length: 30000 }, (_, n) => `k${n}: 1\n`).join(''),
		'Unexpected 288890 characters of keys, expected at most 65536',
	],
	['one key again and again', 'a:\n'.repeat(20000), 'Unexpected repeated key “a”, expected each key once'],
	[
		'quotes on every line',
		`a: ${'"\n'.repeat(20000)}`,
		'Unexpected end of a value, expected a colon, closing quote or bracket',
	],
];

test.each(bombs)('answers %s, with at most 20 issues', { timeout: 10_000 }, (_, yaml, message) => {
	const { keys, issues } = read(yaml);
	expect(keys).toBeUndefined();
	expect(issues[0]?.message).toBe(message);
	expect(issues.length).toBeLessThanOrEqual(20);
});

test('twelve levels are deep enough for every schema, and pass', () => {
	expect(answers(Array.from({ length: 12 }, (_, level) => `${' '.repeat(level)}a:\n`).join(''))).toEqual([]);
});

test('words that other readers of YAML turn into something else stay text', () => {
	const yaml =
		'a: yes\nb: on\nc: No\nd: 2026-11-23\ne: 12:30\nf: 2026-11-23T09:00:00Z\ng: 1_000\nh: o\ni: 08001\nj: 1.2.3\n';
	expect(read(yaml).keys?.value).toEqual({
		a: 'yes',
		b: 'on',
		c: 'No',
		d: '2026-11-23',
		e: '12:30',
		f: '2026-11-23T09:00:00Z',
		g: '1_000',
		h: 'o',
		i: 8001,
		j: '1.2.3',
	});
});

test('a merge key is a key like any other', () => {
	expect(read('<<:\n  a: 1\nb: 2\n').keys?.value).toEqual({ '<<': { a: 1 }, b: 2 });
});

test('a key named like a part of every object is only a key', () => {
	const value = read('__proto__:\n  may: everything\nconstructor: x\n').keys?.value as object;
	expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
	expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
	expect(({} as { may?: string }).may).toBeUndefined();
});

test('keys are found where they stand; what is absent, at the nearest key around it', () => {
	const { keys } = readKeys('title: a\nreview:\n  by: b\ntopics:\n  - c\n  - d: e\n', 'a.en.mdx', 2);
	const place = (...path: PropertyKey[]) => {
		const { line, column } = keys?.locate(path) ?? { line: 0, column: 0 };
		return `${line}:${column}`;
	};
	expect(place()).toBe('2:1');
	expect(place('title')).toBe('2:1');
	expect(place('review', 'by')).toBe('4:3');
	expect(place('review', 'outcome')).toBe('3:1');
	expect(place('topics', 1)).toBe('7:5');
	expect(place('topics', 1, 'd')).toBe('7:5');
	expect(place('topics', 9)).toBe('5:1');
	expect(place('title', 'deeper')).toBe('2:1');
	expect(place('absent')).toBe('2:1');
});

test('never throws, and every issue has a place and a fix', () => {
	const fragments = fc.constantFrom(
		'a',
		':',
		': ',
		'- ',
		'\n',
		'  ',
		'"',
		"'",
		'[',
		']',
		'{',
		'}',
		'&x',
		'*x',
		'!',
		'!!str ',
		'|',
		'>',
		'#',
		'?',
		'? ',
		',',
		'---',
		'...',
		'%',
		'<<',
		'@',
		'`',
		'\\',
		'\u{1F600}',
		'é',
		'0x1',
		'~',
		'__proto__',
	);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join('')),
				fc.string({ unit: 'binary', maxLength: 60 }),
			),
			(yaml) => {
				const { keys, issues } = read(yaml);
				expect(keys === undefined).toBe(issues.length > 0);
				for (const { place, message, fix } of issues) {
					expect(place.line).toBeGreaterThanOrEqual(1);
					expect(place.column).toBeGreaterThanOrEqual(1);
					expect(message).toMatch(/^Unexpected .+, expected /s);
					expect(fix).not.toBe('');
				}
			},
		),
		{ numRuns: 2000 },
	);
});
