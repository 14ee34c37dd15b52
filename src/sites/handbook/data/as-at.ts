/**
 * The handbook as at a day: what stood then, found in the browser from one list of all editions, so that any day has
 * an address that can be shared and no server has to answer.
 */
import { asAtQuestions, daysOfChange } from '../../../editions/index.ts';
import type { DocumentType } from '../../../model/collection.ts';
import { documentTypes } from '../../../model/collection.ts';
import { dayOf } from '../../../model/document.ts';
import type { HistoryInput, PageInput } from '../../../release/site-input.ts';
import { sectionOf, sections } from '../sections.ts';
import type { Past } from './edition.ts';
import { type Frame, frameOf } from './frame.ts';

export const AS_AT_PATH = '/as-at/';

export interface AsAtPage {
	frame: Frame;
	/** The day the handbook is for. */
	today: string;
	/** Days on which something changed, the latest first. */
	days: string[];
	/** The first day that has an answer. */
	first?: string;
	/** Search indexes of the past, the latest first. */
	indexes: string[];
	types: { type: DocumentType; title: string }[];
	/** Every document with the days of its editions: what the page says without scripts. */
	histories: { code: string; title: string; path: string; days: string[] }[];
}

/** One line of `/as-at/editions.json`: what the page needs to know of a document. */
export interface AsAtDocument {
	code: string;
	type: DocumentType;
	/** Where it stands today. */
	path: string;
	editions: {
		number: number;
		title: string;
		path: string;
		published: string;
		inForceFrom: string;
		/** Published in error: the day it was taken away. */
		error?: string;
	}[];
	/** The days on which it was withdrawn, the earliest first. */
	withdrawn?: string[];
}

export function asAtPages({ input, indexes }: Past): PageInput[] {
	const all = input.histories.flatMap(({ editions }) => editions);
	const days = [
		...new Set([
			...asAtQuestions.flatMap((question) => daysOfChange(all, question)),
			...input.histories.flatMap((history) => [...withdrawalsOf(history), ...errorsOf(history).values()]),
		]),
	].sort();
	const data: AsAtPage = {
		frame: frameOf(input, { path: AS_AT_PATH, title: 'As at a day', section: 'as-at' }),
		today: input.today,
		days: [...days].reverse(),
		...(days[0] !== undefined && { first: days[0] }),
		indexes: indexes.all,
		types: documentTypes.map((type) => ({ type, title: sections[sectionOf[type]].title })),
		histories: input.histories.map(({ code, title, path, editions }) => ({
			code,
			title,
			path: `${path}history/`,
			days: editions.map(({ published }) => dayOf(published)),
		})),
	};
	const documents = input.histories.map((history): AsAtDocument => {
		const { code, type, path, editions } = history;
		const errors = errorsOf(history);
		const withdrawn = withdrawalsOf(history);
		return {
			code,
			type,
			path,
			editions: editions.map(({ number, title, path, published, inForceFrom }) => {
				const error = errors.get(number);
				return {
					number,
					title,
					path,
					published,
					inForceFrom,
					...(error !== undefined && { error }),
				};
			}),
			...(withdrawn.length > 0 && { withdrawn }),
		};
	});
	return [
		{ path: AS_AT_PATH, data },
		{ path: `${AS_AT_PATH}editions.json`, data: JSON.stringify(documents) },
	];
}

/** The days on which a document was withdrawn. */
function withdrawalsOf({ events }: HistoryInput): string[] {
	return events.flatMap((event) => (event.kind === 'withdrawal' ? event.on : []));
}

/** By number of the edition, the day on which it was taken away. */
function errorsOf({ events }: HistoryInput): Map<number, string> {
	return new Map(
		events.flatMap((event) => (event.kind === 'error' ? [[event.number, dayOf(event.at)] as const] : [])),
	);
}
