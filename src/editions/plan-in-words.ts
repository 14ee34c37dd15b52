/** What publishing is about to do, in words for whoever has to agree to it. */
import type { Plan } from './plan.ts';
import type { NewEntry } from './register.ts';

/** One line for each thing that goes live, grouped by what it is; empty when nothing does. */
export function planInWords({
	entries: { staff },
	stillInError,
}: Pick<Plan, 'entries' | 'stillInError'>): string {
	const groups: [heading: string, lines: string[]][] = [
		['New editions', staff.flatMap((entry) => (entry.kind === 'edition' ? [editionLine(entry)] : []))],
		['The same words in a new form', staff.flatMap((each) => (each.kind === 'rendering' ? [each.code] : []))],
		['Events', staff.flatMap(eventLine)],
		['Not published: still the text that was published in error', stillInError],
	];
	return groups
		.filter(([, lines]) => lines.length > 0)
		.map(([heading, lines]) =>
			heading.startsWith('The same') || heading.startsWith('Not')
				? `${heading} (${lines.length}):\n  ${lines.join(', ')}`
				: `${heading} (${lines.length}):\n${lines.map((line) => `  ${line}`).join('\n')}`,
		)
		.join('\n');
}

function editionLine(entry: NewEntry & { kind: 'edition' }): string {
	const { code, number, title, changeNote, inForceFrom, causes, emergency } = entry;
	const marks = `${causes ? ', automatic' : ''}${emergency ? ', EMERGENCY' : ''}`;
	return `${code}/${number}  ${title}\n      ${changeNote.kind}, in force from ${inForceFrom}${marks}: ${changeNote.what}`;
}

function eventLine(entry: NewEntry): string[] {
	switch (entry.kind) {
		case 'withdrawal':
			return [
				`${entry.code} withdrawn on ${entry.on}${entry.replacedBy ? `, replaced by ${entry.replacedBy}` : ''}`,
			];
		case 'merge':
			return [`${entry.code} merged into ${entry.into}`];
		case 'rename':
			return [`${entry.code} moved from ${entry.from} to ${entry.to}`];
		case 'review':
			return [`${entry.code} reviewed on ${entry.on}: ${entry.outcome}`];
		case 'sign-off':
			return [`${entry.code}/${entry.number} signed off after an emergency, by ${entry.signOff.by}`];
		case 'error':
			return [`${entry.code}/${entry.number} published in error: ${entry.why}`];
		case 'redaction':
			return [`${entry.code}/${entry.number} personal data taken out: ${entry.why}`];
		case 'data':
			return [`reference data, change ${entry.number}`];
		default:
			return [];
	}
}
