/**
 * The register: everything that happened to what one site has published, in the order it happened.
 *
 * One entry a line in canonical JSON; each names the hash of the line before, so that no line can be changed,
 * dropped or moved without all later ones showing it. `content/editions/register.<site>.jsonl`.
 */
import type { EditionFacts } from './edition.ts';

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
	source: Record<string, string>;
	html: Record<string, string>;
	text: Record<string, string>;
}

export type RegisterEntry = Happened &
	(
		| ({ kind: 'edition'; parts: PartHashes } & Omit<EditionFacts, 'code'>)
		/** The same words in a new form: of which edition, and from 2 on. */
		| { kind: 'rendering'; number: number; rendering: number; parts: Omit<PartHashes, 'source'> }
		/** Read again, nothing changed. `by` is a role. */
		| { kind: 'review'; by: string; outcome: string; on: string }
		| { kind: 'withdrawal'; on: string; why: string; replacedBy?: string }
		/** Published in error: the text is gone, its hashes stay. */
		| { kind: 'error'; number: number; why: string }
		/** Personal data taken out of an edition: the hashes of what was there stay in its entry. */
		| { kind: 'redaction'; number: number; why: string; parts: Omit<PartHashes, 'source'> }
		| { kind: 'merge'; into: string }
		| { kind: 'rename'; from: string; to: string }
		/** Given after an emergency. */
		| { kind: 'sign-off'; number: number; signOff: EditionFacts['signOffs'][number] }
	);
