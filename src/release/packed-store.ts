/**
 * Finished work kept by digest, so that a second build does only what changed. All values of one kind are in one long
 * file: thousands of small ones take longer to write than many a value takes to make.
 *
 *   parsed/3f2a9c0b1d5e6f70.pack    key, length and JSON of a value, again and again
 *
 * Several programs may use it at once: values are appended, many in one write, and all read what each has written. It is
 * safe to delete at any time; work of an older version of the code is thrown away.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { keepNewest } from './work-folder.ts';

export interface Store {
	/** The value kept under a digest. */
	get<T>(key: string): T | undefined;
	set(key: string, value: unknown): void;
	/** The same as the bytes of its JSON, for values that are handed on unread. */
	bytes(key: string): Buffer | undefined;
	setBytes(key: string, json: Buffer): void;
	has(key: string): boolean;
}

export interface StoreFile extends Store {
	/** Write what waits. */
	write(): void;
	/** Write what waits if that can be: nothing is lost but time. */
	close(): void;
}

/** What to say when a value that was there is not: another program threw away what it found broken. */
export const LOST = 'Finished work was lost while it was read. Start again.';

const KEY_LENGTH = 40;
const LENGTH_DIGITS = 10;
const HEAD = new RegExp(`^([0-9a-f]{${KEY_LENGTH}}) (\\d{${LENGTH_DIGITS}})\n$`);
const HEAD_BYTES = KEY_LENGTH + LENGTH_DIGITS + 2;
/**
 * Values wait until the program has a moment, or there are this many bytes: a write for each takes longer than making
 * its JSON.
 */
const MOST_WAITING = 1 << 20;

/** A store of JSON values of one kind, made by one version of the code. Keys are digests in hexadecimal. */
export function openStore(work: string, kind: string, codeVersion: string): StoreFile {
	const folder = join(work, kind);
	const name = `${codeVersion.slice(0, 16)}.pack`;
	const path = join(folder, name);
	const places = new Map<string, { at: number; length: number }>();
	let file: number | undefined;
	/** How far the file has been looked through. */
	let seen = 0;
	/** Values that are not yet in the file. */
	const waiting = new Map<string, Buffer>();
	let waitingBytes = 0;

	const open = (): number => {
		if (file === undefined) {
			mkdirSync(folder, { recursive: true });
			keepNewest(folder, [name]);
			file = openSync(path, 'a+');
		}
		return file;
	};
	/** A file with a value that was cut short in it is given up, and all it held is made again. */
	const startAnew = () => {
		closeSync(open());
		file = undefined;
		rmSync(path, { force: true });
		places.clear();
		seen = 0;
	};
	/** Take in what has been appended since, by this program or another. */
	const lookThrough = () => {
		const opened = open();
		const { size } = fstatSync(opened);
		const head = Buffer.alloc(HEAD_BYTES);
		while (seen + HEAD_BYTES <= size) {
			readSync(opened, head, 0, HEAD_BYTES, seen);
			const [, key = '', digits = ''] = HEAD.exec(head.toString('latin1')) ?? [];
			if (key === '') {
				startAnew();
				return;
			}
			const [at, length] = [seen + HEAD_BYTES, Number(digits)];
			// Another program is still writing it.
			if (at + length > size) return;
			places.set(key, { at, length });
			seen = at + length;
		}
	};
	const write = () => {
		if (waiting.size === 0) return;
		const parts = [...waiting].flatMap(([key, json]) => [
			Buffer.from(`${key} ${String(json.length).padStart(LENGTH_DIGITS, '0')}\n`),
			json,
		]);
		writeSync(open(), Buffer.concat(parts));
		if (fstatSync(open()).size === seen + waitingBytes) {
			// Nobody else wrote meanwhile, so it is known where each one is.
			for (const [key, { length }] of waiting) {
				places.set(key, { at: seen + HEAD_BYTES, length });
				seen += HEAD_BYTES + length;
			}
		}
		waiting.clear();
		waitingBytes = 0;
	};
	const tryToWrite = () => {
		try {
			write();
		} catch {
			// They wait on. Whoever keeps more of them is told.
		}
	};
	const has = (key: string): boolean => {
		const short = key.slice(0, KEY_LENGTH);
		if (waiting.has(short) || places.has(short)) return true;
		lookThrough();
		return places.has(short);
	};
	const bytesOf = (key: string): Buffer | undefined => {
		if (!has(key)) return undefined;
		const short = key.slice(0, KEY_LENGTH);
		const own = waiting.get(short);
		if (own) return own;
		const { at, length } = places.get(short) as { at: number; length: number };
		const bytes = Buffer.allocUnsafe(length);
		readSync(open(), bytes, 0, length, at);
		return bytes;
	};
	const setBytes = (key: string, bytes: Buffer) => {
		const short = key.slice(0, KEY_LENGTH);
		waitingBytes += HEAD_BYTES + bytes.length;
		if (waiting.has(short)) waitingBytes -= HEAD_BYTES + (waiting.get(short)?.length ?? 0);
		waiting.set(short, bytes);
		if (waitingBytes >= MOST_WAITING) write();
		else if (waiting.size === 1) setImmediate(tryToWrite);
	};
	return {
		get: <T>(key: string) => {
			const bytes = bytesOf(key);
			if (!bytes) return undefined;
			try {
				return JSON.parse(bytes.toString('utf8')) as T;
			} catch {
				startAnew();
				return undefined;
			}
		},
		set: (key, value) => setBytes(key, Buffer.from(JSON.stringify(value))),
		bytes: bytesOf,
		setBytes,
		has,
		write,
		close: () => {
			tryToWrite();
			waiting.clear();
			if (file !== undefined) closeSync(file);
			file = undefined;
		},
	};
}
