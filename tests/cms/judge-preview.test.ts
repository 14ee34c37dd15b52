/** The preview shows what the sites will show: the same text of every document, and no more than its words. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { previewOf, type SiteShown } from '../../cms/app/preview/preview.ts';
import { readDraft } from '../../src/cms/read-draft.ts';
import { parseBody } from '../../src/markup/index.ts';
import { buildCatalogue } from '../../src/model/catalogue.ts';
import { isDocumentType } from '../../src/model/collection.ts';
import { assembleSite } from '../../src/release/index.ts';
import { textFrom } from '../../src/release/rendered-body.ts';
import { memoryStore } from '../release/memory-store.ts';
import { AT, changed, entries, published, textOf } from './published.ts';

const bodies = new Map(
	entries.flatMap(({ body, file, type, language }) =>
		body ? [[file, parseBody(body, { file, type, language })] as const] : [],
	),
);
const content = {
	root: '',
	catalogue: buildCatalogue(
		entries,
		[...bodies.values()].flatMap(({ references }) => references),
	),
	bodies,
	bodyDigests: new Map<string, string>(),
	issues: [],
	parsed: 0,
	standIns: new Map(),
};

const draftOf = (file: string, text = textOf(file)) => {
	const others = entries.filter(
		(each) => each.file !== file && each.file.replace(/\.\w+\.mdx$/, '') === file.replace(/\.\w+\.mdx$/, ''),
	);
	return readDraft(
		[{ file, text }, ...others.map((each) => ({ file: each.file, text: textOf(each.file) }))],
		published,
	);
};
const preview = (file: string, site: SiteShown, answers: Record<string, string> = {}, text?: string) =>
	previewOf(draftOf(file, text), { file, site, answers }, AT);

describe.each([
	['handbook', 'staff'],
	['public', 'public'],
] as const)('on the site %s', (site, audience) => {
	const { input, texts } = assembleSite(content, audience, AT, memoryStore());
	const { documents } = input;

	test('every document of the content reads as the release renders it', () => {
		expect(documents.length).toBeGreaterThan(20);
		for (const { type, id, language, text, title, summary } of documents) {
			const entry = entries.find(
				(each) => each.type === type && each.id === id && each.language === language,
			);
			const shown = preview(entry?.file ?? '', site);
			expect(shown?.html, entry?.file).toContain(`>${textFrom(texts(text)).html}</div>`);
			expect(shown?.html).toContain(title.replaceAll("'", '&#39;'));
			if (site === 'handbook') expect(shown?.html).toContain(summary.replaceAll("'", '&#39;').slice(0, 30));
		}
	});
});

test('everything else that can be written has a preview too', () => {
	const others = entries.filter(({ type }) => !isDocumentType(type));
	expect(others.length).toBeGreaterThan(50);
	for (const { file } of others) {
		const shown = previewOf(draftOf(file), { file, answers: {} }, AT);
		expect(shown?.html, file).toMatch(/<main id="main"><article class="document">[\s\S]*\p{L}/u);
	}
});

test('a timescale is shown in a sentence, as a card and with the pages that use it', () => {
	const shown = preview(
		'timescales/no-charge-standard.yaml',
		'handbook',
		{},
		changed('timescales/no-charge-standard.yaml', /^length: .*$/m, 'length: 33').text,
	);
	expect(shown?.html).toMatch(/We will tell you within <span[^>]*><a[^>]*>33 working days<\/a>/);
	expect(shown?.html).toContain('<strong>33 working days</strong>');
	expect(shown?.uses.length).toBeGreaterThan(2);
	expect(shown?.uses[0]).toMatchObject({
		code: expect.stringMatching(/^(?:GD|LT|VCS|VP)-/),
		title: expect.any(String),
	});
});

test('a draft whose form is half empty is shown as far as it goes', () => {
	const file = 'guidance/late-letters.en.mdx';
	const text = textOf(file)
		.replace(/^title: .*$/m, 'title: Half a page')
		.replace(/^(?:summary|owner): .*\n/gm, '')
		.replace(/^review:\n(?: .*\n)+/m, '');
	const shown = preview(file, 'handbook', {}, text);
	expect(shown?.html).toContain('<h1>Half a page</h1>');
	expect(shown?.html).toContain('<div class="body"><p>');
});

describe('a letter', () => {
	const file = 'letters/decision-not-to-charge.en.mdx';
	const all = preview(file, 'handbook');

	test('asks for its channel and for each case it depends on', () => {
		expect(all?.choices[0]).toMatchObject({
			name: 'channel',
			options: expect.arrayContaining([{ value: 'letter', label: 'Letter' }]),
		});
		expect(all?.choices.length).toBeGreaterThan(2);
		expect(all?.html).toContain('class="only-label"');
		expect(all?.html).toContain('class="when-label"');
		expect(all?.html).toContain('Sam Example');
	});

	test('is shown for one channel alone', () => {
		const letter = preview(file, 'handbook', { channel: 'letter' });
		expect(letter?.html).not.toContain('data-only-channel');
		expect(letter?.html.length).toBeLessThan(all?.html.length ?? 0);
	});

	test.each(all?.choices.slice(1) ?? [])('turns on $name', ({ name, options }) => {
		const texts = options.map(({ value }) => preview(file, 'handbook', { [name]: value })?.html);
		expect(texts[0]).toBe(all?.html);
		expect(new Set(texts).size).toBe(options.length);
	});

	test('is shown in each of its languages', () => {
		const welsh = preview('letters/decision-not-to-charge.cy.mdx', 'handbook');
		expect(welsh).toMatchObject({ language: 'cy', direction: 'ltr' });
		expect(welsh?.languages).toEqual(
			expect.arrayContaining([
				{ language: 'en', file },
				{ language: 'cy', file: 'letters/decision-not-to-charge.cy.mdx' },
			]),
		);
	});
});

test('the cases of guidance can be turned too, each kind by its own question', () => {
	const file = 'guidance/late-letters.en.mdx';
	const [keys = ''] = textOf(file).split(/(?<=\n---\n)/, 2);
	const conditions = {
		'pilot="universal-service"': 'In the pilot “',
		'area="north-west"': 'In North West?',
		'role="prosecutor"': 'Is the reader a Prosecutor?',
		'offence="homicide"': 'Is the crime “Homicide and road death”?',
		'victim="children"': 'Is the victim one of “Children and young people”?',
	};
	for (const [condition, question] of Object.entries(conditions)) {
		const text = `${keys}\nAlways.\n\n<When ${condition}>\n\nSometimes.\n\n</When>\n`;
		const all = preview(file, 'handbook', {}, text);
		const [choice] = all?.choices ?? [];
		expect(choice?.label).toContain(question);
		expect(preview(file, 'handbook', { [choice?.name ?? '']: 'yes' }, text)?.html).toContain(
			'<p>Always.</p><p>Sometimes.</p>',
		);
		expect(preview(file, 'handbook', { [choice?.name ?? '']: 'no' }, text)?.html).not.toContain('Sometimes.');
	}
});

test('a standard shows its clauses with how strong they are', () => {
	const shown = preview('standards/accessible-communication.en.mdx', 'handbook');
	expect(shown?.html).toContain('id="VCS-07.1"');
	expect(shown?.html).toContain('<strong class="strength strength-must">Must</strong>');
});

test('a victim page has its neutral tab, its way out and the demonstration note', () => {
	const shown = preview('victim-pages/help-at-home.en.mdx', 'public');
	expect(shown?.tab).toBe('Help at home');
	expect(shown?.html).toContain('govuk-exit-this-page__button');
	expect(shown?.html).toContain('This is a demonstration');
	expect(shown?.html).toContain('class="emergency-line"');
});

test.each([
	'<img src=x onerror=alert(1)>',
	'"><script>alert(1)</script>',
	"' onmouseover='alert(1)",
	'<svg/onload=alert(1)>',
	'{alert(1)}',
	'javascript:alert(1)',
	'</title></style></textarea><script>alert(1)</script>',
	'&lt;script&gt;alert(1)&lt;/script&gt;',
])('%s in every text of a form becomes no element and no attribute', (attack) => {
	const quoted = JSON.stringify(attack);
	for (const file of [
		'victim-pages/help-at-home.en.mdx',
		'letters/decision-not-to-charge.en.mdx',
		'terms/bail.yaml',
		'organisations/childline.yaml',
	]) {
		const before = entries.find((each) => each.file === file);
		expect(before, file).toBeDefined();
		const text = textOf(file)
			.replace(
				/^( *(?:- )?(?:title|summary|tabTitle|name|about|label|example|plain|staff|en|cy|what|why): ).*$/gm,
				`$1${quoted}`,
			)
			.replace(/\n\n([A-Z][^\n<(]{20,})\n/g, `\n\n$1 ${attack}\n`);
		for (const site of ['handbook', 'public'] as const) {
			const html = previewOf(draftOf(file, text), { file, site, answers: {} }, AT)?.html ?? '';
			expect(html).not.toBe('');
			const found = elementsOf(parseFragment(html).childNodes);
			expect(found.length).toBeGreaterThan(5);
			expect(
				found.filter(
					({ name, attributes }) =>
						['script', 'img', 'svg', 'style', 'iframe', 'object'].includes(name) ||
						attributes.some(
							(each) =>
								/^(?:on|style$|srcdoc$)/.test(each.name) ||
								(/^(?:href|src|action)$/.test(each.name) && /^\s*(?:javascript|data):/i.test(each.value)),
						),
				),
			).toEqual([]);
		}
	}
});

interface Found {
	name: string;
	attributes: { name: string; value: string }[];
}

function elementsOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): Found[] {
	return nodes.flatMap((node) =>
		'tagName' in node ? [{ name: node.tagName, attributes: node.attrs }, ...elementsOf(node.childNodes)] : [],
	);
}
