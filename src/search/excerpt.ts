/** A short stretch of a page around the words that match. Pure. */

/** Some words of an excerpt, and whether they are what was looked for. */
export interface Piece {
	text: string;
	match: boolean;
}

const MATCH = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u;

/**
 * The stretch of `length` words that holds most matches, between the words numbered `from` and `to`. The matches
 * and the bounds are numbers of words, as the index counts them.
 */
export function excerptOf(
	words: readonly string[],
	matches: readonly number[],
	from: number,
	to: number,
	length: number,
): Piece[] {
	const inside = [...new Set(matches)].filter((at) => at >= from && at < to).sort((a, b) => a - b);
	const start = startOf(inside, from, to, length);
	const end = Math.min(to, start + length);
	const marked = new Set(inside);
	const pieces: Piece[] = [];
	if (start > from) pieces.push({ text: '… ', match: false });
	for (let at = start; at < end; at++) {
		const match = marked.has(at);
		const last = pieces.at(-1);
		const space = at + 1 < end ? ' ' : '';
		// Signs around a match, and the space after it, are not part of it.
		const [, before = '', inner = '', after = ''] = (match && MATCH.exec(words[at] ?? '')) || [];
		if (match)
			pieces.push(
				{ text: before, match: false },
				{ text: inner, match },
				{ text: after + space, match: false },
			);
		else if (last && !last.match) last.text += `${words[at]}${space}`;
		else pieces.push({ text: `${words[at]}${space}`, match });
	}
	if (end < to) pieces.push({ text: ' …', match: false });
	return pieces.filter(({ text }) => text !== '');
}

/** Where to start so that most matches are shown, with a few words before the first of them. */
function startOf(matches: readonly number[], from: number, to: number, length: number): number {
	let best = from;
	let most = 0;
	for (const [index, at] of matches.entries()) {
		let count = 0;
		while ((matches[index + count] ?? Number.POSITIVE_INFINITY) < at + length) count++;
		if (count > most) [best, most] = [at, count];
	}
	const before = most === 0 ? from : best - Math.floor(length / 5);
	return Math.max(from, Math.min(before, to - length));
}
