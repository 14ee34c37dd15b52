/** A version of a page as it was, with the way to the page of today. */

import { dayOf } from '../../../model/document.ts';
import type { Language } from '../../../model/language.ts';
import type { DocumentView, EditionInput, HistoryInput, PageInput } from '../../../release/site-input.ts';
import { editionAddress, eventsOf, ofEveryEdition } from '../../shared/editions/past.ts';
import { fill, wordsFor } from '../../shared/words/index.ts';
import type { Frame } from '../frame.ts';
import { type Source, sourcesOf } from './information.ts';
import { historyFor, type Past, textOf, todayOf, type Version, versionOf } from './past.ts';
import type { Fragment } from './site.ts';

interface AroundText {
	frame: Frame;
	code: string;
	/** What it was called, for readers who may no longer read it. */
	title: string;
	version: Version;
	state: EditionInput['state'];
	inForceFrom: string;
	supersededOn?: string;
	/** When its words were taken away. */
	takenAway?: string;
	today: { path: string; tabTitle?: string };
	history: string;
	earlier?: Version;
	later?: Version;
	hash: string;
}

export interface Edition extends AroundText {
	/** Absent when its words were taken away. */
	text?: {
		title: string;
		helpsWith: string[];
		html: string;
		/** Set on a translation nobody had checked. */
		unchecked: boolean;
		/** Headings that the page of today still has. */
		sameToday: { id: string; text: string }[];
		sources: Source[];
		saysWhoCanHelp: boolean;
	};
	/** The emergency line, on a page that is or was sensitive. */
	emergency?: Fragment;
}

export function editionPages(past: Past): PageInput[] {
	return ofEveryEdition(past.input.histories, (...about) => editionPage(past, ...about));
}

function editionPage(
	past: Past,
	history: HistoryInput,
	edition: EditionInput,
	language: Language,
): PageInput {
	const { emergency, ...everyPage } = past.everyPage(language);
	const today = todayOf(past, history, language);
	const at = history.editions.indexOf(edition);
	const beside = (step: number) => {
		const other = history.editions[at + step];
		return other?.languages.includes(language) ? versionOf(history, other, language) : undefined;
	};
	const [error] = eventsOf(history, 'error', edition.number);
	const version = versionOf(history, edition, language);
	const around = (): AroundText => ({
		frame: {
			language,
			path: version.path,
			languages: edition.languages.map((each) => ({
				language: each,
				path: editionAddress('public', edition, each),
			})),
			...everyPage,
		},
		code: history.code,
		title: edition.title,
		version,
		state: edition.state,
		inForceFrom: edition.inForceFrom,
		...(edition.superseded && { supersededOn: edition.superseded.on }),
		...(error && { takenAway: dayOf(error.at) }),
		today: {
			path: today?.path ?? history.path,
			...(today?.victimPage?.tabTitle !== undefined && { tabTitle: today.victimPage.tabTitle }),
		},
		history: historyFor(past, history, language),
		earlier: beside(-1),
		later: beside(1),
		hash: edition.hash,
	});
	const headings = (today?.headings ?? []).map(({ id }) => id);
	const isSensitive = today?.victimPage?.sensitive ?? false;
	return {
		path: version.path,
		as: '/version/',
		later: () => {
			const page = around();
			return {
				key: JSON.stringify([edition.hash, page, headings, isSensitive, emergency]),
				data: (): Edition => {
					const view = textOf(past, edition, language);
					const sensitive = isSensitive || view?.victimPage?.sensitive;
					return {
						...page,
						frame: { ...page.frame, ...neutralTab(page, view) },
						...(view && { text: frozenText(view, headings) }),
						...(sensitive && emergency && { emergency }),
					};
				},
			};
		},
	};
}

/** A sensitive page of the past is as neutral in the tab and the history of the browser as that of today. */
function neutralTab(
	{ today, version, frame }: AroundText,
	view: DocumentView | undefined,
): Pick<Frame, 'tabTitle'> {
	const title = today.tabTitle ?? view?.victimPage?.tabTitle;
	return title === undefined
		? {}
		: { tabTitle: fill(wordsFor(frame.language).past.tabVersion, { title, number: version.number }) };
}

function frozenText(
	{ title, html, victimPage, translation, headings, facts, language }: DocumentView,
	today: readonly string[],
): Edition['text'] {
	return {
		title,
		helpsWith: victimPage?.helpsWith ?? [],
		html,
		unchecked: translation !== undefined && translation.state !== 'reviewed',
		sameToday: headings
			.filter(({ depth, id }) => depth === 2 && today.includes(id))
			.map(({ id, text }) => ({ id, text })),
		sources: sourcesOf(facts),
		saysWhoCanHelp: headings.some(({ text }) => text === wordsFor(language).whoCanHelp),
	};
}
