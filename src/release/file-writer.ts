/** Writing many files, each while the next is made. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface FileWriter {
	/** Write a file, and the folders above it, in time. Waits while many wait to be written. */
	write(path: string, bytes: Uint8Array): Promise<void>;
	/** When all are written. Rejects with the first error. */
	finished(): Promise<void>;
}

/** How many files may wait: a slow disk must not fill the memory. */
const MOST_WAITING = 64;

export function openFileWriter(): FileWriter {
	const folders = new Map<string, Promise<unknown>>();
	const waiting: Promise<void>[] = [];
	let problem: Error | undefined;
	const put = async (path: string, bytes: Uint8Array) => {
		const folder = dirname(path);
		const made = folders.get(folder) ?? mkdir(folder, { recursive: true });
		folders.set(folder, made);
		await made;
		await writeFile(path, bytes);
	};
	const finished = async () => {
		await Promise.all(waiting.splice(0));
		if (problem) throw problem;
	};
	return {
		async write(path, bytes) {
			waiting.push(
				put(path, bytes).catch((error: Error) => {
					problem ??= error;
				}),
			);
			if (waiting.length >= MOST_WAITING) await waiting.shift();
			if (problem) throw problem;
		},
		finished,
	};
}
