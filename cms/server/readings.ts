/** Files read and judged on their own, once for each content they had. */
import type { Entry } from '../../src/model/entry.ts';
import type { Issue } from '../../src/model/issue.ts';
import { type ReadText, readBytes } from '../../src/model/read-text.ts';
import type { Commit } from './commits.ts';
import type { BodyReading, ReadBody } from './kept-bodies.ts';
import { contentPath } from './paths.ts';
import type { Repository } from './repository.ts';

/** What a file comes to. */
export interface Reading extends ReadText {
	id: string;
	body?: BodyReading;
}

export interface Readings {
	/** A file of a commit; undefined when there is none. */
	read(commit: Commit, path: string): Promise<Reading | undefined>;
	/** A file by its content. */
	readBlob(path: string, id: string): Promise<Reading>;
}

const MOST_KEPT = 40_000;
/** How long a body that could not be read to its end is taken for one that cannot be. */
const UNFINISHED_MS = 60_000;

export function openReadings(repository: Repository, readBody: ReadBody): Readings {
	const kept = new Map<string, Reading>();

	const judge = async (path: string, id: string, bytes: Uint8Array): Promise<Reading> => {
		const { file, type, language } = contentPath(path);
		const read = readBytes(bytes, file);
		const source = (read.entry ?? read.unread)?.body;
		const light = { ...read, ...(read.entry && { entry: withoutTree(read.entry, bytes) }), id };
		return source ? { ...light, body: await readBody(source, { file, type, language }) } : light;
	};

	const readBlob = async (path: string, id: string) => {
		const key = `${path}\0${id}`;
		const known = kept.get(key);
		if (known) return known;
		const reading = await judge(path, id, (await repository.blob(id)) ?? new Uint8Array());
		if (kept.size > MOST_KEPT) kept.clear();
		kept.set(key, reading);
		// Limits of time and memory are of the moment: it is read again, though not at every look.
		if (reading.body?.unfinished) setTimeout(() => kept.delete(key), UNFINISHED_MS).unref();
		return reading;
	};

	return {
		readBlob,
		async read(commit, path) {
			const file = await repository.trees.entry(commit.tree, path);
			return file && readBlob(path, file.id);
		},
	};
}

/** The places of keys are looked up in a tree many times the size of the text; it is made again when one is asked for. */
function withoutTree(entry: Entry, bytes: Uint8Array): Entry {
	const { locate: _, ...rest } = entry;
	return {
		...rest,
		locate: (path) => readBytes(bytes, entry.file).entry?.locate(path) ?? { line: 1, column: 1 },
	};
}

/** What is wrong with the file by itself: its keys and its markup. */
export function issuesOf({ issues, body }: Reading): Issue[] {
	return [...issues, ...(body?.issues ?? [])];
}

/** The entry and body as the hash of a sign-off wants them. */
export function signedText({ data, body }: Entry): { data: object; body?: string } {
	return { data, ...(body && { body: body.source }) };
}
