/** What stops a document, or everything, from being published, each with what to do. */
import type { Audience } from '../model/audience.ts';
import { canonicalJson } from '../model/canonical.ts';
import type { Issue } from '../model/issue.ts';
import type { Candidate } from './candidate.ts';
import { registerFile } from './edition-files.ts';
import { clashOf, type LetterInForce } from './letters-in-force.ts';
import type { RegisterEntry } from './register-entry.ts';
import type { Standing } from './standing.ts';

function refusal(
	{ file, locate }: Pick<Candidate, 'file' | 'locate'>,
	path: readonly PropertyKey[],
	rule: string,
	message: string,
	fix: string,
): Issue {
	return { file, place: locate(path), rule, severity: 'error', message, fix };
}

/** The last change note that somebody wrote. */
function lastNote({ editions }: Standing) {
	return editions.findLast(({ causes }) => causes === undefined)?.changeNote;
}

/** A new text needs a new note: the one of the last edition says nothing of it. */
export function noteIssues(candidate: Candidate, standing: Standing | undefined): Issue[] {
	const { changeNote } = candidate.keys;
	if (!standing || canonicalJson(lastNote(standing) ?? {}) !== canonicalJson(changeNote)) return [];
	return [
		refusal(
			candidate,
			['changeNote'],
			'no-change-note',
			`Unexpected change note of ${candidate.code}, which is that of its last edition, expected one for this change`,
			'Enter a change note: what changed since the last edition, why, and who must act.',
		),
	];
}

/** Editions come into force in the order they are numbered. */
export function orderIssues(
	candidate: Candidate,
	inForceFrom: string,
	before: { number: number; inForceFrom: string } | undefined,
): Issue[] {
	if (!before || inForceFrom >= before.inForceFrom) return [];
	return [
		refusal(
			candidate,
			['changeNote', 'inForceFrom'],
			'in-force-before',
			`Unexpected day ${inForceFrom} from which ${candidate.code} is to be in force, expected none before ${before.inForceFrom}, the day of edition ${before.number}`,
			`Enter ${before.inForceFrom} or a later day.`,
		),
	];
}

/** Two letters that would be in force for one situation. */
export function clashIssues(
	candidate: Candidate,
	letter: LetterInForce,
	all: readonly LetterInForce[],
): Issue[] {
	const other = clashOf(letter, all);
	if (!other) return [];
	return [
		refusal(
			candidate,
			['decisionType'],
			'clash',
			`Unexpected second letter in force for “${letter.decisionType}” from ${[letter.from, other.from].sort().at(-1)} on, expected one for each situation (${other.code}, edition ${other.number}, is the other)`,
			'Narrow what one of them applies to, or withdraw one.',
		),
	];
}

/** An address is given away once: editions and old addresses stand there for ever. */
export function addressIssues(
	candidate: Pick<Candidate, 'code' | 'type' | 'id' | 'file' | 'locate'>,
	published: Iterable<Standing>,
): Issue[] {
	for (const { code, type, id, folder, formerIds } of published) {
		if (code === candidate.code || type !== candidate.type) continue;
		if (![id, folder, ...formerIds].includes(candidate.id)) continue;
		return [
			refusal(
				candidate,
				[],
				'address-taken',
				`Unexpected file name “${candidate.id}”, which ${code} has or had, expected one that no document ever had`,
				'Rename the file: the old address leads to the other document for ever.',
			),
		];
	}
	return [];
}

/** A merge needs a place to lead to. */
export function mergeIssues(candidate: Candidate, published: { has(code: string): boolean }): Issue[] {
	const into = candidate.keys.withdrawn?.replacedBy;
	if (into !== undefined && published.has(into)) return [];
	return [
		refusal(
			candidate,
			['withdrawn'],
			'merge-without-target',
			`Unexpected merge of ${candidate.code} into ${into ?? 'nothing'}, expected a published document that holds its text now`,
			'Enter under “Replaced by” the document that it was merged into.',
		),
	];
}

/** A code is given away once. */
export function codeIssues(candidate: Candidate, { mergedInto }: Standing): Issue[] {
	if (candidate.keys.withdrawn?.merged) return [];
	return [
		refusal(
			candidate,
			['code'],
			'code-taken',
			`Unexpected code ${candidate.code}, which was that of a document merged into ${mergedInto}, expected one that no document ever had`,
			'Give the document the next free code.',
		),
	];
}

/** A published document cannot vanish. */
export function missingIssue({ code, title }: Standing): Issue {
	return {
		file: 'editions/register.staff.jsonl',
		place: { line: 1, column: 1 },
		rule: 'gone',
		severity: 'error',
		message: `Unexpected absence of ${code}, “${title}”, which is published, expected its file`,
		fix: 'Bring the file back. To take a document out of use, withdraw it or merge it into another.',
	};
}

/** A register goes forward: nothing is published, or taken back, before what was published last. */
export function lateIssues(registers: Record<Audience, readonly RegisterEntry[]>, at: string): Issue[] {
	return (['staff', 'public'] as const).flatMap((site) => {
		const register = registers[site];
		const last = register.at(-1);
		if (!last || last.at <= at) return [];
		return [
			{
				file: `editions/${registerFile(site)}`,
				place: { line: register.length, column: 1 },
				rule: 'before-the-last',
				severity: 'error',
				message: `Unexpected moment ${at}, expected none before ${last.at}, when something was published last`,
				fix: 'Name a later moment, or leave --at out.',
			},
		];
	});
}
