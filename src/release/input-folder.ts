/** The folder that one site is built from: its input, its texts, its images and the frozen texts of its editions, nothing else. */
import {
	closeSync,
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	renameSync,
	rmSync,
} from 'node:fs';
import { join } from 'node:path';
import {
	type LanguageViews,
	mediaFile,
	type PublishedEdition,
	type Standing,
	viewsFile,
	viewsHash,
} from '../editions/index.ts';
import { readViews } from '../editions/store.ts';
import type { Audience } from '../model/audience.ts';
import { sha256Hex } from '../model/canonical.ts';
import { type Texts, textFrom } from './rendered-body.ts';
import type { EditionInput, LoadEdition, LoadText, SiteInput } from './site-input.ts';
import { writeWhole, writeWholeInPieces } from './work-folder.ts';

/** Images to put into the folder: where each is served, and where it lies. */
export type ImageFiles = ReadonlyMap<string, string>;

/** The texts of all documents, one after another, and where each of them begins and how long it is, by its hash. */
const TEXTS = 'texts';
const TEXT_PLACES = 'texts.json';
type TextPlaces = Record<string, readonly [at: number, length: number]>;

/** Write the folder. Frozen texts that are there already stay: their names are their hashes. */
export function writeInput(
	folder: string,
	input: SiteInput,
	texts: Texts,
	images: ImageFiles,
	editions: { folder: string; published: readonly Standing[]; site: Audience },
): void {
	mkdirSync(folder, { recursive: true });
	for (const name of readdirSync(folder))
		if (name !== 'editions' && name !== TEXTS && name !== TEXT_PLACES)
			rmSync(join(folder, name), { recursive: true, force: true });
	writeWholeInPieces(join(folder, 'input.json'), jsonInPieces(input));
	mkdirSync(join(folder, 'media'), { recursive: true });
	for (const [address, file] of images) copyFileSync(file, join(folder, address));
	linkEditions(join(folder, 'editions'), editions);
	writeTexts(
		folder,
		input.documents.map(({ text }) => text),
		texts,
	);
}

/** The JSON of an object, element by element of its lists: of a large site it is hundreds of megabytes. */
function* jsonInPieces(value: object): Generator<string> {
	let before = '{';
	for (const [key, each] of Object.entries(value)) {
		if (each === undefined) continue;
		yield `${before}${JSON.stringify(key)}:`;
		before = ',';
		if (!Array.isArray(each)) yield JSON.stringify(each);
		else {
			yield '[';
			for (const [index, element] of each.entries())
				yield (index === 0 ? '' : ',') + (JSON.stringify(element) ?? 'null');
			yield ']';
		}
	}
	yield before === '{' ? '{}' : '}';
}

/**
 * Write texts, in one file: writing thousands of small ones takes longer than all else here. Those that stand in the last
 * one are taken from there.
 */
export function writeTexts(folder: string, wanted: readonly string[], texts: Texts): void {
	const known = textPlaces(folder);
	const last = existsSync(join(folder, TEXTS)) ? openSync(join(folder, TEXTS), 'r') : undefined;
	const places: TextPlaces = {};
	let at = 0;
	const pieces = function* () {
		for (const hash of new Set(wanted)) {
			const kept = last === undefined ? undefined : readText(last, known[hash], hash);
			const bytes = kept ?? texts(hash);
			places[hash] = [at, bytes.length];
			at += bytes.length;
			yield bytes;
		}
	};
	try {
		writeWholeInPieces(join(folder, TEXTS), pieces());
		writeWhole(join(folder, TEXT_PLACES), JSON.stringify(places));
	} finally {
		if (last !== undefined) closeSync(last);
	}
}

/** Where the texts of a folder stand; nothing where that cannot be read. */
function textPlaces(folder: string): TextPlaces {
	try {
		return JSON.parse(readFileSync(join(folder, TEXT_PLACES), 'utf8')) as TextPlaces;
	} catch {
		return {};
	}
}

/** The bytes of a text; undefined when it is not there, or not what its hash says. */
function readText(file: number, place: TextPlaces[string] | undefined, hash: string): Buffer | undefined {
	if (!place) return undefined;
	const [at, length] = place;
	const bytes = Buffer.allocUnsafe(length);
	readSync(file, bytes, 0, length, at);
	return sha256Hex(bytes) === hash ? bytes : undefined;
}

