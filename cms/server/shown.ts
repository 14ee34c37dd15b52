/**
 * Between the moment at which readers see a release and the moment at which `main` says so. What they are about to see
 * is named first, so that a release which is killed in between is finished by the next one and no edition that
 * somebody has read is ever lost.
 */
import type { Commit } from './commits.ts';
import { broughtTogether, endPublished, isAncestor } from './main-branch.ts';
import { MAIN, type Repository } from './repository.ts';

/** Whether a commit is what readers see. */
export type IsShown = (commit: string) => boolean;

/** Others have published since the content of this release was read. */
export class MainMoved extends Error {
	constructor() {
		super('Something else was published meanwhile. Publish again.');
	}
}

const SHOWN = 'refs/releases/shown';

/**
 * Name what readers are about to see. To be called while nobody else can show them anything. Throws `MainMoved` when
 * it does not begin with what is published.
 */
export async function nameShown(
	repository: Repository,
	{ before, end }: { before: Commit; end: Commit },
	isShown: IsShown,
): Promise<void> {
	await finishShown(repository, isShown);
	if ((await repository.main()).id !== before.id) throw new MainMoved();
	const left = await repository.head(SHOWN);
	if (!(await repository.move([{ ref: SHOWN, ...(left && { from: left.id }), to: end.id }])))
		throw new MainMoved();
}

/** Finish a release that readers see and `main` does not know of, because it was cut short. */
export async function finishShown(repository: Repository, isShown: IsShown): Promise<void> {
	const shown = await repository.head(SHOWN);
	if (shown && isShown(shown.id)) await settleShown(repository, shown);
}

/** Make what readers see what is published. Answers what is published now. */
export async function settleShown(repository: Repository, end: Commit): Promise<Commit> {
	for (;;) {
		const main = await repository.main();
		const both = await broughtTogether(repository, main, end);
		if (!both)
			throw new Error(
				`Readers see ${end.id}, and main was changed in the same lines meanwhile. Merge ${SHOWN} into main in a clone, and push.`,
			);
		if (both.id !== main.id && !(await repository.move([{ ref: MAIN, from: main.id, to: both.id }])))
			continue;
		await endPublished(repository, both.id);
		const named = await repository.head(SHOWN);
		// Another release may have named what it is about to show.
		if (named && (await isAncestor(repository, named.id, both.id)))
			await repository.move([{ ref: SHOWN, from: named.id }]);
		return both;
	}
}
