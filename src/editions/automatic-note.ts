/** The change note of an edition that no editor wrote: its words changed because something it shows changed. */
import type { AnyDocument } from '../model/document.ts';
import type { Candidate } from './candidate.ts';
import type { Cause, EditionRecord } from './edition.ts';

/** What it showed at its last edition and shows otherwise now. */
export function causesOf({ shown }: Candidate, before: Pick<EditionRecord, 'shown'>): Cause[] {
	return Object.entries(shown)
		.filter(([key, { hash }]) => before.shown[key] !== undefined && before.shown[key] !== hash)
		.map(([, { target, id, name }]) => ({ target, id, name }));
}

/** The note, in force from a day. */
export function automaticNote(causes: readonly Cause[], inForceFrom: string): AnyDocument['changeNote'] {
	if (causes.length === 0) {
		return {
			kind: 'minor',
			what: 'The words that are printed around facts and conditions have changed.',
			why: 'They are the same on every page, and belong to no page alone.',
			inForceFrom,
		};
	}
	const names = causes.map(({ target, name }) => `${kinds[target] ?? 'what it shows of'} “${name}”`);
	const sentence = `${names.join(' and ')} changed. The rest of this page is as it was.`;
	return {
		// A time limit that changes is something everybody has to know.
		kind: causes.some(({ target }) => target === 'timescale') ? 'major' : 'minor',
		what: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`,
		why: 'This page shows it, and always shows what holds.',
		inForceFrom,
	};
}

const kinds: Partial<Record<Cause['target'], string>> = {
	timescale: 'the time limit',
	organisation: 'the details of',
	right: 'the right',
	term: 'the term',
	passage: 'the passage',
	area: 'the details of the Area',
	pilot: 'the pilot',
	document: 'the title of',
	media: 'the image',
};
