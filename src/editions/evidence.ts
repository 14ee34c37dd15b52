/**
 * An evidence pack: a ZIP file with what a document said, who signed it off and when, and the proof that exactly this
 * stands in the register that was signed. Whoever has it can check it without us, with the small verifier inside.
 *
 * It is made of published files alone, so a browser and a command make the same bytes of the same site.
 */
import { bytesToHex } from '@noble/hashes/utils.js';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { canonicalJson, sha256Hex } from '../model/canonical.ts';
import type { Language } from '../model/language.ts';
import { type Checkpoint, readCheckpoint, splitCheckpoints } from './checkpoint.ts';
import type { LanguageViews } from './edition.ts';
import { chooseEvidence, type EvidenceChoice, type EvidenceQuestion } from './evidence-choice.ts';
import { evidencePages } from './evidence-pages.ts';
import { frozenParts } from './frozen-parts.ts';
import { consistencyProof, type Hash, inclusionProof, leafHash } from './merkle.ts';
import { type EditionPlace, registerFiles } from './published-register.ts';
import { readRegister } from './register.ts';
import type { PublishedEdition } from './standing.ts';

/** A published file by its path below the site; undefined when there is none. */
export type ReadPublished = (path: string) => Promise<Uint8Array | undefined>;

/** One text of the pack: where its parts stand in it. */
export interface EvidenceText {
	code: string;
	number: number;
	language: Language;
	html: string;
	text: string;
	/** Everything that was shown beside the text: facts, links, whom it applies to. */
	view: string;
}

/** What `evidence.json` holds: what the verifier checks. */
export interface EvidenceRecord {
	question: EvidenceQuestion;
	/** Lines of the register, and the hashes that lead from each to the root of the checkpoint. */
	entries: { line: string; proof: string[] }[];
	/** The checkpoint that was signed when each was published, and the proof that the latest goes on from it. */
	earlier: { checkpoint: string; proof: string[] }[];
	texts: EvidenceText[];
}

/** Make the pack. Throws in a reader’s words when something is not there or is not what was frozen. */
export async function makeEvidence(read: ReadPublished, question: EvidenceQuestion): Promise<Uint8Array> {
	const textOf = async (path: string) => new TextDecoder().decode(await need(read, path));
	const register = readRegister(await textOf(registerFiles.register), registerFiles.register);
	const latestText = await textOf(registerFiles.checkpoint);
	const latest = readCheckpoint(latestText);
	if (!latest || latest.size !== register.lines.length || register.issues.length > 0)
		throw new Error('The register of this site is not sound, so it proves nothing. Tell the central team.');
	const choice = chooseEvidence(register, question);
	const leaves = register.lines.map(leafHash);
	const places = JSON.parse(await textOf(registerFiles.places)) as EditionPlace[];
	const files: Record<string, Uint8Array> = {
		'checkpoint.txt': strToU8(latestText),
		'key.txt': await need(read, registerFiles.keys),
		'verify.mjs': await need(read, registerFiles.verifier),
	};
	const texts: EvidenceText[] = [];
	const views = new Map<PublishedEdition, LanguageViews>();
	for (const edition of choice.documents.flatMap(({ editions }) => editions)) {
		const frozen = await frozenViews(read, edition, places);
		views.set(edition, frozen);
		for (const text of textsOf(edition, frozen, files)) texts.push(text);
		for (const image of Object.keys(edition.parts.media ?? {}))
			files[`media/${image}`] = await need(read, `media/${image}`);
	}
	const checkpoints = splitCheckpoints(await textOf(registerFiles.checkpoints));
	const record: EvidenceRecord = {
		question,
		entries: choice.entries.map((index) => ({
			line: register.lines[index] ?? '',
			proof: inclusionProof(leaves, index).map(bytesToHex),
		})),
		earlier: earlierProofs(checkpoints, choice, latest, leaves),
		texts,
	};
	files['evidence.json'] = strToU8(`${JSON.stringify(record, undefined, '\t')}\n`);
	for (const [name, html] of evidencePages({ question, choice, register, latest, texts, views }))
		files[name] = strToU8(html);
	return zip(files);
}

/** What a site shows of an edition, checked against its hashes. */
async function frozenViews(
	read: ReadPublished,
	{ code, number, parts }: PublishedEdition,
	places: readonly EditionPlace[],
): Promise<LanguageViews> {
	const place = places.find((each) => each.code === code && each.number === number);
	const found = place && (await read(place.parts.slice(1)));
	if (!found) throw new Error(`The text of ${code}, edition ${number}, is not published.`);
	const { views } = JSON.parse(new TextDecoder().decode(found)) as { views: LanguageViews };
	const hashes = Object.fromEntries(
		Object.entries(views).map(([language, view]) => [language, sha256Hex(canonicalJson(view))]),
	);
	if (canonicalJson(hashes) !== canonicalJson(parts.view))
		throw new Error(`The text of ${code}, edition ${number}, is not what was frozen. Tell the central team.`);
	return views;
}

/** Put the parts of an edition into the files of the pack. */
function textsOf(
	{ code, number }: PublishedEdition,
	views: LanguageViews,
	files: Record<string, Uint8Array>,
): EvidenceText[] {
	const { html, text } = frozenParts(views);
	return (Object.keys(views) as Language[]).map((language) => {
		const name = `texts/${code}-${number}.${language}`;
		const entry: EvidenceText = {
			code,
			number,
			language,
			html: `${name}.html`,
			text: `${name}.txt`,
			view: `${name}.json`,
		};
		files[entry.html] = strToU8(html[language] ?? '');
		files[entry.text] = strToU8(text[language] ?? '');
		files[entry.view] = strToU8(canonicalJson(views[language]));
		return entry;
	});
}

/** The first checkpoint that covered each entry, with the proof that the latest goes on from it; each once. */
function earlierProofs(
	checkpoints: readonly string[],
	{ entries }: EvidenceChoice,
	latest: Checkpoint,
	leaves: readonly Hash[],
): EvidenceRecord['earlier'] {
	const sized = checkpoints.map((checkpoint) => ({
		checkpoint,
		size: readCheckpoint(checkpoint)?.size ?? 0,
	}));
	const first = new Set(entries.map((index) => sized.find(({ size }) => size > index)));
	return sized
		.filter((each) => first.has(each) && each.size < latest.size)
		.map(({ checkpoint, size }) => ({ checkpoint, proof: consistencyProof(leaves, size).map(bytesToHex) }));
}

async function need(read: ReadPublished, path: string): Promise<Uint8Array> {
	const found = await read(path);
	if (!found) throw new Error(`/${path} is not published, so no evidence can be made.`);
	return found;
}

/** The same bytes each time: names in order, and one moment for every file. */
function zip(files: Record<string, Uint8Array>): Uint8Array {
	// The moment is written as the clock on the wall, wherever the pack is made.
	const mtime = new Date(1980, 0, 1);
	const names = Object.keys(files).sort();
	return zipSync(Object.fromEntries(names.map((name) => [name, [files[name], { mtime }]])) as Zippable, {
		level: 9,
	});
}
