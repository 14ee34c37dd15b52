/**
 * The register: everything that happened to what one site has published, in the order it happened.
 *
 * One entry a line in canonical JSON; each names the hash of the line before, so that no line can be changed,
 * dropped or moved without all later ones showing it. `content/editions/register.<site>.jsonl`.
 */
import type { EditionFacts, ReviewNote } from './edition.ts';

interface Happened {
	/** Place in the register, from 0. */
	index: number;
	/** SHA-256 of the line before, without its line end; of the first entry 64 zeros. */
	previous: string;
	/** When, in universal time. */
	at: string;
	code: string;
}

/** SHA-256 of each frozen part, by language. */
export interface PartHashes {
	/** Of the source files. Empty in the register of the public, whose readers never see them. */
	source: Record<string, string>;
	html: Record<string, string>;
	text: Record<string, string>;
	/** Of all that is shown, as canonical JSON: title, summary, facts and links too. */
	view: Record<string, string>;
	/** Of the images shown, by file name. */
	media?: Record<string, string>;
	/** Of the file that keeps the source; in the register of staff alone. */
	record?: string;
}

/** What of an edition was made anew. */
export type RenderedParts = Omit<PartHashes, 'source' | 'record'>;

export type RegisterEntry = Happened &
	(
		| ({ kind: 'edition'; parts: PartHashes } & Omit<EditionFacts, 'code'>)
		/** The same words in a new form: of which edition, and from 2 on. */
		| { kind: 'rendering'; number: number; rendering: number; parts: RenderedParts }
		/** Read again, nothing changed. `by` is a role. */
		| ({ kind: 'review' } & ReviewNote)
		| { kind: 'withdrawal'; on: string; why: string; replacedBy?: string }
		/** Published in error: the text is gone, its hashes stay. `record` is that of the file that keeps the rest. */
		| { kind: 'error'; number: number; why: string; record?: string }
		/** Personal data taken out of an edition, in a rendering that is kept alone: the hashes of what was there stay. */
		| { kind: 'redaction'; number: number; rendering: number; why: string; parts: PartHashes }
		| { kind: 'merge'; into: string }
		/** Ids. */
		| { kind: 'rename'; from: string; to: string }
		/** The reference data the site shows from then on; `code` is empty. `hash` is that of its file. */
		| { kind: 'data'; number: number; hash: string }
		/** Given after an emergency. */
		| { kind: 'sign-off'; number: number; signOff: EditionFacts['signOffs'][number] }
	);
