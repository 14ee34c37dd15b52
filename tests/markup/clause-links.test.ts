/** Links to clauses: a clause that is taken out of a standard is noticed wherever it is named. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bodyOfEntry, EXAMPLE_DAY, exampleHref, parseBody, renderBody } from '../../src/markup/index.ts';
import { asSent } from '../../src/markup/sent-body.ts';
import { buildCatalogue } from '../../src/model/catalogue.ts';
import type { Entry } from '../../src/model/entry.ts';
import { assembleSite, readContent } from '../../src/release/index.ts';
import { textFrom } from '../../src/release/rendered-body.ts';
import { memoryStore } from '../release/memory-store.ts';
import { AT, keysOf, type Maker, mdx, type Tree, writeTree } from '../release/miniature.ts';
import { Words } from '../release/words.ts';

const make: Maker = { secrets: new Words('qzvk'), open: new Words('plmj') };
const content = mkdtempSync(join(tmpdir(), 'clauses-'));
afterAll(() => rmSync(content, { recursive: true, force: true }));

const parsed = memoryStore();
const rendered = memoryStore();

const clauses = (...texts: string[]) =>
	texts
		.map((text, index) => `<Clause number="${index + 1}" strength="must">\n\nYou must ${text}.\n\n</Clause>`)
		.join('\n\n');
const keys = {
	standard: keysOf(make, 'standard', 'example', { keys: { code: 'VCS-01' } }),
	first: keysOf(make, 'guidance', 'first', { keys: { code: 'GD-001' } }),
	second: keysOf(make, 'guidance', 'second', { keys: { code: 'GD-002' } }),
	third: keysOf(make, 'guidance', 'third', { keys: { code: 'GD-003' } }),
	passage: keysOf(make, 'passage', 'ask', { keys: { audience: 'staff' } }),
};

/** A handbook of these files, assembled with what was kept of earlier ones. */
async function assemble(files: Tree) {
	writeTree(content, files);
	const parser = {
		parse: async (...body: Parameters<typeof parseBody>) => asSent(parseBody(...body)),
		close: async () => {},
	};
	const judged = await readContent(content, { at: AT, parser, store: parsed });
	return assembleSite(judged, 'staff', AT, rendered);
}

/** What is wrong with clauses in a handbook whose standard has this body, and how many bodies were rendered. */
async function judge(standard: string) {
	const made = await assemble({
		'standards/example.en.mdx': mdx(keys.standard, standard),
		'guidance/first.en.mdx': mdx(
			{ ...keys.first, related: ['VCS-01'] },
			'Ask, as <Link to="VCS-01" /> and <Link to="VCS-01" clause="2" /> say.',
		),
		'guidance/second.en.mdx': mdx(keys.second, 'Ask, as <Link to="VCS-01" /> says.'),
		'guidance/third.en.mdx': mdx(keys.third, '<Passage id="ask" />'),
		'passages/ask.en.mdx': mdx(keys.passage, 'Ask: <Link to="VCS-01" clause="2">it is a duty</Link>.'),
	});
	return {
		rendered: made.rendered,
		issues: made.issues
			.filter(({ rule }) => rule === 'missing-clause')
			.map(({ file, severity, message }) => `${file} ${severity}: ${message}`),
	};
}

describe('a clause that is taken out', () => {
	test('is an issue of every page and passage that names it, though none of them changed', async () => {
		expect(await judge(clauses('check', 'ask'))).toEqual({ rendered: 4, issues: [] });
		expect(await judge(clauses('check', 'ask'))).toEqual({ rendered: 0, issues: [] });
		// The standard, the page and the page with the passage; not the page that names no clause.
		expect(await judge(clauses('check'))).toEqual({
			rendered: 3,
			issues: [
				'guidance/first.en.mdx error: Unexpected clause 2 of VCS-01, expected one of: 1',
				'passages/ask.en.mdx error: Unexpected clause 2 of VCS-01, expected one of: 1',
			],
		});
		expect((await judge('No clauses.')).issues[0]).toBe(
			'guidance/first.en.mdx error: Unexpected clause 2 of VCS-01, expected a standard that has clauses',
		);
	});
	test('a standard that cannot be read is its own issue and no other', async () => {
		expect((await judge('<Clause number="1"')).issues).toEqual([]);
	});
});

