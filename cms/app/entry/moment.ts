/** A moment in words. */
const format = new Intl.DateTimeFormat('en-GB', {
	day: 'numeric',
	month: 'long',
	hour: '2-digit',
	minute: '2-digit',
	timeZone: 'Europe/London',
});

/** “on 23 November at 09:14” */
export function moment(at: string): string {
	const date = new Date(at);
	return Number.isNaN(date.getTime()) ? '' : `on ${format.format(date).replace(/,? at |, /, ' at ')}`;
}
