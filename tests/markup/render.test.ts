/** Rendering: what becomes of ordinary Markdown, what is reported, and what comes beside the HTML. */
import { describe, expect, test } from 'vitest';
import {
	type BodyType,
	bodyOfEntry,
	checkHtml,
	EXAMPLE_DAY,
	exampleFacts,
	exampleHref,
	parseBody,
	type RenderOptions,
	renderBody,
} from '../../src/markup/index.ts';
import type { Placeholder } from '../../src/model/letter-template.ts';

function render(source: string, type: BodyType = 'guidance', more: Partial<RenderOptions> = {}) {
	const { site = type === 'victim-page' ? 'public' : 'staff', language = 'en' } = more;
	const parsed = parseBody({ source, firstLine: 10 }, { file: 'a.mdx', type, language });
	expect(parsed.issues).toEqual([]);
	const rendered = renderBody(parsed, exampleFacts, {
		site,
		language,
		type,
		id: 'a',
		on: EXAMPLE_DAY,
		href: exampleHref(site),
		bodyOf: bodyOfEntry,
		...more,
	});
	expect(checkHtml(rendered.html)).toEqual([]);
	return rendered;
}

describe('Markdown becomes plain HTML', () => {
	test.each([
		[
			'paragraphs',
			'One **two** _three_ `four`.',
			'<p>One <strong>two</strong> <em>three</em> <code>four</code>.</p>',
		],
		['signs that mean something in HTML', 'a &lt; b & "c" > d', '<p>a &#x3C; b &#x26; "c" > d</p>'],
		['line breaks', 'One\\\ntwo', '<p>One<br>two</p>'],
		['a line across', 'One\n\n***', '<p>One</p><hr>'],
		[
			'headings',
			'## What next?\n\n### For you',
			'<h2 id="what-next">What next?</h2><h3 id="for-you">For you</h3>',
		],
		['a tight list', '- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
		['a loose list', '- one\n\n- two', '<ul><li><p>one</p></li><li><p>two</p></li></ul>'],
		['a list that begins at three', '3. three', '<ol start="3"><li>three</li></ol>'],
		['a list in a list', '- one\n  - two', '<ul><li>one<ul><li>two</li></ul></li></ul>'],
		['a quote', '> One', '<blockquote><p>One</p></blockquote>'],
		[
			'a link elsewhere',
			'[one](https://www.example.org)',
			'<p><a href="https://www.example.org" rel="noreferrer noopener">one</a></p>',
		],
		['a link within the site', '[one](/search/)', '<p><a href="/search/">one</a></p>'],
		['comments, which are nobody’s to read', '{/* one */}\n\ntwo {/* three */}', '<p>two </p>'],
		[
			'a table',
			'| a | b |\n| --- | --: |\n| c | 1 |',
			'<div class="table" role="group" tabindex="0" aria-label="Table"><table><thead><tr><th scope="col">a</th><th scope="col" class="align-right">b</th></tr></thead><tbody><tr><td>c</td><td class="align-right">1</td></tr></tbody></table></div>',
		],
		[
			'a table whose first column names the rows',
			'| | b |\n| --- | --- |\n| c | 1 |',
			'<div class="table" role="group" tabindex="0" aria-label="Table"><table><thead><tr><td></td><th scope="col">b</th></tr></thead><tbody><tr><th scope="row">c</th><td>1</td></tr></tbody></table></div>',
		],
	])('%s', (_, source, html) => {
		expect(render(source).html).toBe(html);
	});
});

describe('letters', () => {
	const placeholder = {
		name: 'victim name',
		type: 'name',
		label: 'Who?',
		example: 'Sam <Example>',
		required: true,
	} as Placeholder;
	test('a gap shows its example and its name', () => {
		expect(render('Dear ((Victim  name)),', 'letter', { placeholders: [placeholder] }).html).toBe(
			'<p>Dear <mark class="placeholder" data-name="victim name">Sam &#x3C;Example><span class="placeholder-name"> (victim name)</span></mark>,</p>',
		);
	});
	test('a gap that is not declared shows its name', () => {
		expect(render('Dear ((victim name)),', 'letter').html).toBe(
			'<p>Dear <mark class="placeholder" data-name="victim name">victim name</mark>,</p>',
		);
	});
	test('gaps and conditions are handed over with their places', () => {
		const { placeholders, conditions } = parseBody(
			{
				source:
					'\nDear ((victim name)),\n\n<When placeholder="interpreter needed" is="yes">\n\nAn ((interpreter)) comes.\n\n</When>\n\n<Only channel="letter email">\n\nText.\n\n</Only>\n',
				firstLine: 10,
			},
			{ file: 'a.mdx', type: 'letter', language: 'en' },
		);
		expect(placeholders).toEqual([
			{ name: 'victim name', place: { line: 11, column: 6 } },
			{ name: 'interpreter', place: { line: 15, column: 4 } },
		]);
		expect(conditions).toEqual([
			{ kind: 'placeholder', values: ['interpreter needed'], is: 'yes', place: { line: 13, column: 1 } },
			{ kind: 'channel', values: ['letter', 'email'], place: { line: 19, column: 1 } },
		]);
	});
});

describe('what is reported', () => {
	test.each<[string, string, BodyType, string[]]>([
		[
			'a fact that is missing',
			'In <Timescale id="nowhere" />.',
			'guidance',
			['10:4 Unexpected timescale “nowhere” in Timescale, expected one that exists'],
		],
		[
			'a document that is missing',
			'Read <Link to="GD-999" />.',
			'guidance',
			['10:6 Unexpected document “GD-999” in Link, expected one that exists'],
		],
		[
			'a staff document on a public page',
			'Read <Link to="GD-001" />.',
			'victim-page',
			['10:6 Unexpected guidance page “GD-001” for staff on a public page, expected material for the public'],
		],
		[
			'a staff term on a public page',
			'The <Term id="example-staff-term" />.',
			'victim-page',
			[
				'10:5 Unexpected term “example-staff-term” for staff on a public page, expected material for the public',
			],
		],
		[
			'a staff passage on a public page',
			'<Passage id="example-staff-passage" />',
			'victim-page',
			[
				'10:1 Unexpected passage “example-staff-passage” for staff on a public page, expected material for the public',
			],
		],
		[
			'an unverified time limit on a public page',
			'In <Timescale id="example-unverified" />.',
			'victim-page',
			[
				'10:4 Unexpected timescale “example-unverified”, which is not verified, expected a verified fact on a public page',
			],
		],
		[
			'an unverified service on a public page',
			'Call <Organisation id="example-unverified" />.',
			'victim-page',
			[
				'10:6 Unexpected organisation “example-unverified”, which is not verified, expected a verified fact on a public page',
			],
		],
		[
			'a time limit that has ended',
			'In <Timescale id="example-ended" />.',
			'guidance',
			['10:4 Unexpected timescale “example-ended”, which ended on 31 March 2026, expected one that applies'],
		],
		[
			'a passage that shows itself',
			'<Passage id="example-circle" />',
			'guidance',
			['8:1 Unexpected passage “example-circle”, which shows itself again, expected passages that end'],
		],
		[
			'a link to a heading that is not there',
			'## One\n\n[two](#two)',
			'guidance',
			['12:1 Unexpected link to #two, expected a heading of this page: one'],
		],
	])('%s', (_, source, type, messages) => {
		const { issues, html } = render(source, type);
		expect(issues.map(({ place, message }) => `${place.line}:${place.column} ${message}`)).toEqual(messages);
		expect(issues.every(({ fix, file }) => fix !== '' && file.endsWith('.en.mdx'))).toBe(true);
		// What may not be said is not there either.
		expect(html).not.toMatch(/01632 960000|3 weeks|disclosure|For staff|Example guidance/);
	});
});

describe('what comes beside the HTML', () => {
	const source =
		'\nBefore.\n\n## One\n\nA <Timescale id="example-request" />.\n\n- b\n- c\n\n### Two\n\n<Details summary="More">\n\nd\n\n</Details>\n\n| e | f |\n| --- | --- |\n| g | h |\n';
	test('headings, text and sections, for contents and search', () => {
		const { headings, text, sections } = render(source);
		expect(headings).toEqual([
			{ depth: 2, id: 'one', text: 'One' },
			{ depth: 3, id: 'two', text: 'Two' },
		]);
		expect(sections).toEqual([
			{ depth: 0, id: '', heading: '', text: 'Before.' },
			{ depth: 2, id: 'one', heading: 'One', text: 'A 10 working days.\nb\nc' },
			{ depth: 3, id: 'two', heading: 'Two', text: 'More\nd\ne f\ng h' },
		]);
		expect(text).toBe('Before.\nOne\nA 10 working days.\nb\nc\nTwo\nMore\nd\ne f\ng h');
	});
	test('the facts whose words are shown, each once, those of passages too', () => {
		const { shown } = render(
			'<Passage id="example-passage" />\n\nIn <Timescale id="example-request" />, <Timescale id="example-request" />. <Link to="GD-001">words</Link> <Link to="VP-001" /> <Term id="example-charge">it</Term>',
		);
		expect(shown.map(({ target, id }) => `${target} ${id}`)).toEqual([
			'passage example-passage',
			'timescale example-request',
			'document VP-001',
		]);
	});
	test('clauses with their anchors', () => {
		const { clauses } = render(
			'<Clause number="1" strength="must">\n\nYou **must** check.\n\n</Clause>',
			'standard',
			{ code: 'VCS-04' },
		);
		expect(clauses).toEqual([{ number: '1', strength: 'must', anchor: 'VCS-04.1', text: 'You must check.' }]);
	});
	test('references in reading order, at their places in the file', () => {
		const { references } = parseBody(
			{
				source: '\nA <Term id="charge">b</Term>,\n<Link to="GD-001" /> and <When area="wessex">c</When>.\n',
				firstLine: 30,
			},
			{ file: 'a.mdx', type: 'guidance', language: 'en' },
		);
		expect(references).toEqual([
			{ file: 'a.mdx', place: { line: 31, column: 3 }, target: 'term', id: 'charge', via: 'Term' },
			{ file: 'a.mdx', place: { line: 32, column: 1 }, target: 'document', id: 'GD-001', via: 'Link' },
			{ file: 'a.mdx', place: { line: 32, column: 26 }, target: 'area', id: 'wessex', via: 'When' },
		]);
	});
});

describe('other languages', () => {
	test('Welsh words of the interface, English ones marked as English', () => {
		const { html } = render(
			'<When role="manager">\n\nTestun.\n\n</When>\n\n<Organisation id="example-helpline" />',
			'guidance',
			{ language: 'cy' },
		);
		expect(html).toContain(
			'<p class="when-label">Dim ond ar gyfer y rôl hon: <span lang="en">Manager</span></p>',
		);
		expect(html).toContain('<p><span lang="en">Listens to people harmed by a made-up crime.</span></p>');
		expect(html).toContain('Gwiriwyd ddiwethaf ar 23 Tachwedd 2026');
	});
	test('numbers in Arabic pages run from left to right', () => {
		const { html } = render('<Organisation id="example-helpline" />', 'victim-page', { language: 'ar' });
		expect(html).toContain('<a href="tel:08081570000" dir="ltr">0808 157 0000</a>');
		expect(html).toContain('آخر تحقق في 23 نوفمبر 2026');
	});
	test('words of the caller come before ours', () => {
		expect(
			render('<Notice kind="safety">\n\nText.\n\n</Notice>', 'guidance', { words: { safety: 'Your safety' } })
				.html,
		).toContain('<strong>Your safety</strong>');
	});
	test('headings of every script have ids of their own', () => {
		const ids = (source: string) => render(source, 'victim-page').headings.map(({ id }) => id);
		expect(ids('## ماذا يحدث؟\n\n## Ŷd a dŵr\n\n## I’m “sorry”\n\n## ؟')).toEqual([
			'ماذا-يحدث',
			'ŷd-a-dŵr',
			'im-sorry',
			'section',
		]);
		expect(ids('## By phone\n\n### Say\n\n## By letter\n\n### Say')).toEqual([
			'by-phone',
			'say',
			'by-letter',
			'by-letter-say',
		]);
	});
});

describe('places', () => {
	const wordAt = (source: string) =>
		parseBody({ source, firstLine: 10 }, { file: 'a.mdx', type: 'guidance', language: 'en' }).issues.map(
			({ place }) => `${place.line}:${place.column}`,
		);
	test.each([
		['after a reference', 'a &lt;b&gt; ((gap))', '10:13'],
		['after an escaped sign', 'a \\* b ((gap))', '10:8'],
		['on the second line', 'a\nbc ((gap))', '11:4'],
		['on the second line of a list', '- a\n  bc ((gap))', '11:6'],
		['on the second line of a quote', '> a\n> bc ((gap))', '11:6'],
		['on the third line of a list in a quote', '> - a\n>   b\n>   cd &amp; ((gap))', '12:14'],
		['in a cell', '| a | b |\n| - | - |\n| c | d ((gap)) |', '12:9'],
		['in a component in a list', '1. a\n\n   <Say>\n\n   b ((gap))\n\n   </Say>', '14:6'],
		['beside a bare address', 'a ((gap)) www.example.org', '10:3,10:11'],
		['beside a bare email address', 'a x@example.org ((gap))', '10:3,10:17'],
	])('%s', (_, source, place) => {
		expect(wordAt(source).join()).toBe(place);
	});
});
