/** The branch `main`: what others put there is never undone, and the drafts that are in it have ended. */
import { type Commit, serverIdentity } from './commits.ts';
import { mergeTrees } from './merging.ts';
import { draftRefs } from './paths.ts';
import type { Repository } from './repository.ts';

export async function isAncestor({ git }: Repository, ancestor: string, of: string): Promise<boolean> {
	return (await git.run(['merge-base', '--is-ancestor', ancestor, of], { answers: [1] })).code === 0;
}

/** A commit that has both; undefined when they changed the same lines. */
export async function broughtTogether(
	repository: Repository,
	ours: Commit,
	theirs: Commit,
): Promise<Commit | undefined> {
	if (await isAncestor(repository, theirs.id, ours.id)) return ours;
	if (await isAncestor(repository, ours.id, theirs.id)) return theirs;
	const { tree, conflicts } = await mergeTrees(repository, ours, theirs);
	if (conflicts.length > 0) return undefined;
	return repository.write({
		tree,
		parents: [ours.id, theirs.id],
		author: serverIdentity,
		subject: 'Bring together what was published here and elsewhere',
		trailers: [{ key: 'Action', value: 'update' }],
	});
}

/** Drafts that are in what is published have ended, wherever they were published. */
export async function endPublished(repository: Repository, main: string): Promise<void> {
	for (const { ref, head } of await repository.branches(draftRefs))
		if (await isAncestor(repository, head, main)) await repository.move([{ ref, from: head }]);
}
