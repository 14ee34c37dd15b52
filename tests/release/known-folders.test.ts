/** A tree is listed as it is, whatever was known of it before; folders that nobody touched are not read for it. */
import {
	mkdirSync,
	mkdtempSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { disk, type FileOperations } from '../../src/release/file-operations.ts';
import { folderStamps, type KnownTree, listTree, settled } from '../../src/release/known-folders.ts';

const folder = mkdtempSync(join(tmpdir(), 'known-folders-'));
const root = join(folder, 'site');

beforeEach(() => {
	rmSync(root, { recursive: true, force: true });
	mkdirSync(root);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string) => {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), path);
};
const sorted = (known?: KnownTree) => listTree(disk, root, known).files.sort();

/** The operations of the disk, with the folders that are read. */
function watched(): FileOperations & { read: string[] } {
	const folders: string[] = [];
	return {
		...disk,
		read: folders as never,
		kindsIn(path) {
			folders.push(path.slice(root.length + 1));
			return disk.kindsIn(path);
		},
	} as FileOperations & { read: string[] };
}

/** Until the disk tells what is written from now on from all before. */
function untilLater(): void {
	const probe = join(folder, 'probe');
	writeFileSync(probe, '');
	const now = statSync(probe).ctimeMs;
	for (let later = now; later <= now; later = statSync(probe).ctimeMs) writeFileSync(probe, `${later}`);
}

/** The tree, as the next listing knows it. */
function known(): KnownTree {
	const { files, folders } = listTree(disk, root);
	untilLater();
	return { files, folders };
}

it('reads no folder that nobody touched, and of others only those', () => {
	for (const path of ['index.html', 'a/index.html', 'a/b/index.html', 'a/b/c/index.html', 'd/e/x.txt'])
		write(path);
	const before = known();
	const none = watched();
	expect(listTree(none, root, before).files.sort()).toEqual(sorted());
	expect(none.read).toEqual([]);
	write('a/b/more.html');
	writeFileSync(join(root, 'd', 'e', 'x.txt'), 'written in place');
	const one = watched();
	expect(listTree(one, root, before).files.sort()).toEqual(sorted());
	expect(one.read).toEqual(['a/b']);
});

it('is not deceived by times that were set back', () => {
	write('a/index.html');
	const before = known();
	const { atime, mtime } = statSync(join(root, 'a'));
	write('a/stray.html');
	utimesSync(join(root, 'a'), atime, mtime);
	expect(sorted(before)).toEqual(['a/index.html', 'a/stray.html']);
});

it('finds a link wherever it was put', () => {
	for (const path of ['index.html', 'a/b/index.html']) write(path);
	const before = known();
	symlinkSync('/etc/hostname', join(root, 'a', 'b', 'link'));
	expect(() => listTree(disk, root, before)).toThrow('Unexpected link a/b/link, expected a file');
});

it('knows of the stamps it kept those that are old enough, and of any folder it has no stamp of reads it', () => {
	for (const path of ['index.html', 'a/index.html']) write(path);
	const { files } = known();
	const moment = statSync(join(root, 'a')).ctimeMs;
	expect(folderStamps(disk, root, files, moment)).not.toHaveProperty('a');
	expect(Object.keys(folderStamps(disk, root, files, moment + 1)).sort()).toEqual(['', 'a']);
	expect(settled({ a: [1, 5], b: [2, 6] }, 6)).toEqual({ a: [1, 5] });
	expect(sorted({ files, folders: {} })).toEqual(['a/index.html', 'index.html']);
	expect(sorted({ files: [], folders: folderStamps(disk, root, files, moment + 1) })).toEqual([
		'a/index.html',
		'index.html',
	]);
});

it('is the tree as it is after any changes', () => {
	const names = fc.constantFrom('a', 'b', 'c');
	const paths = fc.array(names, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
	const change = fc.oneof(
		fc.record({ do: fc.constant('write' as const), path: paths }),
		fc.record({ do: fc.constant('remove' as const), path: paths }),
		fc.record({ do: fc.constant('rename' as const), path: paths, to: paths }),
	);
	fc.assert(
		fc.property(fc.array(paths, { maxLength: 12 }), fc.array(change, { maxLength: 6 }), (made, changes) => {
			rmSync(root, { recursive: true, force: true });
			mkdirSync(root);
			const tried = (work: () => void) => {
				try {
					work();
				} catch {
					// A name that is a folder cannot be written, nor one below a file.
				}
			};
			for (const path of made) tried(() => write(`${path}.html`));
			const before = known();
			for (const each of changes)
				tried(() => {
					if (each.do === 'write') write(`${each.path}.html`);
					else if (each.do === 'remove') rmSync(join(root, each.path), { recursive: true });
					else renameSync(join(root, each.path), join(root, each.to));
				});
			expect(sorted(before)).toEqual(sorted());
		}),
		{ numRuns: 60 },
	);
});
