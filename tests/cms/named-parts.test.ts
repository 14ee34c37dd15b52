/** What a sentence names, as one part of the rich editor’s tree. */
import { describe, expect, test } from 'vitest';
import {
	closeNamed,
	closeRich,
	namingComponents,
	namingTag,
	openNamed,
	openRich,
	type RichNode,
} from '../../src/cms/index.ts';
import { loadRichEditor } from './rich-editor.ts';

const serialiser = await loadRichEditor();

const line = (...children: RichNode[]): RichNode[] => [{ type: 'paragraph', children }];
const limit = '<Timescale id="no-charge-enhanced" />';

describe('a tag in a sentence', () => {
	test('is one part, with a place for the cursor on either side', () => {
		expect(openNamed(line({ text: limit, bold: true }))).toEqual(
			line(
				{ text: '', bold: true },
				{ type: 'named', open: limit, marks: { bold: true }, children: [{ text: '' }] },
				{ text: '', bold: true },
			),
		);
	});

	test('goes around the words it stands for', () => {
		expect(openNamed(line({ text: 'the <Term id="suspect">suspect</Term>.' }))).toEqual(
			line(
				{ text: 'the ' },
				{ type: 'named', open: '<Term id="suspect">', close: '</Term>', children: [{ text: 'suspect' }] },
				{ text: '.' },
			),
		);
	});

	test.each([
		['code', line({ text: limit, code: true })],
		['the words of a link', [{ type: 'link', children: [{ text: limit }] }]],
		['half a tag', line({ text: 'the <Term id="suspect">suspect' })],
		['a component that stands on its own', line({ text: '<Passage id="ask-us" />' })],
		['nothing to name', line({ text: '<Term id="suspect"> </Term> <Timescale /> ((victim name)) <5' })],
	])('stays as it is in %s', (_, nodes) => expect(openNamed(nodes)).toEqual(nodes));

	test('comes back as it was, among marks and beside others', () => {
		const nodes = line(
			{ text: `In ${limit}${limit} or `, bold: true },
			{ text: 'the <Link to="GD-003">letter</Link>', italic: true },
		);
		expect(closeNamed(openNamed(nodes))).toEqual(nodes);
	});

	test('is gone with the words it went around', () => {
		const [{ children: opened = [] } = {}] = openNamed(
			line({ text: 'the <Term id="suspect">suspect</Term>.' }),
		);
		const emptied = opened.map((node) =>
			node.type === 'named' ? { ...node, children: [{ text: '' }] } : node,
		);
		expect(closeNamed(line(...emptied))).toEqual(line({ text: 'the .' }));
	});
});

test.each(namingComponents)('what is inserted of $name is one part, and is written as inserted', (naming) => {
	for (const tag of [namingTag(naming, 'x'), namingTag(naming, 'x', 'some words')]) {
		const source = `Before ${tag} after.`;
		const nodes = openRich(source, serialiser);
		expect(nodes[0]?.children?.some(({ type }) => type === 'named')).toBe(true);
		expect(closeRich(nodes, '', serialiser)).toBe(source);
	}
});
