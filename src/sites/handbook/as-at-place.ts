/** What stood on a day, and the address that keeps a reader in that time. */
import type { AsAtQuestion } from '../../editions/as-at.ts';
import type { AsAtDocument } from './data/as-at.ts';

/** A document with the edition of it that stood. */
export interface Stood extends AsAtDocument {
	edition: AsAtDocument['editions'][number];
}

/** The address of a page or of a place on it, with the day that is being read. */
export function inTime(address: string, day: string, as: AsAtQuestion): string {
	const [path = '', place] = address.split('#');
	const asked = new URLSearchParams({ 'as-at': day, ...(as === 'published' && { as }) });
	return `${path}?${asked}${place === undefined ? '' : `#${place}`}`;
}
