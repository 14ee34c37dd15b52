/**
 * Making a release: finished sites are put into a folder of their own, checked, put on the disk, and then one link
 * moves. Whoever asks is served the old release or the new one, whole, whatever happens in between.
 *
 *   releases/20261123T090000Z-3f2a9c0b1d5e/{handbook,public,RELEASE.json,STAMPS.json}
 *   releases/current -> 20261123T090000Z-3f2a9c0b1d5e
 */
import { dirname, join } from 'node:path';
import type { SiteName } from './compile.ts';
import { disk, type FileOperations, inOperatorsWords, makeFolders, removeTree } from './file-operations.ts';
import type { KnownTree } from './known-folders.ts';
import { isSame, isWhole, knownTrees, nextRelease, STAMPS, stampsOf } from './next-release.ts';
import { fillFolder } from './release-folder.ts';
import { takeLock, tidyLocks } from './release-lock.ts';
import {
	currentRelease,
	damage,
	LOCK,
	NEXT,
	RECORD,
	type ReleaseRecord,
	readRecord,
	releaseName,
	serve,
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
	/** What is wrong with the finished copy, whose files have these hashes; a release with problems is not served. */
	verify?(folder: string, record: ReleaseRecord): readonly string[];
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
			{ built, releases, at, keep, verify, ...(commit !== undefined && { commit }) },
			old,
		);
		if (name === old) return { name, removed: [], remarks: [] };
		const removed = old === undefined ? [] : removedTexts(files, join(releases, old), join(releases, name));
		const remarks = [
			...serve(files, releases, name),
			...prune(files, releases, name, old, removed.length > 0 ? 1 : keep),
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
	{ built, releases, at, keep, commit, verify }: SwapOptions & { keep: number },
	old: string | undefined,
): string {
	const last = old === undefined ? undefined : join(releases, old);
	const before = last === undefined ? undefined : readRecord(files, last);
	const next = nextRelease(files, built, at, last, before);
	const { record } = next;
	// A timer publishes again and again: what is served already needs no new release.
	if (
		last !== undefined &&
		before &&
		isSame(record, before) &&
		isWhole(files, last, before, next.standing, knownTrees(files, last, before))
	)
		return old as string;
	const { name, taken } = freeName(files, releases, record);
	// The same sites of the same moment again.
	if (taken) return name;
	const unfinished = join(releases, `${name}${UNFINISHED}`);
	try {
		const spare = spareRelease(files, releases, old, keep);
		const left = spare === undefined ? undefined : makeOver(files, join(releases, spare), unfinished);
		const changed = fillFolder(files, unfinished, { built, last: last ?? '' }, next, left);
		const wrong = [
			...changed.map((file) => `${file} is not what was built`),
			...(verify?.(unfinished, record) ?? []),
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
		files.write(join(unfinished, STAMPS), JSON.stringify(stampsOf(files, unfinished, next)));
		files.syncAll(unfinished);
		files.rename(unfinished, join(releases, name));
		files.sync(releases);
		return name;
	} catch (error) {
		tryTo(() => removeTree(files, unfinished));
		throw error;
	}
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

/**
 * The release that goes when the next one is served, if any: it is made over into the next one, since making and removing
 * thousands of folders takes longer than all else.
 */
function spareRelease(
	files: FileOperations,
	releases: string,
	old: string | undefined,
	keep: number,
): string | undefined {
	if (old === undefined || keep < 2) return undefined;
	return notKept(files, releases, [old], keep - 1)[0];
}

/** Take a release out of the releases, and what says that it is one. Gives how it stood when it was made. */
function makeOver(files: FileOperations, spare: string, unfinished: string): Record<SiteName, KnownTree> {
	const left = knownTrees(files, spare, readRecord(files, spare));
	files.rename(spare, unfinished);
	files.sync(dirname(spare));
	for (const name of [RECORD, STAMPS])
		if (files.kindOf(join(unfinished, name)) !== undefined) files.removeFile(join(unfinished, name));
	return left;
}

/** Keep the newest whole releases, always the one that is served and the one before it. */
function prune(
	files: FileOperations,
	releases: string,
	current: string,
	previous: string | undefined,
	keep: number,
): string[] {
	const kept = keep > 1 && previous !== undefined ? [current, previous] : [current];
	return notKept(files, releases, kept, keep).flatMap((name) => {
		const gone = join(releases, `${name}${GONE}`);
		return tryTo(() => {
			// Out of the way in one step: half a release must not be taken for one.
			files.rename(join(releases, name), gone);
			removeTree(files, gone);
		}).map((why) => `The release ${name} could not be removed: ${why}`);
	});
}

/** All whole releases but these and the newest others, so that a number is kept; the earliest first. */
function notKept(files: FileOperations, releases: string, kept: readonly string[], keep: number): string[] {
	const others = wholeReleases(files, releases).filter((name) => !kept.includes(name));
	return others.slice(0, Math.max(others.length - Math.max(keep - kept.length, 0), 0));
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
