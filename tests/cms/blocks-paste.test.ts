/** What is pasted from Word, Outlook and elsewhere: kept as Markdown our pages take, or left out and said. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pasteHtml, pasteText } from '../../src/cms/index.ts';
import { parseBody } from '../../src/markup/index.ts';

const issuesOf = (source: string) =>
	parseBody({ source, firstLine: 1 }, { file: 'x', type: 'guidance', language: 'en' }).issues.map(
		({ message }) => message,
	);
const word = (body: string) =>
	`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0} --></style></head><body lang=EN-GB><!--StartFragment-->${body}<!--EndFragment--></body></html>`;
const item = (level: number, mark: string, words: string) =>
	`<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;

const pastes: { name: string; html: string; markdown: string; leftOut?: RegExp[] }[] = [
	{
		name: 'Word: headings, from the first level below the title on, no level left out',
		html: word(
			'<h1>Our <b>page</b><o:p></o:p></h1><p class=MsoNormal>Text.</p><h3>Part</h3><h5>Deep</h5><h6>Deeper</h6>',
		),
		markdown: '## Our page\n\nText.\n\n### Part\n\n#### Deep\n\n#### Deeper',
	},
	{
		name: 'Word: the style Title',
		html: word('<p class=MsoTitle>Writing a letter</p><h1>First</h1>'),
		markdown: '## Writing a letter\n\n## First',
	},
	{
		name: 'Word: bold and italics cut into many pieces',
		html: word(
			"<p class=MsoNormal><b>You </b><b><span lang=EN-US>must </span></b>ask <i>each</i> person, <span style='font-weight:bold'>always</span>.</p>",
		),
		markdown: '**You must** ask _each_ person, **always**.',
	},
	{
		name: 'Word: a list of bullets in two levels',
		html: word(item(1, '·', 'One') + item(2, 'o', 'Inner') + item(1, '·', 'Two')),
		markdown: '- One\n  - Inner\n- Two',
	},
	{
		name: 'Word: a numbered list with letters inside',
		html: word(item(1, '1.', 'First') + item(2, 'a)', 'Inner') + item(1, '2.', 'Second')),
		markdown: '1. First\n   1. Inner\n2. Second',
	},
	{
		name: 'Word: bullets typed by hand',
		html: word('<p class=MsoListParagraph>· One</p><p class=MsoListParagraph>· Two</p>'),
		markdown: '- One\n- Two',
	},
	{
		name: 'Word: a table',
		html: word(
			'<table class=MsoTableGrid border=1><tr><td width=100><p class=MsoNormal><b>What<o:p></o:p></b></p></td><td><p><b>By | when</b></p></td></tr><tr><td><p>Tell</p><p>them</p></td><td><p>5 days</p></td></tr></table>',
		),
		markdown: '| What | By &#124; when |\n| --- | --- |\n| Tell them | 5 days |',
	},
	{
		name: 'Word: a table with merged cells and a list in a cell',
		html: word(
			'<table><tr><td colspan=2>Both</td></tr><tr><td><ul><li>a</li><li>b</li></ul></td><td>c</td></tr></table>',
		),
		markdown: '| Both |  |\n| --- | --- |\n| a; b | c |',
		leftOut: [/^Merged cells/],
	},
	{
		name: 'Word: signs that would be read as code',
		html: word('<p class=MsoNormal>Children &lt;5, {name}, &lt;b&gt; and a &lt; b.</p>'),
		markdown: 'Children &lt;5, &#123;name&#125;, &lt;b> and a &lt; b.',
	},
	{
		name: 'Word: signs that would be read as Markdown',
		html: word(
			'<p>2 * 3 * 4, *not*, a_b_c, _not_, [x], `y`, ~z~, C:\\!x, A&amp;amp;B</p><p>2026. A year</p><p># one</p><p>- two</p><p>&gt; three</p><p>import duties</p><p>---</p>',
		),
		markdown:
			'2 \\* 3 \\* 4, \\*not\\*, a_b_c, \\_not\\_, \\[x], \\`y\\`, &#126;z&#126;, C:&#92;!x, A&amp;amp;B\n\n2026&#46; A year\n\n&#35; one\n\n&#45; two\n\n&#62; three\n\n&#105;mport duties\n\n&#45;--',
	},
	{
		name: 'Word: links, and addresses typed as words',
		html: word(
			'<p><a href="http://www.example.org/a_(b)">the <i>page</i></a>, https://www.example.org/x_y, www.example.org and sam@example.org.</p>',
		),
		markdown:
			'[the _page_](https://www.example.org/a_%28b%29), [www.example.org/x_y](https://www.example.org/x_y), [www.example.org](https://www.example.org) and [sam@example.org](mailto:sam@example.org).',
	},
	{
		name: 'Word: what a page cannot have',
		html: word(
			"<p>Text<a href=\"#_ftn1\" name=\"_ftnref1\"><span>[1]</span></a> <del>old</del><ins>new</ins> <s>gone</s>.</p><p><img src='file:///c:/x.png'></p><div style='mso-element:footnote-list'><p>[1] The note</p></div><p style='display:none'>secret</p>",
		),
		markdown: 'Text new .',
		leftOut: [/^Footnotes/, /^Crossed-out/, /^An image/],
	},
	{
		name: 'Word: no-break spaces, soft hyphens, empty paragraphs',
		html: word('<p>5&nbsp;working&nbsp;&nbsp;days un&shy;broken</p><p>&nbsp;</p><p>Next</p>'),
		markdown: '5 working days unbroken\n\nNext',
	},
	{
		name: 'Outlook: lines as divisions, empty ones between',
		html: '<div class="elementToProof">Hi Sam,</div><div class="elementToProof"><br></div><div>First line<br>second line</div><div><br></div><div>Bye</div>',
		markdown: 'Hi Sam,\n\nFirst line\\\nsecond line\n\nBye',
	},
	{
		name: 'Outlook: paragraphs made of two breaks',
		html: '<div>One<br><br>Two<br></div>',
		markdown: 'One\n\nTwo',
	},
	{
		name: 'Outlook: lists with paragraphs in their items',
		html: '<ul data-editing-info="{}"><li><div class="elementToProof">a</div><ol><li>b</li><li><p>c</p><p>more</p></li></ol></li><li>d</li></ul>',
		markdown: '- a\n  1. b\n  2. c\n\n     more\n- d',
	},
	{
		name: 'Outlook: an address wrapped for safety is unwrapped',
		html: '<div>See <a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.example.org%2Fpage&amp;data=05%7C01" title="x">the page</a></div>',
		markdown: 'See [the page](https://www.example.org/page)',
	},
	{
		name: 'Outlook: a table that only places text on the page',
		html: '<table role="presentation"><tbody><tr><td><div>One</div><div>Two</div></td></tr></tbody></table>',
		markdown: 'One\n\nTwo',
	},
	{
		name: 'a link that leads nowhere we allow',
		html: '<p><a href="javascript:alert(1)">press</a> <a href="file:///x">open</a> <a href="#part">part</a></p>',
		markdown: 'press open part',
		leftOut: [/^The address of 2 links/],
	},
	{
		name: 'a page of the web with script, style, form and picture',
		html: '<style>p{}</style><script>alert(1)</script><article><h2>Head</h2><p onclick="x">Text <svg><text>no</text></svg></p><form><input value="x"><button>Send</button></form></article>',
		markdown: '## Head\n\nText',
		leftOut: [/^Buttons, pictures or videos/],
	},
	{
		name: 'Google Docs: bold that is not, and spans',
		html: '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">plain</span><span style="font-weight:700"> strong</span><span style="font-style:italic"> slanted</span></p></b>',
		markdown: 'plain **strong** _slanted_',
	},
	{
		name: 'placeholders and our own components typed in Word',
		html: word('<p>Dear ((victim name)), within &lt;Timescale id="first-reply" /&gt;.</p>'),
		markdown: 'Dear ((victim name)), within <Timescale id="first-reply" />.',
	},
	{ name: 'a quote', html: '<blockquote><p>One</p><p>Two</p></blockquote>', markdown: '> One\n\n> Two' },
	{ name: 'nothing', html: '<p>&nbsp;</p>', markdown: '' },
];

describe('pasted HTML', () => {
	test.each(pastes)('$name', ({ html, markdown, leftOut = [] }) => {
		const pasted = pasteHtml(html);
		expect(pasted.markdown).toBe(markdown);
		expect(pasted.leftOut).toEqual(leftOut.map((words) => expect.stringMatching(words)));
		expect(issuesOf(pasted.markdown).filter((message) => !message.includes('placeholder'))).toEqual([]);
	});

	test('where no heading may stand it is a paragraph in bold', () => {
		expect(pasteHtml('<h2>Head</h2><p>Text</p>', { headings: false }).markdown).toBe('**Head**\n\nText');
	});

	test('random pages: what comes out can always be read, and has nothing that a page must not have', () => {
		const names = [
			'p',
			'b',
			'i',
			'h1',
			'h3',
			'ul',
			'ol',
			'li',
			'table',
			'tr',
			'td',
			'a',
			'br',
			'div',
			'span',
			'blockquote',
			'pre',
			'code',
			'del',
			'img',
		];
		const words = fc.oneof(
			fc.string({ unit: 'grapheme', maxLength: 8 }),
			fc.constantFrom(
				'&lt;5',
				'{x}',
				'*',
				'_a_',
				'# ',
				'- ',
				'1. ',
				'[x](y)',
				'`',
				'~~',
				'import x',
				'---',
				'((a',
				'&amp;lt;',
				'<Notice>',
				'|',
				'\\',
				'www.a.b',
				'a@b.cd',
				'https://a.b/c',
				'!',
				'=',
				'+++',
			),
		);
		const { page } = fc.letrec<{ page: string; element: string }>((tie) => ({
			element: fc
				.tuple(
					fc.constantFrom(...names),
					tie('page'),
					fc.constantFrom('', ' href="https://a.example"', ' style="mso-list:l0 level2 lfo1"'),
				)
				.map(([name, inner, attributes]) => `<${name}${attributes}>${inner}</${name}>`),
			page: fc
				.array(fc.oneof({ maxDepth: 4 }, words, tie('element')), { maxLength: 6 })
				.map((parts) => parts.join('')),
		}));
		fc.assert(
			fc.property(page, (html) => {
				const { markdown } = pasteHtml(html);
				const issues = issuesOf(markdown);
				// A heading that stands twice is left out, which those below it are told too.
				const twice = issues.some((message) => message.includes('second heading'));
				const wrong = issues.filter(
					(message) => !allowed.test(message) && !(twice && message.startsWith('Unexpected heading')),
				);
				expect(wrong, markdown).toEqual([]);
			}),
			{ numRuns: 2000 },
		);
	});
	// What was typed as one of our marks is judged as such.
	const allowed = /placeholder|<Notice>|second heading|too|character|separate accent/i;
});

describe('pasted plain text', () => {
	test.each([
		['One\nline\n\nTwo', 'One\\\nline\n\nTwo'],
		['• one\n• two\n1. three', '- one\n- two\n\n1. three'],
		['{x} <5\r\n---', '&#123;x&#125; &lt;5\\\n&#45;--'],
		['Text\n- one\n- two\nText', 'Text\n\n- one\n- two\n\nText'],
	])('%j', (text, markdown) => {
		expect(pasteText(text).markdown).toBe(markdown);
		expect(issuesOf(markdown)).toEqual([]);
	});
});
