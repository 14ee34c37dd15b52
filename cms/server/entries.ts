/** What Decap reads: lists with the keys alone, whole files one at a time, and drafts as its workflow knows them. */
import type { DraftName } from '../../src/cms/protocol.ts';
import { collections } from '../../src/model/collection.ts';
import { splitFrontMatter } from '../../src/model/front-matter.ts';
import { IMAGE, nameOf } from '../../src/model/read-text.ts';
import type { Desk } from './desk.ts';
import { textOf } from './merging.ts';
import { CONTENT, collectionFolder, contentPath, draftRefs } from './paths.ts';
import { Refusal } from './refusal.ts';

export interface FileAnswer {
	data: string;
	file: { path: string; id: string };
}

export interface Entries {
	/** Every entry of a collection, with its keys and without its text, which nobody reads in a list. */
	list(folder: string): Promise<FileAnswer[]>;
	/** A published file, whole. */
	published(path: string): Promise<FileAnswer>;
	/** A file of a draft, whole; one that the draft does not change is the published one. */
	inDraft(name: DraftName, path: string): Promise<{ data: string; id: string }>;
	draftNames(): Promise<string[]>;
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

	return {
		async list(folder) {
			const { hasBody } = collections[collectionFolder(folder)];
			const main = await repository.main();
			const files = (await repository.files(main, folder)).filter(
				({ path }) => !IMAGE.test(path) && !('issue' in nameOf(path.slice(CONTENT.length + 1))),
			);
			return Promise.all(
				files.map(async ({ path, id }) => ({ data: await keysOnly(id, hasBody), file: { path, id } })),
			);
		},
		async published(path) {
			const file = await repository.file(await repository.main(), contentPath(path).path);
			if (!file) throw new Refusal('not-found', `There is no “${path}” among what is published.`);
			return { data: textOf(file.bytes), file: { path, id: file.id } };
		},
		async inDraft(name, path) {
			contentPath(path);
			const { head } = await drafts.get(name);
			const file = await repository.file(head, path);
			return { data: textOf(file?.bytes), id: file?.id ?? '' };
		},
		draftNames: async () =>
			(await repository.branches(draftRefs)).map(({ ref }) => ref.slice(draftRefs.length)),
	};
}
