/**
 * What a release is made of: `RELEASE.json` beside its sites, with the hash of every file. A folder without a whole
 * one is no release.
 */
import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../model/canonical.ts';
import { compare } from '../model/issue.ts';
import type { SiteName } from './compile.ts';
import { disk, type FileOperations } from './file-operations.ts';
import { listTree } from './known-folders.ts';

export interface ReleaseRecord {
	/** The moment the release is for, in universal time. */
	at: string;
	/** SHA-256 of every file of each site, by path. */
	sites: Record<SiteName, Record<string, string>>;
	/** Styles and scripts of earlier releases, for pages that are still open: when each was last of use. */
	carried: Record<SiteName, Record<string, string>>;
	/** The release that was served before. */
	previous?: string;
	/** The commit whose content it shows, when it was made from a repository. */
	commit?: string;
}

export const RECORD = 'RELEASE.json';
/** The link to the release that is served. */
export const CURRENT = 'current';
/** The link that is about to take its place. */
export const NEXT = `${CURRENT}.next`;
export const LOCK = '.lock';
export const siteFolders: readonly SiteName[] = ['handbook', 'public'];

/** The name of a release: `20261123T090000Z-3f2a9c0b1d5e`. In the order of moments, and the same for the same bytes. */
export function releaseName({ at, sites }: Pick<ReleaseRecord, 'at' | 'sites'>): string {
	return `${at.replace(/[-:]/g, '')}-${hashOf(canonicalJson({ at, sites })).slice(0, 12)}`;
}

export function hashOf(bytes: Uint8Array | string): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** The record of a release; undefined when it is none. */
export function readRecord(files: FileOperations, folder: string): ReleaseRecord | undefined {
	const path = join(folder, RECORD);
	if (files.kindOf(folder) !== 'folder' || files.kindOf(path) !== 'file') return undefined;
	try {
		return JSON.parse(new TextDecoder().decode(files.read(path))) as ReleaseRecord;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/** The release that is served; undefined where there is none yet. */
export function currentRelease(files: FileOperations, releases: string): string | undefined {
	const link = join(releases, CURRENT);
	const kind = files.kindOf(link);
	if (kind === undefined) return undefined;
	if (kind !== 'link')
		throw new Error(`${link} is a ${kind}, expected a link to a release. Move it away, and publish again.`);
	return files.target(link);
}

/** The releases that are whole, the earliest first. */
export function wholeReleases(files: FileOperations, releases: string): string[] {
	return files
		.list(releases)
		.filter((name) => isReleaseName(name) && hasWholeRecord(files, join(releases, name)));
}

/** Whether a folder has a record that was written to its end, without the seconds that reading all of them takes. */
function hasWholeRecord(files: FileOperations, folder: string): boolean {
	const path = join(folder, RECORD);
	if (files.kindOf(folder) !== 'folder' || files.kindOf(path) !== 'file') return false;
	// Only the last brace stands at the beginning of a line.
	return new TextDecoder().decode(files.read(path).subarray(-3)) === '\n}\n';
}

export function isReleaseName(name: string): boolean {
	return /^\d{8}T\d{6}Z-[0-9a-f]{12}(?:-\d+)?$/.test(name);
}

/** What of a release is not what its record says: files changed, missing or added. */
export function damage(files: FileOperations, folder: string, { sites }: ReleaseRecord): string[] {
	return Object.entries(sites).flatMap(([site, hashes]) => {
		const there =
			files.kindOf(join(folder, site)) === 'folder' ? listTree(files, join(folder, site)).files : [];
		const missing = new Set(Object.keys(hashes)).difference(new Set(there));
		const changed = there.filter((file) => hashOf(files.read(join(folder, site, file))) !== hashes[file]);
		return [...missing, ...changed].sort(compare).map((file) => `${site}/${file}`);
	});
}

/** What of a release is not what its record says; nothing where a folder is none. `release` may be the link to one. */
export function damagedFiles(release: string): string[] {
	const folder = existsSync(release) ? realpathSync(release) : release;
	const record = readRecord(disk, folder);
	return record ? damage(disk, folder, record) : [];
}

/**
 * Let the link point to a release: the moment at which one is served and not the other. Gives what was not certain: a
 * disk that does not confirm a new name may show the old release again after a power cut.
 */
export function serve(files: FileOperations, releases: string, name: string): string[] {
	const next = join(releases, NEXT);
	files.pointTo(next, name);
	files.rename(next, join(releases, CURRENT));
	try {
		files.sync(releases);
		return [];
	} catch {
		return ['The disk did not confirm the change: look at the site again after a power cut.'];
	}
}

/** Whether a commit is what readers of these releases see. */
export function isShownIn(releases: string): (commit: string) => boolean {
	return (commit) => {
		const current = currentRelease(disk, releases);
		return current !== undefined && readRecord(disk, join(releases, current))?.commit === commit;
	};
}
