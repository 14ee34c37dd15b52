/** Sign-offs: written into the English file by the server alone, each for one text, and gone when that text changes. */
import type { z } from 'zod';
import type { DraftName } from '../../src/cms/protocol.ts';
import { canonicalJson } from '../../src/model/canonical.ts';
import type { DataOf, DocumentType } from '../../src/model/collection.ts';
import type { signOffSchema } from '../../src/model/document.ts';
import type { Entry } from '../../src/model/entry.ts';
import { type Language, languages } from '../../src/model/language.ts';
import { textHash } from '../../src/model/text-hash.ts';
import type { Commit } from './commits.ts';
import { editKeys } from './key-edit.ts';
import { entryPath } from './paths.ts';
import { type Reading, type Readings, signedText } from './readings.ts';

export type SignOff = z.output<typeof signOffSchema>;

/** The readings of one document, by language. */
export type Languages = ReadonlyMap<Language, Reading>;

export async function languagesAt(readings: Readings, commit: Commit, name: DraftName): Promise<Languages> {
	const found = await Promise.all(
		languages.map(
			async (language) => [language, await readings.read(commit, entryPath(name, language))] as const,
		),
	);
	return new Map(found.filter((each): each is [Language, Reading] => each[1] !== undefined));
}

/** The hash of the text of one language; undefined while it has problems, because nobody can sign such a text. */
export function hashOf(texts: Languages, language: Language): string | undefined {
	const english = texts.get('en')?.entry;
	const own = texts.get(language)?.entry;
	if (!english || !own) return undefined;
	return language === 'en' ? textHash(signedText(english)) : textHash(signedText(english), signedText(own));
}

/** The sign-offs that a document carries. */
export function signOffsOf(texts: Languages): SignOff[] {
	const english = texts.get('en')?.entry as Entry<DocumentType> | undefined;
	return (english?.data as DataOf<DocumentType> | undefined)?.signOffs ?? [];
}

export function holds(texts: Languages, { language, hash }: SignOff): boolean {
	return hashOf(texts, language) === hash;
}

/** Of the sign-offs there were, those that hold for these texts. */
export function stillHolding(texts: Languages, before: readonly SignOff[]): SignOff[] {
	const each = new Map(before.map((signOff) => [canonicalJson(signOff), signOff]));
	return [...each.values()].filter((signOff) => holds(texts, signOff));
}

/** The English text with these sign-offs. Undefined when its keys cannot be read. */
export function writeSignOffs(text: string, signOffs: readonly SignOff[]): string | undefined {
	return editKeys(text, ({ signOffs: _, ...keys }) => (signOffs.length > 0 ? { ...keys, signOffs } : keys));
}
