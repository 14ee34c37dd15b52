/** Files that cannot be read, translations that are none, and words that look like marks: nothing is lost. */
import { describe, expect, test } from 'vitest';
import { editorFormats, readFile, writeFile } from '../../src/cms/index.ts';
import { splitFrontMatter } from '../../src/model/front-matter.ts';

describe('a file that cannot be read', () => {
	const broken: [string, string, string, RegExp][] = [
		['no front matter', 'letters', 'Just words.\n', /Line 1: Unexpected first line/],
		['front matter that never closes', 'standards', '---\ntitle: A\n', /closing line ---/],
		[
			'another mark in place of the closing one',
			'guidance',
			'---\ntitle: A\n---foo\n\nText.\n',
			/Line 3: .*expected exactly ---/,
		],
		['a script in place of keys', 'victim-pages', '---js\nalert(1)\n---\n\nText.\n', /Line 1: /],
		['a colon in a value', 'letters', '---\ntitle: A: B\n---\n\nText.\n', /Line 2: Unexpected colon/],
		[
			'the same key twice',
			'passages',
			'---\nname: A\nname: B\n---\n\nText.\n',
			/Line 3: Unexpected repeated key/,
		],
		['an alias', 'topics', 'name: &a\n  en: A\ndescription: *a\n', /anchor/],
		['Windows line endings', 'guidance', '---\r\ntitle: A\r\n---\r\n\r\nText.\r\n', /Line 1: /],
		['a signature at its beginning', 'letters', '\uFEFF---\ntitle: A\n---\n\nText.\n', /Line 1: /],
		['a file that is no group of keys', 'people', '- a\n', /expected keys such as/],
	];
	test.each(broken)('%s: kept whole, with the reason, and saved as it was', (_, collection, text, reason) => {
		const data = JSON.parse(JSON.stringify(readFile(collection, 'en', text)));
		expect(data._broken).toMatch(reason);
		expect(writeFile(collection, 'en', data)).toBe(text);
		const format = editorFormats.find(({ name }) => name.endsWith(`-${collection}`));
		expect(format?.toFile(JSON.parse(JSON.stringify(format.fromFile(text))))).toBe(text);
	});

	test('the whole text stands in place of the body, to be repaired', () => {
		const text = '---\ntitle: A: B\n---\n\nText.\n';
		const data = readFile('letters', 'en', text);
		expect(data.blocks).toEqual([{ kind: 'protected', source: text, reason: data._broken }]);
		const repaired = text.replace('A: B', '"A: B"');
		expect(writeFile('letters', 'en', { ...data, blocks: [{ kind: 'text', text: repaired }] })).toBe(
			repaired,
		);
		expect(readFile('guidance', 'en', text).body).toBe(text);
		expect(writeFile('guidance', 'en', { ...readFile('guidance', 'en', text), body: repaired })).toBe(
			repaired,
		);
	});

	test('what was typed into the form meanwhile is refused with words, not dropped', () => {
		const data = readFile('letters', 'en', '---\ntitle: A: B\n---\n\nText.\n');
		expect(() => writeFile('letters', 'en', { ...data, title: 'A' })).toThrow(
			/^This file cannot be read.*Line 2: Unexpected colon/,
		);
		expect(() => writeFile('letters', 'en', { ...data, title: '', topics: [] })).not.toThrow();
	});
});

