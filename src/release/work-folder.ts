/**
 * The work folder: finished work kept by digest, so that a second build does only what changed.
 *
 * Safe to delete at any time. Work of an older version of the code is thrown away.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Store {
	/** The value kept under a digest. */
	get<T>(key: string): T | undefined;
	set(key: string, value: unknown): void;
}

/** A store of JSON values of one kind, made by one version of the code. */
export function openStore(work: string, kind: string, codeVersion: string): Store {
	const folder = join(work, kind);
	const current = join(folder, codeVersion.slice(0, 16));
	if (!existsSync(current)) {
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(current, { recursive: true });
	}
	const pathOf = (key: string) => join(current, key.slice(0, 2), `${key.slice(2, 34)}.json`);
	return {
		get: <T>(key: string) => {
			try {
				return JSON.parse(readFileSync(pathOf(key), 'utf8')) as T;
			} catch {
				return undefined;
			}
		},
		set: (key, value) => writeWhole(pathOf(key), JSON.stringify(value)),
	};
}

/** Write a file so that a reader finds the old bytes or the new ones, never a part. */
export function writeWhole(path: string, bytes: string | Uint8Array): void {
	mkdirSync(dirname(path), { recursive: true });
	const temporary = `${path}.${process.pid}.tmp`;
	writeFileSync(temporary, bytes);
	renameSync(temporary, path);
}

/** Remove all but the newest folders of a kind of work. */
export function keepNewest(folder: string, keep: readonly string[]): void {
	for (const name of readdirSync(folder)) {
		if (!keep.includes(name)) rmSync(join(folder, name), { recursive: true, force: true });
	}
}
