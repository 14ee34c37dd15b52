/** Drafts as they are shown: to Decap’s board, beside the form, and in the list of work. */
import type { DraftAnswer, WorkAnswer, WorkItem } from '../../src/cms/answers.ts';
import { type DecapStatus, type DraftName, decapStatuses } from '../../src/cms/protocol.ts';
import { IMAGE } from '../../src/model/read-text.ts';
import { trailer } from './commits.ts';
import type { Desk, Person } from './desk.ts';
import { authorOf, COMMENT, type Draft, stepsOf } from './drafts.ts';
import { changedMeanwhile, conflictWithMain, mergeMain } from './merging.ts';
import { mayAll, mayMarkReady, mayPublish, maySignOff } from './rules.ts';
import { holds, signOffsOf } from './sign-offs.ts';
import { titleOf } from './titles.ts';
import { judged } from './workflow.ts';

export interface DecapDraft extends DraftName {
	status: DecapStatus;
	diffs: {
		id: string;
		path: string;
		oldPath: string;
		newPath: string;
		newFile: boolean;
		status: string;
		binary: boolean;
	}[];
	updatedAt: string;
	pullRequestAuthor: string;
}

export async function decapDraft(desk: Desk, draft: Draft): Promise<DecapDraft> {
	const files = await filesOf(desk, draft);
	return {
		...draft.name,
		status: decapStatuses[draft.status],
		diffs: files.map(({ path, id, state }) => ({
			id,
			path,
			oldPath: path,
			newPath: path,
			newFile: state === 'added',
			status: { added: 'added', changed: 'modified', removed: 'deleted' }[state],
			binary: IMAGE.test(path),
		})),
		updatedAt: new Date(draft.head.at).toISOString(),
		pullRequestAuthor: draft.head.author.name,
	};
}

async function filesOf({ repository: { trees } }: Desk, { paths, base, head }: Draft) {
	return Promise.all(
		paths.map(async (path) => {
			const [was, is] = await Promise.all([base, head].map(({ tree }) => trees.entry(tree, path)));
			const state = !was ? 'added' : !is ? 'removed' : 'changed';
			return { path, id: is?.id ?? '', state } as const;
		}),
	);
}

export async function draftAnswer(desk: Desk, person: Person, name: DraftName): Promise<DraftAnswer> {
	const { repository } = desk;
	const draft = await desk.drafts.get(name);
	const [steps, state, files, main] = await Promise.all([
		stepsOf(repository, draft),
		judged(desk, draft),
		filesOf(desk, draft),
		repository.main(),
	]);
	const behind = (await changedMeanwhile(repository, draft, main)).length > 0;
	const [conflicted] = behind ? (await mergeMain(repository, draft, main)).conflicts : [];
	let status: DraftAnswer['status'] = 'draft';
	const history: DraftAnswer['history'] = [];
	for (const { status: to, comment, by, name: who, at } of steps) {
		status = to ?? status;
		if (to || comment) history.push({ status, by, name: who, at, ...(comment && { comment }) });
	}
	return {
		...draft.name,
		status: draft.status,
		steps,
		history,
		saves: steps
			.filter(({ paths }) => paths.length > 0)
			.map(({ commit, by, name: who, at }) => ({
				commit,
				by,
				name: who,
				at,
				message: draft.commits.find(({ id }) => id === commit)?.subject ?? '',
			}))
			.reverse(),
		authors: draft.authors,
		signOffs: await Promise.all(
			signOffsOf(state.texts).map(async (signOff) => {
				const { person: id, role, language, at } = signOff;
				const known = await desk.people.find(id);
				return {
					person: id,
					...(known && { name: known.name }),
					role,
					language,
					at,
					holds: holds(state.texts, signOff),
				};
			}),
		),
		changed: [...state.changed],
		behind,
		...(conflicted !== undefined && {
			conflict: await conflictWithMain(repository, draft, main, conflicted),
		}),
		...(draft.release && { release: draft.release }),
		files: files.map(({ path, state: change }) => ({ path, state: change })),
		may: mayAll(person, state),
	};
}

/** All drafts; those that wait for this person first, then those that have waited longest. */
export async function workAnswer(desk: Desk, person: Person): Promise<WorkAnswer> {
	const items = await Promise.all((await desk.drafts.all()).map((draft) => workItem(desk, person, draft)));
	const order = ({ waiting, since }: WorkItem) => `${waiting === undefined ? 1 : 0} ${since}`;
	return { drafts: items.sort((a, b) => (order(a) < order(b) ? -1 : 1)) };
}

async function workItem(desk: Desk, person: Person, draft: Draft): Promise<WorkItem> {
	const comment = draft.commits.findLast((commit) => trailer(commit, COMMENT) !== undefined);
	const said = comment && trailer(comment, COMMENT);
	const waiting = await whyWaiting(desk, person, draft);
	return {
		...draft.name,
		title: await titleOf(desk, draft.head, draft.name),
		status: draft.status,
		since: new Date(draft.since).toISOString(),
		authors: draft.authors,
		lastBy: draft.head.author.name,
		...(said && { lastComment: said }),
		...(draft.release && { release: draft.release }),
		...(waiting && { waiting }),
	};
}

async function whyWaiting(desk: Desk, person: Person, draft: Draft): Promise<string | undefined> {
	if (draft.status === 'draft') {
		if (!draft.authors.includes(person.id)) return undefined;
		const sentBack = draft.commits.findLast((commit) => trailer(commit, 'Status') !== undefined);
		return sentBack && authorOf(sentBack) !== person.id
			? `${sentBack.author.name} sent it back to be changed.`
			: 'You are writing this.';
	}
	const state = await judged(desk, draft);
	if (draft.status === 'ready')
		return mayPublish(person, state) === true ? 'It is ready for you to publish.' : undefined;
	if (maySignOff(person, state) === true) return 'It waits for you to review it.';
	return mayMarkReady(person, state) === true ? 'It waits for you to say that it is ready.' : undefined;
}
