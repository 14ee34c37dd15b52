/** What people call an entry: its title or name at a commit. */
import type { DraftName } from '../../src/cms/protocol.ts';
import type { Commit } from './commits.ts';
import type { Desk } from './desk.ts';
import { keysOf } from './key-edit.ts';
import { textOf } from './merging.ts';
import { entryPath } from './paths.ts';

export async function titleOf({ repository, readings }: Desk, at: Commit, name: DraftName): Promise<string> {
	const path = entryPath(name);
	const entry = (await readings.read(at, path))?.entry;
	const keys = entry?.data ?? keysOf(textOf((await repository.file(at, path))?.bytes)) ?? {};
	const { title, name: called, term } = keys as Record<string, unknown>;
	const found = [title, called, term].map(inEnglish).find((each) => each !== undefined);
	return found ?? name.slug;
}

function inEnglish(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	const { en } = (value ?? {}) as { en?: unknown };
	return typeof en === 'string' ? en : undefined;
}
