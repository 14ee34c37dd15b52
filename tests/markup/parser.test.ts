/** Reading a text only for the marks whose signs stand in it gives the tree that reading it for all marks gives. */
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { guardSource } from '../../src/markup/guard.ts';
import { parseTree } from '../../src/markup/parser.ts';
import { attacks } from './attacks.ts';
import { benign } from './benign.ts';

const whole = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

const outcomeOf = (read: (source: string) => unknown, source: string): string => {
	try {
		return JSON.stringify(read(source));
	} catch (error) {
		return String(error);
	}
};
const expectSameTree = (source: string) =>
	expect(outcomeOf(parseTree, source), source).toBe(outcomeOf((text) => whole.parse(text), source));

describe('the tree of a text', () => {
	it.each([
		'Write to sam@example.org',
		'Write to sam&#64;example.org',
		'See www.example.org',
		'See WWW.example.org',
		'See www\\.example.org',
		'See www&period;example.org',
		'See https://example.org',
		'See HTTP&colon;//example.org',
		'See http&#58;//example.org',
		'a\n:-',
		'a\n-:',
		'a | b\n- | -',
		'| a |\n| - |',
		'a\n-',
		'> a\n> :-:\n> b',
		'- [ ] task\n- [x] task\n- [\tX] none',
		'[\n] none',
		'Noted[^1].\n\n[^1]: Here',
		'~one~ ~~two~~',
		'<Notice kind="information">\n\na | b\n- | -\n\n</Notice>',
	])('is the whole one: %j', expectSameTree);

	it('is the whole one for every attack that gets so far and every benign text', () => {
		for (const { body } of [...attacks, ...benign])
			if (body !== undefined && !guardSource(body).some(({ stop }) => stop)) expectSameTree(body);
	});

	it('is the whole one for any text of signs that matter', () => {
		const piece = fc.constantFrom(
			...['a', 'Word', 'w', 'www', 'WWW', '.', 'http', 'HTTPS', ':', '//', '@', '&', '#64;', 'amp;', '\\'],
			...['|', '-', ':-', '--', '\n', '\n\n', ' ', '\t', '[', ']', '[x]', '[ ]', '^', '~', '~~', '>', '- '],
			...['*', '_', '`', '1. ', '# ', '(', ')', '!', '<Link to="GD-001" />', '<', '{', '}', 'é', 'mailto'],
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
				expectSameTree(pieces.join(''));
			}),
			{ numRuns: 5000 },
		);
	});
});
