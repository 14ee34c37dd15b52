/** What goes into an evidence pack: of a document, of a day, or of a document as at a day. */
import { canonicalJson } from '../model/canonical.ts';
import { dayOf } from '../model/day-of.ts';
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
		/** The day by which it had been withdrawn. */
		withdrawn?: string;
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
		const stood = stoodOn(document, on);
		const [inForce, published] = [asAt(stood, on, 'in force'), asAt(stood, on, 'published')];
		const editions = readable.filter((edition) => edition === inForce || edition === published);
		// Asked about by name, a document that did not stand yet is an answer too.
		if (!published && code === undefined) return [];
		const withdrawn = published && withdrawnOn(document, published, on);
		return [
			{
				document,
				editions,
				...(inForce && { inForce: inForce.number }),
				...(published && { published: published.number }),
				...(withdrawn !== undefined && { withdrawn }),
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

/** The editions that had not been taken away by a day: what was published in error stood until it was. */
function stoodOn({ editions, events }: Standing, day: string): PublishedEdition[] {
	const taken = events.flatMap((event) =>
		event.kind === 'error' && dayOf(event.at) <= day ? [event.number] : [],
	);
	return editions.filter(({ number }) => !taken.includes(number));
}

/** The day on which an edition had been withdrawn, by a day. One that was published again stands again. */
function withdrawnOn({ events }: Standing, { published }: PublishedEdition, day: string): string | undefined {
	return events
		.flatMap((event) => (event.kind === 'withdrawal' ? [event.on] : []))
		.findLast((on) => dayOf(published) <= on && on <= day);
}
