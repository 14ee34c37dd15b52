/** Filling the folder of a release. */
import { dirname, join } from 'node:path';
import type { SiteName } from './compile.ts';
import { type FileOperations, makeFolders, type Stamp, takeAway, takeOver } from './file-operations.ts';
import { type KnownTree, listTree } from './known-folders.ts';
import type { NextRelease } from './next-release.ts';
import { hashOf, siteFolders } from './release-record.ts';

/**
 * Let a folder hold the files of a release and no others. What an earlier release left in it, as far as that is known, stays
 * where it is the very file of the last release. Gives the files that are not there as they were built.
 */
export function fillFolder(
	files: FileOperations,
	folder: string,
	{ built, last }: { built: string; last: string },
	{ record, standing }: NextRelease,
	left?: Record<SiteName, KnownTree>,
): string[] {
	const changed: string[] = [];
	const folders = new Set<string>();
	for (const site of siteFolders) {
		const kept = keepSame(files, join(folder, site), standing[site], left?.[site]);
		for (const [file, hash] of Object.entries(record.sites[site])) {
			if (kept.has(file)) continue;
			const place = join(folder, site, file);
			const above = dirname(place);
			if (!folders.has(above)) makeFolders(files, above);
			folders.add(above);
			if (standing[site].has(file)) takeOver(files, join(last, site, file), place);
			else {
				files.write(place, files.read(join(built, site, file)));
				if (hashOf(files.read(place)) !== hash) changed.push(`${site}/${file}`);
			}
		}
	}
	return changed;
}

/** Take away what is not the file of the last release; gives what stays. */
function keepSame(
	files: FileOperations,
	folder: string,
	standing: ReadonlyMap<string, Stamp>,
	left: KnownTree | undefined,
): ReadonlySet<string> {
	if (files.kindOf(folder) !== 'folder') return new Set();
	return new Set(
		listTree(files, folder, left).files.filter((file) => {
			const inode = standing.get(file)?.inode;
			if (inode !== undefined && files.stampOf(join(folder, file))?.inode === inode) return true;
			takeAway(files, folder, file);
			return false;
		}),
	);
}
