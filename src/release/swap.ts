/**
 * Making a release: finished sites are copied into a folder of their own, checked, put on the disk, and then one link
 * moves. Whoever asks is served the old release or the new one, whole, whatever happens in between.
 *
 *   releases/20261123T090000Z-3f2a9c0b1d5e/{handbook,public,RELEASE.json}
 *   releases/current -> 20261123T090000Z-3f2a9c0b1d5e
 */
import { dirname, join } from 'node:path';
import {
	disk,
	type FileOperations,
	filesIn,
	inOperatorsWords,
	makeFolders,
	removeTree,
	takeOver,
} from './file-operations.ts';
import { takeLock, tidyLocks } from './release-lock.ts';
import {
	currentRelease,
	damage,
	hashOf,
	LOCK,
	NEXT,
	RECORD,
	type ReleaseRecord,
	readRecord,
	releaseName,
	serve,
	siteFolders,
	wholeReleases,
} from './release-record.ts';
import { removedTexts } from './removed-texts.ts';

export interface SwapOptions {
	/** Folder holding the finished `handbook/` and `public/`. It stays as it is. */
	built: string;
	/** Folder of all releases; the web server serves its `current/handbook` and `current/public`. */
	releases: string;
	/** The moment the release is for, in universal time. */
	at: string;
	/** Whole releases to keep, this one among them. Default: 5. */
	keep?: number;
	/** The commit whose content it shows. */
	commit?: string;
	/** What is wrong with the finished copy; a release with problems is not served. */
	verify?(folder: string): readonly string[];
	files?: FileOperations;
}

export interface Swapped {
	/** The release that is served now. */
	name: string;
	/** The one before it; absent when there was none, or when it was this one already. */
	previous?: string;
	/** Texts taken from reading with this release: releases before it still held them, so they are gone. */
	removed: string[];
	/** What could not be tidied away. The release is served all the same. */
	remarks: string[];
}

const UNFINISHED = '.unfinished';
const GONE = '.gone';
/** What open pages ask for again: compiled styles and scripts, in which no word of the content stands. */
const CARRIED = /^assets\//;
/** How long styles and scripts stay for pages that are open, in days. */
const CARRY_DAYS = 7;

/** Serve finished sites. Throws in an operator’s words, and then what was served before is served still. */
export function swapIn({
	built,
	releases,
	at,
	commit,
	keep = 5,
	verify,
	files = disk,
}: SwapOptions): Swapped {
	return alone(files, releases, () => {
		const old = currentRelease(files, releases);
		const name = prepare(
			files,
			{ built, releases, at, verify, ...(commit !== undefined && { commit }) },
			old,
		);
		if (name === old) return { name, removed: [], remarks: [] };
		const removed = old === undefined ? [] : removedTexts(files, join(releases, old), join(releases, name));
		const remarks = [
			...serve(files, releases, name),
			...prune(files, releases, name, removed.length > 0 ? 1 : Math.max(keep, 1)),
		];
		return { name, ...(old !== undefined && { previous: old }), removed, remarks };
	});
}

/** Do something with the releases that nobody else may do meanwhile, after clearing up what was cut short before. */
export function alone<T>(files: FileOperations, releases: string, work: () => T): T {
	try {
		makeFolders(files, releases);
		const letGo = takeLock(files, join(releases, LOCK));
		try {
			recover(files, releases);
			return work();
		} finally {
			// A lock that cannot be removed is known to be nobody’s: the next release takes it over.
			tryTo(letGo);
		}
	} catch (error) {
		throw inOperatorsWords(error);
	}
}

function recover(files: FileOperations, releases: string): void {
	tidyLocks(files, releases, LOCK);
	for (const name of files.list(releases))
		if (name.endsWith(UNFINISHED) || name.endsWith(GONE) || name === NEXT)
			removeTree(files, join(releases, name));
}

