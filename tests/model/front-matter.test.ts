/** The boundary between front matter and body. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitFrontMatter } from '../../src/model/front-matter.ts';

const split = (text: string) => splitFrontMatter(text, 'guidance/a.en.mdx');

test('splits keys from body, and says on which line the body begins', () => {
	expect(split('---\na: 1\nb: 2\n---\n\nText.\n')).toEqual({
		frontMatter: { yaml: 'a: 1\nb: 2\n', body: { source: '\nText.\n', firstLine: 5 } },
		issues: [],
	});
});

test('a document may have keys alone', () => {
	expect(split('---\na: 1\n---\n').frontMatter?.body).toEqual({ source: '', firstLine: 4 });
});

test('what follows the first closing line is body, whatever it looks like', () => {
	expect(split('---\na: 1\n---\n\n---\nb: 2\n---\n').frontMatter?.body.source).toBe('\n---\nb: 2\n---\n');
});

const refused: [name: string, text: string, answer: string][] = [
	['a file without a fence', 'Text.\n', '1 Unexpected first line “Text.”, expected the line ---'],
	['an empty file', '', '1 Unexpected first line “”, expected the line ---'],
	['an empty line first', '\n---\na: 1\n---\n', '1 Unexpected first line “”, expected the line ---'],
	[
		'a space after the first fence',
		'--- \na: 1\n---\n',
		'1 Unexpected first line “--- ”, expected the line ---',
	],
	['a kind of front matter', '---js\n{}\n---\n', '1 Unexpected first line “---js”, expected the line ---'],
	[
		'no closing line',
		'---\na: 1\n',
		'1 Unexpected end of file inside the front matter, expected a closing line ---',
	],
	[
		'a closing line with letters',
		'---\na: 1\n---foo\n\n---\n',
		'3 Unexpected line “---foo”, expected exactly ---',
	],
	['a closing line with a space', '---\na: 1\n--- \n', '3 Unexpected line “--- ”, expected exactly ---'],
	[
		'a closing line of another kind',
		'---\na: 1\n+++\n---\n',
		'3 Unexpected line “+++”, expected exactly ---',
	],
	['a longer closing line', '---\na: 1\n----\n', '3 Unexpected line “----”, expected exactly ---'],
	[
		'text against the closing line',
		'---\na: 1\n---\nText.\n',
		'4 Unexpected text “Text.” below the front matter, expected an empty line first',
	],
	[
		'an end mark',
		'---\na: 1\n...\nb: 2\n---\n',
		'3 Unexpected mark of YAML in “...”, expected keys and their values',
	],
	[
		'a directive',
		'---\n%YAML 1.1\na: 1\n---\n',
		'2 Unexpected mark of YAML in “%YAML 1.1”, expected keys and their values',
	],
	[
		'a tag',
		'---\na: !!binary x\n---\n',
		'2 Unexpected exclamation mark before the value in “a: !!binary x”, expected a plain value',
	],
	[
		'a tag in a list',
		'---\na:\n  - !x y\n---\n',
		'3 Unexpected exclamation mark before the value in “  - !x y”, expected a plain value',
	],
	[
		'brackets in brackets',
		`---\na: ${'['.repeat(60)}\n---\n`,
		'2 Unexpected lists in lists in “a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…”, expected one “key: value” a line',
	],
];

test.each(refused)('refuses %s', (_, text, answer) => {
	const { frontMatter, issues } = split(text);
	expect(frontMatter).toBeUndefined();
	expect(issues.map(({ place, message }) => `${place.line} ${message}`)).toEqual([answer]);
	expect(issues[0]?.fix).not.toBe('');
});

test('an exclamation mark within a value is only a mark', () => {
	expect(split('---\na: Stop! Read this\nb: "!important"\n---\n').issues).toEqual([]);
});

test('the parts put together are the file again', () => {
	const lines = fc.array(
		fc.constantFrom('---', '--- ', '+++', '...', 'a: 1', '  - x', '', '%Y', 'b: !x', '---foo', '\u00A0---'),
		{ maxLength: 12 },
	);
	fc.assert(
		fc.property(lines, (list) => {
			const text = ['---', ...list, ''].join('\n');
			const { frontMatter, issues } = split(text);
			expect(issues.length === 0).toBe(frontMatter !== undefined);
			if (!frontMatter) return;
			const { yaml, body } = frontMatter;
			expect(`---\n${yaml}---\n${body.source}`).toBe(text);
			expect(yaml).not.toMatch(/^(?:---|\+\+\+|\.\.\.|%)/m);
			expect(body.firstLine).toBe(yaml.split('\n').length + 2);
		}),
		{ numRuns: 2000 },
	);
});
