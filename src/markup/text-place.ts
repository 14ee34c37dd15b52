/**
 * Keeping the place of every letter: a text node can differ from its source (`&lt;`, `\_`, the indentation of a
 * second line), and an issue must still point at the letter an editor sees.
 */
import type { TextMark } from './node.ts';

const CHARACTER_REFERENCE = /^&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});/;

/** Marks for the stretches of `value`, read from the source at `offset`, which stands at `line` and `column`. */
export function marksOf(
	value: string,
	source: string,
	offset: number,
	end: number,
	line: number,
	column: number,
): TextMark[] | undefined {
	if (!value.includes('\n') && end - offset === value.length && source.startsWith(value, offset))
		return undefined;
	const marks: TextMark[] = [];
	let [at, lineNow, columnNow] = [offset, line, column];
	let broken = false;
	for (let index = 0; index < value.length && at < end; ) {
		const reference =
			source[at] === '&' ? CHARACTER_REFERENCE.exec(source.slice(at, at + 40))?.[0] : undefined;
		if (reference !== undefined && !value.startsWith(reference, index)) {
			marks.push([index, lineNow, columnNow]);
			index += (value.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
			at += reference.length;
			columnNow += reference.length;
			broken = true;
		} else if (source[at] === value[index]) {
			if (broken) marks.push([index, lineNow, columnNow]);
			broken = false;
			const newLine = value[index] === '\n';
			index++;
			at++;
			columnNow++;
			if (newLine) {
				lineNow++;
				columnNow = 1;
				broken = true;
				// The mark of a list or quote in front of the line is not part of the text.
				while (
					at < end &&
					source[at] !== value[index] &&
					/[\s>]/.test(source[at] ?? '') &&
					source[at] !== '\n'
				) {
					at++;
					columnNow++;
				}
			}
		} else {
			at++;
			columnNow++;
			if (source[at - 1] === '\n') {
				lineNow++;
				columnNow = 1;
			}
			broken = true;
		}
	}
	return marks.length > 0 ? marks : undefined;
}
