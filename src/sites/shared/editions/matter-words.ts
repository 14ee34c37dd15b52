/** What matters in a change, in words. */
import type { Matter } from '../../../editions/index.ts';
import type { AppliesTo } from '../../../model/applies-to.ts';
import { fill, type Words } from '../words/index.ts';
import type { Spoken } from './comparison-runs.ts';
import { type Child, element, type Shown } from './shown.ts';

/** Names by id, of what a document may apply to and what a letter may be: things of two kinds may have one id. */
export type Names = Partial<Record<keyof AppliesTo | 'decisions' | 'duties', Record<string, string>>>;

/** One thing that matters: what it is about, and what it was and is. */
export interface MatterInWords {
	label: string;
	text: Child[];
}

/** `quoted` marks what is quoted of a text, when that is in another language than our own words. */

export function matterInWords(
	matter: Matter,
	{ matters: words }: Pick<Words, 'matters'>,
	names: Names,
	quoted: Spoken = {},
): MatterInWords {
	const said = (text: string): Child =>
		Object.keys(quoted).length > 0 ? element('span', quoted, [text]) : text;
	const change = (label: string, from: Child | undefined, to: Child | undefined, where = '') => ({
		label,
		text: [
			...(from === undefined
				? fillWith(words.isNew, { to: to ?? '' })
				: to === undefined
					? fillWith(words.isGone, { from })
					: fillWith(words.became, { from, to })),
			...(where === '' ? [] : [' ', ...fillWith(words.where, { where: said(where) })]),
		],
	});
	const saidChange = (label: string, { from, to, where }: { from?: string; to?: string; where?: string }) =>
		change(label, from && said(from), to && said(to), where);
	const name = (kind: keyof Names, id: string) => names[kind]?.[id] ?? id;
	switch (matter.what) {
		case 'strength':
			return {
				label: fill(words.strength, { clause: matter.clause }),
				text: [
					`${fill(words.became, { from: matter.from, to: matter.to })} “`,
					said(firstLine(matter.text)),
					'”',
				],
			};
		case 'clause added':
		case 'clause removed':
			return {
				label: fill(matter.what === 'clause added' ? words.clauseAdded : words.clauseRemoved, {
					clause: matter.clause,
				}),
				text: [`${matter.strength}: “`, said(firstLine(matter.text)), '”'],
			};
		case 'time limit':
			return saidChange(words.timeLimit, matter);
		case 'phone':
			return saidChange(words.phone, matter);
		case 'email':
			return saidChange(words.email, matter);
		case 'name':
			return saidChange(words.name, matter);
		case 'service added':
			return { label: words.serviceAdded, text: [said(matter.name)] };
		case 'service removed':
			return { label: words.serviceRemoved, text: [said(matter.name)] };
		case 'confirmed':
			return { label: words.confirmed, text: [said(matter.name)] };
		case 'not confirmed':
			return { label: words.notConfirmed, text: [said(matter.name)] };
		case 'applies to': {
			const all = (ids: string[]) =>
				ids.length === 0 ? words.everything : ids.map((id) => name(matter.key, id)).join(', ');
			return change(words.appliesTo[matter.key], all(matter.from), all(matter.to));
		}
		case 'decision':
			return change(words.decision, name('decisions', matter.from), name('decisions', matter.to));
		case 'channel added':
		case 'channel removed':
			return {
				label: matter.what === 'channel added' ? words.channelAdded : words.channelRemoved,
				text: [name('channels', matter.channel)],
			};
		case 'duty added':
		case 'duty removed':
			return {
				label: matter.what === 'duty added' ? words.dutyAdded : words.dutyRemoved,
				text: [name('duties', matter.duty)],
			};
		case 'gap added':
			return { label: words.gapAdded, text: [matter.gap] };
		case 'gap removed':
			return { label: words.gapRemoved, text: [matter.gap] };
		case 'gap changed':
			return change(fill(words.gap, { gap: matter.gap }), matter.from, matter.to);
	}
}

/** What matters, as a list. */
export function mattersElement(matters: readonly MatterInWords[]): Shown {
	return element(
		'ul',
		{ class: 'matters' },
		matters.map(({ label, text }) => element('li', {}, [element('strong', {}, [`${label}:`]), ' ', ...text])),
	);
}

/** A pattern with its gaps filled by text or elements. */
function fillWith(pattern: string, values: Record<string, Child>): Child[] {
	return pattern
		.split(/(\{\w+\})/)
		.filter((piece) => piece !== '')
		.map((piece) => values[piece.slice(1, -1)] ?? piece);
}

/** The first line of a clause, which holds its duty. */
function firstLine(text: string): string {
	return text.split('\n')[0] ?? '';
}
