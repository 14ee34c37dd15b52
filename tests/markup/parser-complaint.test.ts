/** What the parser cannot read at all is said in an editor’s words, at the place to look. */
import { expect, test } from 'vitest';
import { parseBody } from '../../src/markup/index.ts';

const curly = 'Unexpected curly bracket, expected ordinary words';
const address = 'Unexpected address between < and >, expected a link with words';

test.each([
	['<Say>\n\ntext', '1:1 Unexpected end of the text around <Say>, expected </Say> before it'],
	[
		'text <Notice>\n\nfoo\n\n</Notice>',
		'1:6 Unexpected end of the text around <Notice>, expected </Notice> before it',
	],
	['- <Say>\n\n  a\n\n</Say>', '1:3 Unexpected end of the text around <Say>, expected </Say> before it'],
	[
		'**<When role="manager">a**</When>',
		'1:3 Unexpected end of the text around <When>, expected </When> before it',
	],
	['<Say>x</When>', '1:7 Unexpected </When>, expected </Say> first'],
	['</Say>', '1:2 Unexpected closing tag, expected one that opens before it'],
	['a\n\n<Notice kind="safety>\n\nb', '3:1 Unexpected tag without an end, expected > to close it'],
	['<Notice', '1:1 Unexpected tag without an end, expected > to close it'],
	['<!-- a -->', '1:1 Unexpected <!, expected ordinary words'],
	['1 <2', '1:3 Unexpected < before “2”, expected ordinary words or one of our components'],
	['a\nb <-c', '2:3 Unexpected < before “-”, expected ordinary words or one of our components'],
	['<https://a.b>', `1:8 ${address}`],
	['<a@b.c>', `1:3 ${address}`],
	['a\n\nb {c\n\nd', `3:3 ${curly}`],
	['a {/* b', `1:3 ${curly}`],
	['{#id}', `1:2 ${curly}`],
	['{a b}', `1:3 ${curly}`],
	['<Notice {kind} />', `1:10 ${curly}`],
	[
		'> {/*\nfoo */}',
		'2:1 Unexpected line outside its list or quote, expected the component to go on as it began',
	],
	[
		'<Notice kind=safety>\n\na\n\n</Notice>',
		'1:14 Unexpected value of an attribute, expected text between double quotes',
	],
	['<Notice "safety" />', '1:9 Unexpected “"” in a tag, expected attributes written name="value", then >'],
	['<Say.>a</Say.>', '1:6 Unexpected “>” in a tag, expected attributes written name="value", then >'],
	[
		'import duties are due',
		'1:1 Unexpected paragraph that begins with “import”, expected other words: computers read it as code',
	],
])('%j', (source, answer) => {
	const { issues } = parseBody({ source, firstLine: 1 }, { file: 'a.mdx', type: 'guidance', language: 'en' });
	expect(issues.map(({ place, message }) => `${place.line}:${place.column} ${message}`)).toEqual([answer]);
	expect(issues[0]?.fix).not.toBe('');
});
