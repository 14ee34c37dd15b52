/** Words that people type stay words, in the rich editor and in the file. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
	closeRich,
	keepLetters,
	makeSafe,
	mayBeRich,
	openRich,
	readable,
	SEALED,
	type Serialiser,
} from '../../src/cms/index.ts';
import { parseBody, wordsOf } from '../../src/markup/index.ts';
import { loadRichEditor } from './rich-editor.ts';

let serialiser: Serialiser;
beforeAll(async () => {
	serialiser = await loadRichEditor();
});
const read = (source: string) =>
	parseBody({ source, firstLine: 1 }, { file: 'x', type: 'letter', language: 'en' });

describe('signs that would be read as code', () => {
	test.each([
		['ages <5 and a < b', 'ages &lt;5 and a &lt; b'],
		['{x} and }', '&#123;x&#125; and &#125;'],
		['a \\{x\\} b \\<c', 'a &#123;x&#125; b &lt;c'],
		['<b>bold</b>', '&lt;b>bold&lt;/b>'],
		[
			'within <Timescale id="x" /> or <Term id="y">words</Term>',
			'within <Timescale id="x" /> or <Term id="y">words</Term>',
		],
		['a <Timescale id="x" that stays open', 'a &lt;Timescale id="x" that stays open'],
		['a <Term id="x">word without its end', 'a &lt;Term id="x">word without its end'],
		['`<b> {x}` in code', '`<b> {x}` in code'],
		['{/* a note */} and {no note}', '{/* a note */} and &#123;no note&#125;'],
		['import duties', '&#105;mport duties'],
		['text\n\n---\n\n+++ text', 'text\n\n***\n\n&#43;++ text'],
		['&lt;5 stays', '&lt;5 stays'],
	])('%j is written %j', (typed, written) => {
		expect(makeSafe(typed)).toBe(written);
		expect(makeSafe(written)).toBe(written);
		expect(read(written).issues.filter(({ rule }) => rule === 'unreadable' || rule === 'expression')).toEqual(
			[],
		);
	});

	test('they are shown as themselves, and written by reference again', () => {
		for (const text of ['ages &lt;5', '&#123;x&#125;', 'a &lt;b', '`&lt;5`', '&#123;/* no note */&#125;'])
			expect(makeSafe(readable(text))).toBe(text);
		expect(readable('ages &lt;5 and &#123;x&#125;')).toBe('ages <5 and {x}');
	});
});

describe('what is typed in the rich editor', () => {
	const typed = (text: string) => closeRich([{ type: 'paragraph', children: [{ text }] }], '', serialiser);

	test.each([
		'2 * 3 * 4',
		'**x**',
		'_x_',
		'2026. A year',
		'1) a',
		'- a',
		'# a',
		'> a',
		'ages <5',
		'{x}',
		'`a`',
		'[x](y)',
		'[a]',
		'~~x~~',
		'| a | b |',
		'---',
		'+++ a',
		'import x',
		'x\\',
		'***',
		'* a',
		'=',
		'<b>x</b>',
		'</Notice>',
		'<Notice kind="x">',
		'![x](y)',
		'[^1]',
		'[x]: y',
		'<!-- x -->',
		'*',
		'_',
		'-',
		'1.',
		'    far right',
	])('%j is a paragraph that says it', (text) => {
		const { nodes, issues } = read(typed(text));
		expect(nodes).toMatchObject([{ kind: 'paragraph', children: [{ kind: 'text' }] }]);
		expect(wordsOf(nodes).trim()).toBe(text.trim());
		expect(issues).toEqual([]);
		expect(mayBeRich(typed(text), serialiser)).toBe(true);
	});

	test('any words: the text can be read, and is read again as it was written', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1, maxLength: 24 }), (text) => {
				const written = typed(text);
				const { issues } = read(written);
				return issues.every(({ rule }) => !['unreadable', 'expression', 'code', 'html'].includes(rule));
			}),
			{ numRuns: 400 },
		);
	});

	test('placeholders and components that are typed are what they say', () => {
		const source = typed('Dear ((victim name)), within <Timescale id="first-reply" />.');
		expect(read(source).placeholders.map(({ name }) => name)).toEqual(['victim name']);
		expect(read(source).references.map(({ id }) => id)).toEqual(['first-reply']);
	});
});

describe('a long text with components', () => {
	const source =
		'First *words*.\n\n<Notice kind="safety">\n\nAsk `{x}`.\n\n</Notice>\n\n{/* note */}\n\n* one\n* two\n\n{broken\n\nLast.';

	test('components, notes and broken parts are sealed, the rest is open', () => {
		expect(openRich(source, serialiser).map(({ type }) => type)).toEqual([
			'paragraph',
			SEALED,
			SEALED,
			'bulleted-list',
			SEALED,
			'paragraph',
		]);
		expect(mayBeRich(source, serialiser)).toBe(true);
	});
	test('nothing changed: nothing is written', () => {
		expect(closeRich(openRich(source, serialiser), source, serialiser)).toBe(source);
	});
	test('one paragraph changed: the others keep their letters', () => {
		const nodes = openRich(source, serialiser);
		const last = nodes.at(-1)?.children?.[0];
		if (last) last.text = 'The end.';
		expect(closeRich(nodes, source, serialiser)).toBe(source.replace('Last.', 'The end.'));
	});
	test('a component changed, one taken out, one put in', () => {
		const nodes = openRich(source, serialiser);
		const changed = nodes.map((node, index) =>
			index === 1 ? { ...node, source: '<Say>\n\nA.\n\n</Say>' } : node,
		);
		expect(closeRich(changed, source, serialiser)).toBe(
			source.replace(/<Notice[\s\S]*<\/Notice>/, '<Say>\n\nA.\n\n</Say>'),
		);
		expect(closeRich(nodes.toSpliced(1, 1), source, serialiser)).toBe(
			source.replace(/<Notice[\s\S]*<\/Notice>\n\n/, ''),
		);
		const more = { type: SEALED, source: '<Steps>\n\n1. A.\n\n</Steps>', children: [{ text: '' }] };
		expect(closeRich(nodes.toSpliced(2, 0, more), source, serialiser)).toBe(
			source.replace('</Notice>\n\n', '</Notice>\n\n<Steps>\n\n1. A.\n\n</Steps>\n\n'),
		);
	});
});

test('letters are kept for what says the same, and for nothing else', () => {
	expect(keepLetters('* a\n* b\n\n__C__ d.', '- a\n- b\n\n**C** e.')).toBe('* a\n* b\n\n**C** e.');
	expect(keepLetters('A.\n\n\n\nB.\n', 'A.\n\nB.')).toBe('A.\n\n\n\nB.\n');
	expect(keepLetters('A.\n\nB.', 'B.\n\nA.')).toBe('B.\n\nA.');
	expect(keepLetters('', 'A.')).toBe('A.');
});
