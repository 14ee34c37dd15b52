/** Texts as blocks: nothing is lost, what is broken is set apart with its reason, what is made anew can be read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	type Block,
	blockKinds,
	duplicate,
	fromBlocks,
	isComponent,
	isProtected,
	toBlocks,
} from '../../src/cms/index.ts';
import { componentDocs, parseBody } from '../../src/markup/index.ts';
import { attacks } from '../markup/attacks.ts';
import { benign } from '../markup/benign.ts';
import { documents } from '../markup/documents.ts';

const letter = { type: 'letter', language: 'en' } as const;
const standard = { type: 'standard', language: 'en' } as const;
const kindsOf = (source: string) => toBlocks(source, letter).map(({ kind }) => kind);

describe('cutting a text into blocks', () => {
	test('paragraphs that follow each other are one text, components and notes are blocks of their own', () => {
		const source =
			'\nOne.\n\n## Two\n\n- three\n\n<Notice kind="safety" title="Now">\n\nAsk first.\n\n</Notice>\n\n{/* Why? */}\n\n<Organisation id="victim-support" />\n\nEnd.\n';
		expect(toBlocks(source, letter)).toMatchObject([
			{ kind: 'text', text: 'One.\n\n## Two\n\n- three' },
			{ kind: 'notice', props: { kind: 'safety', title: 'Now' }, content: 'Ask first.' },
			{ kind: 'comment', text: 'Why?' },
			{ kind: 'organisation', props: { id: 'victim-support' } },
			{ kind: 'text', text: 'End.' },
		]);
	});

	test('a component that stands in sentences is part of the text, alone in its line too', () => {
		expect(kindsOf('Within <Timescale id="first-reply" />.\n\n<Timescale id="first-reply" />')).toEqual([
			'text',
		]);
	});

	test('what stands in a component is made of blocks again', () => {
		const [only] = toBlocks(
			'<Only channel="phone">\n\nHello.\n\n<Say>\n\nI am sorry.\n\n</Say>\n\n</Only>',
			letter,
		);
		expect(only && isComponent(only) && toBlocks(only.content ?? '', letter)).toMatchObject([
			{ kind: 'text', text: 'Hello.' },
			{ kind: 'say', content: 'I am sorry.' },
		]);
	});

	test.each([
		['an unknown component', '<Callout>\n\nText.\n\n</Callout>', 'Unexpected <Callout>'],
		[
			'an attribute it has not',
			'<Notice kind="safety" colour="red">\n\nT.\n\n</Notice>',
			'Unexpected “colour”',
		],
		['curly brackets for a value', '<Organisation id={name} />', 'Unexpected curly brackets'],
		[
			'text in a component that has none',
			'<Passage id="emergency">\n\nT.\n\n</Passage>',
			'Unexpected text inside',
		],
		['code', '```\nx\n```', 'Unexpected block of code'],
		['an expression', '{1 + 1}', 'Unexpected text between curly brackets'],
		['a component that stays open', '<Notice kind="safety">', 'Unexpected end of the text around <Notice>'],
		['a closing tag alone', '</Notice>', 'Unexpected closing tag'],
		['a sign that opens a tag', 'Under <5 years.', 'Unexpected <'],
		['a curly bracket', 'Write {x here.', 'Unexpected'],
		['a tab', 'One\ttwo.', 'Unexpected tab'],
		['an import', 'import x from "y"', 'Unexpected paragraph that begins with “import”'],
	])('%s is protected, with its reason, and the text around it is not', (_name, broken, reason) => {
		const source = `\nBefore.\n\n${broken}\n\nAfter.\n`;
		const blocks = toBlocks(source, letter);
		expect(blocks.map(({ kind }) => kind)).toEqual(['text', 'protected', 'text']);
		const [, held] = blocks;
		expect(held && isProtected(held) && held.source).toBe(broken);
		expect(held && isProtected(held) && held.reason).toContain(reason);
		expect(fromBlocks(blocks)).toBe(source);
	});

	test('a component with something broken inside stays whole', () => {
		const source =
			'A.\n\n<Notice kind="safety">\n\nGood.\n\nUnder <5.\n\n</Notice>\n\n- one\n\n  more\n\n- two\n';
		expect(kindsOf(source)).toEqual(['text', 'protected', 'text']);
	});

	test('a list that goes on after an empty line is not cut up by what is broken elsewhere', () => {
		const [list, broken] = toBlocks('- one\n\n  more\n\n- two\n\n{x', letter);
		expect(list).toMatchObject({ kind: 'text', text: '- one\n\n  more\n\n- two' });
		expect(broken).toMatchObject({ kind: 'protected', source: '{x' });
	});
});

