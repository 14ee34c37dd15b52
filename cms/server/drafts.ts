/** Drafts: the branches `cms/<collection>/<id>`, each with the whole of its workflow in its commits. */
import type { HistoryStep } from '../../src/cms/answers.ts';
import { type DraftName, type Status, statuses } from '../../src/cms/protocol.ts';
import { type Commit, personIdOf, type Trailer, trailer } from './commits.ts';
import { CONTENT, draftOfRef, draftRef, draftRefs } from './paths.ts';
import { Refusal } from './refusal.ts';
import type { Branch, Repository } from './repository.ts';

export type StepKind = HistoryStep['what'];

/** What a commit of a draft says of itself. */
export const ACTION = 'Action';
export const STATUS = 'Status';
export const COMMENT = 'Comment';
export const RELEASE = 'Release';
/** `<path> <blob id>`: the published text that a person has settled the draft’s with. */
export const SETTLED = 'Settled';

/** Steps that write no words of their own: whoever made them is no author. */
const NO_WORDS = new Set<string>(['status', 'comment', 'sign-off', 'mark', 'update']);

export interface Draft {
	name: DraftName;
	ref: string;
	head: Commit;
	/** The published commit that it was begun from, or last brought up to date with. */
	base: Commit;
	/** Its own commits, oldest first. */
	commits: Commit[];
	status: Status;
	/** Milliseconds. */
	since: number;
	release?: string;
	/** Ids of everybody who wrote words of it. */
	authors: string[];
	/** Files that it changes. */
	paths: string[];
}

export interface Drafts {
	all(): Promise<Draft[]>;
	find(name: DraftName): Promise<Draft | undefined>;
	/** As `find`, or a refusal. */
	get(name: DraftName): Promise<Draft>;
}

/** Drafts kept in memory, each as it was at every head it had and under everything published meanwhile. */
const MOST_KEPT = 2000;

export function openDrafts(repository: Repository): Drafts {
	/** By branch, end of the branch, and what is published. */
	const kept = new Map<string, Draft>();

	const read = async (branches: readonly Branch[]): Promise<Draft[]> => {
		const main = await repository.main();
		const keyOf = ({ ref, head }: Branch) => `${ref} ${head} ${main.id}`;
		// Taken out at once: a reading that goes on beside this one may clear what is kept.
		const known = branches.map((branch) => kept.get(keyOf(branch)));
		const unknown = branches.filter((_, index) => !known[index]);
		if (kept.size > MOST_KEPT) kept.clear();
		const beyond = await repository.commitsBeyond(
			unknown.map(({ head }) => head),
			[main.id],
		);
		const own = new Map(beyond.map((commit) => [commit.id, commit]));
		const found = await Promise.all(
			branches.map(async (branch, index) => {
				const draft = known[index] ?? (await readDraft(repository, branch, own, main));
				if (draft) kept.set(keyOf(branch), draft);
				return draft;
			}),
		);
		return found.filter((draft) => draft !== undefined);
	};

	const find = async (name: DraftName) => {
		const ref = draftRef(name);
		const head = await repository.head(ref);
		return head && (await read([{ ref, head: head.id }]))[0];
	};
	return {
		all: async () => read(await repository.branches(draftRefs)),
		find,
		async get(name) {
			const draft = await find(name);
			if (draft) return draft;
			throw new Refusal(
				'not-found',
				'There is no draft of this. It may have been published or discarded meanwhile; open the page again.',
			);
		},
	};
}

async function readDraft(
	repository: Repository,
	{ ref, head }: Branch,
	own: ReadonlyMap<string, Commit>,
	main: Commit,
): Promise<Draft | undefined> {
	const name = draftOfRef(ref);
	const end = await repository.commit(head);
	if (!name || !end) return undefined;
	const chain: Commit[] = [];
	let base: string | undefined;
	for (let commit = own.get(head); commit; commit = own.get(commit.parents[0] ?? '')) {
		chain.unshift(commit);
		const [first, ...merged] = commit.parents;
		base ??= merged.find((id) => !own.has(id)) ?? (own.has(first ?? '') ? undefined : first);
	}
	const start = (await repository.commit(base ?? main.id)) ?? main;
	const status = chain.findLast((commit) => statusIn(commit));
	const marked = chain.findLast((commit) => trailer(commit, RELEASE) !== undefined);
	const release = marked && trailer(marked, RELEASE);
	return {
		name,
		ref,
		head: end,
		base: start,
		commits: chain,
		status: (status && statusIn(status)) ?? 'draft',
		since: (status ?? chain[0] ?? end).at,
		...(release && { release }),
		authors: [...new Set(within(head, own).filter(hasWords).map(authorOf))],
		paths: await repository.trees.differing(start.tree, end.tree, CONTENT),
	};
}

/** The draft’s commits by every way there is, so that words brought in by a merge count as somebody’s too. */
function within(head: string, own: ReadonlyMap<string, Commit>): Commit[] {
	const found = new Map<string, Commit>();
	const ahead = [head];
	for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
		const commit = own.get(id);
		if (!commit || found.has(id)) continue;
		found.set(id, commit);
		ahead.push(...commit.parents);
	}
	// `own` has the newest first.
	return [...own.values()].filter(({ id }) => found.has(id)).reverse();
}

function statusIn(commit: Commit): Status | undefined {
	const value = trailer(commit, STATUS);
	return statuses.find((status) => status === value);
}

export function authorOf(commit: Commit): string {
	return personIdOf(commit.author.email);
}

/** Whether somebody wrote words with it. A commit that says nothing of itself came from elsewhere, and counts. */
export function hasWords(commit: Commit): boolean {
	return !NO_WORDS.has(trailer(commit, ACTION) ?? '');
}

/** The draft’s life, step by step. */
export async function stepsOf(repository: Repository, draft: Draft): Promise<HistoryStep[]> {
	return Promise.all(
		draft.commits.map(async (commit): Promise<HistoryStep> => {
			const before = await repository.commit(commit.parents[0] ?? '');
			const status = statusIn(commit);
			const comment = trailer(commit, COMMENT);
			return {
				commit: commit.id,
				by: authorOf(commit),
				name: commit.author.name,
				at: new Date(commit.at).toISOString(),
				what: (trailer(commit, ACTION) ?? 'save') as StepKind,
				...(status && { status }),
				...(comment && { comment }),
				paths: before ? await repository.trees.differing(before.tree, commit.tree, CONTENT) : [],
			};
		}),
	);
}

export function actionTrailers(
	what: StepKind,
	more: Partial<Record<typeof STATUS | typeof COMMENT | typeof RELEASE | typeof SETTLED, string>> = {},
): Trailer[] {
	return [
		{ key: ACTION, value: what },
		...Object.entries(more)
			.filter(([, value]) => value !== undefined)
			.map(([key, value]) => ({ key, value })),
	];
}
