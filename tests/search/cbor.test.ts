import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { type Cbor, readCbor, writeCbor } from '../../src/search/cbor.ts';

const { data } = fc.letrec<{ data: Cbor }>((tie) => ({
	data: fc.oneof(
		{ maxDepth: 4 },
		fc.nat(0xffffffff),
		fc.string({ unit: 'grapheme', maxLength: 300 }),
		fc.array(tie('data'), { maxLength: 30 }),
	),
}));

it('reads what it wrote', () => {
	fc.assert(
		fc.property(data, (each) => {
			expect(readCbor(writeCbor(each))).toEqual(each);
		}),
	);
});

test.each([
	[0, '00'],
	[23, '17'],
	[24, '1818'],
	[1000, '1903e8'],
	[1000000, '1a000f4240'],
	['ü', '62c3bc'],
	[[1, [2, 3]], '8201820203'],
])('%j is written as the standard writes it', (each: Cbor, hex) => {
	expect(Buffer.from(writeCbor(each)).toString('hex')).toBe(hex);
});

test.each(['20', 'f6', 'a0', '1b000000e8d4a51000', '0000', '62c3', '81', ''])('%s is refused', (hex) => {
	expect(() => readCbor(Buffer.from(hex, 'hex'))).toThrow();
});