describe('nothing is lost', () => {
	const lossless = (source: string) => expect(fromBlocks(toBlocks(source, letter))).toBe(source);

	test.each(['', '\n', '\n\n\n', ' ', 'x', '\nx\n', 'x\n\n\n', '\n\n\nx', 'A\n<Say>\n\nB\n\n</Say>\nC'])(
		'%j',
		lossless,
	);
	test.each(benign)('$name', ({ body }) => lossless(body));
	test.each(
		attacks.map(({ name, file }) => ({
			name,
			text: typeof file === 'string' ? file : new TextDecoder().decode(file),
		})),
	)('attack: $name', ({ text }) => lossless(text));
	test('random documents, good and broken', () => {
		fc.assert(
			fc.property(documents, (source) => fromBlocks(toBlocks(source, letter)) === source),
			{ numRuns: 1500 },
		);
	});
	test('what is saved with random words in a text is read with the same blocks around it', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 30 }), (words) => {
				const source = '\n## Head\n\n<Say>\n\nA.\n\n</Say>\n\nMiddle.\n\n<Say>\n\nB.\n\n</Say>\n\nEnd.\n';
				const blocks = toBlocks(source, letter).map((block, index) =>
					index === 2 ? { ...block, text: words } : block,
				);
				const after = fromBlocks(blocks);
				return (
					after.startsWith('\n## Head\n\n<Say>\n\nA.\n\n</Say>\n\n') &&
					after.endsWith('\n\n<Say>\n\nB.\n\n</Say>\n\nEnd.\n')
				);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('writing what was changed', () => {
	const source = '\nOne.\n\n<Notice kind="safety" title="Now">\n\nAsk first.\n\n</Notice>\n\nTwo.\n';
	const blocks = toBlocks(source, letter);
	const [one, notice, two] = blocks as [Block, Block, Block];
	const changed = (over: object) => fromBlocks([one, { ...notice, ...over } as Block, two]);

	test('one attribute: its tag alone is written anew', () => {
		expect(changed({ props: { kind: 'warning', title: 'Say “now” & "soon"' } })).toBe(
			'\nOne.\n\n<Notice kind="warning" title="Say “now” & &quot;soon&quot;">\n\nAsk first.\n\n</Notice>\n\nTwo.\n',
		);
	});
	test('an attribute that was emptied goes', () => {
		expect(changed({ props: { kind: 'safety', title: '' } })).toContain('<Notice kind="safety">');
	});
	test('its content: the tags stay', () => {
		expect(changed({ content: 'Ask.\n\n- why' })).toBe(source.replace('Ask first.', 'Ask.\n\n- why'));
	});
	test('a change that is taken back is none', () => {
		expect(changed({ props: { title: 'Now', kind: 'safety' } })).toBe(source);
	});
	test('tags that stood beside their text get room when the text is changed', () => {
		const [tight] = toBlocks('<Notice kind="safety">\nText.\n</Notice>', letter);
		expect(fromBlocks([{ ...tight, content: 'Other.' } as Block])).toBe(
			'<Notice kind="safety">\n\nOther.\n\n</Notice>',
		);
	});
	test('a text that is emptied leaves no gap', () => {
		expect(fromBlocks([{ ...one, text: '' } as Block, notice, two])).toBe(source.replace('One.\n\n', ''));
	});
	test('blocks without a file are written with an empty line between, and end with one line break', () => {
		expect(
			fromBlocks([
				{ kind: 'text', text: ' One.\r\n\r\nTwo.\t \n' },
				{ kind: 'comment', text: 'Not */ yet' },
				{ kind: 'organisation', props: { id: 'victim-support' } },
				{ kind: 'say', props: {}, content: '' },
			]),
		).toBe(
			'\n One.\n\nTwo.\n\n{/* Not * / yet */}\n\n<Organisation id="victim-support" />\n\n<Say>\n\n</Say>\n',
		);
	});
	test('a copy stands below, with the same letters', () => {
		expect(fromBlocks([one, notice, duplicate(notice), two])).toBe(
			source.replace('\n\nTwo', '\n\n<Notice kind="safety" title="Now">\n\nAsk first.\n\n</Notice>\n\nTwo'),
		);
	});
	test('moved to the end: the file still begins and ends as it did', () => {
		expect(fromBlocks([notice, two, one])).toBe(
			'\n<Notice kind="safety" title="Now">\n\nAsk first.\n\n</Notice>\n\nTwo.\n\nOne.\n',
		);
	});
	test('all taken out', () => {
		expect(fromBlocks([])).toBe('');
	});
});

describe('the kinds of block of each type of document', () => {
	const blockDocs = componentDocs.filter(({ place }) => place !== 'inline');

	test.each(['standard', 'letter', 'guidance', 'victim-page', 'passage'] as const)(
		'%s: every component that may stand on lines of its own, with a label and a hint for each field',
		(type) => {
			const kinds = blockKinds(type);
			const components = kinds.flatMap(({ component }) => component ?? []);
			expect(components).toEqual(
				blockDocs.filter(({ types }) => !types || types.includes(type)).map(({ name }) => name),
			);
			for (const { label, hint, fields } of kinds)
				for (const words of [label, hint, ...fields.flatMap((field) => [field.label, field.hint])])
					expect(words).toMatch(/\S/);
			for (const { holds } of kinds)
				expect(holds.filter((name) => !kinds.some((kind) => kind.name === name))).toEqual([]);
		},
	);

	test('every attribute has a field, but for conditions that only letters have', () => {
		for (const docs of blockDocs) {
			const fields = blockKinds('letter').find(({ component }) => component === docs.name)?.fields;
			if (!docs.types || docs.types.includes('letter'))
				expect(fields?.map(({ name }) => name)).toEqual(docs.props.map(({ name }) => name));
		}
		const when = blockKinds('guidance').find(({ name }) => name === 'when');
		expect(when?.fields.map(({ name }) => name)).toEqual(['pilot', 'area', 'role', 'offence', 'victim']);
		expect(when?.oneOf).toEqual(['pilot', 'area', 'role', 'offence', 'victim']);
	});

	test('what names an entry is chosen from all of them, what has few values from a list', () => {
		const field = (kind: string, name: string) =>
			blockKinds('letter')
				.find((each) => each.name === kind)
				?.fields.find((each) => each.name === name);
		expect(field('organisation', 'id')).toMatchObject({ widget: 'relation', target: 'organisation' });
		expect(field('notice', 'kind')?.options?.map(({ value }) => value)).toEqual([
			'information',
			'warning',
			'safety',
		]);
		expect(field('only', 'channel')).toMatchObject({
			multiple: true,
			options: [{ label: 'Letter' }, { label: 'Email' }, { label: 'Phone call' }, { label: 'Text message' }],
		});
	});

	test.each(componentDocs.filter(({ place }) => place !== 'inline').flatMap(({ examples }) => examples))(
		'the example “$name” is a block, and is written again from its fields as text that says the same',
		({ source, type = 'guidance', language = 'en' }) => {
			const context = { type, language };
			const fresh = toBlocks(source, context).map((block) => ('props' in block ? strip(block) : block));
			const issues = (text: string) =>
				parseBody({ source: text, firstLine: 1 }, { file: 'x', ...context }).issues.map(
					({ message }) => message,
				);
			expect(issues(fromBlocks(fresh))).toEqual(issues(source));
			expect(fromBlocks(fresh).trim()).toBe(source.trim());
		},
	);

	test('a clause is written with what a standard needs', () => {
		const source = fromBlocks([
			{ kind: 'clause', props: { strength: 'must', number: '1' }, content: 'You must ask.' },
		]);
		expect(source).toBe('\n<Clause number="1" strength="must">\n\nYou must ask.\n\n</Clause>\n');
		expect(parseBody({ source, firstLine: 1 }, { file: 'x', ...standard }).issues).toEqual([]);
	});
});

function strip(block: Block): Block {
	return Object.fromEntries(
		Object.entries(block).filter(([key]) => !key.startsWith('_')),
	) as unknown as Block;
}
