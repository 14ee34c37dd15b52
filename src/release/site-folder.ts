/**
 * The folder of a finished site, and how a build changes it: the whole change or nothing of it, however the build ends.
 * Only files that changed are touched, and readers find each of them old or new.
 *
 *   handbook/             the finished site
 *   handbook.unfinished/  files made anew, until they are put in place
 *   handbook.old/         while they are: the files they take the place of, and the names of those that are new
 *   handbook.building     whose build it is
 */
import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { entriesBelow } from './digest.ts';
import { disk, type FileOperations, makeFolders, removeTree, takeAway, takeOver } from './file-operations.ts';
import { listTree } from './known-folders.ts';
import { takeLock, tidyLocks } from './release-lock.ts';

export interface SiteFolder {
	/** Where a build puts the files it makes anew. */
	unfinished: string;
	/** What stands in the finished site: files, and whatever else somebody put there that is no folder. */
	standing(): string[];
	/** Put the unfinished files in place and take away others, or throw and leave all as it was. */
	apply(made: readonly string[], unwanted: readonly string[]): void;
	/** Take back what was put in place. */
	restore(): void;
	/** Keep what was put in place. */
	settle(): void;
	/** Throw away what is unfinished. */
	discard(): void;
}

/** Names of the files that take the place of no file. Written last: without it nothing has been put in place yet. */
const NEW = 'new.json';
const KEPT = 'files';

/** A machine that loses its power loses the build as well, so its lock need not be on the disk. */
const unsynced: FileOperations = { ...disk, sync() {} };

/** Build while nobody else builds in any of the folders: two would take each other’s files away. */
export async function whileReserved<T>(outs: readonly string[], build: () => Promise<T>): Promise<T> {
	const taken: (() => void)[] = [];
	try {
		for (const out of outs) {
			const [above, lock] = [dirname(out), `${basename(out)}.building`];
			const made = mkdirSync(above, { recursive: true });
			if (made !== undefined) taken.push(() => removeEmpty(above, made));
			taken.push(takeLock(unsynced, join(above, lock), `Another build is under way in ${out}`));
			tidyLocks(disk, above, lock);
		}
		return await build();
	} finally {
		for (const letGo of taken.toReversed()) letGo();
	}
}

/** Take away folders that were made for nothing, from the innermost up to the first that was made. */
function removeEmpty(innermost: string, first: string): void {
	for (let folder = innermost; folder.length >= first.length; folder = dirname(folder)) {
		if (!existsSync(folder)) continue;
		if (readdirSync(folder).length > 0) return;
		rmdirSync(folder);
	}
}

/** What is no part of the site is taken away with a change. So the folder has to be that of a site, or empty. */
function refuseOthers(out: string): void {
	if (!existsSync(out) || existsSync(join(out, 'index.html')) || existsSync(`${out}.made.json`)) return;
	const [other] = readdirSync(out);
	if (other !== undefined)
		throw new Error(
			`Unexpected “${other}” in ${out}, expected a site or nothing: it would be taken away. Name another folder, or move what is in this one.`,
		);
}

/** Open the folder, after taking back a change that was cut short. */
export function openSiteFolder(out: string, files: FileOperations = disk): SiteFolder {
	const unfinished = `${out}.unfinished`;
	const old = `${out}.old`;
	/** Whether the change put a whole site where none stood. */
	let first = false;

	const takeBack = () => {
		const added = addedBy(files, old);
		if (added) {
			for (const file of added) takeAway(files, out, file);
			const kept = join(old, KEPT);
			for (const file of files.kindOf(kept) ? listTree(files, kept).files : []) place(files, kept, out, file);
		}
		removeTree(files, old);
	};

	takeBack();
	refuseOthers(out);
	removeTree(files, unfinished);
	makeFolders(files, unfinished);
	return {
		unfinished,
		standing: () => (existsSync(out) ? [...entriesBelow(out)].map(([file]) => file) : []),
		apply(made, unwanted) {
			first = files.kindOf(out) === undefined;
			if (first) {
				files.rename(unfinished, out);
				return;
			}
			try {
				const added: string[] = [];
				files.makeFolder(old);
				for (const file of [...made, ...unwanted]) {
					if (files.kindOf(join(out, file)) !== 'file') added.push(file);
					else {
						makeFolders(files, dirname(join(old, KEPT, file)));
						takeOver(files, join(out, file), join(old, KEPT, file));
					}
				}
				files.write(join(old, NEW), JSON.stringify(added));
				files.sync(join(old, NEW));
				for (const file of unwanted) takeAway(files, out, file);
				for (const file of made) place(files, unfinished, out, file);
			} catch (error) {
				takeBack();
				throw error;
			}
		},
		restore() {
			if (first) files.rename(out, unfinished);
			else takeBack();
		},
		settle() {
			if (first) return;
			removeTree(files, unfinished);
			// From here on nothing is taken back.
			files.rename(old, unfinished);
			removeTree(files, unfinished);
		},
		discard: () => removeTree(files, unfinished),
	};
}

/** What was put in place where no file stood; undefined when nothing was put in place. */
function addedBy(files: FileOperations, old: string): string[] | undefined {
	const path = join(old, NEW);
	if (files.kindOf(path) !== 'file') return undefined;
	try {
		return JSON.parse(new TextDecoder().decode(files.read(path))) as string[];
	} catch (error) {
		// Cut short before it was whole.
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

function place(files: FileOperations, from: string, to: string, file: string): void {
	makeFolders(files, dirname(join(to, file)));
	files.rename(join(from, file), join(to, file));
}
