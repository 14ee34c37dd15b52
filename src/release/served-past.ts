/** What a finished site says to its server about the past: headers of its editions, and addresses that lead elsewhere. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MEMENTOS_FILE, type Mementos, mementoHeaders, REDIRECTS_FILE } from '../editions/index.ts';

/** The headers by which a page says that it is an edition, or has some. */
export function pastHeaders(folder: string, path: string): Record<string, string> {
	return mementoHeaders(path, readOnce<Mementos>(join(folder, MEMENTOS_FILE)) ?? {});
}

/** Where an address leads that is no page: of a document that moved, or of an edition by its day. */
export function pastRedirects(folder: string): readonly { from: string; to: string }[] {
	return readOnce<{ from: string; to: string }[]>(join(folder, REDIRECTS_FILE)) ?? [];
}

/** Files read already, with their time: they are read again when the site was built again. */
const known = new Map<string, { stamp: number; value: unknown }>();

function readOnce<T>(file: string): T | undefined {
	const stamp = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
	if (stamp === undefined) return undefined;
	const found = known.get(file);
	if (found?.stamp === stamp) return found.value as T;
	const value = JSON.parse(readFileSync(file, 'utf8')) as T;
	known.set(file, { stamp, value });
	return value;
}
