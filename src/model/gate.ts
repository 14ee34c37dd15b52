/**
 * The byte gate: what a file must be before any parser sees it.
 *
 * Parsers disagree about odd bytes, and readers cannot see them: a right-to-left override makes a sentence say
 * something else to a reviewer than to a reader. So a file is refused unless it is plain, normalised text.
 */
import type { Issue, Place } from './issue.ts';

export const MAX_BYTES = 256 * 1024;
export const MAX_LINE_CHARACTERS = 10_000;

const forbidden: { test: RegExp; rule: string; name: string; fix: string }[] = [
	{
		test: /\r/g,
		rule: 'line-ending',
		name: 'Windows line ending (CR)',
		fix: 'Save the file with Unix line endings (LF).',
	},
	{
		test: /\t/g,
		rule: 'tab',
		name: 'tab',
		fix: 'Replace it with spaces.',
	},
	{
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters refused
		test: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g,
		rule: 'control-character',
		name: 'control character',
		fix: 'Delete it. It usually comes from pasting out of another program.',
	},
	{
		test: /[\u2028\u2029]/g,
		rule: 'line-separator',
		name: 'line or paragraph separator',
		fix: 'Replace it with an ordinary line break.',
	},
	{
		// biome-ignore lint/suspicious/noMisleadingCharacterClass: each is refused on its own
		test: /\u034F|\u17B4|\u17B5|[\u00AD\u115F\u1160\u180B-\u180F\u200B-\u200D\u2060-\u2065\u206A-\u206F\u2800\u3164\uFE00-\uFE0E\uFEFF\uFFA0\uFFF0-\uFFFC\u{13430}-\u{13440}\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0080}-\u{E0FFF}]|(?<![\p{Emoji}\u20E3])\uFE0F/gu,
		rule: 'invisible-character',
		name: 'invisible character',
		fix: 'Delete it. Retype the word if you cannot see it.',
	},
	{
		test: /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g,
		rule: 'direction-control',
		name: 'text-direction control',
		fix: 'Delete it. The page sets the direction from its language.',
	},
	{
		test: /[\u{E0000}-\u{E007F}]/gu,
		rule: 'tag-character',
		name: 'hidden tag character',
		fix: 'Delete it, and retype the text around it.',
	},
	{
		test: /[\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\uFFFD]/gu,
		rule: 'broken-character',
		name: 'character without a meaning',
		fix: 'Delete it, and type the letter that was meant.',
	},
];

/** A character that may not stand in a text, even when it was written as `&#x202E;`. */
export interface ForbiddenCharacter {
	index: number;
	rule: string;
	message: string;
	fix: string;
}

/** Texts of Latin letters and usual marks, which hold nothing that is forbidden: most are told by one look. */
const ORDINARY =
	/^[\n\u0020-\u007E\u00A0-\u00AC\u00AE-\u024F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u2190-\u21FF]*$/;

/** A file full of one character must not answer with one issue for each. */
const MOST_OF_A_KIND = 20;

/** Forbidden characters of a text, in the order of the kinds above; at most 20 of a kind. */
export function forbiddenCharacters(text: string): ForbiddenCharacter[] {
	if (ORDINARY.test(text)) return [];
	const found: ForbiddenCharacter[] = [];
	for (const { test, rule, name, fix } of forbidden) {
		let count = 0;
		for (const { 0: character, index } of text.matchAll(test)) {
			const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
			found.push({ index, rule, message: `Unexpected ${name} U+${code}, expected visible text`, fix });
			if (++count === MOST_OF_A_KIND) break;
		}
	}
	return found;
}

/** Decode and judge the bytes of one content file. `text` is absent when it is not text at all. */
export function checkBytes(bytes: Uint8Array, file: string): { text?: string; issues: Issue[] } {
	const issues: Issue[] = [];
	const report = (place: Place, rule: string, message: string, fix: string) =>
		issues.push({ file, place, rule, severity: 'error', message, fix });

	if (bytes.length > MAX_BYTES) {
		report(
			{ line: 1, column: 1 },
			'file-size',
			`Unexpected size of ${Math.ceil(bytes.length / 1024)} KiB, expected at most ${MAX_BYTES / 1024} KiB`,
			'Split it into several documents.',
		);
		return { issues };
	}
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		report(
			invalidByte(bytes),
			'encoding',
			'Unexpected bytes, expected text in UTF-8',
			'Save the file as UTF-8 without a signature.',
		);
		return { issues };
	}
	if (text.startsWith('\uFEFF')) {
		report(
			{ line: 1, column: 1 },
			'byte-order-mark',
			'Unexpected byte order mark, expected plain UTF-8',
			'Save the file as UTF-8 without a signature (BOM).',
		);
	}
	if (text === '') {
		report(
			{ line: 1, column: 1 },
			'empty-file',
			'Unexpected empty file, expected keys and text',
			'Write the document, or delete the file.',
		);
		return { issues };
	}
	let carriageReturns = 0;
	for (const { index, rule, message, fix } of forbiddenCharacters(text)) {
		if (index === 0 && text.startsWith('\uFEFF')) continue;
		// One program’s line endings are one problem, not one a line.
		if (rule === 'line-ending' && carriageReturns++ > 0) continue;
		report(placeAt(text, index), rule, message, fix);
	}
	const isNormal = text.normalize('NFC') === text;
	const lines = isNormal && text.length <= MAX_LINE_CHARACTERS ? [] : text.split('\n');
	for (const [index, line] of lines.entries()) {
		if (line.length > MAX_LINE_CHARACTERS) {
			report(
				{ line: index + 1, column: MAX_LINE_CHARACTERS + 1 },
				'line-length',
				`Unexpected line of ${line.length} characters, expected at most ${MAX_LINE_CHARACTERS}`,
				'Break it into paragraphs.',
			);
		}
		const normal = line.normalize('NFC');
		if (normal !== line) {
			let at = 0;
			while (line[at] === normal[at]) at++;
			report(
				{ line: index + 1, column: at + 1 },
				'normal-form',
				`Unexpected separate accent after “${line.charAt(Math.max(0, at))}”, expected one accented letter`,
				'Retype the letter, or save the text in normal form NFC.',
			);
		}
	}
	if (!text.endsWith('\n') || text.endsWith('\n\n')) {
		issues.push({
			file,
			place: placeAt(text, text.length),
			rule: 'last-line',
			severity: 'warning',
			message: `Unexpected end of the file ${text.endsWith('\n') ? 'after an empty line' : 'within a line'}, expected one line break after the last words`,
			fix: 'End the file with exactly one line break.',
		});
	}
	return { text, issues };
}

/** The place of a position in a text. */
export function placeAt(text: string, offset: number): Place {
	const before = text.slice(0, offset);
	const line = before.split('\n').length;
	return { line, column: offset - before.lastIndexOf('\n') };
}

function invalidByte(bytes: Uint8Array): Place {
	let [low, high] = [0, bytes.length];
	const valid = (length: number) => {
		try {
			new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
			return true;
		} catch {
			return false;
		}
	};
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (valid(middle)) low = middle;
		else high = middle - 1;
	}
	const text = new TextDecoder().decode(bytes.subarray(0, low), { stream: true });
	return placeAt(text, text.length);
}
