/** Call-outs and placeholders of other systems are not printed to readers: what to write instead is said. */
import { expect, test } from 'vitest';
import { type BodyType, parseBody } from '../../src/markup/index.ts';

function issuesOf(source: string, type: BodyType = 'guidance') {
	return parseBody({ source, firstLine: 1 }, { file: 'a.mdx', type, language: 'en' }).issues;
}
const said = (source: string, type?: BodyType) =>
	issuesOf(source, type).map(({ place, message }) => `${place.line}:${place.column} ${message}`);

const notice = (written: string) =>
	`Unexpected “${written}” at the beginning of a line, expected the component <Notice>`;
const end = 'Unexpected “:::” at the beginning of a line, expected ordinary words';

test.each([
	[':::note\nCall first.\n:::', [`1:1 ${notice(':::note')}`, `3:1 ${end}`]],
	['Text.\n\n::: warning\n\nCall first.\n\n:::', [`3:1 ${notice('::: warning')}`, `7:1 ${end}`]],
	['- one\n- :::tip\n  two', [`2:3 ${notice(':::tip')}`]],
	['> [!NOTE]\n> Call first.', [`1:3 ${notice('[!NOTE]')}`]],
	[':::note{.blue}\nCall first.', [`1:1 ${notice(':::note')}`]],
	[
		'Ask for a :term[charge].',
		['1:11 Unexpected “:term[charge]”, expected ordinary words or one of our components'],
	],
])('a call-out: %j', (source, answers) => {
	expect(said(source)).toEqual(answers);
});

test('a call-out says which component to use, of which kind', () => {
	const fixes = [':::note', ':::caution', ':::danger', ':::details'].map(
		(source) => issuesOf(source)[0]?.fix,
	);
	for (const [index, tag] of [
		'<Notice kind="information"> … </Notice>',
		'<Notice kind="warning"> … </Notice>',
		'<Notice kind="safety"> … </Notice>',
		'<Details summary="…"> … </Details>',
	].entries())
		expect(fixes[index]).toContain(tag);
});

test.each([
	['{/* a */} Dear &#123;&#123;victim name&#125;&#125;,', '1:16 Unexpected “{{victim name}}”', 'victim name'],
	['Dear [[Victim_Name]],', '1:6 Unexpected “[[Victim_Name]]”', 'victim name'],
	['Dear &lt;&lt;victim-name>>,', '1:6 Unexpected “<<victim-name>>”', 'victim name'],
])('a placeholder of a letter: %j', (source, found, name) => {
	expect(said(source, 'letter')).toEqual([`${found}, expected a placeholder written ((${name}))`]);
});

test('curly brackets in a file say how a placeholder is written', () => {
	for (const source of ['Dear {{victim name}},', 'Dear {name},'])
		expect(issuesOf(source, 'letter')[0]?.fix).toContain('((victim name))');
});

test.each([
	'Note: call at 9:30am, in a ratio of 3:2, at court::room.',
	'Ring first: then write.\n: she said\n:: and again',
	'Yes :) [pause] she said:[1] and “note:see”.',
	'See [the page](https://www.example.org/a:b[c]).',
	'| a | b |\n| :-: | :-- |\n| : | :: |',
	'Between words ::: there may be dots.',
	'Type `:::note` or `{{name}}`.',
	'She wrote [sic] and [!].',
])('ordinary words are left alone: %j', (source) => {
	for (const type of ['guidance', 'letter'] as const) expect(said(source, type)).toEqual([]);
});
