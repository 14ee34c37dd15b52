/**
 * One release at a time, and one build of a folder: a lock file that says whose it is. That of a process which died is
 * taken over.
 *
 * Taking over is safe against others who do the same: only who holds the lock on a dead lock may remove it, and locks
 * have names of their own, so nobody removes one that was made in the meantime.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { FileOperations } from './file-operations.ts';
import { isRunning } from './running.ts';

interface Owner {
	id: string;
	pid: number;
	/** When the process began, as its machine counts: a number of a process is used again. */
	started: string;
	host: string;
}

/** Another release is under way. */
export class ReleaseBusy extends Error {}

/** Locks that this process holds now. One that bears its number and is not among them was left by a failure. */
const held = new Set<string>();

/** Take the lock; throws `ReleaseBusy`, with what is under way, when somebody else has it. Gives what lets it go. */
export function takeLock(
	files: FileOperations,
	path: string,
	underWay = 'Another release is under way',
): () => void {
	const own: Owner = { id: randomUUID(), pid: process.pid, started: startOf(process.pid), host: hostname() };
	for (;;) {
		if (create(files, path, own)) {
			held.add(own.id);
			return () => {
				held.delete(own.id);
				files.removeFile(path);
			};
		}
		const owner = ownerOf(files, path);
		if (!owner) continue;
		if (isAlive(owner))
			throw new ReleaseBusy(
				`${underWay} (process ${owner.pid} on ${owner.host}). Wait until it has ended, and try again.`,
			);
		const letGo = takeLock(files, `${path}.${owner.id}`, underWay);
		try {
			if (ownerOf(files, path)?.id === owner.id) files.removeFile(path);
		} finally {
			letGo();
		}
	}
}

/** Remove what locks of dead processes left beside it. Only who holds the lock may. */
export function tidyLocks(files: FileOperations, folder: string, name: string): void {
	for (const other of files.list(folder)) {
		if (!other.startsWith(`${name}.`)) continue;
		const path = join(folder, other);
		const owner = other.endsWith('.draft') ? draftOwner(files, path) : ownerOf(files, path);
		if (!owner || !isAlive(owner)) files.removeFile(path);
	}
}

/** Make the lock whole or not at all; false when there is one. */
function create(files: FileOperations, path: string, own: Owner): boolean {
	const draft = `${path}.${own.id}.draft`;
	files.write(draft, JSON.stringify(own));
	files.sync(draft);
	try {
		files.link(draft, path);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		files.removeFile(draft);
		if (code === 'EEXIST') return false;
		throw error;
	}
	try {
		files.removeFile(draft);
	} catch {
		// The lock is ours all the same; the next release tidies up.
	}
	return true;
}

/** Whose lock it is; undefined when it has just been let go. */
function ownerOf(files: FileOperations, path: string): Owner | undefined {
	try {
		return JSON.parse(new TextDecoder().decode(files.read(path))) as Owner;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		if (!(error instanceof SyntaxError)) throw error;
		throw new Error(`${path} is not a lock of a release or a build. If none is under way, delete it.`);
	}
}

/** Whose draft it is; undefined when it was cut short, or is gone. */
function draftOwner(files: FileOperations, path: string): Owner | undefined {
	try {
		return ownerOf(files, path);
	} catch {
		return undefined;
	}
}

function isAlive({ id, pid, started, host }: Owner): boolean {
	// What runs on another machine cannot be asked.
	if (host !== hostname()) return true;
	if (pid === process.pid && started === startOf(pid)) return held.has(id);
	return isRunning(pid) && startOf(pid) === started;
}

/** When a process began; empty where the machine does not tell. */
function startOf(pid: number): string {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The name of the program stands in brackets and may hold anything.
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
	} catch {
		return '';
	}
}
