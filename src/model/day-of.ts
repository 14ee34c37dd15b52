/** Days of the United Kingdom. */

/** The day in the United Kingdom at a moment: 23:30 universal time on 30 June is already 1 July in London. */
export function dayOf(at: string): string {
	if (at !== last.at) last = { at, day: newDayOf(at) };
	return last.day;
}

/** A build asks for the day of one moment again and again. */
let last = { at: '', day: '' };

function newDayOf(at: string): string {
	const moment = new Date(at);
	// London keeps universal time or is an hour ahead of it: only the last hour of a day may be of the next.
	return moment.getUTCHours() < 23 ? moment.toISOString().slice(0, 10) : londonDay.format(moment);
}

const londonDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });
