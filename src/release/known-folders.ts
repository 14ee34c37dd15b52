/**
 * Listing the files of a tree whose folders were listed before: a folder that nobody touched since holds the names it
 * held, so it is not read again. Reading one takes ten times as long as looking whether it was touched.
 */
import { join } from 'node:path';
import type { FileOperations } from './file-operations.ts';

/** When each folder got the names it has, by its path below the tree; that of the tree itself is empty. */
export type FolderStamps = Record<string, FolderStamp>;
type FolderStamp = readonly [inode: number, changed: number];

/** A tree as it stood. */
export interface KnownTree {
	files: Iterable<string>;
	folders: FolderStamps;
}

/** What a folder held. */
interface Held {
	files: string[];
	folders: string[];
}

/**
 * Every file of a tree, as paths with forward slashes, and how its folders stood before they were read. Throws on a link: a
 * site has none.
 */
export function listTree(
	files: FileOperations,
	root: string,
	known: KnownTree = { files: [], folders: {} },
): { files: string[]; folders: FolderStamps } {
	const held = heldBy(known.files);
	const found: string[] = [];
	const folders: FolderStamps = {};
	const look = (folder: string) => {
		const stamp = folderStamp(files, root, folder);
		if (stamp) folders[folder] = stamp;
		const was = isSame(stamp, known.folders[folder]) ? held.get(folder) : undefined;
		const { files: own, folders: inner } = was ?? readFolder(files, root, folder);
		for (const file of own) found.push(file);
		for (const each of inner) look(each);
	};
	look('');
	return { files: found, folders };
}

/** How the folders of a tree with these files stand now, without those changed at or after a moment in milliseconds. */
export function folderStamps(
	files: FileOperations,
	root: string,
	held: Iterable<string>,
	before: number,
): FolderStamps {
	const stamps = [...heldBy(held).keys()].flatMap((folder): [string, FolderStamp][] => {
		const stamp = folderStamp(files, root, folder);
		return stamp ? [[folder, stamp]] : [];
	});
	return settled(Object.fromEntries(stamps), before);
}

/** Without the folders changed at or after a moment: they may change again within what the disk tells apart. */
export function settled(folders: FolderStamps, before: number): FolderStamps {
	return Object.fromEntries(Object.entries(folders).filter(([, [, changed]]) => changed < before));
}

function readFolder(files: FileOperations, root: string, folder: string): Held {
	const held: Held = { files: [], folders: [] };
	for (const [name, kind] of files.kindsIn(join(root, folder))) {
		const path = folder === '' ? name : `${folder}/${name}`;
		if (kind === 'link') throw new Error(`Unexpected link ${path}, expected a file: a site holds no links`);
		(kind === 'folder' ? held.folders : held.files).push(path);
	}
	return held;
}

/** What each folder of a tree holds. */
function heldBy(paths: Iterable<string>): Map<string, Held> {
	const held = new Map<string, Held>();
	const of = (folder: string): Held => {
		const known = held.get(folder);
		if (known) return known;
		const made: Held = { files: [], folders: [] };
		held.set(folder, made);
		if (folder !== '') of(above(folder)).folders.push(folder);
		return made;
	};
	for (const path of paths) of(above(path)).files.push(path);
	return held;
}

function above(path: string): string {
	return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function folderStamp(files: FileOperations, root: string, folder: string): FolderStamp | undefined {
	const stamp = files.stampOf(join(root, folder), 'folder');
	return stamp && [stamp.inode, stamp.changed];
}

function isSame(a: FolderStamp | undefined, b: FolderStamp | undefined): boolean {
	return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}
