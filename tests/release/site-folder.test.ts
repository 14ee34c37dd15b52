/**
 * A finished site is changed whole or not at all: stopped at every file operation in turn, by an error and by the death
 * of the process, it stands as it was or as it was to become.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { disk, type FileOperations } from '../../src/release/file-operations.ts';
import { openSiteFolder } from '../../src/release/site-folder.ts';
import { writeTo } from './miniature.ts';
import { changing, faulty } from './prepared.ts';
import { digestsOf } from './workshop.ts';

const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'site-folder-'));
const out = join(folder, 'site');
const old = {
	'index.html': 'one',
	'same/index.html': 'the same',
	'gone/deep/index.html': 'to be taken away',
	'file-then-folder': 'a file',
	'folder-then-file/index.html': 'a folder',
};
const made = {
	'index.html': 'two',
	'new/deep/index.html': 'new',
	'file-then-folder/index.html': 'a folder',
	'folder-then-file': 'a file',
};
const unwanted = ['gone/deep/index.html', 'file-then-folder', 'folder-then-file/index.html'];

beforeEach(() => {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeAll(to: string, files: Record<string, string>): void {
	for (const [file, text] of Object.entries(files)) writeTo(to, file, text);
}

/** Change the site from the old files to the new ones, up to and with settling. */
function change(files: FileOperations): void {
	const site = openSiteFolder(out, files);
	writeAll(site.unfinished, made);
	site.apply(Object.keys(made), unwanted);
	site.settle();
}

function standingAfter(work: (files: FileOperations) => void, files: FileOperations): Record<string, string> {
	rmSync(folder, { recursive: true, force: true });
	writeAll(out, old);
	expect(() => work(files)).toThrow();
	// The next build opens the folder.
	openSiteFolder(out).discard();
	expect(readdirSync(folder)).toEqual(['site']);
	return digestsOf(out);
}

/** The disk, until it or the process dies at an operation. */
function mortal(stopAt: number, how: 'an error' | 'death'): FileOperations & { readonly count: number } {
	let dead = false;
	const fault = () => {
		dead = how === 'death';
		throw new Error(how);
	};
	const files = faulty(stopAt, fault, changing);
	return new Proxy(files, {
		get(target, name) {
			if (dead) throw new Error(how);
			return target[name as keyof typeof target];
		},
	});
}

describe('a change of a finished site', () => {
	it('puts files in place and takes others away, with the folders that are empty then', () => {
		writeAll(out, old);
		change(disk);
		const { 'same/index.html': same } = old;
		writeAll(join(folder, 'wanted'), { ...made, 'same/index.html': same });
		expect(digestsOf(out)).toEqual(digestsOf(join(folder, 'wanted')));
		expect(readdirSync(out)).not.toContain('gone');
		expect(readdirSync(folder).sort()).toEqual(['site', 'wanted']);
	});

	it.each(['an error', 'death'] as const)('is whole or not at all, whatever operation ends in %s', (how) => {
		writeAll(out, old);
		const before = digestsOf(out);
		const counter = faulty(0, () => {}, changing);
		change(counter);
		const after = digestsOf(out);
		const seen = new Set<string>();
		expect(counter.count).toBeGreaterThan(20);
		for (let stopAt = 1; stopAt <= counter.count; stopAt++) {
			const found = standingAfter(change, mortal(stopAt, how));
			expect([before, after], `operation ${stopAt}`).toContainEqual(found);
			seen.add(JSON.stringify(found));
		}
		expect(seen.size).toBe(2);
	});

	it.each(['an error', 'death'] as const)('is taken back whole, whatever operation ends in %s', (how) => {
		writeAll(out, old);
		const before = digestsOf(out);
		const undo = (files: FileOperations) => {
			const site = openSiteFolder(out, files);
			writeAll(site.unfinished, made);
			site.apply(Object.keys(made), unwanted);
			site.restore();
		};
		const counter = faulty(0, () => {}, changing);
		undo(counter);
		expect(digestsOf(out)).toEqual(before);
		for (let stopAt = 1; stopAt <= counter.count; stopAt++)
			expect(standingAfter(undo, mortal(stopAt, how)), `operation ${stopAt}`).toEqual(before);
	});

	it('is taken back though taking it back was cut short too', () => {
		writeAll(out, old);
		const before = digestsOf(out);
		const undone = faulty(0, () => {}, changing);
		const cutShort = () => {
			const site = openSiteFolder(out);
			writeAll(site.unfinished, made);
			site.apply(Object.keys(made), unwanted);
		};
		cutShort();
		openSiteFolder(out, undone);
		for (let stopAt = 1; stopAt <= undone.count; stopAt++) {
			rmSync(folder, { recursive: true, force: true });
			writeAll(out, old);
			cutShort();
			expect(() => openSiteFolder(out, mortal(stopAt, 'death'))).toThrow('death');
			openSiteFolder(out);
			expect(digestsOf(out), `operation ${stopAt}`).toEqual(before);
		}
	});
});

describe('the first site', () => {
	it('is put in place whole, and taken back whole', () => {
		const site = openSiteFolder(out);
		writeAll(site.unfinished, made);
		site.apply(Object.keys(made), []);
		expect(Object.keys(digestsOf(out)).sort()).toEqual(Object.keys(made).sort());
		site.restore();
		site.discard();
		expect(readdirSync(folder)).toEqual([]);
	});
});

it('takes away a link that somebody put into the site', () => {
	writeAll(out, old);
	writeFileSync(join(folder, 'secret'), 'secret');
	symlinkSync(join(folder, 'secret'), join(out, 'planted'));
	const site = openSiteFolder(out);
	expect(site.standing()).toContain('planted');
	site.apply([], ['planted']);
	site.settle();
	expect(readdirSync(out)).not.toContain('planted');
	expect(existsSync(join(folder, 'secret'))).toBe(true);
});
