/** What the pages of the past of the public site are made from, gathered once. */
import { dayOf } from '../../../model/document.ts';
import type { Language } from '../../../model/language.ts';
import { translatedAddress } from '../../../release/addresses.ts';
import type {
	DocumentInput,
	DocumentView,
	EditionInput,
	HistoryInput,
	LoadEdition,
	SiteInput,
} from '../../../release/site-input.ts';
import {
	changesAddress,
	editionAddress,
	hasChanges,
	historyAddress,
	isReadable,
} from '../../shared/editions/past.ts';
import { interfaceLanguage } from '../../shared/words/index.ts';
import type { Frame } from '../frame.ts';
import { type Fragment, leavingQuickly, passage } from './site.ts';

export interface Past {
	input: SiteInput;
	load: LoadEdition;
	/** Documents by code and language: `VP-004 en`. */
	documents: ReadonlyMap<string, DocumentInput>;
	/** What every page of a language has. */
	everyPage(language: Language): Pick<Frame, 'leavingQuickly'> & { emergency?: Fragment };
}

/** A version of a page that another leads to. */
export interface Version {
	number: number;
	/** The day it was published. */
	on: string;
	path: string;
	changes?: string;
}

export function pastOf(input: SiteInput, load: LoadEdition): Past {
	const known = new Map<Language, ReturnType<Past['everyPage']>>();
	return {
		input,
		load,
		documents: new Map(input.documents.map((each) => [`${each.code} ${each.language}`, each])),
		everyPage(language) {
			const found = known.get(language) ?? {
				...leavingQuickly(input, language),
				emergency: passage(input, 'emergency', language),
			};
			known.set(language, found);
			return found;
		},
	};
}

export function versionOf(history: HistoryInput, edition: EditionInput, language: Language): Version {
	return {
		number: edition.number,
		on: dayOf(edition.published),
		path: editionAddress('public', edition, language),
		...(hasChanges(history, edition, language) && { changes: changesAddress('public', edition, language) }),
	};
}

/** Where the history of a page stands for a reader of a language. */
export function historyFor(past: Past, history: HistoryInput, language: Language): string {
	const own = interfaceLanguage(language);
	const exists = past.documents.has(`${history.code} ${own}`);
	return translatedAddress('public', historyAddress(history), exists ? own : 'en');
}

/** The page as it stands today, in a language or in English. */
export function todayOf(past: Past, { code }: HistoryInput, language: Language): DocumentInput | undefined {
	return past.documents.get(`${code} ${language}`) ?? past.documents.get(`${code} en`);
}

/** The frozen text of an edition in a language; nothing when it may no longer be read. */
export function textOf({ load }: Past, edition: EditionInput, language: Language): DocumentView | undefined {
	return isReadable(edition) && edition.languages.includes(language) ? load(edition)[language] : undefined;
}
