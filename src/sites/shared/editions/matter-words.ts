/** What matters in a change, in words. */
import type { Matter } from '../../../editions/index.ts';
import type { AppliesTo } from '../../../model/applies-to.ts';
import { fill, type Words } from '../words/index.ts';

/** Names by id, of what a document may apply to and what a letter may be: things of two kinds may have one id. */
export type Names = Partial<Record<keyof AppliesTo | 'decisions' | 'duties', Record<string, string>>>;

/** One thing that matters: what it is about, and what it was and is. */
export interface MatterInWords {
	label: string;
	text: string;
}

export function matterInWords(
	matter: Matter,
	{ matters: words }: Pick<Words, 'matters'>,
	names: Names,
): MatterInWords {
	const change = (label: string, from: string | undefined, to: string | undefined, where = '') => ({
		label,
		text: [
			from === undefined
				? fill(words.isNew, { to: to ?? '' })
				: to === undefined
					? fill(words.isGone, { from })
					: fill(words.became, { from, to }),
			where && fill(words.where, { where }),
		]
			.filter(Boolean)
			.join(' '),
	});
	const name = (kind: keyof Names, id: string) => names[kind]?.[id] ?? id;
	switch (matter.what) {
		case 'strength':
			return {
				label: fill(words.strength, { clause: matter.clause }),
				text: `${fill(words.became, { from: matter.from, to: matter.to })} “${firstLine(matter.text)}”`,
			};
		case 'clause added':
		case 'clause removed':
			return {
				label: fill(matter.what === 'clause added' ? words.clauseAdded : words.clauseRemoved, {
					clause: matter.clause,
				}),
				text: `${matter.strength}: “${firstLine(matter.text)}”`,
			};
		case 'time limit':
			return change(words.timeLimit, matter.from, matter.to, matter.where);
		case 'phone':
			return change(words.phone, matter.from, matter.to, matter.where);
		case 'email':
			return change(words.email, matter.from, matter.to, matter.where);
		case 'name':
			return change(words.name, matter.from, matter.to);
		case 'service added':
			return { label: words.serviceAdded, text: matter.name };
		case 'service removed':
			return { label: words.serviceRemoved, text: matter.name };
		case 'confirmed':
			return { label: words.confirmed, text: matter.name };
		case 'not confirmed':
			return { label: words.notConfirmed, text: matter.name };
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
				text: name('channels', matter.channel),
			};
		case 'duty added':
		case 'duty removed':
			return {
				label: matter.what === 'duty added' ? words.dutyAdded : words.dutyRemoved,
				text: name('duties', matter.duty),
			};
		case 'gap added':
			return { label: words.gapAdded, text: matter.gap };
		case 'gap removed':
			return { label: words.gapRemoved, text: matter.gap };
		case 'gap changed':
			return change(fill(words.gap, { gap: matter.gap }), matter.from, matter.to);
	}
}

/** The first line of a clause, which holds its duty. */
function firstLine(text: string): string {
	return text.split('\n')[0] ?? '';
}
