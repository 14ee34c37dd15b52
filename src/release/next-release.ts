/** What the next release is made of, and what of it the last one has already. */
import { join } from 'node:path';
import type { SiteName } from './compile.ts';
import type { FileOperations, Stamp } from './file-operations.ts';
import { type FolderStamps, folderStamps, type KnownTree, listTree, settled } from './known-folders.ts';
import { hashOf, type ReleaseRecord, siteFolders } from './release-record.ts';

/** What open pages ask for again: compiled styles and scripts, in which no word of the content stands. */
const CARRIED = /^assets\//;
/** How long styles and scripts stay for pages that are open, in days. */
const CARRY_DAYS = 7;

/** The file of a release that tells how its files stood on this machine when it was made. */
export const STAMPS = 'STAMPS.json';

/** How a site stood, where it was built and in its release. */
interface SiteStamps {
	/** By file: inode, size, times of writing and of change as built; inode, size and time of writing as released. */
	files: Record<string, readonly number[]>;
	built: FolderStamps;
	released: FolderStamps;
}
type Stamps = Record<SiteName, SiteStamps>;

/** A file written so shortly before may be written again within what the disk tells apart, in milliseconds. */
const TOO_YOUNG = 2000;

/** What the next release is made of. */
export interface NextRelease {
	record: ReleaseRecord;
	/** The files of each site that the last release has too, and how they stand there. */
	standing: Record<SiteName, ReadonlyMap<string, Stamp>>;
	/** How the files of each site stood where they were built, before they were read. Without those that are too young. */
	asBuilt: Record<SiteName, ReadonlyMap<string, Stamp>>;
	/** How their folders stood there, before they were read. Without those that are too young. */
	folders: Record<SiteName, FolderStamps>;
}

/** How the files of a finished release stand, for the one after it to know them by. */
export function stampsOf(
	files: FileOperations,
	release: string,
	{ record, standing, asBuilt, folders }: NextRelease,
): Stamps {
	const young = Date.now() - TOO_YOUNG;
	const of = (site: SiteName): SiteStamps => ({
		files: Object.fromEntries(
			[...asBuilt[site]].flatMap(([file, from]) => {
				const to = standing[site].get(file) ?? files.stampOf(join(release, site, file));
				return to ? [[file, numbersOf(from, to)]] : [];
			}),
		),
		built: folders[site],
		released: folderStamps(files, join(release, site), Object.keys(record.sites[site]), young),
	});
	return { handbook: of('handbook'), public: of('public') };
}

function numbersOf(from: Stamp, to: Stamp): number[] {
	return [from.inode, from.size, from.written, from.changed, to.inode, to.size, to.written];
}

function readStamps(files: FileOperations, release: string): Partial<Stamps> {
	const path = join(release, STAMPS);
	if (files.kindOf(path) !== 'file') return {};
	try {
		const stamps = JSON.parse(new TextDecoder().decode(files.read(path))) as Partial<Stamps>;
		// Nothing is lost but time.
		return siteFolders.every((site) => stamps[site]?.files && stamps[site].released) ? stamps : {};
	} catch {
		return {};
	}
}

/** The tree of each site of a finished release, as it stood when it was made; nothing is known of a damaged one. */
export function knownTrees(
	files: FileOperations,
	release: string,
	record: ReleaseRecord | undefined,
): Record<SiteName, KnownTree> {
	const stamps = readStamps(files, release);
	const of = (site: SiteName): KnownTree => ({
		files: Object.keys(record?.sites[site] ?? {}),
		folders: stamps[site]?.released ?? {},
	});
	return { handbook: of('handbook'), public: of('public') };
}

/**
 * What a release of these sites is made of: their files, and styles and scripts that open pages still ask for. A file that
 * nobody has touched since the last release, there and where it was built, is not read again.
 */
export function nextRelease(
	files: FileOperations,
	built: string,
	at: string,
	last = '',
	before?: ReleaseRecord,
): NextRelease {
	const record: ReleaseRecord = {
		at,
		sites: { handbook: {}, public: {} },
		carried: { handbook: {}, public: {} },
	};
	const standing = { handbook: new Map<string, Stamp>(), public: new Map<string, Stamp>() };
	const asBuilt = { handbook: new Map<string, Stamp>(), public: new Map<string, Stamp>() };
	const folders: Record<SiteName, FolderStamps> = { handbook: {}, public: {} };
	const young = Date.now() - TOO_YOUNG;
	const stamps = before ? readStamps(files, last) : {};
	for (const site of siteFolders) {
		const own = record.sites[site];
		const known = before?.sites[site] ?? {};
		const there = listTree(files, join(built, site), {
			// What is carried is in the release alone.
			files: Object.keys(known).filter((file) => before?.carried[site][file] === undefined),
			folders: stamps[site]?.built ?? {},
		});
		folders[site] = settled(there.folders, young);
		for (const file of there.files) {
			const hash = known[file];
			const from = files.stampOf(join(built, site, file));
			const to = hash === undefined ? undefined : files.stampOf(join(last, site, file));
			if (from && from.changed < young) asBuilt[site].set(file, from);
			const was = stamps[site]?.files[file];
			const untouched =
				from && to && was && numbersOf(from, to).every((number, index) => number === was[index]);
			own[file] = untouched && hash !== undefined ? hash : hashOf(files.read(join(built, site, file)));
			if (to && (untouched || (own[file] === hash && hasHash(files, join(last, site, file), hash))))
				standing[site].set(file, to);
		}
		for (const [file, hash] of Object.entries(known)) {
			if (own[file] !== undefined || !CARRIED.test(file)) continue;
			const lastUsed = before?.carried[site][file] ?? at;
			if (Date.parse(at) - Date.parse(lastUsed) > CARRY_DAYS * 86_400_000) continue;
			const to = files.stampOf(join(last, site, file));
			if (!to || !hasHash(files, join(last, site, file), hash)) continue;
			own[file] = hash;
			standing[site].set(file, to);
			record.carried[site][file] = lastUsed;
		}
	}
	return { record, standing, asBuilt, folders };
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

/** Whether a release holds its files and no others, given those of them that are as they were and how it stood. */
export function isWhole(
	files: FileOperations,
	release: string,
	{ sites, carried }: ReleaseRecord,
	standing: NextRelease['standing'],
	known: Record<SiteName, KnownTree>,
): boolean {
	return siteFolders.every((site) => {
		const there = listTree(files, join(release, site), known[site]).files;
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
