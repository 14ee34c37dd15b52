/** A month in words. Of the start of a pilot often no more is known. */
import { wordsFor } from '../shared/words/index.ts';

/** `2026-11` or a day of it: “November 2026”. */
export function monthInWords(day: string): string {
	return `${wordsFor('en').months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}