/** Put the release into its folder, whole and on the disk, without serving it. Gives its name. */
function prepare(
	files: FileOperations,
	{ built, releases, at, commit, verify }: SwapOptions,
	old: string | undefined,
): string {
	const last = old === undefined ? undefined : join(releases, old);
	const before = last === undefined ? undefined : readRecord(files, last);
	const record = recordOf(files, built, at, last, before);
	// A timer publishes again and again: what is served already needs no new release.
	if (
		old !== undefined &&
		before &&
		isSame(record, before) &&
		damage(files, join(releases, old), before).length === 0
	)
		return old;
	const { name, taken } = freeName(files, releases, record);
	// The same sites of the same moment again.
	if (taken) return name;
	const unfinished = join(releases, `${name}${UNFINISHED}`);
	const folders = new Set<string>();
	const makeFolder = (folder: string) => {
		if (folders.has(folder)) return;
		if (folder !== unfinished) makeFolder(dirname(folder));
		files.makeFolder(folder);
		folders.add(folder);
	};
	try {
		for (const site of siteFolders) {
			for (const [file, hash] of Object.entries(record.sites[site])) {
				const place = join(unfinished, site, file);
				makeFolder(dirname(place));
				const was = last !== undefined && before?.sites[site][file] === hash && join(last, site, file);
				if (was && files.kindOf(was) === 'file') takeOver(files, was, place);
				else files.write(place, files.read(join(built, site, file)));
			}
		}
		// What the old release says of its files is not believed: one that was damaged there is taken from the build.
		const damaged = damage(files, unfinished, record);
		for (const path of damaged) {
			files.removeFile(join(unfinished, path));
			files.write(join(unfinished, path), files.read(join(built, path)));
		}
		const wrong = [
			...(damaged.length > 0 ? damage(files, unfinished, record) : []),
			...(verify?.(unfinished) ?? []),
		];
		if (wrong.length > 0)
			throw new Error(
				`The release is not sound, so nothing was published:\n${wrong.map((each) => `  ${each}`).join('\n')}`,
			);
		const whole: ReleaseRecord = {
			...record,
			...(old !== undefined && { previous: old }),
			...(commit !== undefined && { commit }),
		};
		files.write(join(unfinished, RECORD), `${JSON.stringify(whole, undefined, '\t')}\n`);
		for (const folder of [...folders].reverse()) files.sync(folder);
		files.rename(unfinished, join(releases, name));
		files.sync(releases);
		return name;
	} catch (error) {
		tryTo(() => removeTree(files, unfinished));
		throw error;
	}
}

/** Whether two releases show the same sites, whatever else they carry for open pages. */
function isSame(a: ReleaseRecord, b: ReleaseRecord): boolean {
	const own = ({ sites, carried }: ReleaseRecord) =>
		siteFolders.map((site) =>
			Object.entries(sites[site])
				.filter(([file]) => !(file in carried[site]))
				.sort(),
		);
	return JSON.stringify(own(a)) === JSON.stringify(own(b));
}

/** The name of a release; one that is taken by a damaged release of the same sites is followed by a number. */
function freeName(
	files: FileOperations,
	releases: string,
	record: ReleaseRecord,
): { name: string; taken: boolean } {
	const first = releaseName(record);
	for (let number = 1; ; number++) {
		const name = number === 1 ? first : `${first}-${number}`;
		const folder = join(releases, name);
		if (files.kindOf(folder) === undefined) return { name, taken: false };
		const known = readRecord(files, folder);
		if (known && damage(files, folder, known).length === 0) return { name, taken: true };
	}
}

/** What a release of these sites is made of: their files, and styles and scripts that open pages still ask for. */
function recordOf(
	files: FileOperations,
	built: string,
	at: string,
	last = '',
	before?: ReleaseRecord,
): ReleaseRecord {
	const record: ReleaseRecord = {
		at,
		sites: { handbook: {}, public: {} },
		carried: { handbook: {}, public: {} },
	};
	for (const site of siteFolders) {
		const own = record.sites[site];
		for (const file of filesIn(files, join(built, site)))
			own[file] = hashOf(files.read(join(built, site, file)));
		for (const [file, hash] of Object.entries(before?.sites[site] ?? {})) {
			if (own[file] !== undefined || !CARRIED.test(file)) continue;
			const lastUsed = before?.carried[site][file] ?? at;
			if (Date.parse(at) - Date.parse(lastUsed) > CARRY_DAYS * 86_400_000) continue;
			const was = join(last, site, file);
			if (files.kindOf(was) !== 'file' || hashOf(files.read(was)) !== hash) continue;
			own[file] = hash;
			record.carried[site][file] = lastUsed;
		}
	}
	return record;
}

/** Keep the newest whole releases, always the one that is served and the one before it. */
function prune(files: FileOperations, releases: string, current: string, keep: number): string[] {
	const others = wholeReleases(files, releases).filter((name) => name !== current);
	const previous = readRecord(files, join(releases, current))?.previous;
	const kept = new Set(
		[...(keep > 1 && previous !== undefined ? [previous] : []), ...others.reverse()].slice(0, keep - 1),
	);
	return others
		.filter((name) => !kept.has(name))
		.flatMap((name) => {
			const gone = join(releases, `${name}${GONE}`);
			return tryTo(() => {
				// Out of the way in one step: half a release must not be taken for one.
				files.rename(join(releases, name), gone);
				removeTree(files, gone);
			}).map((why) => `The release ${name} could not be removed: ${why}`);
		});
}

/** Do what may fail without harm; gives why it failed. */
function tryTo(work: () => void): string[] {
	try {
		work();
		return [];
	} catch (error) {
		return [inOperatorsWords(error).message];
	}
}
