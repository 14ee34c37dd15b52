/** The byte gate: what is refused, where, and that ordinary files pass. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	checkBytes,
	forbiddenCharacters,
	MAX_BYTES,
	MAX_LINE_CHARACTERS,
	placeAt,
} from '../../src/model/gate.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const answers = (bytes: Uint8Array) =>
	checkBytes(bytes, 'a.yaml').issues.map(
		({ place, rule, message }) => `${place.line}:${place.column} ${rule} ${message}`,
	);

const refused: [name: string, text: string, answer: string][] = [
	[
		'a Windows line ending',
		'a: 1\r\n',
		'1:5 line-ending Unexpected Windows line ending (CR) U+000D, expected visible text',
	],
	['a tab', 'a:\t1\n', '1:3 tab Unexpected tab U+0009, expected visible text'],
	[
		'a NUL',
		'a: \u0000\n',
		'1:4 control-character Unexpected control character U+0000, expected visible text',
	],
	[
		'a control character of the second set',
		'a: \u0085\n',
		'1:4 control-character Unexpected control character U+0085, expected visible text',
	],
	[
		'a byte order mark',
		'\uFEFFa: 1\n',
		'1:1 byte-order-mark Unexpected byte order mark, expected plain UTF-8',
	],
	[
		'a line separator',
		'a\nb\u2028c\n',
		'2:2 line-separator Unexpected line or paragraph separator U+2028, expected visible text',
	],
	[
		'a zero-width space',
		'a\u200Bb\n',
		'1:2 invisible-character Unexpected invisible character U+200B, expected visible text',
	],
	[
		'a soft hyphen',
		'a\u00ADb\n',
		'1:2 invisible-character Unexpected invisible character U+00AD, expected visible text',
	],
	[
		'an invisible letter',
		'a\u3164b\n',
		'1:2 invisible-character Unexpected invisible character U+3164, expected visible text',
	],
	[
		'a variation of the second set',
		'a\u{E0100}b\n',
		'1:2 invisible-character Unexpected invisible character U+E0100, expected visible text',
	],
	[
		'a text turned round',
		'a\u202Eb\n',
		'1:2 direction-control Unexpected text-direction control U+202E, expected visible text',
	],
	[
		'an isolate',
		'a\u2066b\n',
		'1:2 direction-control Unexpected text-direction control U+2066, expected visible text',
	],
	[
		'a hidden tag',
		'a\u{E0041}b\n',
		'1:2 tag-character Unexpected hidden tag character U+E0041, expected visible text',
	],
	[
		'a replacement character',
		'a\uFFFDb\n',
		'1:2 broken-character Unexpected character without a meaning U+FFFD, expected visible text',
	],
	[
		'a character of private use',
		'a\uE000b\n',
		'1:2 broken-character Unexpected character without a meaning U+E000, expected visible text',
	],
	[
		'a separate accent',
		'cafe\u0301\n',
		'1:4 normal-form Unexpected separate accent after “e”, expected one accented letter',
	],
	[
		'a file without a line break at its end',
		'a: 1',
		'1:5 last-line Unexpected end of the file within a line, expected one line break after the last words',
	],
	[
		'a file with an empty line at its end',
		'a: 1\n\n',
		'3:1 last-line Unexpected end of the file after an empty line, expected one line break after the last words',
	],
	[
		'a line too long',
		`${'a'.repeat(MAX_LINE_CHARACTERS + 1)}\n`,
		`1:${MAX_LINE_CHARACTERS + 1} line-length Unexpected line of ${MAX_LINE_CHARACTERS + 1} characters, expected at most ${MAX_LINE_CHARACTERS}`,
	],
	[
		'a file too large',
		'a'.repeat(MAX_BYTES + 1),
		'1:1 file-size Unexpected size of 257 KiB, expected at most 256 KiB',
	],
];

test.each(refused)('refuses %s', (_, text, answer) => {
	expect(answers(encode(text))).toEqual([answer]);
});

test.each([
	['a lone byte', [0x61, 0x0a, 0xff, 0x0a], '2:1'],
	['half a letter at the end', [0x61, 0x62, 0xc3], '1:3'],
	['a letter in too many bytes', [0x61, 0xc0, 0xaf, 0x0a], '1:2'],
	['a surrogate', [0x61, 0xed, 0xa0, 0x80, 0x0a], '1:2'],
])('refuses %s, where it stands', (_, bytes, place) => {
	expect(answers(new Uint8Array(bytes))).toEqual([
		`${place} encoding Unexpected bytes, expected text in UTF-8`,
	]);
});

test.each([
	['English', 'It’s “fine” – really… £5\n'],
	['Welsh', 'ŵ ŷ â ê î ô û Ŵ Ŷ ï\n'],
	['Arabic', 'قُلْ: «نعم» ٢٣\n'],
	['Urdu', 'آپ ہم سے پوچھ سکتے ہیں۔\n'],
	['an emoji with its presentation', '⚠️ 🙏\n'],
	['a no-break space', '10\u00A0Example Street\n'],
])('accepts %s', (_, text) => {
	expect(checkBytes(encode(text), 'a.yaml')).toEqual({ text, issues: [] });
});

test('a file full of one forbidden character is not answered with thousands of issues', () => {
	const { issues } = checkBytes(encode(`${'\u0001'.repeat(9000)}\n`.repeat(28)), 'a.yaml');
	expect(issues).toHaveLength(20);
});

test('any bytes are answered without an exception, and accepted text is what the bytes say', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			const { text, issues } = checkBytes(bytes, 'a.yaml');
			if (issues.length === 0) expect(encode(text ?? '')).toEqual(bytes);
		}),
		{ numRuns: 1000 },
	);
});

test('accepted text has no character that is refused, whatever was typed', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
			const { issues } = checkBytes(encode(`${typed}\n`), 'a.yaml');
			if (issues.length > 0) return;
			expect(forbiddenCharacters(typed)).toEqual([]);
			expect(typed).not.toMatch(/[\p{Cf}\p{Co}\p{Cs}]/u);
		}),
		{ numRuns: 2000 },
	);
});

test('a place counts lines and columns from 1', () => {
	expect(placeAt('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
	expect(placeAt('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
	expect(placeAt('ab\ncd', 2)).toEqual({ line: 1, column: 3 });
});

test('one look at a text of Latin letters overlooks nothing that is forbidden', () => {
	const told = (text: string) => forbiddenCharacters(text).length > 0;
	const overlooked: string[] = [];
	for (let code = 0; code <= 0xffff; code++) {
		const character = String.fromCharCode(code);
		// A Thai letter is no Latin one: beside it every kind is looked for.
		if (told(character) !== told(`ก${character}`)) overlooked.push(code.toString(16));
	}
	expect(overlooked).toEqual([]);
});
