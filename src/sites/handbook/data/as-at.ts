/**
 * The handbook as at a day: what stood then, found in the browser from one list of all editions, so that any day has
 * an address that can be shared and no server has to answer.
 */
import { asAtQuestions, daysOfChange } from '../../../editions/index.ts';
import type { DocumentType } from '../../../model/collection.ts';
import { documentTypes } from '../../../model/collection.ts';
import { dayOf } from '../../../model/document.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { sectionOf, sections } from '../sections.ts';
import { type Frame, frameOf } from './frame.ts';

export const AS_AT_PATH = '/as-at/';

export interface AsAtPage {
	frame: Frame;
	/** Days on which something changed, the latest first. */
	days: string[];
	/** The first day that has an answer. */
	first?: string;
	/** Years in which editions were published, the latest first. */
	years: string[];
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
		/** Taken away since. */
		error?: true;
	}[];
	withdrawn?: { on: string; why: string };
}

export function asAtPages(input: SiteInput): PageInput[] {
	const all = input.histories.flatMap(({ editions }) => editions);
	const days = [...new Set(asAtQuestions.flatMap((question) => daysOfChange(all, question)))].sort();
	const data: AsAtPage = {
		frame: frameOf(input, { path: AS_AT_PATH, title: 'As at a day', section: 'as-at' }),
		days: [...days].reverse(),
		...(days[0] !== undefined && { first: days[0] }),
		years: yearsOf(input),
		types: documentTypes.map((type) => ({ type, title: sections[sectionOf[type]].title })),
		histories: input.histories.map(({ code, title, path, editions }) => ({
			code,
			title,
			path: `${path}history/`,
			days: editions.map(({ published }) => dayOf(published)),
		})),
	};
	const documents = input.histories.map(({ code, type, path, editions, events }): AsAtDocument => {
		const withdrawal = events.findLast((event) => event.kind === 'withdrawal');
		return {
			code,
			type,
			path,
			editions: editions.map(({ number, title, path, published, inForceFrom, state }) => ({
				number,
				title,
				path,
				published,
				inForceFrom,
				...(state === 'published in error' && { error: true as const }),
			})),
			...(withdrawal && { withdrawn: { on: withdrawal.on, why: withdrawal.why } }),
		};
	});
	return [
		{ path: AS_AT_PATH, data },
		{ path: `${AS_AT_PATH}editions.json`, data: JSON.stringify(documents) },
	];
}

/** The years in which something was published, the latest first: each has an index of its editions. */
export function yearsOf({ histories }: SiteInput): string[] {
	const years = histories.flatMap(({ editions }) => editions.map(({ published }) => published.slice(0, 4)));
	return [...new Set(years)].sort().reverse();
}
