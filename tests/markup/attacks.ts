/**
 * Files that must be refused. Each names what somebody tried; the answer is the first issue as an editor sees it.
 * `body` stands below the plainest front matter, on line 6 of its file; `file` is a whole file.
 */
import type { BodyType } from '../../src/markup/index.ts';

export interface Attack {
	name: string;
	body?: string;
	file?: string | Uint8Array;
	type?: BodyType;
}

const frontMatter = 'name: An example\naudience: public\n';
const bytes = (text: string, ...more: number[]) =>
	new Uint8Array([...new TextEncoder().encode(text), ...more]);
const repeated = (unit: string, times: number, each = 60) =>
	Array.from({ length: Math.ceil(times / each) }, (_, row) =>
		unit.repeat(Math.min(each, times - row * each)),
	).join('\n');

/** 1. The boundary between front matter and body. */
const boundary: Attack[] = [
	{
		name: 'a fence with letters, so that one parser sees front matter and another code',
		file: `---\n${frontMatter}---foo\n\nexport const a = (console.log(1), 2)\n\n---\nhi\n`,
	},
	{ name: 'a fence of another kind in the middle', file: `---\n${frontMatter}+++\n\nText.\n` },
	{ name: 'TOML', file: '+++\ntitle = "T"\n+++\n\nText.\n' },
	{ name: 'a byte order mark', file: `\uFEFF---\n${frontMatter}---\n\nText.\n` },
	{ name: 'empty lines first', file: `\n\n---\n${frontMatter}---\n\nText.\n` },
	{ name: 'a space after the fence', file: `---\n${frontMatter}--- \n\nText.\n` },
	{ name: 'a fourth hyphen', file: `----\n${frontMatter}---\n\nText.\n` },
	{ name: 'JavaScript front matter', file: '---js\n{ title: require("fs") }\n---\n\nText.\n' },
	{ name: 'no end', file: `---\n${frontMatter}\nText.\n` },
	{ name: 'a layout', file: `---\n${frontMatter}layout: ../../gadget.js\n---\n\nText.\n` },
	{ name: 'a slug', file: `---\n${frontMatter}slug: ../../../pwn\n---\n\nText.\n` },
	{ name: 'a prototype', file: `---\n${frontMatter}__proto__:\n  audience: staff\n---\n\nText.\n` },
	{ name: 'a key twice', file: `---\n${frontMatter}audience: staff\n---\n\nText.\n` },
	{
		name: 'an anchor and its alias',
		file: '---\nname: &a An example\naudience: public\nnote: *a\n---\n\nText.\n',
	},
	{
		name: 'aliases that multiply',
		file: '---\na: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n---\n\nText.\n',
	},
	{ name: 'a merge key', file: `---\n${frontMatter}<<: { slug: x }\n---\n\nText.\n` },
	{
		name: 'a function of YAML',
		file: '---\nname: !!js/function "function () {}"\naudience: public\n---\n\nText.\n',
	},
	{
		name: 'a document hidden behind the end mark of YAML',
		file: `---\n${frontMatter}...\nlayout: x\n---\n\nText.\n`,
	},
	{ name: 'a directive of YAML', file: `---\n%TAG ! tag:example.org,2026:\n${frontMatter}---\n\nText.\n` },
	{ name: 'brackets in brackets', file: `---\nname: ${'['.repeat(5000)}\naudience: public\n---\n\nText.\n` },
	{ name: 'front matter again in the body', body: 'Text.\n\n---\nlayout: x\n---\n\nText.' },
	{ name: 'TOML again in the body', body: 'Text.\n\n+++\nlayout = "x"\n+++' },
	{ name: 'text against the fence', file: `---\n${frontMatter}---\nText.\n` },
];

