/** Digests: the names under which finished work is kept, so that nothing is done twice. */
import { createHash, hash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../model/issue.ts';

/** SHA-256 of the parts, each set off from the next, as 64 letters and digits. */
export function digest(...parts: (string | Uint8Array)[]): string {
	// In one go, which is what takes the least where there are many short ones.
	if (parts.every((part) => typeof part === 'string'))
		return hash('sha256', parts.map((part) => `${part.length}:${part}`).join(''));
	const whole = createHash('sha256');
	for (const part of parts) whole.update(`${part.length}:`).update(part);
	return whole.digest('hex');
}

/** Digest of files and folders by their names and bytes, whatever the machine, order or times. */
export function digestOf(root: string, paths: readonly string[]): string {
	return digest(
		...paths
			.flatMap((path) => filesBelow(root, path))
			.flatMap((file) => [file, readFileSync(join(root, file))]),
	);
}

/** Every file at or below a path, as paths below `root` with forward slashes, in one order everywhere. */
export function filesBelow(root: string, path = ''): string[] {
	const full = join(root, path);
	if (statSync(full).isFile()) return [path];
	return [...entriesBelow(root, path)]
		.flatMap(([file, entry]) => (entry.isFile() ? [file] : []))
		.sort(compare);
}

/** Everything below a folder but folders, as paths below `root`. Links are not followed. */
export function* entriesBelow(root: string, path = ''): Generator<[path: string, entry: Dirent]> {
	for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
		const below = path === '' ? entry.name : `${path}/${entry.name}`;
		if (entry.isDirectory()) yield* entriesBelow(root, below);
		else yield [below, entry];
	}
}
