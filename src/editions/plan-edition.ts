/** What publishing would do with the text of one document: a new edition, a new rendering of the last one, or nothing. */
import type { Audience } from '../model/audience.ts';
import { canonicalJson, sha256Hex } from '../model/canonical.ts';
import type { Issue } from '../model/issue.ts';
import { automaticNote, causesOf } from './automatic-note.ts';
import type { Candidate } from './candidate.ts';
import type { EditionFacts, EditionRecord, LanguageViews } from './edition.ts';
import { recordFile, viewsFile } from './edition-files.ts';
import { partHashes, viewsHash } from './part-hashes.ts';
import type { PlanInput } from './plan.ts';
import { publicFacts } from './public-entry.ts';
import { noteIssues, orderIssues } from './refusals.ts';
import type { NewEntry } from './register.ts';
import { signOffIssues, validSignOffs } from './sign-offs.ts';
import { readableEditions, type Standing, standingOf } from './standing.ts';
import { wordsOf } from './words.ts';

export interface NewEdition {
	candidate: Candidate;
	number: number;
	inForceFrom: string;
}

interface Written {
	issues: Issue[];
	entries: Record<Audience, NewEntry[]>;
	files: Map<string, string>;
}

export type PlannedEdition =
	| ({ kind: 'edition'; edition: NewEdition } & Written)
	| ({ kind: 'rendering' | 'nothing' | 'still in error' } & Written);

const sites = ['staff', 'public'] as const;
const nothing = (): Written => ({ issues: [], entries: { staff: [], public: [] }, files: new Map() });

/** Plan one document. `standing` is how it stands for staff. */
export function planEdition(
	candidate: Candidate,
	standing: Standing | undefined,
	input: PlanInput,
	today: string,
): PlannedEdition {
	const words = Object.fromEntries(
		Object.entries(candidate.views).map(([site, views]) => [
			site,
			wordsOf(views, input.codeAt[site as Audience]),
		]),
	);
	const latest = standing && readableEditions(standing).at(-1);
	const last = standing?.editions.at(-1);
	const sameWordsAs = (number: number | undefined) =>
		standing !== undefined &&
		number !== undefined &&
		canonicalJson(input.record(standing, number).words) === canonicalJson(words);
	const returns = standing?.withdrawn !== undefined && candidate.keys.withdrawn === undefined;
	// What is withdrawn stays as it was, whatever becomes of the facts it showed.
	if (
		latest &&
		standing?.withdrawn &&
		!returns &&
		sameOwnWords(candidate, input.record(standing, latest.number))
	)
		return { kind: 'nothing', ...nothing() };
	if (latest && !returns && sameWordsAs(latest.number)) return renderingOf(candidate, standing, input);
	if (last && last !== latest && sameWordsAs(last.number)) return { kind: 'still in error', ...nothing() };
	return editionOf(candidate, standing, words, input, today, returns);
}

function editionOf(
	candidate: Candidate,
	standing: Standing | undefined,
	words: EditionRecord['words'],
	input: PlanInput,
	today: string,
	returns: boolean,
): PlannedEdition {
	const { at, role, emergency } = input;
	const { code, type, id, keys, views, review, source, own } = candidate;
	const number = (standing?.editions.length ?? 0) + 1;
	const before = standing && readableEditions(standing).at(-1);
	const record = before && input.record(standing, before.number);
	const automatic = record && !returns && sameOwnWords(candidate, record);
	const causes = automatic ? causesOf(candidate, record) : undefined;
	const changeNote = causes
		? automaticNote(causes, [today, before?.inForceFrom ?? ''].sort().at(-1) ?? today)
		: keys.changeNote;
	const inForceFrom = changeNote.inForceFrom ?? today;
	// What a fact changed needs no sign-off of the text around it.
	const unsigned = causes ? [] : signOffIssues(candidate);
	const issues = causes
		? []
		: [
				...noteIssues(candidate, standing),
				...orderIssues(candidate, inForceFrom, before),
				...(emergency ? [] : unsigned),
			];
	const facts: EditionFacts = {
		code,
		type,
		id,
		number,
		title: views.staff?.en?.title ?? keys.title,
		published: at,
		inForceFrom,
		changeNote,
		...(causes && { causes }),
		...(emergency &&
			unsigned.length > 0 && { emergency: { reason: emergency.reason, by: role(emergency.by) } }),
		signOffs: causes ? [] : validSignOffs(candidate, role),
		review,
	};
	const place = { type, folder: standing?.folder ?? id };
	const kept: EditionRecord = {
		...facts,
		source,
		words,
		own,
		shown: Object.fromEntries(Object.entries(candidate.shown).map(([key, { hash }]) => [key, hash])),
		...(facts.emergency && emergency && { emergencyBy: emergency.by }),
	};
	const text = canonicalJson(kept);
	const files = new Map([[recordFile(place, number), text]]);
	const entries: Written['entries'] = { staff: [], public: [] };
	for (const site of sites) {
		const shown = views[site];
		if (!shown) continue;
		files.set(viewsFile(place, number, 1, site), canonicalJson(shown));
		const media = candidate.media[site];
		const parts = { ...partHashes(shown), ...(media && Object.keys(media).length > 0 && { media }) };
		entries[site].push(
			site === 'staff'
				? {
						kind: 'edition',
						at,
						...facts,
						parts: { ...parts, source: hashesOf(source), record: sha256Hex(text) },
					}
				: { kind: 'edition', at, ...publicFacts(facts, shown), parts: { ...parts, source: {} } },
		);
	}
	return { kind: 'edition', edition: { candidate, number, inForceFrom }, issues, entries, files };
}

/** The same words in another form: fixes reach readers without an edition. */
function renderingOf(candidate: Candidate, staff: Standing, input: PlanInput): PlannedEdition {
	const { at, registers } = input;
	const { code } = candidate;
	const written = nothing();
	for (const site of sites) {
		const views = candidate.views[site];
		const standing = site === 'staff' ? staff : standingOf(ofCode(registers.public, code), '9999').get(code);
		const edition = standing && readableEditions(standing).at(-1);
		if (!views || !standing || !edition || edition.redacted) continue;
		const media = candidate.media[site];
		const parts = { ...partHashes(views), ...(media && Object.keys(media).length > 0 && { media }) };
		if (viewsHash(parts) === viewsHash(edition.parts)) continue;
		const rendering = edition.rendering + 1;
		written.files.set(
			viewsFile(standing, edition.number, rendering, site),
			canonicalJson(views satisfies LanguageViews),
		);
		written.entries[site].push({ kind: 'rendering', at, code, number: edition.number, rendering, parts });
	}
	return { kind: written.files.size > 0 ? 'rendering' : 'nothing', ...written };
}

function sameOwnWords({ own }: Candidate, record: EditionRecord): boolean {
	return canonicalJson(own) === canonicalJson(record.own);
}

function ofCode<T extends { code: string }>(entries: readonly T[], code: string): T[] {
	return entries.filter((entry) => entry.code === code);
}

function hashesOf(texts: Partial<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(texts).map(([language, text]) => [language, sha256Hex(text ?? '')]),
	);
}
