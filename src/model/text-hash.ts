/**
 * The hash that a sign-off signs, and that a translation remembers of the English it was made from.
 *
 * Signing and reviewing do not change a text, so neither the sign-offs nor the review dates are part of it.
 */
import { canonicalJson, sha256Hex } from './canonical.ts';

interface SignedText {
	/** The keys of the file. */
	data: object;
	/** The body below the front matter. */
	body?: string;
}

/**
 * SHA-256 (64 hexadecimal letters) of the text of one language of a document.
 * `english` is its English file, which holds the shared keys; `translated` the file of the language, when it is another.
 */
export function textHash(english: SignedText, translated?: SignedText): string {
	return sha256Hex(
		canonicalJson({
			shared: withoutEvents(english.data),
			...(translated && { own: withoutEvents(translated.data) }),
			body: ((translated ?? english).body ?? '').replaceAll('\r\n', '\n'),
		}),
	);
}

function withoutEvents(data: object): object {
	const { signOffs, review, translation, ...rest } = data as Record<string, unknown>;
	return rest;
}
