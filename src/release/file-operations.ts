/**
 * The few file operations that releases are swapped with. All of them go through here, so that a test can stop at
 * every one in turn.
 */
import { spawnSync } from 'node:child_process';
import {
	closeSync,
	type Dirent,
	fsyncSync,
	linkSync,
	lstatSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	renameSync,
	rmdirSync,
	type Stats,
	symlinkSync,
	unlinkSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { compare } from '../model/issue.ts';

export type Kind = 'file' | 'folder' | 'link';

/** What a file has as long as nobody writes it, and a folder as long as no name in it comes, goes or changes. */
export interface Stamp {
	inode: number;
	/** In bytes. */
	size: number;
	/** When its bytes were written, in milliseconds; a program may set it. */
	written: number;
	/** When it was written, renamed, linked or unlinked, in milliseconds; nobody can set it. */
	changed: number;
}

export interface FileOperations {
	/** What is there, itself and not what it leads to. */
	kindOf(path: string): Kind | undefined;
	/** What tells whether a file or a folder is still the one it was; undefined where none is. */
	stampOf(path: string, kind?: 'file' | 'folder'): Stamp | undefined;
	read(path: string): Uint8Array;
	/** Names in a folder, in one order everywhere. */
	list(folder: string): string[];
	/** What is in a folder by its name, in the same order. */
	kindsIn(folder: string): [name: string, kind: Kind][];
	/** Where a link leads. */
	target(path: string): string;
	makeFolder(path: string): void;
	/** A new file. */
	write(path: string, bytes: Uint8Array | string): void;
	/** The same file under a second name. */
	link(from: string, to: string): void;
	pointTo(path: string, target: string): void;
	/** Atomic: what was at `to` is replaced. */
	rename(from: string, to: string): void;
	removeFile(path: string): void;
	removeFolder(path: string): void;
	/** Put a file, or the names in a folder, on the disk. */
	sync(path: string): void;
	/** Put a folder with all that is in it on the disk. */
	syncAll(folder: string): void;
}

export const disk: FileOperations = {
	kindOf(path) {
		const found = entryAt(path);
		return found && kindOf(found);
	},
	stampOf(path, kind = 'file') {
		const found = entryAt(path);
		if (!found || kindOf(found) !== kind) return undefined;
		const { ino: inode, size, mtimeMs: written, ctimeMs: changed } = found;
		return { inode, size, written, changed };
	},
	read: (path) => readFileSync(path),
	list: (folder) => readdirSync(folder).sort(compare),
	kindsIn: (folder) =>
		readdirSync(folder, { withFileTypes: true })
			.map((entry): [string, Kind] => [entry.name, kindOf(entry)])
			.sort(([a], [b]) => compare(a, b)),
	target: (path) => readlinkSync(path),
	makeFolder: (path) => void mkdirSync(path),
	write: (path, bytes) => writeFileSync(path, bytes, { flag: 'wx' }),
	link: linkSync,
	pointTo: (path, target) => symlinkSync(target, path),
	rename: renameSync,
	removeFile: unlinkSync,
	removeFolder: rmdirSync,
	sync(path) {
		const opened = openSync(path, 'r');
		try {
			fsyncSync(opened);
		} finally {
			closeSync(opened);
		}
	},
	syncAll(folder) {
		// One call for the whole disk takes a moment; one for each of a hundred thousand files takes minutes.
		if (spawnSync('sync', ['-f', folder]).status !== 0) syncEach(folder);
	},
};

function kindOf(entry: Stats | Dirent): Kind {
	return entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : 'file';
}

function entryAt(path: string): Stats | undefined {
	try {
		return lstatSync(path, { throwIfNoEntry: false });
	} catch (error) {
		// Nothing is below a file.
		if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
		throw error;
	}
}

function syncEach(folder: string): void {
	for (const name of disk.list(folder)) {
		const path = join(folder, name);
		if (disk.kindOf(path) === 'folder') syncEach(path);
		else disk.sync(path);
	}
	disk.sync(folder);
}

/** The same file under a second name; a copy where the disk has no second names. */
export function takeOver(files: FileOperations, from: string, to: string): void {
	try {
		files.link(from, to);
	} catch (error) {
		if (!['EXDEV', 'EMLINK', 'EPERM', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? ''))
			throw error;
		files.write(to, files.read(from));
	}
}

/** A folder and those above it, unless they are there. */
export function makeFolders(files: FileOperations, folder: string): void {
	if (files.kindOf(folder) !== undefined) return;
	makeFolders(files, dirname(folder));
	files.makeFolder(folder);
}

/** Remove a folder and all that is in it. What is not there is removed already. */
export function removeTree(files: FileOperations, path: string): void {
	const kind = files.kindOf(path);
	if (kind) removeKind(files, path, kind);
}

function removeKind(files: FileOperations, path: string, kind: Kind): void {
	if (kind !== 'folder') files.removeFile(path);
	else {
		for (const [name, each] of files.kindsIn(path)) removeKind(files, join(path, name), each);
		files.removeFolder(path);
	}
}

/** Remove a file, and the folders that are empty then. */
export function takeAway(files: FileOperations, folder: string, file: string): void {
	const kind = files.kindOf(join(folder, file));
	if (kind === 'file' || kind === 'link') files.removeFile(join(folder, file));
	for (let above = dirname(file); above !== '.'; above = dirname(above)) {
		if (files.kindOf(join(folder, above)) !== 'folder') continue;
		if (files.list(join(folder, above)).length > 0) return;
		files.removeFolder(join(folder, above));
	}
}

/** An error of the disk in an operator’s words; others as they are. */
export function inOperatorsWords(error: unknown): Error {
	const { code, path = '' } = error as NodeJS.ErrnoException;
	const known: Record<string, string> = {
		ENOSPC: 'There is no room left on the disk. Make room, or keep fewer releases, and try again.',
		EDQUOT: 'The disk quota is used up. Make room, or keep fewer releases, and try again.',
		EACCES: `This user may not write ${path}. Give it that folder, and try again.`,
		EPERM: `This user may not change ${path}. Give it that folder, and try again.`,
		EEXIST: `${path} is in the way. Name another folder, or move it.`,
		ENOTDIR: `${path} is no folder. Name another one, or move what is there.`,
		EROFS: `${path} is on a disk that cannot be written to.`,
	};
	const words = code === undefined ? undefined : known[code];
	if (words === undefined) return error instanceof Error ? error : new Error(String(error));
	return new Error(words, { cause: error });
}
