/** Random documents for fuzzing: from fragments that hurt parsers, from the grammar of our pages, and from cuts of both. */
import fc from 'fast-check';
import { componentDocs } from '../../src/markup/index.ts';
import { attacks } from './attacks.ts';
import { benign } from './benign.ts';

const nasty = [
	...[
		'<',
		'>',
		'</',
		'/>',
		'<>',
		'</>',
		'<!--',
		'-->',
		'<![CDATA[',
		'<?',
		'{',
		'}',
		'{/*',
		'*/}',
		'{//',
		'{...a}',
		'`',
		'``',
		'```',
		'~~~',
		'~~',
	],
	...[
		'import "\\',
		'export{}"\\',
		'import a from "b"',
		'export const a = 1',
		'---',
		'+++',
		'***',
		'___',
		'- - -',
		'===',
		'[',
		']',
		'](',
		'![',
		'[^1]',
		'[^1]: ',
		'[a]: ',
		'[]()',
	],
	...[
		'((',
		'))',
		'((a))',
		'((a b',
		'#',
		'##',
		'####',
		'#######',
		'\\',
		'\\\n',
		'  \n',
		'&',
		'&#x202E;',
		'&#0;',
		'&amp;',
		'&Tab;',
		'&#xD800;',
		'|',
		'| - |',
		'|---|',
		'\n|a|\n|-|\n',
	],
	...[
		'> ',
		'>>>>',
		'- ',
		'* ',
		'+ ',
		'1. ',
		'1) ',
		'- [ ] ',
		'    ',
		'\t',
		'\u00A0',
		'\u200B',
		'\u202E',
		'\uFEFF',
		'\u0000',
		'e\u0301',
		'🏳️‍🌈',
		'ŵ',
		'مرحبا',
		'\n',
		'\n\n',
		'\r\n',
		' ',
	],
	...[
		'javascript:alert(1)',
		'https://www.example.org',
		'www.a.b',
		'a@b.c',
		'//x',
		'data:,',
		'"',
		"'",
		'=',
		'onclick="x"',
		'set:html="<b>"',
		'a.b',
		'a:b',
		'__proto__',
		'constructor',
	],
	...[
		'**',
		'*',
		'_',
		'__',
		'*a **b',
		'a**b c*',
		'<b>',
		'<script>',
		'<Notice',
		' kind="safety"',
		'<Say>',
		'</Say>',
		'<Timescale id="a" />',
		'<When role="manager">',
		'</When>',
		'<Link to="GD-001">',
	],
];

const shortText = fc.string({ unit: 'grapheme', maxLength: 12 });
const nastyText = fc
	.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...nasty) }, { weight: 1, arbitrary: shortText }), {
		maxLength: 24,
	})
	.map((parts) => parts.join(''));

const word = fc.constantFrom(
	'we',
	'decided',
	'not',
	'to',
	'charge',
	'the',
	'suspect',
	'because',
	'ŵyl',
	'قرار',
	'Sam',
	'must',
	'&lt;',
	'(a)',
	'“so”',
);
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => list.join(' '));
const value = fc.oneof(
	fc.constantFrom(
		'a',
		'safety',
		'must',
		'1',
		'GD-001',
		'example-area',
		'letter',
		'yes',
		'manager',
		'victim name',
	),
	shortText.map((text) => text.replace(/["<{]/g, '')),
);
const component = fc.constantFrom(...componentDocs);
const tag = fc
	.tuple(component, fc.array(value, { minLength: 4, maxLength: 4 }), fc.boolean())
	.map(([{ name, props }, values, all]) => ({
		name,
		attributes: props
			.filter(({ required }) => required || all)
			.map(
				({ name: key, choices }, index) =>
					` ${key}="${choices?.[(values[index]?.length ?? 0) % choices.length] ?? values[index] ?? 'a'}"`,
			)
			.join(''),
	}));

const inline = fc.oneof(
	{ weight: 5, arbitrary: words },
	words.map((text) => `**${text}**`),
	words.map((text) => `_${text}_`),
	words.map((text) => `[${text}](https://www.example.org/a)`),
	fc.constant('((victim name))'),
	tag.map(({ name, attributes }) => `<${name}${attributes} />`),
	fc.tuple(tag, words).map(([{ name, attributes }, text]) => `<${name}${attributes}>${text}</${name}>`),
);
const paragraph = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const { block } = fc.letrec<{ block: string }>((tie) => ({
	block: fc.oneof(
		{ maxDepth: 3, depthSize: 'small' },
		{ weight: 4, arbitrary: paragraph },
		fc.tuple(fc.constantFrom('##', '###', '####'), words).map(([mark, text]) => `${mark} ${text}`),
		fc
			.array(paragraph, { minLength: 1, maxLength: 3 })
			.map((items) => items.map((item) => `- ${item}`).join('\n')),
		fc
			.array(tie('block'), { minLength: 1, maxLength: 2 })
			.map((items) => items.map((item, index) => `${index + 1}. ${item.replace(/\n/g, '\n   ')}`).join('\n')),
		tie('block').map((inner) => inner.replace(/^/gm, '> ')),
		fc
			.tuple(tag, tie('block'))
			.map(([{ name, attributes }, inner]) => `<${name}${attributes}>\n\n${inner}\n\n</${name}>`),
		fc.tuple(words, paragraph).map(([head, cell]) => `| ${head} | b |\n| --- | --- |\n| ${cell} | c |`),
		fc.constant('***'),
		words.map((text) => `{/* ${text} */}`),
	),
}));
const written = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => blocks.join('\n\n'));

const known = [
	...benign.map(({ body }) => body),
	...attacks.flatMap(({ body }) => (body !== undefined && body.length < 400 ? [body] : [])),
];
const anything = fc.oneof(nastyText, written, fc.constantFrom(...known));
/** A document with a piece cut out, doubled or put elsewhere. */
const cut = fc
	.tuple(anything, fc.nat(400), fc.nat(30), fc.constantFrom(...nasty, ''), fc.boolean())
	.map(([text, at, length, piece, twice]) => {
		const from = text.length === 0 ? 0 : at % text.length;
		return `${text.slice(0, from)}${piece}${twice ? text.slice(from, from + length) : ''}${text.slice(twice ? from : from + length)}`;
	});

export const documents = fc.oneof(
	{ weight: 3, arbitrary: nastyText },
	{ weight: 4, arbitrary: written },
	{ weight: 3, arbitrary: cut },
);
