/**
 * Editions on disk, below `content/editions/`: reading what was frozen, never changing it. A door of its own: it opens
 * files, and everything else here runs in a browser too.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkHtml } from '../markup/rendering.ts';
import type { Audience } from '../model/audience.ts';
import { sha256Hex } from '../model/canonical.ts';
import type { EditionRecord, LanguageViews } from './edition.ts';
import { dataFile, type Placed, recordFile, registerFile, viewsFile } from './edition-files.ts';
import { hashOfViews, viewsHash } from './part-hashes.ts';
import { type Register, readRegister } from './register.ts';
import type { RegisterEntry } from './register-entry.ts';
import type { PublishedEdition } from './standing.ts';

/** Read the register of a site and judge its chain; an empty one where nothing was published yet. */
export function openRegister(editions: string, site: Audience): Register {
	const file = join(editions, registerFile(site));
	const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
	return readRegister(text, `editions/${registerFile(site)}`);
}

/** What no reader sees of an edition. Throws when it is not what was frozen. */
export function readRecord(editions: string, document: Placed, edition: PublishedEdition): EditionRecord {
	const file = recordFile(document, edition.number);
	const text = readFileSync(join(editions, file), 'utf8');
	if (sha256Hex(text) !== edition.parts.record) throw changed(file);
	return JSON.parse(text) as EditionRecord;
}

/** Digests of what was found to be as it was frozen and to hold nothing that a page may not show: it is not judged twice. */
export interface JudgedViews {
	has(hash: string): boolean;
	add(hash: string): void;
}

/**
 * What a site shows of an edition, from the text of its file. Throws when it is not what was frozen, or holds what a
 * page may not show.
 */
export function readViews(text: string, hash: string, name: string, sound?: JudgedViews): LanguageViews {
	const views = JSON.parse(text) as LanguageViews;
	// Of the very same bytes the hash was computed before.
	const bytes = sha256Hex(`${hash} ${text}`);
	if (sound?.has(bytes)) return views;
	if (hashOfViews(views) !== hash) throw changed(name);
	for (const [language, { html }] of Object.entries(views)) {
		const [problem] = checkHtml(html);
		if (problem) throw new Error(`editions/${name} (${language}): ${problem}`);
	}
	sound?.add(bytes);
	return views;
}

/** What a site shows of an edition in its latest rendering. */
export function openViews(
	editions: string,
	document: Placed,
	edition: Pick<PublishedEdition, 'number' | 'rendering' | 'parts'>,
	site: Audience,
	sound?: JudgedViews,
): LanguageViews {
	const file = viewsFile(document, edition.number, edition.rendering, site);
	return readViews(readFileSync(join(editions, file), 'utf8'), viewsHash(edition.parts), file, sound);
}

/** The reference data a site showed at a moment: each file holds the kinds that changed. */
export function openData(
	editions: string,
	register: readonly RegisterEntry[],
	site: Audience,
	at: string,
): Record<string, unknown> {
	const data: Record<string, unknown> = {};
	for (const entry of register) {
		if (entry.kind !== 'data' || entry.at > at) continue;
		const file = dataFile(site, entry.number);
		const text = readFileSync(join(editions, file), 'utf8');
		if (sha256Hex(text) !== entry.hash) throw changed(file);
		Object.assign(data, JSON.parse(text));
	}
	return data;
}

function changed(file: string): Error {
	return new Error(
		`editions/${file} is not what was published. Nothing but publishing may write it: take it back from an earlier commit.`,
	);
}
