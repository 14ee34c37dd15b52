/** The work folder, which holds finished work of earlier builds and is safe to delete at any time. */
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRunning } from './running.ts';

/** Write a file so that a reader finds the old bytes or the new ones, never a part. */
export function writeWhole(path: string, bytes: string | Uint8Array): void {
	writeWholeInPieces(path, [bytes]);
}

/** The same for a file whose pieces are made while it is written. */
export function writeWholeInPieces(path: string, pieces: Iterable<string | Uint8Array>): void {
	mkdirSync(dirname(path), { recursive: true });
	const temporary = `${path}.${process.pid}.tmp`;
	const file = openSync(temporary, 'w');
	try {
		for (const piece of pieces) writeFileSync(file, piece);
	} finally {
		closeSync(file);
	}
	renameSync(temporary, path);
}

/** Remove all but the newest folders of a kind of work, and what other processes are still making. */
export function keepNewest(folder: string, keep: readonly string[]): void {
	for (const name of readdirSync(folder)) {
		if (!keep.includes(name) && !isBeingMade(name))
			rmSync(join(folder, name), { recursive: true, force: true });
	}
}

/** Whether it is `NAME.PID.tmp` of a process that lives. What a killed one left would stay for ever. */
function isBeingMade(name: string): boolean {
	const process = /\.(\d+)\.tmp$/.exec(name)?.[1];
	return process !== undefined && isRunning(Number(process));
}
