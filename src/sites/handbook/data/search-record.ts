/** What search knows of the pages of the handbook. */
import { victimGroups } from '../../../model/applies-to.ts';
import { channelNames } from '../../../model/channel.ts';
import type { DocumentInput, SearchRecord, SiteInput } from '../../../release/site-input.ts';
import { typeNames } from '../sections.ts';
import { stageName } from './listed.ts';

/** The record of a document. Somebody who narrows by Area finds what holds there: what holds everywhere too. */
export function documentRecord(input: SiteInput, document: DocumentInput): SearchRecord {
	const { language, title, summary, code, type, rights, stages, appliesTo, letter, sections, changeNote, review } = document;
	return {
		language,
		title,
		sections: withClauses(document, sections),
		meta: { code, summary, type: typeNames[type] },
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

/** The record of a page of reference data. */
export function dataRecord(
	input: SiteInput,
	record: { title: string; summary: string; type: string; text: string; code?: string; right?: string; filters?: Record<string, string[]>; sections?: SearchRecord['sections'] },
): SearchRecord {
	const { title, summary, type, text, code, right, filters = {}, sections = [] } = record;
	return {
		language: 'en',
		title,
		sections: [{ id: '', heading: '', text }, ...sections],
		meta: { summary, type, ...(code !== undefined && { code }) },
		filters: filled({ type: [type], right: right === undefined ? [] : [right.replace('right-', 'Right ')], ...filters }),
		sort: { date: input.today },
	};
}

/** A clause is a section of its own, so that search leads to the clause and not to the heading above it. */
function withClauses({ clauses }: DocumentInput, sections: DocumentInput['sections']): SearchRecord['sections'] {
	return [
		...sections.map(({ id, heading, text }) => ({ id, heading, text })),
		...clauses.map(({ anchor, strength, text }) => ({ id: anchor, heading: `${anchor} (${strength})`, text })),
	];
}

function areaNames(input: SiteInput, { appliesTo }: DocumentInput): string[] {
	const pilots = input.pilots.filter(({ id }) => appliesTo.pilots?.includes(id));
	const ids = appliesTo.areas?.length ? appliesTo.areas : pilots.some(({ areasNotNamed }) => areasNotNamed) ? [] : pilots.flatMap(({ areas }) => areas.map(({ area }) => area));
	return input.areas.filter(({ id }) => ids.length === 0 || ids.includes(id)).map(({ name }) => name.en);
}

function filled(filters: Record<string, string[]>): Record<string, string[]> {
	return Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0));
}
