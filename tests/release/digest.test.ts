import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digest } from '../../src/release/digest.ts';

it('tells parts from one another, wherever they are cut', () => {
	fc.assert(
		fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, other) => {
			expect(digest(...one) === digest(...other)).toBe(JSON.stringify(one) === JSON.stringify(other));
		}),
	);
	expect(digest('ab', 'c')).not.toBe(digest('a', 'bc'));
});

it('is the same for plain letters and for their bytes', () => {
	expect(digest(Buffer.from('GD-001'), 'en')).toBe(digest('GD-001', 'en'));
});
