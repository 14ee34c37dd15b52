/** Days of the United Kingdom. */

/** The day in the United Kingdom at a moment: 23:30 universal time on 30 June is already 1 July in London. */
export function dayOf(at: string): string {
	return londonDay.format(new Date(at));
}

const londonDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });
