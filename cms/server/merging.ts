/** Merging without a checkout, and what a person has to settle where it cannot be done. */
import type { Conflict } from '../../src/cms/answers.ts';
import { type Commit, serverIdentity } from './commits.ts';
import { type Draft, SETTLED } from './drafts.ts';
import type { Repository } from './repository.ts';

/** The blob id of a file that is not there. */
export const NO_BLOB = '0'.repeat(40);

export interface Merged {
	tree: string;
	/** Paths that both sides changed in the same lines; the tree is of use only without them. */
	conflicts: string[];
}

/** Merge two commits. Files keep their names: a path is the address of a page, so none is guessed to have moved. */
export async function mergeTrees(repository: Repository, ours: Commit, theirs: Commit): Promise<Merged> {
	const { out } = await repository.git.run(
		[
			'-c',
			'merge.renames=false',
			'-c',
			'merge.directoryRenames=false',
			'merge-tree',
			'--write-tree',
			'--no-messages',
			'-z',
			ours.id,
			theirs.id,
		],
		{ answers: [1] },
	);
	const [tree = '', ...conflicted] = out.split('\0').filter((part) => part !== '');
	return { tree, conflicts: [...new Set(conflicted.map((line) => line.slice(line.indexOf('\t') + 1)))] };
}

/** Merge what is published into a draft; where a person has settled a text with it, the draft’s is taken. */
export async function mergeMain(repository: Repository, draft: Draft, main: Commit): Promise<Merged> {
	const { tree, conflicts } = await mergeTrees(repository, draft.head, main);
	const settled = new Set(
		draft.commits.flatMap((commit) =>
			commit.trailers.filter(({ key }) => key === SETTLED).map(({ value }) => value),
		),
	);
	const open: string[] = [];
	const ours = [];
	for (const path of conflicts) {
		const theirs = await repository.trees.entry(main.tree, path);
		if (!settled.has(`${path} ${theirs?.id ?? NO_BLOB}`)) open.push(path);
		const mine = await repository.trees.entry(draft.head.tree, path);
		ours.push({ path, ...(mine && { id: mine.id }) });
	}
	return { tree: ours.length > 0 ? await repository.trees.write(tree, ours) : tree, conflicts: open };
}

/** Paths of the draft that were changed on the published branch since it was begun or brought up to date. */
export async function changedMeanwhile(
	repository: Repository,
	draft: Draft,
	main: Commit,
): Promise<string[]> {
	const changed = await Promise.all(
		draft.paths.map(async (path) => {
			const [was, is] = await Promise.all(
				[draft.base, main].map(({ tree }) => repository.trees.entry(tree, path)),
			);
			return was?.id !== is?.id;
		}),
	);
	return draft.paths.filter((_, index) => changed[index]);
}

/** The texts of a path on which the draft and what is published do not agree. */
export async function conflictWithMain(
	repository: Repository,
	draft: Draft,
	main: Commit,
	path: string,
): Promise<Conflict> {
	const [base, theirs, yours] = await Promise.all(
		[draft.base, main, draft.head].map((commit) => repository.file(commit, path)),
	);
	const { out } = await repository.git.run(['rev-list', '-1', '--no-merges', main.id, '--', path]);
	const last = await repository.commit(out.trim());
	return {
		path,
		base: textOf(base?.bytes),
		theirs: textOf(theirs?.bytes),
		yours: textOf(yours?.bytes),
		theirsId: theirs?.id ?? NO_BLOB,
		by: last?.author.name ?? serverIdentity.name,
		at: new Date(last?.at ?? main.at).toISOString(),
	};
}

export function textOf(bytes: Uint8Array | undefined): string {
	return new TextDecoder().decode(bytes ?? new Uint8Array());
}
