/** A comparison holds both states; what it shows is what changed and no more. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	applyComparison,
	type Block,
	type Comparison,
	type ContentTree,
	compare,
	isEmpty,
	normalRuns,
	reverse,
	wordDifferences,
} from '../../src/editions/index.ts';
import { htmlTree } from './trees.ts';

const word = fc.constantFrom(
	'must',
	'should',
	'call',
	'within',
	'5',
	'10',
	'working',
	'days',
	'Sam',
	',',
	'.',
	'—',
	'llythyr',
	'ŵ',
	'🙂',
);
const run = fc.record({
	text: fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' ')),
	marks: fc.subarray(['emphasis', 'link /x/', 'strong', 'timescale']),
});
const words = fc.array(run, { maxLength: 3 }).map(normalRuns);
const carried = fc.option(fc.record({ is: fc.constantFrom('a', 'b') }), { nil: undefined });
const kindOfLeaf = fc.constantFrom('p', 'h2', 'label');
const kindOfBranch = fc.constantFrom('ul', 'li', 'table', 'tr', 'td', 'clause', 'body');
const { block } = fc.letrec<{ block: Block }>((tie) => ({
	block: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		fc
			.tuple(kindOfLeaf, carried, words)
			.map(([kind, held, words]): Block => ({ kind, ...(held && { with: held }), words })),
		fc
			.tuple(kindOfBranch, carried, fc.array(tie('block'), { maxLength: 4 }))
			.map(([kind, held, blocks]): Block => ({ kind, ...(held && { with: held }), blocks })),
	),
}));
const blocks = fc.array(block, { maxLength: 6 });
const tree = blocks.map((blocks): ContentTree => ({ kind: 'document', blocks }));
/** Two states that have much in common, as editions do. */
const states = fc
	.tuple(
		tree,
		fc.array(fc.tuple(fc.nat(), fc.constantFrom('drop', 'put', 'double', 'swap'), block), { maxLength: 4 }),
	)
	.map(([old, edits]): [ContentTree, ContentTree] => {
		const blocks = [...old.blocks];
		for (const [at, edit, put] of edits) {
			const place = blocks.length === 0 ? 0 : at % blocks.length;
			if (edit === 'drop') blocks.splice(place, 1);
			else if (edit === 'put') blocks.splice(place, 0, put);
			else if (edit === 'swap') blocks.splice(place, 1, put);
			else blocks.splice(place, 0, ...blocks.slice(place, place + 1));
		}
		return [old, { kind: 'document', blocks }];
	});
const pair = fc.oneof(fc.tuple(tree, tree), states);

describe('for any two documents', () => {
	test('applying the comparison to the old gives the new', () => {
		fc.assert(
			fc.property(pair, ([old, next]) => {
				expect(applyComparison(old, compare(old, next))).toEqual(next);
			}),
			{ numRuns: 2000 },
		);
	});

	test('reversed, it gives the old, and is what comparing them the other way round says', () => {
		fc.assert(
			fc.property(pair, ([old, next]) => {
				const comparison = compare(old, next);
				expect(applyComparison(next, reverse(comparison))).toEqual(old);
				expect(reverse(reverse(comparison))).toEqual(comparison);
				expect(compare(next, old)).toEqual(reverse(comparison));
			}),
			{ numRuns: 2000 },
		);
	});

	test('it is empty exactly when they are equal', () => {
		fc.assert(
			fc.property(pair, ([old, next]) => {
				expect(isEmpty(compare(old, old))).toBe(true);
				expect(isEmpty(compare(old, next))).toBe(JSON.stringify(old) === JSON.stringify(next));
			}),
		);
	});

	test('it does not apply to another document', () => {
		const old = htmlTree('<p>Call.</p>');
		const comparison = compare(old, htmlTree('<p>Write.</p>'));
		expect(() => applyComparison(htmlTree('<p>Meet.</p>'), comparison)).toThrow('Unexpected document');
	});

	test('it survives being kept as JSON', () => {
		fc.assert(
			fc.property(pair, ([old, next]) => {
				const kept = JSON.parse(JSON.stringify(compare(old, next))) as Comparison;
				expect(applyComparison(old, kept)).toEqual(next);
			}),
		);
	});
});

