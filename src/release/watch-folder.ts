/**
 * Watching a folder and all below it. Each folder is watched on its own: a watch of single files, as Node’s
 * recursive one is on Linux, loses a file for good once an editor has replaced it by renaming.
 */
import { existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { LEFT_BY_PROGRAMS } from '../model/read-text.ts';

/** Between two looks whether a folder that is gone is there again. */
const GONE_MS = 500;

/** Call `changed` when anything below the folder changes, a moment after the last of several changes. */
export function watchFolder(folder: string, changed: () => void): { close(): void } {
	const watchers = new Map<string, FSWatcher>();
	let settle: NodeJS.Timeout | undefined;

	const notice = () => {
		clearTimeout(settle);
		settle = setTimeout(() => {
			follow();
			changed();
		}, 80);
	};
	const noticeOf = (name: string | null) => {
		if (name === null || !LEFT_BY_PROGRAMS.test(name)) notice();
	};
	/** Watch the folders that are new, and no longer those that are gone. */
	const follow = () => {
		const found = new Map(
			foldersBelow(folder).map((path) => [`${path} ${statSync(path, { throwIfNoEntry: false })?.ino}`, path]),
		);
		for (const [key, watcher] of watchers) {
			if (found.has(key)) continue;
			watcher.close();
			watchers.delete(key);
		}
		for (const [key, path] of found) {
			if (watchers.has(key)) continue;
			try {
				watchers.set(key, watch(path, (_, name) => noticeOf(name)).on('error', notice));
			} catch {
				// Deleted since it was found: its parent tells of it.
			}
		}
		if (found.size === 0) lookOut();
	};
	/** Nothing tells that a folder is there again, as after the checkout of a branch without it and back. */
	const lookOut = () => {
		settle = setTimeout(existsSync(folder) ? notice : lookOut, GONE_MS);
	};
	follow();
	return {
		close() {
			clearTimeout(settle);
			for (const watcher of watchers.values()) watcher.close();
		},
	};
}

function foldersBelow(folder: string): string[] {
	try {
		const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
		return [folder, ...below.flatMap(({ name }) => foldersBelow(join(folder, name)))];
	} catch {
		return [];
	}
}
