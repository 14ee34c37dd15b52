/** Which words of a page are what was asked for, and not only letters they have in common. Pure. */
import { keyOf } from './query.ts';

/** What is added to a word without making it another: English and Welsh. */
const ENDINGS =
	/(?:s|es|ed|d|ing|er|ers|or|ors|ion|ions|al|als|ly|ment|ments|ness|au|iau|on|wyr|wr|ydd|odd|wyd|wn|wch|iad|iadau|io|u)$/;
const LATIN = /^[\p{Script=Latin}\d]+$/u;
/** Letters a word must have before any ending of it is taken for the same word. */
const LONG = 6;

/** Whether a word of a page is the word asked for, in this form or in another: `charge`, `charging`; not `he`, `help`. */
export function isSameWord(asked: string, found: string): boolean {
	const wanted = keyOf(asked).split(' ');
	const parts = keyOf(found).split(' ');
	// The index finds other forms of words in other scripts, by rules of their own.
	return wanted.some((a) => parts.some((b) => !LATIN.test(b) || !LATIN.test(a) || haveOneStem(a, b)));
}

/** The places of a text that match what was asked for, of those where the index found something. */
export function placesOf(
	text: readonly string[],
	places: readonly number[],
	asked: readonly string[],
): number[] {
	const words = asked.flatMap((each) => each.replaceAll('"', '').split(' ')).filter((each) => each !== '');
	return places.filter((at) => words.some((word) => isSameWord(word, text[at] ?? '')));
}

/**
 * Whether a number stands whole among words: `999`, but not in `0800 999 5428`. A number may be written in groups, so
 * the groups before and after it count.
 */
export function holdsNumber(text: readonly string[], number: string): boolean {
	const groups = number.split(' ');
	return text.some(
		(_, at) =>
			groups.every((group, index) => keyOf(text[at + index] ?? '') === group) &&
			!/\d{3}$/.test(text[at - 1] ?? '') &&
			!(/\d$/.test(text[at + groups.length - 1] ?? '') && /^\d{3}/.test(text[at + groups.length] ?? '')),
	);
}

function haveOneStem(a: string, b: string): boolean {
	if (a === b) return true;
	if (a.length >= LONG && b.startsWith(a)) return true;
	const reduced = Math.min(a.length, b.length) > 3 ? withoutLast : single;
	return [a, withoutEnding(a)].some((x) =>
		[b, withoutEnding(b)].some((y) => x.length >= 3 && reduced(x) === reduced(y)),
	);
}

/** Without its longest ending. */
function withoutEnding(word: string): string {
	return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(ENDINGS, '');
}

/** Without the letter that changes before an ending: `charge`, `charging`. */
function withoutLast(word: string): string {
	return word.length > 3 ? single(word).replace(/e$/, '') : word;
}

/** With one letter where an ending doubles it: `stopped`, `stop`. */
function single(word: string): string {
	return word.length > 3 ? word.replace(/([^aeiou])\1$/, '$1') : word;
}