describe('a document that is renamed', () => {
	test('stands at its new address on every page that names it, on the same day too', async () => {
		const links = async (id: string) => {
			const { input, texts } = await assemble({
				[`guidance/${id}.en.mdx`]: mdx(keys.second, 'Words.'),
				'guidance/first.en.mdx': mdx(keys.first, 'See <Link to="GD-002" />.'),
			});
			return input.documents.flatMap(({ leadsTo, text }) => [
				...leadsTo,
				...(/href="([^"]*)"/.exec(textFrom(texts(text)).html)?.slice(1) ?? []),
			]);
		};
		expect(await links('second')).toEqual(['/guidance/second/', '/guidance/second/']);
		expect(await links('other')).toEqual(['/guidance/other/', '/guidance/other/']);
	});
});

describe('a title in another language', () => {
	test('is new wherever a passage in that language shows it', async () => {
		const welsh = (type: 'guidance' | 'passage', id: string) => keysOf(make, type, id, { language: 'cy' });
		const [first, second, passage] = [
			welsh('guidance', 'first'),
			welsh('guidance', 'second'),
			welsh('passage', 'ask'),
		];
		const shown = async (title: string) => {
			const { input, texts } = await assemble({
				'guidance/first.en.mdx': mdx(keys.first, '<Passage id="ask" />'),
				'guidance/first.cy.mdx': mdx(first, '<Passage id="ask" />'),
				'guidance/second.en.mdx': mdx(keys.second, 'Words.'),
				'guidance/second.cy.mdx': mdx({ ...second, title }, 'Geiriau.'),
				'passages/ask.en.mdx': mdx(keys.passage, 'See <Link to="GD-002" />.'),
				'passages/ask.cy.mdx': mdx(passage, 'Gweler <Link to="GD-002" />.'),
			});
			const page = input.documents.find(({ code, language }) => code === 'GD-001' && language === 'cy');
			return textFrom(texts(page?.text ?? '')).html;
		};
		expect(await shown('Hen deitl')).toContain('Hen deitl');
		expect(await shown('Teitl newydd')).toContain('Teitl newydd');
	});
});

describe('the body of the standard', () => {
	const entry = {
		type: 'standard',
		id: 'a',
		language: 'en',
		file: 'standards/a.en.mdx',
		data: { code: 'VCS-01', title: 'A' },
		body: { source: clauses('check'), firstLine: 1 },
		locate: () => ({ line: 1, column: 1 }),
	} as unknown as Entry;
	const link = parseBody(
		{ source: '<Link to="VCS-01" clause="1" /> <Link to="VCS-01" clause="2" />', firstLine: 1 },
		{ file: 'guidance/b.en.mdx', type: 'guidance', language: 'en' },
	);
	const render = (bodyOf: (entry: Entry) => ReturnType<typeof parseBody>) =>
		renderBody(link, buildCatalogue([entry], []), {
			site: 'staff',
			language: 'en',
			type: 'guidance',
			id: 'b',
			on: EXAMPLE_DAY,
			href: exampleHref('staff'),
			bodyOf,
		}).issues.map(({ message }) => message);

	test('is parsed from its source for who has nothing else', () => {
		expect(render(bodyOfEntry)).toEqual(['Unexpected clause 2 of VCS-01, expected one of: 1']);
	});
	test('is the one that the caller gives', () => {
		const known = parseBody(
			{ source: clauses('check', 'ask'), firstLine: 1 },
			{ file: entry.file, type: 'standard', language: 'en' },
		);
		expect(render(() => known)).toEqual([]);
	});
});
