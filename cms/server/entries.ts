/** What Decap reads: lists with the keys alone, and whole files one at a time. */
import type { DraftName } from '../../src/cms/protocol.ts';
import { collections } from '../../src/model/collection.ts';
import { splitFrontMatter } from '../../src/model/front-matter.ts';
import { IMAGE, nameOf } from '../../src/model/read-text.ts';
import type { Commit } from './commits.ts';
import type { Desk } from './desk.ts';
import { textOf } from './merging.ts';
import { CONTENT, collectionFolder, contentPath } from './paths.ts';
import { Refusal } from './refusal.ts';

export interface FileAnswer {
	data: string;
	file: { path: string; id: string };
}

export interface ImageAnswer {
	id: string;
	name: string;
	path: string;
	content: string;
	encoding: 'base64';
}

export interface Entries {
	/** Every entry of a collection, with its keys and without its text, which nobody reads in a list. */
	list(folder: string): Promise<FileAnswer[]>;
	/** A published file, whole. */
	published(path: string): Promise<FileAnswer>;
	/** A file of a draft, whole; one that the draft does not change is as it was published. */
	inDraft(name: DraftName, path: string): Promise<{ data: string; id: string }>;
	imageInDraft(name: DraftName, path: string): Promise<ImageAnswer>;
	/** Every image: published, or in a draft. */
	images(): Promise<ImageAnswer[]>;
	image(path: string): Promise<ImageAnswer>;
}

/** Keys kept in memory, by blob. */
const MOST_KEPT = 40_000;

export function openEntries({ repository, drafts }: Desk): Entries {
	const kept = new Map<string, string>();
	const keysOnly = async (id: string, hasBody: boolean): Promise<string> => {
		const known = kept.get(id);
		if (known !== undefined) return known;
		const text = textOf(await repository.blob(id));
		const { frontMatter } = hasBody ? splitFrontMatter(text, '') : {};
		const keys = frontMatter ? `---\n${frontMatter.yaml}---\n` : text;
		if (kept.size > MOST_KEPT) kept.clear();
		kept.set(id, keys);
		return keys;
	};

	const fileIn = async (commit: Commit, path: string) => {
		const file = await repository.file(commit, contentPath(path).path);
		if (!file) throw new Refusal('not-found', `There is no “${path}” here.`);
		return file;
	};
	const imageIn = async (commit: Commit, path: string): Promise<ImageAnswer> => {
		const { id, bytes } = await fileIn(commit, path);
		const name = path.split('/').at(-1) ?? path;
		return { id, name, path, content: bytes.toString('base64'), encoding: 'base64' };
	};
	/** The commit that an image can be read from, the published one first. */
	const withImages = async (): Promise<Map<string, Commit>> => {
		const main = await repository.main();
		const found = new Map<string, Commit>();
		for (const { path } of await repository.files(main, `${CONTENT}/${collections.media.folder}`))
			if (IMAGE.test(path)) found.set(path, main);
		for (const { head, paths } of await drafts.all())
			for (const path of paths)
				if (IMAGE.test(path) && !found.has(path) && (await repository.trees.entry(head.tree, path)))
					found.set(path, head);
		return found;
	};

	return {
		async list(folder) {
			const { hasBody } = collections[collectionFolder(folder)];
			const files = (await repository.files(await repository.main(), folder)).filter(
				({ path }) => !IMAGE.test(path) && !('issue' in nameOf(path.slice(CONTENT.length + 1))),
			);
			return Promise.all(
				files.map(async ({ path, id }) => ({ data: await keysOnly(id, hasBody), file: { path, id } })),
			);
		},
		async published(path) {
			const { id, bytes } = await fileIn(await repository.main(), path);
			return { data: textOf(bytes), file: { path, id } };
		},
		async inDraft(name, path) {
			const { id, bytes } = await fileIn((await drafts.get(name)).head, path);
			return { data: textOf(bytes), id };
		},
		imageInDraft: async (name, path) => imageIn((await drafts.get(name)).head, path),
		async images() {
			return Promise.all([...(await withImages())].map(([path, commit]) => imageIn(commit, path)));
		},
		async image(path) {
			const commit = (await withImages()).get(path);
			return imageIn(commit ?? (await repository.main()), path);
		},
	};
}
