/** What there is to choose from where a text names something: with the words an editor knows it by. */

import type { DataOf, EntryType } from '../model/collection.ts';
import { collections, isDocumentType } from '../model/collection.ts';
import type { ReferenceTarget } from '../model/field.ts';
import { timescaleInWords } from '../model/timescale.ts';
import type { CatalogueData } from './catalogue-data.ts';

export interface CatalogueChoice {
	/** What is written: the id, or the code of a document. */
	value: string;
	label: string;
	/** What helps to tell it from others. */
	detail?: string;
}

/** Everything of one kind, in the order of their names. */
export function catalogueChoices({ entries }: CatalogueData, target: ReferenceTarget): CatalogueChoice[] {
	const found = entries
		.filter(
			({ type, language }) =>
				language === 'en' && (target === 'document' ? isDocumentType(type) : type === target),
		)
		.map(({ type, id, data }) => choiceOf(type, id, data as never));
	return found.sort((a, b) => order.compare(a.label, b.label));
}

const order = new Intl.Collator('en', { numeric: true });

function choiceOf(type: EntryType, value: string, data: never): CatalogueChoice {
	const describe = describers[type];
	return { value, ...(describe?.(data) ?? { label: value }) };
}

type Description = Omit<CatalogueChoice, 'value'> & { value?: string };

const document =
	(type: EntryType) =>
	({ code, title }: { code: string; title: string }): Description => ({
		value: code,
		label: title,
		detail: `${code}, ${collections[type].name}`,
	});

const describers: { [T in EntryType]?: (data: DataOf<T>) => Description } = {
	standard: document('standard'),
	letter: document('letter'),
	guidance: document('guidance'),
	'victim-page': document('victim-page'),
	area: ({ name, covers }) => ({ label: name.en, detail: covers.en }),
	pilot: ({ name }) => ({ label: name.en }),
	right: ({ number, title }) => ({ label: `Right ${number}: ${title.en}` }),
	timescale: (data) => ({ label: data.name.en, detail: timescaleInWords(data) }),
	organisation: ({ name, about }) => ({ label: name.en, detail: about.en }),
	term: ({ term, plain }) => ({ label: term.en, detail: plain.en }),
	passage: ({ name }) => ({ label: name }),
	person: ({ role }) => ({ label: role }),
	topic: ({ name }) => ({ label: name.en }),
	media: ({ file, alt }) => ({ label: alt.en, detail: file }),
};

/** Those that have every word of a search in their label, detail or value. */
export function matchingChoices<T extends CatalogueChoice>(choices: readonly T[], search: string): T[] {
	const words = plain(search).split(' ').filter(Boolean);
	return choices.filter(({ value, label, detail = '' }) => {
		const text = plain(`${label} ${detail} ${value}`);
		return words.every((word) => text.includes(word));
	});
}

function plain(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
