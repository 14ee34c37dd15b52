/** Finished work is found again as it was kept, or not at all. */
import {
	appendFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digest } from '../../src/release/digest.ts';
import { openStore, type Store, type StoreFile } from '../../src/release/packed-store.ts';

let folder: string;
let opened: StoreFile[];
const open = (version = 'version 1 of the code') => {
	const store = openStore(folder, 'parsed', version);
	opened.push(store);
	return store;
};
const pack = () => join(folder, 'parsed', 'version 1 of the.pack');
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'store-'));
	opened = [];
});
afterEach(() => {
	for (const store of opened) store.close();
	rmSync(folder, { recursive: true, force: true });
});

describe('what was kept', () => {
	it('is found again, by this program and the next, and the newest of a key counts', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.jsonValue())), (pairs) => {
				rmSync(join(folder, 'parsed'), { recursive: true, force: true });
				const store = open();
				const wanted = new Map<string, unknown>();
				for (const [number, value] of pairs) {
					store.set(digest(`${number}`), value);
					wanted.set(digest(`${number}`), JSON.parse(JSON.stringify(value)));
				}
				store.write();
				const next = open();
				for (const [key, value] of wanted) {
					expect(store.get(key)).toEqual(value);
					expect(next.get(key)).toEqual(value);
				}
				expect(next.get(digest('another'))).toBeUndefined();
				for (const each of opened.splice(0)) each.close();
			}),
			{ numRuns: 50 },
		);
	});

	it('is seen by another program that is open already', () => {
		const [one, other] = [open(), open()];
		one.set(digest('a'), 'of one');
		other.set(digest('b'), 'of the other');
		for (const each of [one, other]) each.write();
		expect([one.get(digest('b')), other.get(digest('a'))]).toEqual(['of the other', 'of one']);
	});

	it('is written as soon as the program has a moment, and at the end', async () => {
		const [store, other] = [open(), open()];
		store.set(digest('a'), 1);
		expect(store.get(digest('a'))).toBe(1);
		await new Promise(setImmediate);
		expect(other.get(digest('a'))).toBe(1);
		store.set(digest('b'), 2);
		store.close();
		expect(other.get(digest('b'))).toBe(2);
	});

	it('waits while it cannot be written, and whoever keeps much more is told', async () => {
		mkdirSync(pack(), { recursive: true });
		const store = open();
		store.set(digest('a'), 1);
		await new Promise(setImmediate);
		expect(store.get(digest('a'))).toBe(1);
		expect(() => store.set(digest('b'), 'x'.repeat(2 ** 20))).toThrow('EISDIR');
	});

	it('is thrown away with all else in its place when the code is of another version', () => {
		const store = open();
		store.set(digest('a'), 1);
		store.write();
		mkdirSync(join(folder, 'parsed', 'older'));
		writeFileSync(join(folder, 'parsed', 'older', 'a.json'), '1');
		const next = open('version 2 of the code');
		expect(next.get(digest('a'))).toBeUndefined();
		expect(readdirSync(join(folder, 'parsed'))).toEqual(['version 2 of the.pack']);
	});

	it('may be deleted at any time', () => {
		const store = open();
		store.set(digest('a'), 1);
		rmSync(folder, { recursive: true });
		store.set(digest('b'), 2);
		expect(store.get(digest('b'))).toBe(2);
		expect(open().get(digest('a'))).toBeUndefined();
	});
});

describe('a file that was cut short', () => {
	const values = { a: { text: 'â“word”' }, b: [1, 2, 3], c: 12345 };
	const keep = () => {
		const store = open();
		for (const [name, value] of Object.entries(values)) store.set(digest(name), value);
		store.write();
	};
	const wrong = (store: Store) =>
		Object.entries(values).filter(([name, value]) => {
			const found = store.get(digest(name));
			return found !== undefined && JSON.stringify(found) !== JSON.stringify(value);
		});

	it('gives no wrong value at whatever byte, and takes new ones', () => {
		keep();
		const whole = readFileSync(pack());
		for (let length = 0; length < whole.length; length++) {
			writeFileSync(pack(), whole);
			truncateSync(pack(), length);
			const store = open();
			expect(wrong(store), `${length} bytes`).toEqual([]);
			// Another value behind the part, as of a program that knew nothing of it.
			store.set(digest('d'), 'more');
			store.write();
			const next = open();
			expect(wrong(next), `${length} bytes and more`).toEqual([]);
			// Whoever finds the spoiled file gives it up; from then on values are kept again.
			for (let time = 0; time < 2 && next.get(digest('d')) === undefined; time++) {
				next.set(digest('d'), 'more');
				next.write();
			}
			expect(open().get(digest('d')), `${length} bytes`).toBe('more');
			for (const each of opened.splice(0)) each.close();
		}
	});

	it('is given up and made anew', () => {
		keep();
		appendFileSync(pack(), 'x'.repeat(100));
		const store = open();
		expect(store.get(digest('z'))).toBeUndefined();
		expect(existsSync(pack())).toBe(false);
		store.set(digest('z'), 1);
		expect(store.get(digest('z'))).toBe(1);
		store.write();
		expect(open().get(digest('z'))).toBe(1);
	});
});
