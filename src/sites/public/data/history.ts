/** What changed on a page, in plain words: told from the words themselves, since notes of changes are written for staff. */
import { compare, contentTree, whatMatters } from '../../../editions/index.ts';
import { dayOf } from '../../../model/document.ts';
import type { Language } from '../../../model/language.ts';
import type { EditionInput, HistoryInput, PageInput } from '../../../release/site-input.ts';
import { type MatterInWords, matterInWords } from '../../shared/editions/matter-words.ts';
import { compareAddress, editionBefore, isReadable } from '../../shared/editions/past.ts';
import { evidenceAddress } from '../../shared/editions/register-files.ts';
import { fill, interfaceLanguages, wordsFor } from '../../shared/words/index.ts';
import { addressFor } from '../address.ts';
import type { Frame } from '../frame.ts';
import { historyFor, type Past, textOf, type Version, versionOf } from './past.ts';
import type { Fragment } from './site.ts';

/** A day on which something happened to a page. */
export type Happened =
	| { what: 'version'; version: Version; inForceFrom: string; first: boolean; matters: MatterInWords[] }
	| { what: 'withdrawn' | 'mistake' | 'read again'; on: string };

export interface History {
	frame: Frame;
	title: string;
	/** The page as it stands today. */
	today: string;
	compare?: string;
	/** Where the proof of what it said is made. */
	evidence: string;
	/** The latest first. */
	years: { year: string; happened: Happened[] }[];
	emergency?: Fragment;
}

export function historyPages(past: Past): PageInput[] {
	return past.input.histories.flatMap((history) =>
		interfaceLanguages.flatMap((language) => {
			const document = past.documents.get(`${history.code} ${language}`);
			return document ? [historyPage(past, history, language)] : [];
		}),
	);
}

function historyPage(past: Past, history: HistoryInput, language: Language): PageInput {
	const { emergency, ...everyPage } = past.everyPage(language);
	const document = past.documents.get(`${history.code} ${language}`);
	const { title = history.title, path: today = history.path, victimPage, languages = [] } = document ?? {};
	const path = historyFor(past, history, language);
	const tab = victimPage?.tabTitle;
	const readable = history.editions.filter((each) => isReadable(each) && each.languages.includes(language));
	const [old, latest] = readable.slice(-2);
	const around = (): Omit<History, 'years'> => ({
		frame: {
			language,
			path,
			languages: languages
				.filter((each) => (interfaceLanguages as readonly Language[]).includes(each.language))
				.map((each) => ({ language: each.language, path: historyFor(past, history, each.language) })),
			...(tab !== undefined && { tabTitle: fill(wordsFor(language).past.tabHistory, { title: tab }) }),
			...everyPage,
		},
		title,
		today,
		evidence: evidenceAddress(history, { page: addressFor('register', language) }),
		...(old &&
			latest && { compare: compareAddress(history, old, latest, language, addressFor('compare', language)) }),
		...(victimPage?.sensitive && emergency && { emergency }),
	});
	const versions = readable.map((edition) => ({
		version: versionOf(history, edition, language),
		inForceFrom: edition.inForceFrom,
	}));
	const events = eventsIn(history);
	return {
		path,
		as: '/versions/',
		later: () => {
			const page = around();
			return {
				key: JSON.stringify([page, versions, events, readable.map(({ hash }) => hash)]),
				data: (): History => {
					const changes = readable.map((edition, index): Happened => {
						const before = editionBefore(history, edition, language);
						const shown = versions[index] as (typeof versions)[number];
						return {
							what: 'version',
							...shown,
							first: before === undefined,
							matters: before ? mattersBetween(past, before, edition, language) : [],
						};
					});
					return { ...page, years: byYear([...changes, ...events]) };
				},
			};
		},
	};
}

function mattersBetween(
	past: Past,
	before: EditionInput,
	after: EditionInput,
	language: Language,
): MatterInWords[] {
	const [old, next] = [textOf(past, before, language), textOf(past, after, language)];
	if (!old || !next) return [];
	const matters = whatMatters(old, next, compare(contentTree(old), contentTree(next)));
	return matters.map((matter) => matterInWords(matter, wordsFor(language), {}));
}

function eventsIn({ events }: HistoryInput): Happened[] {
	return events.flatMap((event): Happened[] => {
		if (event.kind === 'withdrawal') return [{ what: 'withdrawn', on: event.on }];
		if (event.kind === 'error') return [{ what: 'mistake', on: dayOf(event.at) }];
		return event.kind === 'review' ? [{ what: 'read again', on: event.on }] : [];
	});
}

function byYear(happened: readonly Happened[]): History['years'] {
	const dayIn = (each: Happened) => (each.what === 'version' ? each.version.on : each.on);
	const years = [...new Set(happened.map((each) => dayIn(each).slice(0, 4)))].sort().reverse();
	return years.map((year) => ({
		year,
		happened: happened
			.filter((each) => dayIn(each).startsWith(year))
			.sort((a, b) => (dayIn(a) < dayIn(b) ? 1 : dayIn(a) > dayIn(b) ? -1 : 0)),
	}));
}
