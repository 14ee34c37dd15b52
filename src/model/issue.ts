/**
 * An issue: one thing that is wrong with one file, in words its editor can act on.
 *
 * Checks collect issues and never throw for bad content, so that an editor sees every problem at once.
 */

/** Where an issue is: a line and column, both counted from 1, as an editor counts them. */
export interface Place {
	line: number;
	column: number;
}

/** An error stops a build; a warning is printed and lets it pass. */
export type Severity = 'error' | 'warning';

export interface Issue {
	/** Path below the content folder, with forward slashes: `timescales/first-reply.yaml`. */
	file: string;
	place: Place;
	/** Stable name of the rule, in kebab case. */
	rule: string;
	severity: Severity;
	/** What was found and what was wanted: "Unexpected X, expected Y" or "Enter a change note". */
	message: string;
	/** What to do about it. */
	fix: string;
}

/** One thing that is wrong between entries; an error unless said otherwise. */
export function problem(
	file: string,
	place: Place,
	rule: string,
	message: string,
	fix: string,
	severity: Issue['severity'] = 'error',
): Issue {
	return { file, place, rule, severity, message, fix };
}

/** Sort by file, then place, then rule, so that every report of the same content is the same. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
	return [...issues].sort(
		(a, b) =>
			compare(a.file, b.file) ||
			a.place.line - b.place.line ||
			a.place.column - b.place.column ||
			compare(a.rule, b.rule) ||
			compare(a.message, b.message),
	);
}

/** Order two texts by code unit: the same on every machine, whatever its locale. */
export function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
