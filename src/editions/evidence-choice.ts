/** What goes into an evidence pack: of a document, of a day, or of a document as at a day. */
import { canonicalJson } from '../model/canonical.ts';
import { compare } from '../model/issue.ts';
import { asAt } from './as-at.ts';
import type { Register } from './register.ts';
import { type PublishedEdition, readableEditions, type Standing, standingOf } from './standing.ts';

/** At least one of both. */
export interface EvidenceQuestion {
	/** Reference code of a document. */
	code?: string;
	/** The day that is asked about, in the United Kingdom. */
	on?: string;
}

export interface EvidenceChoice {
	documents: {
		document: Standing;
		/** Editions whose text goes in, by number. */
		editions: PublishedEdition[];
		/** Of a day: the one that applied, and the latest that readers could see. */
		inForce?: number;
		published?: number;
	}[];
	/** Places in the register of every entry that tells of them. */
	entries: number[];
}

/** Choose from a register. Throws in a reader’s words when there is nothing to choose. */
export function chooseEvidence({ lines, entries }: Register, { code, on }: EvidenceQuestion): EvidenceChoice {
	const all = [...standingOf(entries, '9999-12-31T23:59:59Z').values()].sort((a, b) =>
		compare(a.code, b.code),
	);
	const asked = all.filter((document) => code === undefined || document.code === code);
	if (asked.length === 0)
		throw new Error(`No document with the code ${code} has been published here. Look it up on its page.`);
	const documents = asked.flatMap((document) => {
		const readable = readableEditions(document);
		if (on === undefined) return [{ document, editions: readable }];
		const [inForce, published] = [asAt(readable, on, 'in force'), asAt(readable, on, 'published')];
		const editions = readable.filter((edition) => edition === inForce || edition === published);
		// Asked about by name, a document that did not stand yet is an answer too.
		if (editions.length === 0 && code === undefined) return [];
		return [
			{
				document,
				editions,
				...(inForce && { inForce: inForce.number }),
				...(published && { published: published.number }),
			},
		];
	});
	if (documents.length === 0) throw new Error(`Nothing had been published here by ${on}.`);
	const codes = new Set(documents.map(({ document }) => document.code));
	const told = entries.filter((entry) => codes.has(entry.code)).map(({ index }) => index);
	if (told.some((index) => canonicalJson(entries[index]) !== lines[index]))
		throw new Error('The register is not sound, so it proves nothing.');
	return { documents, entries: told };
}
