/**
 * What matters in a change: what somebody has to do otherwise from now on, or whom to reach otherwise. Told before the
 * text, so that “should became must” is not buried among corrected commas.
 */
import type { Channel } from '../model/channel.ts';
import type { Obligation } from '../model/letter-template.ts';
import type { ClauseStrength } from '../model/standard.ts';
import { align, textLikeness } from './align.ts';
import { type Comparison, compare } from './compare.ts';
import { contentTree } from './content-tree.ts';
import type { DocumentView } from './edition.ts';
import { type Detail, detailChanges } from './what-matters-in-text.ts';

export type Matter =
	| { what: 'strength'; clause: string; from: ClauseStrength; to: ClauseStrength; text: string }
	| { what: 'clause added' | 'clause removed'; clause: string; strength: ClauseStrength; text: string }
	| Detail
	| { what: 'name'; from: string; to: string }
	| { what: 'service added' | 'service removed'; name: string }
	| { what: 'confirmed' | 'not confirmed'; name: string }
	| { what: 'applies to'; key: keyof DocumentView['appliesTo']; from: string[]; to: string[] }
	| { what: 'decision'; from: string; to: string }
	| { what: 'channel added' | 'channel removed'; channel: Channel }
	| { what: 'duty added' | 'duty removed'; duty: Obligation }
	| { what: 'gap added' | 'gap removed'; gap: string }
	| { what: 'gap changed'; gap: string; from: string; to: string };

/** What matters between two states of a document, the gravest first. `comparison` when it is known already. */
export function whatMatters(
	old: DocumentView,
	next: DocumentView,
	comparison: Comparison = compare(contentTree(old), contentTree(next)),
): Matter[] {
	return [
		...clauses(old, next),
		...detailChanges(comparison),
		...facts(old, next),
		...appliesTo(old, next),
		...letter(old, next),
	];
}

function clauses(old: DocumentView, next: DocumentView): Matter[] {
	type Clause = DocumentView['clauses'][number];
	const pairs = align<Clause>(
		old.clauses,
		next.clauses,
		({ strength, text }) => `${strength} ${text}`,
		(a, b) => {
			const alike = textLikeness(a.text, b.text);
			return alike >= 0.4 ? alike : 0;
		},
	);
	const strengths: Matter[] = [];
	const others: Matter[] = [];
	for (const { old: before, new: after } of pairs) {
		if (before && after) {
			if (before.strength !== after.strength)
				strengths.push({
					what: 'strength',
					clause: after.anchor,
					from: before.strength,
					to: after.strength,
					text: after.text,
				});
		} else if (after)
			others.push({ what: 'clause added', clause: after.anchor, strength: after.strength, text: after.text });
		else if (before)
			others.push({
				what: 'clause removed',
				clause: before.anchor,
				strength: before.strength,
				text: before.text,
			});
	}
	return [...strengths, ...others];
}

/** Names of the services, times and rights that are shown, and whether they are confirmed. */
function facts(old: DocumentView, next: DocumentView): Matter[] {
	const find = (facts: DocumentView['facts'], { type, id }: DocumentView['facts'][number]) =>
		facts.find((each) => each.type === type && each.id === id);
	const came = next.facts.flatMap((fact): Matter[] => {
		const before = find(old.facts, fact);
		if (!before) return fact.type === 'organisation' ? [{ what: 'service added', name: fact.name }] : [];
		return [
			...(before.name === fact.name ? [] : [{ what: 'name' as const, from: before.name, to: fact.name }]),
			...(before.verified === fact.verified
				? []
				: [{ what: fact.verified ? ('confirmed' as const) : ('not confirmed' as const), name: fact.name }]),
		];
	});
	const went = old.facts.flatMap((fact): Matter[] =>
		fact.type === 'organisation' && !find(next.facts, fact)
			? [{ what: 'service removed', name: fact.name }]
			: [],
	);
	return [...came, ...went];
}

function appliesTo(old: DocumentView, next: DocumentView): Matter[] {
	const keys = new Set([...Object.keys(old.appliesTo), ...Object.keys(next.appliesTo)]) as Set<
		keyof DocumentView['appliesTo']
	>;
	return [...keys].sort().flatMap((key): Matter[] => {
		const [from, to] = [old.appliesTo[key] ?? [], next.appliesTo[key] ?? []];
		const same = from.length === to.length && from.every((each) => (to as string[]).includes(each));
		return same ? [] : [{ what: 'applies to', key, from: [...from], to: [...to] }];
	});
}

function letter({ letter: old }: DocumentView, { letter: next }: DocumentView): Matter[] {
	if (!old || !next) return [];
	const matters: Matter[] = [];
	if (old.decisionType !== next.decisionType)
		matters.push({ what: 'decision', from: old.decisionType, to: next.decisionType });
	for (const duty of missing(next.mustSay, old.mustSay)) matters.push({ what: 'duty added', duty });
	for (const duty of missing(old.mustSay, next.mustSay)) matters.push({ what: 'duty removed', duty });
	for (const channel of missing(next.channels, old.channels))
		matters.push({ what: 'channel added', channel });
	for (const channel of missing(old.channels, next.channels))
		matters.push({ what: 'channel removed', channel });
	for (const gap of next.placeholders) {
		const before = old.placeholders.find(({ name }) => name === gap.name);
		if (!before) matters.push({ what: 'gap added', gap: gap.name });
		else if (gapInWords(before) !== gapInWords(gap))
			matters.push({ what: 'gap changed', gap: gap.name, from: gapInWords(before), to: gapInWords(gap) });
	}
	for (const { name } of old.placeholders)
		if (!next.placeholders.some((gap) => gap.name === name)) matters.push({ what: 'gap removed', gap: name });
	return matters;
}

function missing<T>(from: readonly T[], others: readonly T[]): T[] {
	return from.filter((each) => !others.includes(each));
}

/** How a gap is filled in: what its question says is in the text. */
function gapInWords({
	type,
	required,
	choices = [],
}: NonNullable<DocumentView['letter']>['placeholders'][number]): string {
	return [
		type,
		...(choices.length > 0 ? [`one of ${choices.join(', ')}`] : []),
		required ? 'required' : 'optional',
	].join(', ');
}
