/** The history of a document: every edition and everything else that happened to it, by year, major changes first. */
import type { DocumentType } from '../../../model/collection.ts';
import { dayOf } from '../../../model/document.ts';
import type { HistoryInput, PageInput } from '../../../release/site-input.ts';
import { compareAddress, type HistoryEvent, historyAddress, isReadable } from '../../shared/editions/past.ts';
import { sectionOf } from '../sections.ts';
import type { Past } from './edition.ts';
import {
	documentLink,
	type EditionLink,
	type EditionShown,
	editionLink,
	editionShown,
} from './edition-facts.ts';
import { type Frame, pastFrame } from './frame.ts';

/** Something that happened without an edition: when, what it was called, and what is to be said of it. */
export interface EventShown {
	on: string;
	title: string;
	text: string;
	link?: { code: string; title: string; path: string };
}

export interface HistoryPage {
	frame: Frame;
	type: DocumentType;
	code: string;
	title: string;
	path: string;
	years: { year: string; major: EditionShown[]; others: (EditionShown | EventShown)[] }[];
	/** The edition that applies, and one that will. */
	inForce?: EditionLink;
	coming?: EditionLink & { from: string };
	/** Where any two editions are compared; absent where there are no two. */
	compare?: string;
	timeMap: string;
}

export function historyPages(past: Past): PageInput[] {
	return past.input.histories.map((history) => ({
		path: historyAddress(history),
		as: '/history/',
		data: historyPage(past, history),
	}));
}

function historyPage({ input, documents }: Past, history: HistoryInput): HistoryPage {
	const { code, type, title, path, editions, events } = history;
	const shown = editions.map((edition) => editionShown(history, edition));
	const happened = events.flatMap((event) => eventShown(event, (other) => documentLink(input, other)));
	const years = new Set(
		[...shown.map(({ published }) => published), ...happened.map(({ on }) => on)].map(yearOf),
	);
	const inForce = editions.findLast(({ state }) => state === 'in force');
	const coming = editions.findLast(({ state }) => state === 'not yet in force');
	const [old, latest] = editions.filter(isReadable).slice(-2);
	return {
		frame: pastFrame({ path: historyAddress(history), title: 'History', section: sectionOf[type] }, [
			{ title: `${code} ${title}`, path },
		]),
		type,
		code,
		title: documents.get(`${code} en`)?.title ?? title,
		path,
		years: [...years]
			.sort()
			.reverse()
			.map((year) => {
				const editionsThen = shown.filter(({ published }) => yearOf(published) === year);
				return {
					year,
					major: editionsThen.filter(({ change }) => change.major).reverse(),
					others: [
						...editionsThen.filter(({ change }) => !change.major),
						...happened.filter(({ on }) => yearOf(on) === year),
					].sort((a, b) => (dayIn(a) < dayIn(b) ? 1 : dayIn(a) > dayIn(b) ? -1 : 0)),
				};
			}),
		...(inForce && { inForce: editionLink(inForce) }),
		...(coming && { coming: { ...editionLink(coming), from: coming.inForceFrom } }),
		...(old && latest && { compare: compareAddress(history, old, latest) }),
		timeMap: `${path}timemap.json`,
	};
}

function eventShown(
	event: HistoryEvent,
	documentLink: (code: string) => NonNullable<EventShown['link']>,
): EventShown[] {
	const on = dayOf(event.at);
	switch (event.kind) {
		case 'review':
			return [
				{
					on: event.on,
					title: 'Reviewed, no change',
					text: `${event.outcome.replace(/\.$/, '')}. By ${event.by}.`,
				},
			];
		case 'withdrawal':
			return [
				{
					on: event.on,
					title: 'Withdrawn',
					text: event.why,
					...(event.replacedBy !== undefined && { link: documentLink(event.replacedBy) }),
				},
			];
		case 'error':
			return [
				{
					on,
					title: `Edition ${event.number} published in error`,
					text: `Its text was removed. ${event.why}`,
				},
			];
		case 'redaction':
			return [{ on, title: `Personal data taken out of edition ${event.number}`, text: event.why }];
		case 'merge':
			return [
				{
					on,
					title: 'Merged',
					text: 'Its text is part of another document now.',
					link: documentLink(event.into),
				},
			];
		case 'rename':
			return [{ on, title: 'Moved', text: 'It has a new address. The old one leads to it.' }];
		case 'sign-off':
			return [
				{
					on,
					title: `Edition ${event.number} signed off`,
					text: `After an emergency, by ${event.signOff.by}.`,
				},
			];
	}
}

const yearOf = (day: string) => day.slice(0, 4);
const dayIn = (each: EditionShown | EventShown) => ('published' in each ? each.published : each.on);
