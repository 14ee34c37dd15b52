/** What pages of the past ask of a history: which edition stands before and after, and what became of one. */

import type { Language } from '../../../model/language.ts';
import { translatedAddress } from '../../../release/addresses.ts';
import type { EditionInput, HistoryInput, SiteInput } from '../../../release/site-input.ts';

/** Something that happened to a document without an edition. */
export type HistoryEvent = HistoryInput['events'][number];
type EventOf<K extends HistoryEvent['kind']> = Extract<HistoryEvent, { kind: K }>;

/** Where an edition stands, in a language. */
export function editionAddress(site: SiteInput['site'], edition: EditionInput, language: Language): string {
	return translatedAddress(site, edition.path, language);
}

/** Where the history of a document stands. */
export function historyAddress({ path }: Pick<HistoryInput, 'path'>): string {
	return `${path}history/`;
}

/** Where what changed in an edition stands. */
export function changesAddress(site: SiteInput['site'], edition: EditionInput, language: Language): string {
	return `${editionAddress(site, edition, language)}changes/`;
}

/** The page on which any two editions are compared. */
export const COMPARE_PATH = '/compare/';

/** Where two editions of a document are compared. `page` is where that is done in the language of the reader. */
export function compareAddress(
	{ code }: Pick<HistoryInput, 'code'>,
	old: EditionInput,
	next: EditionInput,
	language: Language = 'en',
	page: string = COMPARE_PATH,
): string {
	const asked = `document=${code}&from=${old.number}&to=${next.number}`;
	return `${page}?${asked}${language === 'en' ? '' : `&language=${language}`}`;
}

/** Where the frozen text of an edition stands as data, in all its languages. */
export function dataAddress({ path }: Pick<EditionInput, 'path'>): string {
	return `${path.slice(0, -1)}.json`;
}

/** Whether its text may still be read. */
export function isReadable({ state }: EditionInput): boolean {
	return state !== 'published in error';
}

/** The edition that one is compared with: the one before it, in this language, whose text may be read. */
export function editionBefore(
	{ editions }: HistoryInput,
	edition: EditionInput,
	language: Language,
): EditionInput | undefined {
	return editions.findLast(
		(each) => each.number < edition.number && isReadable(each) && each.languages.includes(language),
	);
}

/** Whether there is a page of what changed in an edition. */
export function hasChanges(history: HistoryInput, edition: EditionInput, language: Language): boolean {
	return (
		isReadable(edition) &&
		edition.languages.includes(language) &&
		editionBefore(history, edition, language) !== undefined
	);
}

/** One edition of one history, in one of its languages: what a page of the past is about. */
type AboutEdition<T> = (history: HistoryInput, edition: EditionInput, language: Language) => T;

/** Something of every edition in each of its languages. */
export function ofEveryEdition<T>(histories: readonly HistoryInput[], make: AboutEdition<T>): T[] {
	return histories.flatMap((history) =>
		history.editions.flatMap((edition) =>
			edition.languages.map((language) => make(history, edition, language)),
		),
	);
}

/** Something of every edition that has a page of what changed, in each of those languages. */
export function ofEveryChange<T>(histories: readonly HistoryInput[], make: AboutEdition<T>): T[] {
	return ofEveryEdition(histories, (history, edition, language) =>
		hasChanges(history, edition, language) ? [make(history, edition, language)] : [],
	).flat();
}

/** The events of one kind that concern an edition. */
export function eventsOf<K extends 'error' | 'redaction' | 'sign-off'>(
	{ events }: HistoryInput,
	kind: K,
	number: number,
): EventOf<K>[] {
	return events.filter((event): event is EventOf<K> => event.kind === kind && event.number === number);
}
