/**
 * What each file was when it was opened, so that a save can say so and nobody’s work is overwritten unseen.
 *
 * Decap forgets it, and reads files again behind the form; the text a form was opened with travels in its data. So the
 * blob a save builds on is the one of that text, or what our own earlier saves from the same form made of it.
 */
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The id git gives a text. */
export function blobId(text: string): string {
	const bytes = utf8ToBytes(text);
	return bytesToHex(sha1(concatBytes(utf8ToBytes(`blob ${bytes.length}\0`), bytes)));
}

export interface OpenedTexts {
	/** A form’s text was printed from data that was opened as `source`; undefined for a file that is new. */
	printed(text: string, source: string | undefined): void;
	/** The server gave a file: saves that led elsewhere are no longer true. */
	read(path: string, id: string | undefined): void;
	/** The blob that a save of this text to this path builds on. */
	baseOf(path: string, text: string): string | undefined;
	/** A save went through and made this blob. */
	saved(path: string, base: string | undefined, id: string): void;
}

export function openedTexts(): OpenedTexts {
	const sources = new Map<string, string | undefined>();
	/** For a path and the blob a form was opened with: the blob that saves from that form have made since. */
	const made = new Map<string, Map<string, string>>();
	return {
		printed(text, source) {
			sources.set(text, source);
		},
		read(path, id) {
			const chain = made.get(path);
			for (const [from, to] of chain ?? []) if (to !== id) chain?.delete(from);
		},
		baseOf(path, text) {
			const source = sources.get(text);
			const opened = source === undefined ? NONE : blobId(source);
			return made.get(path)?.get(opened) ?? (opened === NONE ? undefined : opened);
		},
		saved(path, base, id) {
			const chain = made.get(path) ?? new Map<string, string>();
			for (const [from, to] of chain) if (to === base) chain.set(from, id);
			chain.set(base ?? NONE, id);
			made.set(path, chain);
		},
	};
}

const NONE = 'none';