/** 2. Code. */
const code: Attack[] = [
	{ name: 'an import', body: "import a from './gadget.js'" },
	{ name: 'an export', body: 'export const a = process.env' },
	{ name: 'an import below a heading', body: 'Text.\n\nimport a from "b"\n\nMore.', type: 'guidance' },
	{ name: 'an import that stops a parser', body: 'import "\\' },
	{ name: 'an export that stops a parser', body: 'export{}"\\' },
	{ name: 'code between two comments', body: '{/* a */ evil() /* b */}' },
	{ name: 'an empty expression', body: 'Text {} more.' },
	{ name: 'an empty expression alone', body: '{}' },
	{ name: 'a text expression', body: 'Text {"a"} more.' },
	{ name: 'a call', body: '{globalThis.process.exit(1)}' },
	// biome-ignore lint/suspicious/noTemplateCurlyInString: it is the attack
	{ name: 'a template literal', body: 'Text {`${1}`} more.' },
	{ name: 'a comment to the end of the line with code below', body: '{// a\nevil()\n}' },
	{ name: 'a regular expression that looks like a broken comment', body: '{/ *note* /}' },
	{ name: 'an unclosed expression', body: 'Text { more.' },
	{ name: 'an attribute with code', body: '<Timescale id={"example"} />' },
	{ name: 'attributes spread', body: 'In <Timescale {...props} />.' },
	{ name: 'an attribute as a template', body: 'In <Timescale id={`example`} />.' },
	{ name: 'an element as an attribute', body: '<Notice kind=<b/>>\n\nText.\n\n</Notice>' },
	{ name: 'a member', body: '<props.components.Notice />' },
	{ name: 'a member of a component', body: '<Notice.Inner />' },
	{ name: 'a namespace', body: '<svg:script />' },
	{ name: 'a fragment', body: '<>Text</>' },
	{ name: 'an object property as a component', body: '<constructor />' },
	{ name: 'an Astro fragment', body: '<Fragment set:html="<script>alert(1)</script>" />' },
];

/** 3. Attributes that do something elsewhere, on a component we have and on elements we do not. */
const attributes: Attack[] = [
	...[
		...[
			'set:html',
			'set:text',
			'is:raw',
			'define:vars',
			'client:load',
			'server:defer',
			'slot',
			'class:list',
			'transition:name',
			'data-pagefind-ignore',
		],
		...[
			'data-pagefind-meta',
			'data-astro-reload',
			'id',
			'name',
			'style',
			'class',
			'onclick',
			'onmouseover',
			'dangerouslySetInnerHTML',
			'__proto__',
			'constructor',
		],
	].map((attribute) => ({
		name: `${attribute} on a component`,
		body: `<Notice kind="safety" ${attribute}="x">\n\nText.\n\n</Notice>`,
	})),
	{ name: 'an attribute without a value', body: '<Notice kind="safety" client:load>\n\nText.\n\n</Notice>' },
	{ name: 'an attribute twice', body: '<Notice kind="safety" kind="warning">\n\nText.\n\n</Notice>' },
	...[
		'script',
		'style',
		'iframe',
		'object',
		'embed',
		'base',
		'meta',
		'link',
		'form',
		'input',
		'svg',
		'math',
		'template',
		'div',
		'b',
		'a',
	].map((element) => ({
		name: `<${element}>`,
		body: `<${element} href="javascript:alert(1)" src="x" srcdoc="<script>alert(1)</script>" />`,
	})),
	{ name: 'a script with text', body: '<script>alert(1)</script>' },
	{ name: 'a comment of HTML', body: '<!-- hidden -->' },
	{ name: 'a declaration', body: '<!DOCTYPE html>' },
	{ name: 'a processing instruction', body: '<?php echo 1 ?>' },
	{
		name: 'an attribute with a hidden direction',
		body: '<Notice kind="safety" title="a&#x202E;b">\n\nText.\n\n</Notice>',
	},
	{ name: 'an attribute over two lines', body: '<Notice kind="safety" title="a\nb">\n\nText.\n\n</Notice>' },
	{ name: 'a placeholder in an attribute of guidance', body: 'Text ((victim name)) more.', type: 'guidance' },
];

/** 4. Images, which Astro would run or bundle. */
const images: Attack[] = [
	...[
		'./gadget.js',
		'./secret.json?raw',
		'./a.css?url',
		'./a.svg?inline',
		'../../.env',
		'node:fs',
		'/etc/passwd',
		'file:///etc/passwd',
		'//evil.example/x.png',
		'./a.avif',
		'./a.svg',
		'data:image/svg+xml,<svg/>',
	].map((target) => ({ name: `an image ${target}`, body: `![x](<${target}>)` })),
	{ name: 'an image by reference', body: '![x][a]\n\n[a]: ./gadget.js' },
	{ name: 'an image by short reference', body: '![a]\n\n[a]: ./gadget.js' },
	{ name: 'an image in a link', body: '[![x](./gadget.js)](https://www.example.org)' },
	{ name: 'an image whose id is a path', body: '<Image id="../../.env" />' },
	{ name: 'an image with an address of its own', body: '<Image id="room" src="./gadget.js" />' },
];