describe('a translation', () => {
	test.each([
		{},
		{ title: '', summary: '', translation: { state: null, note: '' }, placeholders: [] },
		{ translation: { state: 'in review' } },
		{ translation: { state: 'in review' }, blocks: [] },
		// What Decap copies of shared keys into a page that has no Welsh.
		{ code: 'LT-500', owner: 'letters-lead', placeholders: [{ required: false }] },
	])('that holds nothing of its own is no file: %j', (data) => {
		expect(writeFile('letters', 'cy', data)).toBe('');
	});

	test('that nobody has begun is an empty text, and is begun by writing', () => {
		const data = readFile('guidance', 'cy', '');
		expect(data).toEqual({ _source: '', _language: 'cy', body: '' });
		expect(writeFile('guidance', 'cy', data)).toBe('');
		expect(writeFile('guidance', 'cy', { ...data, title: 'Ateb hwyr' })).toBe('---\ntitle: Ateb hwyr\n---\n');
		expect(writeFile('guidance', 'cy', { ...data, body: 'Geiriau.' })).toBe('---\n---\n\nGeiriau.\n');
		expect(writeFile('letters', 'cy', readFile('letters', 'cy', ''))).toBe('');
		expect(writeFile('terms', 'en', readFile('terms', 'en', ''))).toBe('');
	});

	test('with a title is one, and holds the keys of a translation alone', () => {
		const placeholders = [{ name: 'victim name', label: 'Beth yw eu henw?', required: false, type: null }];
		const data = {
			code: 'LT-500',
			title: 'Ateb hwyr',
			translation: { state: 'in review', note: '' },
			placeholders,
		};
		expect(writeFile('letters', 'cy', data)).toBe(
			'---\ntitle: Ateb hwyr\ntranslation:\n  state: in review\nplaceholders:\n  - name: victim name\n    label: Beth yw eu henw?\n---\n',
		);
	});

	test('with a body alone is one', () => {
		expect(writeFile('guidance', 'cy', { body: 'Geiriau.' })).toBe('---\n---\n\nGeiriau.\n');
	});

	test('the state of one never reaches the English file', () => {
		const data = { name: 'A', audience: 'staff', translation: { state: 'reviewed' }, _language: 'en' };
		expect(writeFile('passages', 'en', data)).toBe('---\nname: A\naudience: staff\n---\n');
	});

	test('Decap’s formats tell English from a translation without being told', () => {
		const format = editorFormats.find(({ name }) => name === 'mdx-blocks-letters');
		const english = { title: 'Late', _language: 'en', changeNote: { kind: 'major' } };
		expect(format?.toFile(english)).toContain(
			'title: Late\ntopics: []\nstages: []\nchangeNote:\n  kind: major\n',
		);
		expect(format?.toFile({ title: 'Late', code: 'LT-500' })).toContain('code: LT-500');
		expect(format?.toFile({ title: 'Hwyr', translation: { state: 'in review' } })).toContain(
			'state: in review',
		);
		expect(format?.toFile({ translation: { state: 'in review' } })).toBe('');
		const opened = format?.fromFile('---\ntitle: Hwyr\ntranslation:\n  state: in review\n---\n\nGeiriau.\n');
		expect(opened?._language).not.toBe('en');
		expect(format?.fromFile('---\ntitle: Late\ncode: LT-500\n---\n\nWords.\n')._language).toBe('en');
	});

	test.each(editorFormats.filter(({ name }) => /letters|guidance|victim-pages|standards/.test(name)))(
		'that was saved before its state was chosen is still one: $name',
		({ fromFile, toFile }) => {
			const text = toFile({ title: 'Hwyr', summary: 'Ateb hwyr.' });
			expect(text).toBe('---\ntitle: Hwyr\nsummary: Ateb hwyr.\n---\n');
			expect(toFile({ ...fromFile(text), translation: { state: 'in review' } })).toContain(
				'translation:\n  state: in review\n',
			);
			// English has what its form fills in by itself.
			const english = toFile({ title: 'Late', changeNote: { kind: 'major' }, _language: 'en' });
			expect(fromFile(english)._language).toBe('en');
		},
	);
});

describe('words that look like marks of YAML', () => {
	test.each([
		'!important',
		'First.\n\nNote: !important',
		'- !first\n- second',
		'--- a line of hyphens',
		'First.\n---\nThird.',
		'+++',
		'%TAG',
		'...',
		`First.\n${' '.repeat(70)}far to the right`,
		'# no comment',
		'key: value',
		'"quoted"',
		'yes',
		'null',
		'2026-11-23',
		'a\\b',
		'((victim name)) {x} <y>',
	])('%j is written so that it is read again', (what) => {
		const source = '---\ncode: GD-500 # kept\nchangeNote:\n  kind: major\n  what: Old.\n---\n\nText.\n';
		const changed = { ...readFile('guidance', 'en', source), changeNote: { kind: 'major', what } };
		for (const data of [changed, { ...changed, _source: undefined }]) {
			const text = writeFile('guidance', 'en', data);
			expect(splitFrontMatter(text, '').issues).toEqual([]);
			expect(readFile('guidance', 'en', text)).toMatchObject({ changeNote: { kind: 'major', what } });
		}
		expect(writeFile('guidance', 'en', changed)).toContain('code: GD-500 # kept\n');
	});
});

test('a body without the empty line above it gets one', () => {
	const data = { ...readFile('guidance', 'en', '---\ncode: GD-500\n---\n\nText.\n'), body: 'Other text.' };
	expect(writeFile('guidance', 'en', data)).toBe('---\ncode: GD-500\n---\n\nOther text.\n');
});

test('a collection that is none is told', () => {
	expect(() => readFile('editions', 'en', '')).toThrow(/expected a folder of content/);
});
