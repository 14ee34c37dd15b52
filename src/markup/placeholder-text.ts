/** Finding the gaps of a letter in its text: `((victim name))`, however it is spaced or capitalised. */
import { PLACEHOLDER_NAME } from '../model/letter-template.ts';

const MOST_CHARACTERS = 40;
/** How far the closing brackets of a gap are looked for. */
const FARTHEST_CLOSE = 200;

export type Piece =
	| { kind: 'words'; from: number; to: number }
	| { kind: 'gap'; from: number; to: number; name: string; written: string }
	| { kind: 'wrong'; from: number; to: number; written: string; why: 'name' | 'unclosed' | 'unopened' };

/** The name as it is declared: small letters, single spaces. */
export function placeholderName(written: string): string {
	return written.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
}

/** Cut a text into words and gaps. `openBrackets` counts brackets open before this text, as in “(see (a))”. */
export function cutAtGaps(text: string, openBrackets = { count: 0 }): Piece[] {
	const pieces: Piece[] = [];
	let from = 0;
	const upTo = (to: number) => {
		if (to > from) pieces.push({ kind: 'words', from, to });
	};
	for (let at = 0; at < text.length; ) {
		if (text.startsWith('((', at)) {
			const near = text.slice(at, at + FARTHEST_CLOSE).indexOf('))');
			const close = near === -1 ? -1 : at + near;
			const inner = close === -1 ? '' : text.slice(at + 2, close);
			upTo(at);
			if (close === -1 || inner.includes('((')) {
				const to = at + 2;
				pieces.push({
					kind: 'wrong',
					from: at,
					to,
					written: text.slice(at, at + 2 + MOST_CHARACTERS),
					why: 'unclosed',
				});
				from = at = to;
				continue;
			}
			const to = close + 2;
			const name = placeholderName(inner);
			const written = text.slice(at, to);
			pieces.push(
				PLACEHOLDER_NAME.test(name) && name.length <= MOST_CHARACTERS
					? { kind: 'gap', from: at, to, name, written }
					: { kind: 'wrong', from: at, to, written, why: 'name' },
			);
			from = at = to;
			continue;
		}
		if (text[at] === '(') openBrackets.count++;
		if (text[at] === ')') {
			if (text.startsWith('))', at) && openBrackets.count < 2) {
				upTo(at);
				pieces.push({
					kind: 'wrong',
					from: at,
					to: at + 2,
					written: text.slice(Math.max(0, at - MOST_CHARACTERS), at + 2),
					why: 'unopened',
				});
				from = at = at + 2;
				continue;
			}
			openBrackets.count = Math.max(0, openBrackets.count - 1);
		}
		at++;
	}
	upTo(text.length);
	return pieces;
}