/** Every change inside the blocks, in short: `-word`, `+word`, `-p: text`. */
function told(comparison: Comparison): string[] {
	return comparison.flatMap((difference): string[] => {
		if (difference.is === 'same') return [];
		if (difference.is !== 'changed') {
			const sign = difference.is === 'added' ? '+' : '-';
			return [`${sign}${difference.block.kind}: ${textOf(difference.block)}`];
		}
		if ('blocks' in difference) return told(difference.blocks);
		return difference.words.flatMap(({ is, runs }) =>
			is === 'same' ? [] : [`${is === 'added' ? '+' : '-'}${runs.map(({ text }) => text).join('')}`],
		);
	});
}
const textOf = (block: Block): string =>
	'words' in block ? block.words.map(({ text }) => text).join('') : block.blocks.map(textOf).join(' ');
const between = (old: string, next: string) => told(compare(htmlTree(old), htmlTree(next)));

describe('it names', () => {
	test.each([
		['one word', '<p>You should call them.</p>', '<p>You must call them.</p>', ['-should', '+must']],
		['words that came', '<p>Call them.</p>', '<p>Call them before noon.</p>', ['+ before noon']],
		[
			'a number, whole',
			'<p>Reply within 1.5 hours, or 20 days.</p>',
			'<p>Reply within 2.5 hours, or 10 days.</p>',
			['-1.5', '+2.5', '-20', '+10'],
		],
		[
			'a phone number as it is dialled',
			'<p>Call <a href="tel:01632960001">01632 960 001</a>.</p>',
			'<p>Call <a href="tel:01632960002">01632 960 002</a>.</p>',
			['-01632 960 001', '+01632 960 002'],
		],
		[
			'neighbouring words as one change',
			'<p>Call or write, today.</p>',
			'<p>Meet and ask, soon.</p>',
			['-p: Call or write, today.', '+p: Meet and ask, soon.'],
		],
		[
			'an item of a list',
			'<ul><li>Check the name.</li><li>Call.</li></ul>',
			'<ul><li>Check the name.</li><li>Ask if it is safe.</li><li>Call.</li></ul>',
			['+li: Ask if it is safe.'],
		],
		[
			'a word in an item',
			'<ul><li>Check the name.</li><li>Call the person.</li></ul>',
			'<ul><li>Check the address.</li><li>Call the person.</li></ul>',
			['-name', '+address'],
		],
		[
			'a cell of a table, in its column',
			'<table><tbody><tr><td>Reply</td><td>20 days</td><td>We</td></tr></tbody></table>',
			'<table><tbody><tr><td>Reply</td><td>10 days</td><td>We</td></tr></tbody></table>',
			['-20', '+10'],
		],
		[
			'a row of a table',
			'<table><tbody><tr><td>Reply</td><td>20 days</td></tr></tbody></table>',
			'<table><tbody><tr><td>Reply</td><td>20 days</td></tr><tr><td>Review</td><td>5 days</td></tr></tbody></table>',
			['+tr: Review 5 days'],
		],
		[
			'a paragraph, though those around it moved',
			'<p>One is here first.</p><p>Two stands after it.</p>',
			'<p>Something new entirely now.</p><p>One is here first.</p><p>Two stands after it.</p>',
			['+p: Something new entirely now.'],
		],
		[
			'where a link leads',
			'<p>Read <a href="/a/">this</a> first.</p>',
			'<p>Read <a href="/b/">this</a> first.</p>',
			['-this', '+this'],
		],
	])('%s', (_, old, next, expected) => {
		expect(between(old, next)).toEqual(expected);
	});

	test('a strength, though the words stay', () => {
		const html = (strength: string) =>
			`<section class="clause clause-${strength}" id="VCS-01.1"><p>Call.</p></section>`;
		const body = compare(htmlTree(html('should')), htmlTree(html('must'))).find(({ is }) => is === 'changed');
		expect(body).toMatchObject({
			kind: 'body',
			blocks: [{ is: 'changed', kind: 'clause', from: { strength: 'should' }, to: { strength: 'must' } }],
		});
	});
});

test('words keep their spaces', () => {
	fc.assert(
		fc.property(words, words, (old, next) => {
			const text = (side: 'removed' | 'added') =>
				wordDifferences(old, next)
					.filter(({ is }) => is === 'same' || is === side)
					.flatMap(({ runs }) => runs.map(({ text }) => text))
					.join('');
			expect(text('removed')).toBe(old.map(({ text }) => text).join(''));
			expect(text('added')).toBe(next.map(({ text }) => text).join(''));
		}),
	);
});
