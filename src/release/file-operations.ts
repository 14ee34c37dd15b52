/**
 * The few file operations that releases are swapped with. All of them go through here, so that a test can stop at
 * every one in turn.
 */
import {
	closeSync,
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
	symlinkSync,
	unlinkSync,
	writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { compare } from '../model/issue.ts';

export type Kind = 'file' | 'folder' | 'link';

export interface FileOperations {
	/** What is there, itself and not what it leads to. */
	kindOf(path: string): Kind | undefined;
	read(path: string): Uint8Array;
	/** Names in a folder, in one order everywhere. */
	list(folder: string): string[];
	/** Where a link leads. */
	target(path: string): string;
	makeFolder(path: string): void;
	/** A new file, on the disk when this returns. */
	write(path: string, bytes: Uint8Array | string): void;
	/** The same file under a second name. */
	link(from: string, to: string): void;
	pointTo(path: string, target: string): void;
	/** Atomic: what was at `to` is replaced. */
	rename(from: string, to: string): void;
	removeFile(path: string): void;
	removeFolder(path: string): void;
	/** Put the names in a folder on the disk. */
	sync(folder: string): void;
}

export const disk: FileOperations = {
	kindOf(path) {
		try {
			const found = lstatSync(path, { throwIfNoEntry: false });
			if (!found) return undefined;
			return found.isSymbolicLink() ? 'link' : found.isDirectory() ? 'folder' : 'file';
		} catch (error) {
			// Nothing is below a file.
			if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
			throw error;
		}
	},
	read: (path) => readFileSync(path),
	list: (folder) => readdirSync(folder).sort(compare),
	target: (path) => readlinkSync(path),
	makeFolder: (path) => void mkdirSync(path),
	write(path, bytes) {
		const file = openSync(path, 'wx');
		try {
			const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
			for (let done = 0; done < all.length; ) done += writeSync(file, all, done);
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
	},
	link: linkSync,
	pointTo: (path, target) => symlinkSync(target, path),
	rename: renameSync,
	removeFile: unlinkSync,
	removeFolder: rmdirSync,
	sync(folder) {
		const opened = openSync(folder, 'r');
		try {
			fsyncSync(opened);
		} finally {
			closeSync(opened);
		}
	},
};

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
	if (kind === 'folder') {
		for (const name of files.list(path)) removeTree(files, join(path, name));
		files.removeFolder(path);
	} else if (kind) files.removeFile(path);
}

/** Every file below a folder, as paths with forward slashes. Throws on a link: a site has none. */
export function filesIn(files: FileOperations, folder: string, below = ''): string[] {
	return files.list(join(folder, below)).flatMap((name) => {
		const path = below === '' ? name : `${below}/${name}`;
		const kind = files.kindOf(join(folder, path));
		if (kind === 'link') throw new Error(`Unexpected link ${path}, expected a file: a site holds no links`);
		return kind === 'folder' ? filesIn(files, folder, path) : [path];
	});
}

/** An error of the disk in an operator’s words; others as they are. */
export function inOperatorsWords(error: unknown): Error {
	const { code, path = '' } = error as NodeJS.ErrnoException;
	const known: Record<string, string> = {
		ENOSPC: 'There is no room left on the disk. Make room, or keep fewer releases, and publish again.',
		EDQUOT: 'The disk quota is used up. Make room, or keep fewer releases, and publish again.',
		EACCES: `This user may not write ${path}. Give it the folder of releases, and publish again.`,
		EPERM: `This user may not change ${path}. Give it the folder of releases, and publish again.`,
		EROFS: `${path} is on a disk that cannot be written to.`,
	};
	const words = code === undefined ? undefined : known[code];
	if (words === undefined) return error instanceof Error ? error : new Error(String(error));
	return new Error(words, { cause: error });
}
