/**
 * Planning a publication: of every document, what publishing at a moment would do, and what stops it. Nothing is
 * written here; the plan is data, so that it can be shown and agreed to first.
 */
import type { Audience } from '../model/audience.ts';
import { canonicalJson } from '../model/canonical.ts';
import { dayOf } from '../model/document.ts';
import { compare, type Issue, sortIssues } from '../model/issue.ts';
import type { Candidate } from './candidate.ts';
import type { EditionRecord } from './edition.ts';
import { eventsOf } from './events-due.ts';
import { type LetterInForce, letterInForce } from './letters-in-force.ts';
import { type DataPlan, planData } from './plan-data.ts';
import { type NewEdition, planEdition } from './plan-edition.ts';
import { addressIssues, clashIssues, codeIssues, lateIssues, missingIssue } from './refusals.ts';
import type { NewEntry } from './register.ts';
import type { RegisterEntry } from './register-entry.ts';
import { type Standing, standingOf } from './standing.ts';
import type { CodeAt } from './words.ts';

/** Publishing before sign-off: why, and who decided it. */
export interface Emergency {
	reason: string;
	/** Id of the person. */
	by: string;
}

export interface PlanInput {
	at: string;
	/** Every document that may be published now. */
	candidates: readonly Candidate[];
	/** Codes of documents that are held back until later: what is published of them stays. */
	held: ReadonlySet<string>;
	registers: Record<Audience, readonly RegisterEntry[]>;
	/** The record of an edition. */
	record(document: Standing, number: number): EditionRecord;
	/** Editions of letters that are in force or will be. */
	letters: readonly LetterInForce[];
	/** The reference data each site would show, and shows. */
	data: Record<Audience, { now: Record<string, unknown>; before: Record<string, unknown> }>;
	codeAt: Record<Audience, CodeAt>;
	/** The role of a person. */
	role(person: string): string;
	emergency?: Emergency;
}

/** What planning of single documents knows besides. */
export interface Planning extends PlanInput {
	/** The day of publication in the United Kingdom. */
	today: string;
	/** How everything stands on each site, by code. */
	published: Record<Audience, ReadonlyMap<string, Standing>>;
}

export interface Plan {
	at: string;
	/** With any of these, nothing is published. */
	refusals: Issue[];
	entries: Record<Audience, NewEntry[]>;
	/** Files to write below the folder of editions. */
	files: Map<string, string>;
	/** Documents whose words are those of an edition that was published in error: they stay unpublished. */
	stillInError: string[];
}

/** What would be published. */
export function plan(input: PlanInput): Plan {
	const { at, candidates, held, registers } = input;
	const published = {
		staff: standingOf(registers.staff, '9999'),
		public: standingOf(registers.public, '9999'),
	};
	const { staff } = published;
	const planning: Planning = { ...input, today: dayOf(at), published };
	const done: Plan = {
		at,
		refusals: lateIssues(registers, at),
		entries: { staff: [], public: [] },
		files: new Map(),
		stillInError: [],
	};
	const present = new Set(candidates.map(({ code }) => code));
	const codes = new Set([...staff.keys(), ...present]);
	const editions: NewEdition[] = [];
	for (const candidate of [...candidates].sort((a, b) => compare(a.code, b.code))) {
		const standing = staff.get(candidate.code);
		if (standing?.mergedInto !== undefined) {
			done.refusals.push(...codeIssues(candidate, standing));
			continue;
		}
		const planned = planEdition(candidate, standing, planning);
		done.refusals.push(...planned.issues, ...addressIssues(candidate, staff.values()));
		if (planned.kind === 'still in error') done.stillInError.push(candidate.code);
		if (planned.kind === 'edition') editions.push(planned.edition);
		const events = eventsOf(candidate, standing, planned.kind === 'edition', codes, planning);
		done.refusals.push(...events.issues);
		for (const site of ['staff', 'public'] as const)
			done.entries[site].push(...planned.entries[site], ...events.entries[site]);
		for (const [file, text] of planned.files) done.files.set(file, text);
	}
	for (const document of staff.values()) {
		const kept = present.has(document.code) || held.has(document.code);
		if (!kept && document.mergedInto === undefined && !document.withdrawn)
			done.refusals.push(missingIssue(document));
	}
	done.refusals.push(...clashes(editions, input));
	for (const site of ['staff', 'public'] as const) {
		const data: DataPlan | undefined = planData(site, registers[site], input.data[site], at);
		if (!data) continue;
		done.entries[site].push(data.entry);
		done.files.set(data.file, data.text);
	}
	return { ...done, refusals: unique(done.refusals) };
}

function clashes(editions: readonly NewEdition[], { letters }: PlanInput): Issue[] {
	const planned = editions.flatMap(({ candidate, number, inForceFrom }) => {
		const view = candidate.views.staff?.en;
		const letter = view && letterInForce(view, { number, inForceFrom });
		return letter ? [{ candidate, letter }] : [];
	});
	const all = [...letters, ...planned.map(({ letter }) => letter)];
	return planned.flatMap(({ candidate, letter }) => clashIssues(candidate, letter, all));
}

function unique(issues: readonly Issue[]): Issue[] {
	return [...new Map(sortIssues(issues).map((issue) => [canonicalJson(issue), issue])).values()];
}
