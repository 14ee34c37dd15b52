/** Everything published as plain data: what the editing server sends once, and the editor judges each draft against. */
import type { Catalogue } from '../model/catalogue.ts';
import type { Body, Entry, Reference } from '../model/entry.ts';

export interface CatalogueData {
	entries: (Pick<Entry, 'file' | 'type' | 'id' | 'language' | 'data'> & {
		/** Of passages and standards alone: other pages show their text, or name their clauses. */
		body?: Body;
	})[];
	/** What bodies mention; what keys mention is in the data. */
	references: Omit<Reference, 'place'>[];
}

/** Where nobody looks: what is published was judged when it was published. */
const SOMEWHERE = { line: 1, column: 1 };

/** The data of a catalogue, and of the references found in its bodies. */
export function catalogueData(
	{ entries }: Pick<Catalogue, 'entries'>,
	bodyReferences: readonly Reference[],
): CatalogueData {
	return {
		entries: entries.map(({ file, type, id, language, data, body }) => ({
			file,
			type,
			id,
			language,
			data,
			...(body && (type === 'passage' || type === 'standard') && { body }),
		})),
		references: bodyReferences.map(({ file, target, id, via, clause }) => ({
			file,
			target,
			id,
			via,
			...(clause !== undefined && { clause }),
		})),
	};
}

export interface OpenData {
	entries: readonly Entry[];
	references: readonly Reference[];
}

/** Entries and references again. Done once for all judgements. */
export function openData({ entries, references }: CatalogueData): OpenData {
	return {
		entries: entries.map((entry) => ({ ...entry, locate: () => SOMEWHERE })),
		references: references.map((reference) => ({ ...reference, place: SOMEWHERE })),
	};
}
