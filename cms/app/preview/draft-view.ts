/** A file of a draft as a preview reads it: whatever its form holds by now, whether or not it is complete. */
import type { ReadDraft } from '../../../src/cms/read-draft.ts';
import type { ParsedBody } from '../../../src/markup/index.ts';
import type { Catalogue } from '../../../src/model/catalogue.ts';
import { collections, type EntryType } from '../../../src/model/collection.ts';
import { splitFrontMatter } from '../../../src/model/front-matter.ts';
import type { Language } from '../../../src/model/language.ts';
import type { Placeholder } from '../../../src/model/letter-template.ts';
import { nameOf } from '../../../src/model/read-text.ts';
import { readKeys } from '../../../src/model/yaml.ts';

export type Keys = Record<string, unknown>;

export interface DraftView {
	type: EntryType;
	id: string;
	language: Language;
	/** The keys that all languages share. */
	shared: Keys;
	/** The keys of this language. */
	own: Keys;
	/** Absent when the text cannot be read at all. */
	parsed?: ParsedBody;
	/** Everything published, with the draft in its place. */
	catalogue: Catalogue;
}

/** The view of one file of a draft; nothing when its name says nothing. */
export function draftView(draft: ReadDraft, file: string): DraftView | undefined {
	const named = nameOf(file);
	const found = draft.files.find((each) => each.file === file);
	if ('issue' in named || found?.text === undefined) return undefined;
	const { type, id, language } = named;
	const { catalogue } = draft;
	const own = keysOf(type, found.text);
	const english = draft.files.find((each) => each.file === file.replace(/\.\w+\.mdx$/, '.en.mdx'));
	const shared =
		language === 'en'
			? own
			: english?.text !== undefined
				? keysOf(type, english.text)
				: ((catalogue.get(type, id)?.data as Keys | undefined) ?? {});
	return { type, id, language, shared, own, ...(found.parsed && { parsed: found.parsed }), catalogue };
}

function keysOf(type: EntryType, text: string): Keys {
	const yaml = collections[type].hasBody ? splitFrontMatter(text, '').frontMatter?.yaml : text;
	const value = yaml === undefined ? undefined : readKeys(yaml, '', 1).keys?.value;
	return group(value);
}

/** The text of a key; empty for anything else. */
export function words(keys: Keys, ...path: readonly string[]): string {
	const value = path.reduce<unknown>((inner, key) => group(inner)[key], keys);
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The items of a key; none for anything else. */
export function items(keys: Keys, key: string): unknown[] {
	const value = keys[key];
	return Array.isArray(value) ? value : [];
}

/** The texts in a list. */
export function texts(keys: Keys, key: string): string[] {
	return items(keys, key).filter((each) => typeof each === 'string');
}

export function group(value: unknown): Keys {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Keys) : {};
}

/** The declared gaps of a letter that can be shown, in the words of its language. */
export function placeholdersIn({ shared, own }: DraftView): Placeholder[] {
	const translated = items(own, 'placeholders').map(group);
	return items(shared, 'placeholders')
		.map(group)
		.filter((each) => typeof each.name === 'string' && typeof each.example === 'string')
		.map((each) => ({
			...(each as unknown as Placeholder),
			...translated.find(({ name }) => name === each.name),
		}));
}
