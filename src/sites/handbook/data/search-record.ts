/** What search knows of the pages of the handbook. */
import { victimGroups } from '../../../model/applies-to.ts';
import { channelNames } from '../../../model/channel.ts';
import type { DocumentInput, DocumentView, SearchRecord, SiteInput } from '../../../release/site-input.ts';
import { typeNames } from '../sections.ts';
import { stageName } from './listed.ts';

/** The record of a document. Somebody who narrows by Area finds what holds there: what holds everywhere too. */
export function documentRecord(
	input: SiteInput,
	document: DocumentInput,
	sections: SearchRecord['sections'],
): SearchRecord {
	const {
		language,
		title,
		summary,
		code,
		type,
		state,
		rights,
		stages,
		appliesTo,
		letter,
		changeNote,
		review,
	} = document;
	return {
		language,
		title,
		sections: sections.map(({ id, heading, text }) => ({ id, heading, text })),
		meta: { code, summary, type: typeNames[type], ...(state === 'withdrawn' && { withdrawn: 'yes' }) },
		filters: filled({
			type: [typeNames[type]],
			right: rights.map((id) => id.replace('right-', 'Right ')),
			stage: stages.map(stageName),
			area: areaNames(input, document),
			channel: (letter?.channels ?? appliesTo.channels ?? []).map((key) => channelNames[key]),
			group: (appliesTo.victimGroups ?? []).map((key) => victimGroups[key]),
		}),
		sort: { date: changeNote.inForceFrom ?? review.lastReviewed },
	};
}

/** The record of an edition, which says at once which it is and how it stands. `standing`: “superseded on 3 June 2026”. */
export function editionRecord(
	{ language, title, summary, sections, type, code }: DocumentView,
	number: number,
	standing: string,
	published: string,
): SearchRecord {
	return {
		language,
		title,
		sections: sections.map(({ id, heading, text }) => ({ id, heading, text })),
		meta: { code, summary, type: `${typeNames[type]}, edition ${number}, ${standing}` },
		filters: { type: [typeNames[type]] },
		sort: { date: published },
	};
}

/** The record of a page of reference data. */
export function dataRecord(record: {
	title: string;
	summary: string;
	type: string;
	/** What the line about a result says beside its type: the answer itself, and how sure it is. */
	shown?: readonly string[];
	text: string;
	/** The day its source was last read. */
	lastChecked: string;
	code?: string;
	right?: string;
	filters?: Record<string, string[]>;
	sections?: SearchRecord['sections'];
}): SearchRecord {
	const {
		title,
		summary,
		type,
		shown = [],
		text,
		code,
		right,
		lastChecked,
		filters = {},
		sections = [],
	} = record;
	return {
		language: 'en',
		title,
		sections: [{ id: '', heading: '', text }, ...sections],
		meta: { summary, type: [type, ...shown].join(' · '), ...(code !== undefined && { code }) },
		filters: filled({
			type: [type],
			right: right === undefined ? [] : [right.replace('right-', 'Right ')],
			...filters,
		}),
		sort: { date: lastChecked },
	};
}

function areaNames(input: SiteInput, { appliesTo }: DocumentInput): string[] {
	const pilots = input.pilots.filter(({ id }) => appliesTo.pilots?.includes(id));
	const ids = appliesTo.areas?.length
		? appliesTo.areas
		: pilots.some(({ areasNotNamed }) => areasNotNamed)
			? []
			: pilots.flatMap(({ areas }) => areas.map(({ area }) => area));
	return input.areas.filter(({ id }) => ids.length === 0 || ids.includes(id)).map(({ name }) => name.en);
}

function filled(filters: Record<string, string[]>): Record<string, string[]> {
	return Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0));
}
