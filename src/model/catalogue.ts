/**
 * The catalogue: everything that exists, with every mention resolved in both directions.
 *
 * It is built from entries and from the references found in bodies (which markup hands over as data), so that
 * nothing here has to parse a body. What is wrong between entries is found in catalogue-issues.ts.
 */

import type { Audience } from './audience.ts';
import { collections, type DataOf, type DocumentType, type EntryType, isDocumentType } from './collection.ts';
import type { Entry, Reference, Unread } from './entry.ts';
import type { ReferenceTarget } from './field.ts';
import { compare } from './issue.ts';
import type { Language } from './language.ts';
import { keyReferences } from './schema.ts';

/** An entry that mentions another, itself or through passages it shows. */
export interface Dependent {
	entry: Entry;
	reference: Reference;
	/** Ids of the passages in between, outermost first; empty for a direct mention. */
	through: string[];
}

export interface Catalogue {
	/** Every entry, in every language, sorted by file. */
	readonly entries: readonly Entry[];
	/** One entry by id; English unless a language is named. */
	get<T extends EntryType>(type: T, id: string, language?: Language): Entry<T> | undefined;
	/** One document by its reference code. */
	document(code: string, language?: Language): Entry<DocumentType> | undefined;
	/** One entry by its path below the content folder. */
	entry(file: string): Entry | undefined;
	/** All entries of a type in English: documents by code, rights by number, everything else by id. */
	all<T extends EntryType>(type: T): Entry<T>[];
	/** The other languages of an entry. */
	translations<T extends EntryType>(entry: Entry<T>): Entry<T>[];
	/** Who depends on this. */
	dependents(target: ReferenceTarget, id: string): Dependent[];
	/** What one file mentions, in its keys and its body. */
	references(file: string): readonly Reference[];
	/** Files whose keys have problems: what they would be is not missing. */
	readonly unread: readonly Unread[];
}

/** Build the catalogue of entries and the references of their bodies; `unread` are the files beside them. */
export function buildCatalogue(
	entries: readonly Entry[],
	bodyReferences: readonly Reference[],
	unread: readonly Unread[] = [],
): Catalogue {
	return catalogueOf(entries, [...entries.flatMap(referencesInKeys), ...bodyReferences], unread);
}

/** The catalogue of some of the entries, and of the references they make. */
export function partOf(catalogue: Catalogue, keep: (entry: Entry) => boolean): Catalogue {
	const kept = catalogue.entries.filter(keep);
	if (kept.length === catalogue.entries.length && catalogue.unread.length === 0) return catalogue;
	return catalogueOf(
		kept,
		kept.flatMap(({ file }) => catalogue.references(file)),
		[],
	);
}

function catalogueOf(
	entries: readonly Entry[],
	references: readonly Reference[],
	unread: readonly Unread[],
): Catalogue {
	const byKey = new Map<string, Entry>();
	const byCode = new Map<string, Entry>();
	for (const entry of entries) {
		byKey.set(`${entry.type}:${entry.id}:${entry.language}`, entry);
		const code = codeOf(entry);
		if (code !== undefined && !byCode.has(code)) byCode.set(code, entry);
	}
	const byTarget = groupBy(references, ({ target, id }) => `${target}:${id}`);
	const byFile = groupBy(references, ({ file }) => file);
	const entryOf = new Map(entries.map((entry) => [entry.file, entry]));
	const english = groupBy(
		entries.filter(({ language }) => language === 'en'),
		({ type }) => type,
	);
	for (const group of english.values()) group.sort((a, b) => compare(sortKey(a), sortKey(b)));
	const translated = groupBy(
		entries.filter(({ language }) => language !== 'en'),
		({ type, id }) => `${type}:${id}`,
	);

	const get: Catalogue['get'] = <T extends EntryType>(type: T, id: string, language: Language = 'en') =>
		byKey.get(`${type}:${id}:${language}`) as Entry<T> | undefined;

	const dependents = (target: ReferenceTarget, id: string, through: string[] = []): Dependent[] =>
		(byTarget.get(`${target}:${id}`) ?? []).flatMap((reference) => {
			const entry = entryOf.get(reference.file);
			if (!entry) return [];
			const onward =
				entry.type === 'passage' && !through.includes(entry.id)
					? dependents('passage', entry.id, [entry.id, ...through])
					: [];
			return [{ entry, reference, through }, ...onward];
		});

	return {
		entries,
		get,
		document: (code, language = 'en') => {
			const entry = byCode.get(code) as Entry<DocumentType> | undefined;
			return entry && language !== 'en' ? get(entry.type, entry.id, language) : entry;
		},
		entry: (file) => entryOf.get(file),
		all: <T extends EntryType>(type: T) => [...(english.get(type) ?? [])] as Entry<T>[],
		translations: <T extends EntryType>(entry: Entry<T>) =>
			[...(translated.get(`${entry.type}:${entry.id}`) ?? [])] as Entry<T>[],
		dependents: (target, id) => dependents(target, id),
		references: (file) => byFile.get(file) ?? [],
		unread,
	};
}

/** The reference code of a document; undefined for other entries and for translations. */
export function codeOf(entry: Entry): string | undefined {
	return isDocumentType(entry.type) && entry.language === 'en'
		? (entry.data as DataOf<DocumentType>).code
		: undefined;
}

/** The audience of an entry: that of its type, or the one it carries. Facts without one are for everybody. */
export function audienceOf(entry: Entry): Audience {
	const fixed = (collections[entry.type] as { audience?: Audience }).audience;
	return fixed ?? (entry.data as { audience?: Audience }).audience ?? 'public';
}

function referencesInKeys(entry: Entry): readonly Reference[] {
	const known = keyReferencesOf.get(entry);
	if (known) return known;
	const collection = collections[entry.type];
	const schema =
		entry.language !== 'en' && 'translationSchema' in collection
			? collection.translationSchema
			: collection.schema;
	const found = keyReferences(schema, entry.data).map(({ path, target, id }) => ({
		file: entry.file,
		// Looking a place up costs more than all else here, and only issues need it.
		get place() {
			return entry.locate(path);
		},
		target,
		id,
		via: path.join('.'),
	}));
	keyReferencesOf.set(entry, found);
	return found;
}
/** Entries never change, and a draft is judged among thousands of the same ones again and again. */
const keyReferencesOf = new WeakMap<Entry, readonly Reference[]>();

function sortKey(entry: Entry): string {
	if (entry.type === 'right') return String((entry.data as DataOf<'right'>).number).padStart(2, '0');
	return codeOf(entry) ?? entry.id;
}

/** Items by key, in the order they came. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group) group.push(item);
		else groups.set(key(item), [item]);
	}
	return groups;
}
