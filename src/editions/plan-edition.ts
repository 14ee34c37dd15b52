/** What publishing would do with the text of one document: a new edition, a new rendering of the last one, or nothing. */
import type { Audience } from '../model/audience.ts';
import { canonicalJson, sha256Hex } from '../model/canonical.ts';
import type { Issue } from '../model/issue.ts';
import { automaticNote, causesOf } from './automatic-note.ts';
import type { Candidate } from './candidate.ts';
import type { EditionFacts, EditionRecord, LanguageViews } from './edition.ts';
import { recordFile, viewsFile } from './edition-files.ts';
import { hashOfViews, partHashes, viewsHash } from './part-hashes.ts';
import type { Planning } from './plan.ts';
import { publicFacts } from './public-entry.ts';
import { noteIssues, orderIssues } from './refusals.ts';
import type { NewEntry } from './register.ts';
import type { RenderedParts } from './register-entry.ts';
import { signOffIssues, validSignOffs } from './sign-offs.ts';
import { readableEditions, type Standing } from './standing.ts';
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
	input: Planning,
): PlannedEdition {
	const returns = standing?.withdrawn !== undefined && candidate.keys.withdrawn === undefined;
	const latest = standing && readableEditions(standing).at(-1);
	const last = standing?.editions.at(-1);
	// The same to the letter, which is sooner seen than the same words.
	if (latest && latest === last && !returns && renderingsOf(candidate, input).files.size === 0)
		return { kind: 'nothing', ...nothing() };
	const words = Object.fromEntries(
		Object.entries(candidate.views).map(([site, views]) => [
			site,
			wordsOf(views, input.codeAt[site as Audience]),
		]),
	);
	const sameWordsAs = (number: number | undefined) =>
		standing !== undefined &&
		number !== undefined &&
		canonicalJson(input.record(standing, number).words) === canonicalJson(words);
	// What is withdrawn stays as it was, whatever becomes of the facts it showed.
	if (
		latest &&
		standing?.withdrawn &&
		!returns &&
		sameOwnWords(candidate, input.record(standing, latest.number))
	)
		return { kind: 'nothing', ...nothing() };
	if (latest && !returns && sameWordsAs(latest.number)) {
		const written = renderingsOf(candidate, input);
		return { kind: written.files.size > 0 ? 'rendering' : 'nothing', ...written };
	}
	if (last && last !== latest && sameWordsAs(last.number)) return { kind: 'still in error', ...nothing() };
	return editionOf(candidate, standing, words, input, returns);
}

function editionOf(
	candidate: Candidate,
	standing: Standing | undefined,
	words: EditionRecord['words'],
	input: Planning,
	returns: boolean,
): PlannedEdition {
	const { at, role, emergency, today } = input;
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
	const written: Written = { issues, entries: { staff: [], public: [] }, files };
	const shownTo = (site: Audience, shown: LanguageViews) => {
		files.set(viewsFile(place, number, 1, site), canonicalJson(shown));
		return partsOf(candidate, site, shown);
	};
	if (views.staff) {
		const parts = shownTo('staff', views.staff);
		const whole = { ...parts, source: hashesOf(source), record: sha256Hex(text) };
		written.entries.staff.push({ kind: 'edition', at, ...facts, parts: whole });
	}
	if (views.public && isNewToPublic(standing, words, input)) {
		const parts = shownTo('public', views.public);
		const open = publicFacts(facts, views.public);
		written.entries.public.push({ kind: 'edition', at, ...open, parts: { ...parts, source: {} } });
	} else if (views.public) addRendering(written, candidate, 'public', input);
	return { kind: 'edition', edition: { candidate, number, inForceFrom }, ...written };
}

/** Whether the public has not read these words: some are new for staff alone. */
function isNewToPublic(
	standing: Standing | undefined,
	words: EditionRecord['words'],
	{ published, record }: Planning,
): boolean {
	const there = standing && published.public.get(standing.code);
	const latest = there && readableEditions(there).at(-1);
	if (!standing || !latest) return true;
	return canonicalJson(record(standing, latest.number).words.public) !== canonicalJson(words.public);
}

/** The same words in another form: fixes reach readers without an edition. */
function renderingsOf(candidate: Candidate, input: Planning): Written {
	const written = nothing();
	for (const site of sites) addRendering(written, candidate, site, input);
	return written;
}

function addRendering(written: Written, candidate: Candidate, site: Audience, input: Planning): void {
	const { code } = candidate;
	const views = candidate.views[site];
	const standing = input.published[site].get(code);
	const edition = standing && readableEditions(standing).at(-1);
	if (!views || !standing || !edition || edition.redacted) return;
	if (hashOfViews(views) === viewsHash(edition.parts)) return;
	const parts = partsOf(candidate, site, views);
	const rendering = edition.rendering + 1;
	written.files.set(viewsFile(standing, edition.number, rendering, site), canonicalJson(views));
	written.entries[site].push({
		kind: 'rendering',
		at: input.at,
		code,
		number: edition.number,
		rendering,
		parts,
	});
}

/** The hashes of what a site shows. */
function partsOf({ media }: Candidate, site: Audience, views: LanguageViews): RenderedParts {
	const images = media[site] ?? {};
	return { ...partHashes(views), ...(Object.keys(images).length > 0 && { media: images }) };
}

function sameOwnWords({ own }: Candidate, record: EditionRecord): boolean {
	return canonicalJson(own) === canonicalJson(record.own);
}

function hashesOf(texts: Partial<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(texts).map(([language, text]) => [language, sha256Hex(text ?? '')]),
	);
}
