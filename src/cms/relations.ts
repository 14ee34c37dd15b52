/** How a field that names another entry offers what there is to choose from. */
import { collections, type EntryType } from '../model/collection.ts';
import type { ReferenceTarget } from '../model/field.ts';
import type { DecapField } from './decap-config.ts';

type EntryTarget = Exclude<ReferenceTarget, 'document'>;

/** What an editor knows a thing by. */
const shownAs: Record<EntryTarget, string[]> = {
	area: ['name.en'],
	pilot: ['name.en'],
	right: ['{{fields.number}}. {{fields.title.en}}'],
	timescale: ['name.en'],
	organisation: ['name.en'],
	term: ['term.en'],
	passage: ['name'],
	person: ['role'],
	topic: ['name.en'],
	media: ['file', 'alt.en'],
};

const searchedBy: Partial<Record<EntryTarget, string[]>> = {
	right: ['title.en', 'plain.en'],
	person: ['role', 'name'],
};

/** More than there will be of any kind, so that none is left out of the list. */
const ALL = 1000;

/** A choice of an entry by its id. Documents stand in four collections, so they are chosen from the list of them all. */
export function relation(target: EntryTarget): Partial<DecapField> {
	const type: EntryType = target;
	return {
		widget: 'relation',
		collection: collections[type].folder,
		value_field: '{{slug}}',
		display_fields: shownAs[target],
		search_fields: searchedBy[target] ?? shownAs[target],
		options_length: ALL,
	};
}
