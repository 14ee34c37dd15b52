/** Every attack is refused, fast, at a place, with a fix, and in words that no parser would use. */
import { expect, test } from 'vitest';
import { attacks } from './attacks.ts';
import { judgeFile, withKeys } from './judge.ts';

const GRAMMAR = /^(?:Unexpected .+, expected .+|Enter .+)/s;
const JARGON =
	/acorn|estree|micromark|mdast|vfile|\bJSX\b|\bMDX\b|\bESM\b|\bAST\b|call stack|undefined|\bnull\b|U\+00[2-7][0-9A-F]\)/i;

test('there are at least 60 attacks, each with a name of its own', () => {
	expect(attacks.length).toBeGreaterThanOrEqual(60);
	expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
});

for (const { name, body = '', file, type } of attacks) {
	test(`refuses ${name}`, { timeout: 10_000 }, () => {
		const lines = (typeof file === 'string' ? file : withKeys(body)).split('\n');
		const issues = judgeFile(file ?? withKeys(body), type);
		expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
		expect(issues.length).toBeLessThanOrEqual(100);
		for (const { place, message, fix, rule } of issues) {
			expect(message).toMatch(GRAMMAR);
			expect(`${message} ${fix}`).not.toMatch(JARGON);
			expect(fix).not.toBe('');
			expect(rule).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
			expect(place.line).toBeGreaterThanOrEqual(1);
			expect(place.column).toBeGreaterThanOrEqual(1);
			if (!(file instanceof Uint8Array)) {
				expect(place.line).toBeLessThanOrEqual(lines.length);
				expect(place.column).toBeLessThanOrEqual((lines[place.line - 1]?.length ?? 0) + 1);
			}
		}
	});
}

const answers: [name: string, answer: string][] = [
	[
		'a fence with letters, so that one parser sees front matter and another code',
		'4:1 Unexpected line “---foo”, expected exactly ---',
	],
	[
		'a document hidden behind the end mark of YAML',
		'4:1 Unexpected mark of YAML in “...”, expected keys and their values',
	],
	['code between two comments', '6:1 Unexpected text between curly brackets, expected ordinary words'],
	[
		'attributes spread',
		'6:15 Unexpected curly brackets in <Timescale>, expected attributes written name="value"',
	],
	['set:html on a component', '6:23 Unexpected “set:html” in <Notice>, expected one of: kind, title'],
	['an image ./gadget.js', '6:1 Unexpected image by its address, expected one by its id'],
	[
		'a link to https://аpple.example',
		'6:1 Unexpected site name “xn--pple-43d.example” with letters that can be mistaken for others, expected letters a to z, digits and hyphens',
	],
	['a text turned round by reference', '6:4 Unexpected text-direction control U+202E, expected visible text'],
	[
		'a component with a slip of the hand',
		'6:4 Unexpected <TimeScale>, expected one of: Notice, Timescale, Right, Organisation, Contact, Term, Link, Passage, Steps, Details, Say, Avoid, Example, When, Image',
	],
	['a component that does not end', '6:1 Unexpected end of the text around <Say>, expected </Say> before it'],
	['components that cross', '12:1 Unexpected </Say>, expected </Example> first'],
	['a placeholder cut by emphasis', '6:6 Unexpected “((victim”, expected )) after the name of a placeholder'],
	[
		'a text turned round by an escape of YAML',
		'2:7 Unexpected text-direction control U+202E, expected visible text',
	],
	['a separate accent by an escape of YAML', '2:7 Unexpected separate accent, expected one accented letter'],
	[
		'“https://www.gov.uk” that leads to https://evil.example',
		'6:1 Unexpected words “https://www.gov.uk” of a link to https://evil.example, expected words that say where it leads',
	],
	[
		'a placeholder in an attribute',
		'6:23 Unexpected placeholder in “title” of <Notice>, expected words that need no filling in',
	],
	[
		'a cell below no heading',
		'8:9 Unexpected row of 3 cells, expected 2 at most, as many as the first row has',
	],
	['a bare angle bracket', '6:12 Unexpected < before “5”, expected ordinary words or one of our components'],
];

test.each(answers)('answers %s', (name, answer) => {
	const attack = attacks.find((each) => each.name === name);
	const [first] = judgeFile(attack?.file ?? withKeys(attack?.body ?? ''), attack?.type);
	expect(`${first?.place.line}:${first?.place.column} ${first?.message}`).toBe(answer);
});