function linkEditions(
	folder: string,
	{ folder: editions, published, site }: { folder: string; published: readonly Standing[]; site: Audience },
): void {
	const wanted = new Map<string, string>();
	for (const document of published) {
		for (const edition of document.editions) {
			if (edition.error !== undefined) continue;
			wanted.set(
				nameOf(viewsHash(edition.parts)),
				viewsFile(document, edition.number, edition.rendering, site),
			);
		}
	}
	const there = new Set(existsSync(folder) ? readdirSync(folder) : []);
	mkdirSync(folder, { recursive: true });
	for (const name of there) if (!wanted.has(name)) rmSync(join(folder, name));
	for (const [name, file] of wanted) if (!there.has(name)) takeIn(join(editions, file), join(folder, name));
}

/** The images that editions of a site show, by where they are served. */
export function imagesOfEditions(editions: string, published: readonly Standing[]): ImageFiles {
	const names = published.flatMap((document) => document.editions.flatMap(imageNames));
	return new Map(names.map((name) => [`/media/${name}`, join(editions, mediaFile(name))]));
}

function imageNames({ parts, error }: PublishedEdition): string[] {
	return error === undefined ? Object.keys(parts.media ?? {}) : [];
}

/** How many texts are kept at hand: the editions of some documents, which several pages show one after another. */
const MOST_AT_HAND = 64;

/** The frozen texts of a folder, each checked when it is read. */
export function loadFrom(folder: string): LoadEdition {
	const sound = new Set<string>();
	const atHand = new Map<string, LanguageViews>();
	return ({ hash, code, number }: EditionInput) => {
		const known = atHand.get(hash);
		if (known) return known;
		const file = join(folder, 'editions', nameOf(hash));
		if (!existsSync(file)) throw new Error(`The text of ${code}, edition ${number}, is not there`);
		let views: LanguageViews;
		try {
			views = readViews(readFileSync(file, 'utf8'), hash, `${code}/${number}`, sound);
		} catch (error) {
			// Taken in anew by the next build, when it may have been put right.
			rmSync(file);
			throw error;
		}
		for (const oldest of atHand.keys()) {
			if (atHand.size < MOST_AT_HAND) break;
			atHand.delete(oldest);
		}
		atHand.set(hash, views);
		return views;
	};
}

/** How much of the texts is read at once: a page that shows all of them asks for one after another. */
const STRIDE = 1024 * 1024;

/** The texts of a folder, each checked when it is read. */
export function textsFrom(folder: string): LoadText {
	let places: TextPlaces | undefined;
	let stretch: { at: number; bytes: Buffer } = { at: 0, bytes: Buffer.alloc(0) };
	const bytesOf = ([at, length]: TextPlaces[string]): Buffer => {
		if (at < stretch.at || at + length > stretch.at + stretch.bytes.length)
			stretch = { at, bytes: readStretch(join(folder, TEXTS), at, Math.max(length, STRIDE)) };
		return stretch.bytes.subarray(at - stretch.at, at - stretch.at + length);
	};
	return (hash) => {
		places ??= textPlaces(folder);
		const place = places[hash];
		const bytes = place && bytesOf(place);
		if (!bytes || sha256Hex(bytes) !== hash)
			throw new Error(`${join(folder, TEXTS)} was changed by another program. Build again.`);
		return textFrom(bytes);
	};
}

/** The bytes of a file from a place on; fewer where it ends. */
function readStretch(path: string, at: number, length: number): Buffer {
	const file = openSync(path, 'r');
	try {
		const bytes = Buffer.allocUnsafe(length);
		return bytes.subarray(0, readSync(file, bytes, 0, length, at));
	} finally {
		closeSync(file);
	}
}

function nameOf(hash: string): string {
	return `${hash}.json`;
}

/** The same bytes under a second name, or a copy where that cannot be. */
function takeIn(from: string, to: string): void {
	try {
		linkSync(from, to);
	} catch {
		// Whole or not at all: it is not copied again.
		copyFileSync(from, `${to}.tmp`);
		renameSync(`${to}.tmp`, to);
	}
}
