/** Trees: which files a commit has, and what a change of some of them makes of it. */
import type { Git } from './git.ts';

export interface TreeEntry {
	name: string;
	mode: string;
	id: string;
}

export interface FileEntry {
	path: string;
	id: string;
}

export interface TreeChange {
	path: string;
	/** Blob id of the file; absent takes it away. */
	id?: string;
}

export interface Trees {
	/** The entry at a path below a tree; undefined when there is none. */
	entry(tree: string, path: string): Promise<TreeEntry | undefined>;
	/** Ordinary files directly in a folder. Links and other things are not files. */
	files(tree: string, folder: string): Promise<FileEntry[]>;
	/** Ordinary files in a folder and below. */
	allFiles(tree: string, folder: string): Promise<FileEntry[]>;
	/** Paths of files below a folder that two trees do not have alike. */
	differing(before: string, after: string, folder: string): Promise<string[]>;
	/** The tree with some files changed. */
	write(tree: string, changes: readonly TreeChange[]): Promise<string>;
}

const FOLDER = '40000';
const FILE = /^100/;
/** What an entry is, by its mode: a folder, or a commit of another repository. Files and links are blobs. */
const kinds: Record<string, string> = { [FOLDER]: 'tree', '160000': 'commit' };
/** Trees kept in memory; the largest has one line for each document. */
const MOST_KEPT = 200;

export function openTrees(git: Git): Trees {
	const kept = new Map<string, readonly TreeEntry[]>();

	const read = async (id: string): Promise<readonly TreeEntry[]> => {
		const known = kept.get(id);
		if (known) {
			// Least recently used go first.
			kept.delete(id);
			kept.set(id, known);
			return known;
		}
		const object = await git.objects.read(id);
		if (object?.type !== 'tree') throw new Error(`No tree ${id}`);
		const entries = parseTree(object.bytes);
		kept.set(id, entries);
		if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value as string);
		return entries;
	};

	const entry = async (tree: string, path: string): Promise<TreeEntry | undefined> => {
		const [name, ...rest] = path.split('/');
		const found = (await read(tree)).find((each) => each.name === name);
		if (!found || rest.length === 0) return found;
		return found.mode === FOLDER ? entry(found.id, rest.join('/')) : undefined;
	};

	const inFolder = async (tree: string, folder: string): Promise<readonly TreeEntry[]> => {
		const found = await entry(tree, folder);
		return found?.mode === FOLDER ? read(found.id) : [];
	};

	const differing = async (before: string | undefined, after: string | undefined, path: string) => {
		if (before === after) return [];
		const [was, is] = await Promise.all([before ? read(before) : [], after ? read(after) : []]);
		const names = [...new Set([...was, ...is].map(({ name }) => name))].sort();
		const found = await Promise.all(
			names.map(async (name): Promise<string[]> => {
				const [a, b] = [was, is].map((entries) => entries.find((each) => each.name === name));
				if (a?.id === b?.id && a?.mode === b?.mode) return [];
				const [folderA, folderB] = [a, b].map((each) => (each?.mode === FOLDER ? each.id : undefined));
				const below = await differing(folderA, folderB, `${path}/${name}`);
				const isFile = [a, b].some((each) => each && each.mode !== FOLDER);
				return isFile ? [`${path}/${name}`, ...below] : below;
			}),
		);
		return found.flat();
	};

	const write = async (tree: string | undefined, changes: readonly TreeChange[]): Promise<string> => {
		const entries = new Map((tree ? await read(tree) : []).map((each) => [each.name, each]));
		const deeper = new Map<string, TreeChange[]>();
		for (const { path, id } of changes) {
			const [name = '', ...rest] = path.split('/');
			if (rest.length > 0)
				deeper.set(name, [...(deeper.get(name) ?? []), { path: rest.join('/'), ...(id && { id }) }]);
			else if (id) entries.set(name, { name, mode: '100644', id });
			else entries.delete(name);
		}
		for (const [name, inner] of deeper) {
			const found = entries.get(name);
			const id = await write(found?.mode === FOLDER ? found.id : undefined, inner);
			if ((await read(id)).length > 0) entries.set(name, { name, mode: FOLDER, id });
			else entries.delete(name);
		}
		const lines = [...entries.values()].map(
			({ name, mode, id }) => `${mode} ${kinds[mode] ?? 'blob'} ${id}\t${name}\0`,
		);
		return (await git.run(['mktree', '-z'], { input: lines.join('') })).out.trim();
	};

	const allFiles = async (tree: string, folder: string): Promise<FileEntry[]> => {
		const entries = await inFolder(tree, folder);
		const found = await Promise.all(
			entries.map(({ name, mode, id }) =>
				mode === FOLDER
					? allFiles(tree, `${folder}/${name}`)
					: FILE.test(mode)
						? [{ path: `${folder}/${name}`, id }]
						: [],
			),
		);
		return found.flat();
	};

	return {
		entry,
		files: async (tree, folder) =>
			(await inFolder(tree, folder)).flatMap(({ name, mode, id }) =>
				FILE.test(mode) ? [{ path: `${folder}/${name}`, id }] : [],
			),
		allFiles,
		differing: async (before, after, folder) => {
			const [was, is] = await Promise.all([entry(before, folder), entry(after, folder)]);
			return differing(was?.id, is?.id, folder);
		},
		write,
	};
}

/** Whether an entry is an ordinary file: neither a link, nor a folder, nor another repository. */
export function isFile(entry: TreeEntry | undefined): entry is TreeEntry {
	return entry !== undefined && FILE.test(entry.mode);
}

export function isFolder(entry: TreeEntry): boolean {
	return entry.mode === FOLDER;
}

/** `<mode> <name>\0<20 bytes>`, again and again. */
function parseTree(bytes: Buffer): TreeEntry[] {
	const entries: TreeEntry[] = [];
	let at = 0;
	while (at < bytes.length) {
		const space = bytes.indexOf(32, at);
		const end = bytes.indexOf(0, space);
		entries.push({
			mode: bytes.subarray(at, space).toString('latin1'),
			name: bytes.subarray(space + 1, end).toString('utf8'),
			id: bytes.subarray(end + 1, end + 21).toString('hex'),
		});
		at = end + 21;
	}
	return entries;
}
