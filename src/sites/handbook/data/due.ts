/** By when a letter must be sent: the timescales that belong to its decision. */
import type { DecisionType } from '../../../model/letter-template.ts';
import type { SiteInput } from '../../../release/site-input.ts';
import { type Cell, cell, holds } from './timescale-table.ts';

export interface Due extends Cell {
	/** For whom, or for which step. */
	label: string;
	starts: string;
	entitlement: SiteInput['timescales'][number]['entitlement'];
}

/** Ids of timescales; the form for people with Enhanced Rights stands after the standard one. */
const timescalesOf: Partial<Record<DecisionType, string[]>> = {
	'not-to-charge': ['no-charge-standard', 'no-charge-enhanced'],
	'charge-stopped': ['stopped-standard', 'stopped-enhanced'],
	'charge-changed': ['charge-altered-standard', 'charge-altered-enhanced'],
	'review-outcome': ['review-local-resolution', 'review-independent'],
};

/** The timescales of a decision that hold today. */
export function dueFor(input: SiteInput, decision: DecisionType | undefined): Due[] {
	const ids = (decision && timescalesOf[decision]) ?? [];
	return ids.flatMap((id) => {
		const found = input.timescales.find((timescale) => timescale.id === id);
		if (!found?.path || !holds(found, input.today)) return [];
		const { entitlement, name, startsWhen } = found;
		const labels = { standard: 'Standard', enhanced: 'With Enhanced Rights', everybody: name.en };
		return [{ ...cell(found), label: labels[entitlement], starts: startsWhen.en, entitlement }];
	});
}
