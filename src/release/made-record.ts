/** The record beside a built site, by which the next build knows what of it still holds. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the last build of this folder was made of, kept beside it. */
export interface Made {
	/** Digest of all it was made of. */
	from: string;
	/** Whether its search indexes hold what it was made of. */
	indexed: boolean;
	/** Of each page by its address: the digest of its data, and which of `named` are the files it names. */
	pages: Record<string, readonly [digest: string, named: number]>;
	/** Files that are no pages, as pages name them, by blanks: most pages name the same. */
	named: string[];
	/** Digest of what each search index holds, by its folder. */
	search: Record<string, string>;
	/** Every file as it was made: one changed since is made anew. */
	files: Record<string, SizeAndTime>;
}

/** Size in bytes and time of a file. */
export type SizeAndTime = readonly [size: number, mtimeMs: number];

/** What a folder was made of; undefined where that is not known, and then all of it is made anew. */
export function readMade(record: string): Made | undefined {
	if (!existsSync(record)) return undefined;
	try {
		const made = JSON.parse(readFileSync(record, 'utf8')) as Partial<Made>;
		return made.files && made.named && made.from !== undefined ? (made as Made) : undefined;
	} catch {
		return undefined;
	}
}

/** Whether a file is still as it was made. */
export function isAsMade(a: SizeAndTime | undefined, b: SizeAndTime | undefined): boolean {
	return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

/** Size and time of the file at a path; undefined where there is none. */
export function sizeAndTime(path: string): SizeAndTime | undefined {
	const found = statSync(path, { throwIfNoEntry: false });
	return found && [found.size, found.mtimeMs];
}

/** Whether every file of a folder is still as it was made. */
export function standsAsMade({ files }: Made, folder: string): boolean {
	return Object.entries(files).every(([file, made]) => isAsMade(made, sizeAndTime(join(folder, file))));
}