/** 5. Addresses. */
const addresses: Attack[] = [
	...[
		'javascript:alert(1)',
		'JaVaScRiPt:alert(1)',
		'java&#x09;script:alert(1)',
		'java&Tab;script:alert(1)',
		'javascript&colon;alert(1)',
		'java&NewLine;script:alert(1)',
		'&#1;javascript:alert(1)',
		'&nbsp;javascript:alert(1)',
		'&#32;javascript:alert(1)',
		'data:text/html,<b>',
		'vbscript:msgbox(1)',
		'blob:https://www.example.org/x',
		'file:///etc/passwd',
		'//evil.example',
		'/\\\\evil.example',
		'\\\\\\\\evil.example',
		'https:evil.example',
		'https:/evil.example',
		'https:///evil.example',
		'http://www.example.org',
		'ftp://www.example.org',
		'https://user:word@www.example.org',
		'https://www.example.org&#64;evil.example',
		'https://xn--80ak6aa92e.example',
		'https://аpple.example',
		'https://127.0.0.1/',
		'https://2130706433/',
		'https://[::1]/',
		'https://localhost/',
		'https://www.example.org:8443/',
		'https://www.exa&#x200B;mple.org/',
		'mailto:a@example.org?bcc=b@example.org',
		'mailto:a@example.org%0Abcc:b@example.org',
		'tel:alert(1)',
		'sms:123',
		'./gadget.js',
		'../x',
		'gadget.js',
		'/a/../../b',
		'/a/%2e%2e/b',
		'#"><script>',
		'',
		`https://www.example.org/${'a'.repeat(10_000 - 60)}`,
	].map((address) => ({
		name: `a link to ${address.slice(0, 40) || 'nothing'}`,
		body: `[words](<${address}>)`,
	})),
	{ name: 'an address between angle brackets', body: '<https://www.example.org>' },
	{ name: 'an email address between angle brackets', body: '<a@example.org>' },
	{ name: 'a bare address', body: 'See www.example.org for more.' },
	{ name: 'a bare script', body: 'See https://www.example.org/<script> for more.' },
	{ name: 'a link by definition', body: '[words][a]\n\n[a]: javascript:alert(1)' },
	{ name: 'a link with a title', body: '[words](https://www.example.org "onclick=alert(1)")' },
	{ name: 'a link without words', body: '[](https://www.example.org)' },
	{
		name: 'a link in a link through a component',
		body: '<Link to="GD-001">[words](https://www.example.org)</Link>',
	},
];

