/** What the editor is told of drafts: everything of one, and the list of those that wait for somebody. */
import { type DraftAnswer, decapStatuses, type WorkItem } from '../../src/cms/protocol.ts';
import type { Commit } from './commits.ts';
import type { Desk, Person } from './desk.ts';
import { authorOf, COMMENT, type Draft, hasWords, stepsOf } from './drafts.ts';
import { changedMeanwhile, conflictWithMain, mergeMain } from './merging.ts';
import { mayAll } from './rules.ts';
import { holds, signOffsOf } from './sign-offs.ts';
import { titleOf } from './titles.ts';
import { judged } from './workflow.ts';

/** `GET /api/draft` */
export async function draftAnswer(desk: Desk, draft: Draft, person: Person): Promise<DraftAnswer> {
	const { repository } = desk;
	const main = await repository.main();
	const [state, steps, behind, files] = await Promise.all([
		judged(desk, draft),
		stepsOf(repository, draft),
		changedMeanwhile(repository, draft, main),
		filesOf(desk, draft),
	]);
	const [conflicting] = behind.length > 0 ? (await mergeMain(repository, draft, main)).conflicts : [];
	return {
		...draft.name,
		status: draft.status,
		steps,
		history: historyOf(steps),
		saves: draft.commits.filter(hasWords).map(saveOf).reverse(),
		authors: draft.authors,
		signOffs: signOffsOf(state.texts).map((signOff) => ({
			person: signOff.person,
			role: signOff.role,
			language: signOff.language,
			at: signOff.at,
			holds: holds(state.texts, signOff),
		})),
		changed: [...state.changed],
		behind: behind.length > 0,
		...(conflicting !== undefined && {
			conflict: await conflictWithMain(repository, draft, main, conflicting),
		}),
		...(draft.release && { release: draft.release }),
		files: files.map(({ path, state: how }) => ({ path, state: how })),
		may: mayAll(person, state),
	};
}

/** The files a draft changes, and how. */
async function filesOf({ repository }: Desk, draft: Draft) {
	return Promise.all(
		draft.paths.map(async (path) => {
			const [was, is] = await Promise.all(
				[draft.base, draft.head].map(({ tree }) => repository.trees.entry(tree, path)),
			);
			const state: DraftAnswer['files'][number]['state'] = !was ? 'added' : !is ? 'removed' : 'changed';
			return { path, state, id: is?.id ?? '' };
		}),
	);
}

function historyOf(steps: DraftAnswer['steps']): DraftAnswer['history'] {
	let status: DraftAnswer['status'] = 'draft';
	return steps.flatMap(({ status: next, comment, by, name, at }) => {
		status = next ?? status;
		return next || comment ? [{ status, by, name, at, ...(comment && { comment }) }] : [];
	});
}

function saveOf(commit: Commit): DraftAnswer['saves'][number] {
	return {
		commit: commit.id,
		by: authorOf(commit),
		name: commit.author.name,
		at: new Date(commit.at).toISOString(),
		message: commit.subject,
	};
}

/** A draft as Decap’s workflow knows it. */
export async function decapDraft(desk: Desk, draft: Draft) {
	const files = await filesOf(desk, draft);
	return {
		...draft.name,
		status: decapStatuses[draft.status],
		diffs: files.map(({ path, state, id }) => ({
			id,
			path,
			oldPath: path,
			newPath: path,
			newFile: state === 'added',
			status: { added: 'added', changed: 'modified', removed: 'deleted' }[state],
			binary: /\.(?:png|jpg|webp)$/.test(path),
		})),
		updatedAt: new Date(draft.head.at).toISOString(),
		pullRequestAuthor: draft.head.author.name,
	};
}

/** `GET /api/work`: what waits for the person first, the longest waiting on top. */
export async function workFor(desk: Desk, person: Person): Promise<WorkItem[]> {
	const items = await Promise.all((await desk.drafts.all()).map((draft) => workItem(desk, draft, person)));
	return items.sort(
		(a, b) =>
			Number(b.waiting !== undefined) - Number(a.waiting !== undefined) || (a.since < b.since ? -1 : 1),
	);
}

async function workItem(desk: Desk, draft: Draft, person: Person): Promise<WorkItem> {
	const comment = draft.commits
		.flatMap(({ trailers }) => trailers.filter(({ key }) => key === COMMENT))
		.at(-1)?.value;
	const waiting = waitsFor(draft, person, comment !== undefined);
	return {
		...draft.name,
		title: await titleOf(desk, draft.head, draft.name),
		status: draft.status,
		since: new Date(draft.since).toISOString(),
		authors: draft.authors,
		lastBy: (draft.commits.at(-1) ?? draft.head).author.name,
		...(comment !== undefined && { lastComment: comment }),
		...(draft.release && { release: draft.release }),
		...(waiting && { waiting }),
	};
}

function waitsFor({ status, authors }: Draft, { id, may }: Person, commented: boolean): string | undefined {
	if (status === 'draft' && authors.includes(id))
		return commented ? 'Somebody commented on what you wrote' : 'You have not sent it for review yet';
	if (authors.includes(id)) return undefined;
	if (status === 'in review' && (may.includes('review') || may.includes('translate')))
		return 'It waits for a review';
	if (status === 'ready' && may.includes('approve')) return 'It is ready to be published';
	return undefined;
}
