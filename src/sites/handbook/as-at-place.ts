/** What stood on a day, and the address that keeps a reader in that time. */
import { type AsAtQuestion, asAt } from '../../editions/as-at.ts';
import { dayOf } from '../../model/day-of.ts';
import type { AsAtDocument } from './data/as-at.ts';

/** A document with the edition of it that stood. */
export interface Stood extends AsAtDocument {
	edition: AsAtDocument['editions'][number];
	/** The day on which that edition had been withdrawn. */
	gone?: string;
}

/** What stood at the end of a day. What was published in error stood until it was taken away. */
export function stoodOn(documents: readonly AsAtDocument[], day: string, as: AsAtQuestion): Stood[] {
	return documents.flatMap((document): Stood[] => {
		const there = document.editions.filter(({ error }) => error === undefined || error > day);
		const edition = asAt(there, day, as);
		if (!edition) return [];
		// One that was published again stands again.
		const gone = document.withdrawn?.findLast((on) => dayOf(edition.published) <= on && on <= day);
		return [{ ...document, edition, ...(gone !== undefined && { gone }) }];
	});
}

/** The address of a page or of a place on it, with the day that is being read. */
export function inTime(address: string, day: string, as: AsAtQuestion): string {
	const [path = '', place] = address.split('#');
	const asked = new URLSearchParams({ 'as-at': day, ...(as === 'published' && { as }) });
	return `${path}?${asked}${place === undefined ? '' : `#${place}`}`;
}
