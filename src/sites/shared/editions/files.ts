/** The files of the past beside its pages: frozen texts as data, lists of editions, and where each stood on a day. */
import {
	frozenParts,
	MEMENTOS_FILE,
	type Mementos,
	REDIRECTS_FILE,
	timeMapJson,
	timeMapLinks,
} from '../../../editions/index.ts';
import { dayOf } from '../../../model/document.ts';
import { translatedAddress } from '../../../release/addresses.ts';
import type {
	EditionInput,
	HistoryInput,
	LoadEdition,
	PageInput,
	SiteInput,
} from '../../../release/site-input.ts';
import { dataAddress, isReadable } from './past.ts';

/** What the page that compares any two editions is told of a document. */
export interface ComparableDocument {
	code: string;
	title: string;
	path: string;
	editions: (Pick<EditionInput, 'number' | 'published' | 'inForceFrom' | 'path' | 'languages'> & {
		/** Where its frozen text stands; absent when it may no longer be read. */
		data?: string;
	})[];
}

/** Where the page that compares two editions finds a document by its code. */
export const comparableAddress = (code: string) => `/compare/${code}.json`;

/** All files of the past of a site. */
export function editionFiles(input: SiteInput, load: LoadEdition): PageInput[] {
	const mementos: Mementos = {};
	const files = input.histories.flatMap((history): PageInput[] => {
		const pages = mementosOf(input, history);
		Object.assign(mementos, pages);
		return [
			...Object.entries(pages).flatMap(([page, editions]): PageInput[] => [
				{ path: `${page}timemap.link`, data: timeMapLinks(page, editions) },
				{ path: `${page}timemap.json`, data: timeMapJson(page, editions) },
			]),
			{ path: comparableAddress(history.code), data: JSON.stringify(comparable(history)) },
			...history.editions.filter(isReadable).map(
				(edition): PageInput => ({
					path: dataAddress(edition),
					later: () => ({
						key: `${edition.hash} ${edition.path}`,
						data: () => {
							const views = load(edition);
							return JSON.stringify({
								code: edition.code,
								number: edition.number,
								...frozenParts(views),
								views,
							});
						},
					}),
				}),
			),
		];
	});
	if (files.length === 0) return [];
	return [
		...files,
		{ path: MEMENTOS_FILE, data: JSON.stringify(mementos) },
		{ path: REDIRECTS_FILE, data: JSON.stringify([...input.redirects, ...datedAddresses(input)]) },
	];
}

/** One dated address for each day on which an edition was published: it leads to the last of that day. */
export function datedAddresses(input: SiteInput): { from: string; to: string }[] {
	return input.histories.flatMap((history) =>
		Object.entries(mementosOf(input, history)).flatMap(([page, editions]) => {
			const days = new Map(
				Object.entries(editions).map(([number, published]) => [dayOf(published), number] as const),
			);
			return [...days].map(([day, number]) => ({
				from: `${page}as-at/${day}/`,
				to: `${page}editions/${number}/`,
			}));
		}),
	);
}

/** The editions of a document by the page they are past states of: one in each language. */
function mementosOf({ site }: SiteInput, { editions }: HistoryInput): Mementos {
	const mementos: Mementos = {};
	for (const { path, number, published, languages } of editions) {
		for (const language of languages) {
			const page = translatedAddress(site, path, language).replace(/editions\/\d+\/$/, '');
			mementos[page] = { ...mementos[page], [number]: published };
		}
	}
	return mementos;
}

function comparable({ code, title, path, editions }: HistoryInput): ComparableDocument {
	return {
		code,
		title,
		path,
		editions: editions.map((edition) => {
			const { number, published, inForceFrom, path, languages } = edition;
			return {
				number,
				published,
				inForceFrom,
				path,
				languages,
				...(isReadable(edition) && { data: dataAddress(edition) }),
			};
		}),
	};
}