/** 6. What kills parsers and readers. */
const killers: Attack[] = [
	{ name: '1,000 quotes in each other', body: `${'>'.repeat(1000)} a` },
	{
		name: 'a list 400 deep, by indentation',
		body: Array.from({ length: 130 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
	},
	{ name: 'a list 400 deep, in one line', body: `${'- '.repeat(400)}a` },
	{ name: '1,000 elements in each other', body: repeated('<b>', 1000) },
	{ name: '1,000 components in each other', body: '<Say>\n\n'.repeat(1000).trim() },
	{
		name: '200 closed components in each other',
		body: `${'<When area="wessex">\n\n'.repeat(200)}a\n\n${'</When>\n\n'.repeat(200).trim()}`,
	},
	{ name: '20,000 square brackets', body: repeated('[', 20_000) },
	{ name: '20,000 asterisks', body: repeated('*a ', 20_000) },
	{ name: '20,000 emphases that cross', body: repeated('a**b c* ', 7000) },
	{ name: '5,000 definitions', body: '[a]: b\n'.repeat(5000).trim() },
	{ name: '5,000 footnotes', body: '[^a]: b\n\n'.repeat(4000).trim() },
	{
		name: 'a huge table',
		body: `|${' a |'.repeat(100)}\n|${'---|'.repeat(100)}\n${`|${' a |'.repeat(100)}\n`.repeat(300)}`.trim(),
	},
	{ name: 'a line of 10 MB', file: `---\n${frontMatter}---\n\n${'a'.repeat(10_000_000)}\n` },
	{ name: 'a line of 20,000 letters', body: 'a'.repeat(20_000) },
	{ name: '20,000 lines', body: 'a\n'.repeat(20_000).trim() },
	{ name: '2,000 expressions that close too often', body: `{${repeated('}', 2000)}` },
	{ name: 'an export that never ends', body: `export const a = [\n\n${'a,\n\n'.repeat(2000)}`.trim() },
	{ name: 'emphasis 60 deep', body: `${'*a **b '.repeat(30)}c${'** b* '.repeat(30)}`.trim() },
	{ name: '10,000 backticks', body: repeated('`a``b', 4000) },
	{ name: '5,000 tildes', body: repeated('~a', 5000) },
	{ name: 'a NUL', body: 'a\u0000b' },
	{ name: 'a NUL by reference', body: 'a&#0;b' },
	{ name: 'a lone surrogate, in bytes', file: bytes(`---\n${frontMatter}---\n\n`, 0xed, 0xa0, 0x80, 0x0a) },
	{ name: 'a lone surrogate by reference', body: 'a&#xD800;b' },
	{ name: 'bytes that are no UTF-8', file: bytes(`---\n${frontMatter}---\n\n`, 0xff, 0xfe, 0x0a) },
	{ name: 'a letter in two bytes too many', file: bytes(`---\n${frontMatter}---\n\n`, 0xc0, 0xaf, 0x0a) },
	{ name: 'a text turned round', body: 'Do \u202Eton\u202C do it.' },
	{ name: 'a text turned round by reference', body: 'Do &#x202E;ton do it.' },
	{ name: 'a letter nobody sees', body: 'a\u200Bb' },
	{ name: 'a letter nobody sees by reference', body: 'a&ZeroWidthSpace;b' },
	{ name: 'a hidden message in tag characters', body: 'a\u{E0041}\u{E0042}b' },
	{ name: 'a line separator', body: 'a\u2028b' },
	{ name: 'a soft hyphen', body: 'vic\u00ADtim' },
	{ name: 'a separate accent', body: 'cafe\u0301' },
	{ name: 'a Windows line ending', body: 'a\r\nb' },
	{ name: 'a tab', body: 'a\tb' },
];

/** 7. Marks we do not have, and marks where they may not stand. */
const marks: Attack[] = [
	{ name: 'a block of code', body: '```js title="><script>"\nalert(1)\n```' },
	{ name: 'a block of code by tildes', body: '~~~\nalert(1)\n~~~' },
	{ name: 'a footnote', body: 'Text[^1].\n\n[^1]: More.' },
	{ name: 'a box for ticking', body: '- [ ] a\n- [x] b' },
	{ name: 'crossed-out words', body: 'It is ~~not~~ so.' },
	{ name: 'a heading of the first level', body: '# Title', type: 'guidance' },
	{ name: 'a heading of the fifth level', body: '## A\n\n### B\n\n#### C\n\n##### D', type: 'guidance' },
	{ name: 'a level left out', body: '## A\n\n#### B', type: 'guidance' },
	{ name: 'the same heading twice', body: '## A\n\n## A', type: 'guidance' },
	{ name: 'a heading underlined', body: 'Title\n=====', type: 'guidance' },
	{ name: 'an empty heading', body: '##', type: 'guidance' },
	{ name: 'a heading in a list', body: '- ## A', type: 'guidance' },
	{ name: 'a heading in a passage', body: '## A' },
	{ name: 'a line across the page by hyphens', body: 'a\n\n- - -', type: 'guidance' },
	{ name: 'an unknown component', body: '<Callout>\n\nText.\n\n</Callout>' },
	{ name: 'a component with a slip of the hand', body: 'In <TimeScale id="a" />.' },
	{ name: 'a component that does not end', body: '<Say>\n\nText.' },
	{ name: 'components that cross', body: '<Say>\n\n<Example title="a">\n\nText.\n\n</Say>\n\n</Example>' },
	{ name: 'an end without a beginning', body: 'Text.\n\n</Say>' },
	{
		name: 'a clause outside a standard',
		body: '<Clause number="1" strength="must">\n\nYou must.\n\n</Clause>',
		type: 'guidance',
	},
	{
		name: 'clauses with the same number',
		body: '<Clause number="1" strength="must">\n\nYou must.\n\n</Clause>\n\n<Clause number="1" strength="must">\n\nYou must.\n\n</Clause>',
		type: 'standard',
	},
	{
		name: 'a place to write outside letters',
		body: '<Write about="a">\n\nText.\n\n</Write>',
		type: 'victim-page',
	},
	{ name: 'a placeholder that does not end', body: 'Dear ((victim name,', type: 'letter' },
	{ name: 'a placeholder that does not begin', body: 'Dear victim name)),', type: 'letter' },
	{ name: 'a placeholder cut by emphasis', body: 'Dear ((victim **name**)),', type: 'letter' },
	{ name: 'a placeholder in a placeholder', body: 'Dear ((victim ((name)))),', type: 'letter' },
	{ name: 'a placeholder with markup', body: 'Dear ((__proto__.x)),', type: 'letter' },
	{ name: 'a placeholder as code', body: 'Dear `((victim name))`,', type: 'letter' },
	{ name: 'a bare angle bracket', body: 'fewer than <5 days' },
];

export const attacks: Attack[] = [
	...boundary,
	...code,
	...attributes,
	...images,
	...addresses,
	...killers,
	...marks,
];
