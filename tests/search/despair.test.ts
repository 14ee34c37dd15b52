import { describe, expect, it, test } from 'vitest';
import { understand } from '../../src/search/query.ts';

describe('words of despair or fear', () => {
	test.each([
		...[
			'suicide',
			'Suicidal',
			'kill myself',
			'I want to die',
			'don’t want to live',
			"can't go on",
			'self-harm',
		],
		...['scared', 'I am scared', 'he is going to kill me', 'help me!', '999', '116 123', 'hunanladdiad'],
		...['mae ofn arna i', 'mewn perygl', 'eisiau marw', 'lladd fy hun'],
	])('“%s” are met with whom to call, in both languages', (words) => {
		expect(understand(words, 'en').distress).toBe(true);
		expect(understand(words, 'cy').distress).toBe(true);
	});

	test.each(['court', 'skill', 'killing', 'right to review', 'help with travel', 'VCS-04', '', 'llys'])(
		'“%s” are not',
		(words) => {
			expect(understand(words, 'en').distress).toBeUndefined();
		},
	);

	it('are looked for like all others', () => {
		expect(understand('suicide', 'en').words).toEqual(['suicide']);
	});
});
