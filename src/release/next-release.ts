/** What the next release is made of, and what of it the last one has already. */
import { join } from 'node:path';
import type { SiteName } from './compile.ts';
import { type FileOperations, filesIn } from './file-operations.ts';
import { hashOf, type ReleaseRecord, siteFolders } from './release-record.ts';

/** What open pages ask for again: compiled styles and scripts, in which no word of the content stands. */
const CARRIED = /^assets\//;
/** How long styles and scripts stay for pages that are open, in days. */
const CARRY_DAYS = 7;

/** The file of a release that tells how its files stood on this machine when it was made. */
export const STAMPS = 'STAMPS.json';

/** By site and file: inode, size, times of writing and of change as built; inode, size and time of writing as released. */
type Stamps = Record<SiteName, Record<string, readonly number[]>>;

/** A file written so shortly before may be written again within what the disk tells apart, in milliseconds. */
const TOO_YOUNG = 2000;

/** The files of each site that the last release has too, with how they stand there and where they were built. */
export type Standing = Record<SiteName, ReadonlyMap<string, readonly number[]>>;

/** How the files of a release stand, for the next one to know them by. */
export function stampsOf(
	files: FileOperations,
	built: string,
	release: string,
	{ sites }: ReleaseRecord,
	standing: Standing,
): Stamps {
	const now = Date.now();
	const of = (site: SiteName) =>
		Object.fromEntries(
			Object.keys(sites[site]).flatMap((file) => {
				const stamps = standing[site].get(file) ?? stampsAt(files, [built, release], site, file);
				return stamps && now - (stamps[CHANGED] ?? now) > TOO_YOUNG ? [[file, stamps]] : [];
			}),
		);
	return { handbook: of('handbook'), public: of('public') };
}

function stampsAt(
	files: FileOperations,
	folders: readonly [built: string, release: string],
	site: SiteName,
	file: string,
): readonly number[] | undefined {
	const [from, to] = folders.map((folder) => files.stampOf(join(folder, site, file)));
	if (!from || !to) return undefined;
	return [from.inode, from.size, from.written, from.changed, to.inode, to.size, to.written];
}

const CHANGED = 3;
/** Where the stamps of a file tell which one it is in the release. */
export const INODE_IN_RELEASE = 4;

function readStamps(files: FileOperations, release: string): Partial<Stamps> {
	const path = join(release, STAMPS);
	if (files.kindOf(path) !== 'file') return {};
	try {
		return JSON.parse(new TextDecoder().decode(files.read(path))) as Partial<Stamps>;
	} catch {
		// Nothing is lost but time.
		return {};
	}
}

/**
 * What a release of these sites is made of: their files, and styles and scripts that open pages still ask for. `standing`
 * are those that the last release has too. A file that nobody has touched since the last release, there and where it was
 * built, is not read again.
 */
export function recordOf(
	files: FileOperations,
	built: string,
	at: string,
	last = '',
	before?: ReleaseRecord,
): { record: ReleaseRecord; standing: Standing } {
	const record: ReleaseRecord = {
		at,
		sites: { handbook: {}, public: {} },
		carried: { handbook: {}, public: {} },
	};
	const standing = {
		handbook: new Map<string, readonly number[]>(),
		public: new Map<string, readonly number[]>(),
	};
	const stamps = before ? readStamps(files, last) : {};
	for (const site of siteFolders) {
		const own = record.sites[site];
		const known = before?.sites[site] ?? {};
		for (const file of filesIn(files, join(built, site))) {
			const hash = known[file];
			const found = hash === undefined ? undefined : stampsAt(files, [built, last], site, file);
			const was = stamps[site]?.[file];
			const untouched = found?.every((number, index) => number === was?.[index]);
			own[file] = untouched && hash !== undefined ? hash : hashOf(files.read(join(built, site, file)));
			if (found && (untouched || (own[file] === hash && hasHash(files, join(last, site, file), hash))))
				standing[site].set(file, found);
		}
		for (const [file, hash] of Object.entries(known)) {
			if (own[file] !== undefined || !CARRIED.test(file)) continue;
			const lastUsed = before?.carried[site][file] ?? at;
			if (Date.parse(at) - Date.parse(lastUsed) > CARRY_DAYS * 86_400_000) continue;
			if (!hasHash(files, join(last, site, file), hash)) continue;
			own[file] = hash;
			standing[site].set(file, []);
			record.carried[site][file] = lastUsed;
		}
	}
	return { record, standing };
}

/** Whether two releases show the same sites, whatever else they carry for open pages. */
export function isSame(a: ReleaseRecord, b: ReleaseRecord): boolean {
	const own = ({ sites, carried }: ReleaseRecord) =>
		siteFolders.map((site) =>
			Object.entries(sites[site])
				.filter(([file]) => !(file in carried[site]))
				.sort(),
		);
	return JSON.stringify(own(a)) === JSON.stringify(own(b));
}

/** Whether a release holds its files and no others, given those of them that are as they were. */
export function isWhole(
	files: FileOperations,
	release: string,
	{ sites, carried }: ReleaseRecord,
	standing: Standing,
): boolean {
	return siteFolders.every((site) => {
		const there = filesIn(files, join(release, site));
		const isThere = (file: string) =>
			standing[site].has(file) ||
			// Of no use to open pages any longer.
			(file in carried[site] && hasHash(files, join(release, site, file), sites[site][file]));
		return there.length === Object.keys(sites[site]).length && there.every(isThere);
	});
}

function hasHash(files: FileOperations, path: string, hash: string | undefined): boolean {
	return files.kindOf(path) === 'file' && hashOf(files.read(path)) === hash;
}
