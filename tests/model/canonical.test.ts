/** One text for one value, and telling whether a text is that one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, isCanonicalJson } from '../../src/model/canonical.ts';

const unicode = fc.string({ unit: 'binary', maxLength: 6 });
const value = fc.letrec((tie) => ({
	any: fc.oneof(
		unicode,
		fc.double({ noNaN: true, noDefaultInfinity: true }),
		fc.constantFrom(null, true, false, 'e\u0301', '\u0301'),
		fc.array(tie('any'), { maxLength: 4 }),
		fc.dictionary(fc.oneof(unicode, fc.nat(20).map(String)), tie('any'), { maxKeys: 4 }),
	),
})).any;

test('the canonical text of a value is told from its other texts', () => {
	fc.assert(
		fc.property(value, (any) => {
			const canonical = canonicalJson(any);
			for (const text of [canonical, JSON.stringify(any), JSON.stringify(any, undefined, 1)])
				expect(isCanonicalJson(text, JSON.parse(text)), text).toBe(text === canonicalJson(JSON.parse(text)));
		}),
		{ numRuns: 2_000 },
	);
});

test.each([
	['keys in another order', '{"b":1,"a":2}'],
	['a space', '{"a": 1}'],
	['a letter and its accent apart', '{"a":"e\u0301"}'],
	['a number in another form', '{"a":1.0}'],
	['an escape that is not needed', '{"a":"\\u0062"}'],
	['the same key twice', '{"a":1,"a":1}'],
])('a text with %s is not canonical', (_, text) => {
	expect(isCanonicalJson(text, JSON.parse(text))).toBe(false);
});

test('numbers as keys stand as texts do', () => {
	expect(canonicalJson({ 9: 1, 10: 2 })).toBe('{"10":2,"9":1}');
	expect(isCanonicalJson('{"10":2,"9":1}', { 9: 1, 10: 2 })).toBe(true);
});
