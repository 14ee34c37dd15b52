/**
 * What a new entry begins with, by the end of the path of the key. Where a choice matters the safe one stands first: a fact is
 * unverified and a text is for staff until somebody says otherwise.
 */
export const startingValues: Readonly<Record<string, string | number>> = {
	audience: 'staff',
	'changeNote.kind': 'major',
	'evidence.mark': 'unverified',
	'review.everyMonths': 12,
	// The day the form is opened: whoever writes a text has read it.
	'review.lastReviewed': '{{now}}',
};

export function startingValue(path: readonly string[]): string | number | undefined {
	const whole = `.${path.join('.')}`;
	return Object.entries(startingValues).find(([end]) => whole.endsWith(`.${end}`))?.[1];
}
