/** Writing: one step of a draft that changes words. However it came about, the same things hold after it. */
import type { SaveAnswer } from '../../src/cms/answers.ts';
import type { DraftName, Status } from '../../src/cms/protocol.ts';
import type { Issue } from '../../src/model/issue.ts';
import { sortIssues } from '../../src/model/issue.ts';
import { type Language, languages } from '../../src/model/language.ts';
import { type Commit, identityOf } from './commits.ts';
import { type Desk, MOVED, type Person } from './desk.ts';
import { actionTrailers, type Draft, SETTLED, STATUS, type StepKind } from './drafts.ts';
import { textOf } from './merging.ts';
import { contentPath, draftRef, entryPath, entryPaths, isDocument } from './paths.ts';
import { issuesOf, type Reading } from './readings.ts';
import { Refusal } from './refusal.ts';
import { languagesAt, type SignOff, signOffsOf, stillHolding, writeSignOffs } from './sign-offs.ts';

/** Files as they shall be; undefined takes one away. */
export type Files = ReadonlyMap<string, string | Uint8Array | undefined>;

export interface Step {
	person: Person;
	name: DraftName;
	what: StepKind;
	files: Files;
	/** `<path> <blob id>` of the published text that this one was settled with. */
	settled?: string;
	/** The name the draft has from now on. */
	rename?: DraftName;
}

/** Write a step onto a draft, which begins with it when there is none. */
export async function writeStep(
	{ repository, drafts, readings }: Desk,
	draft: Draft | undefined,
	{ person, name, what, files, settled, rename }: Step,
): Promise<SaveAnswer | typeof MOVED> {
	const main = await repository.main();
	const from = draft?.head ?? main;
	if (!draft) await refuseSecondDraft(drafts, rename ?? name);
	const ids = new Map<string, string | undefined>();
	for (const [path, content] of files)
		ids.set(path, content === undefined ? undefined : await repository.keep(content));

	const after = rename ?? name;
	const fallen = await renewSignOffs({ repository, readings }, { from, main, name, after, ids });
	const changes = [...ids].map(([path, id]) => ({ path, ...(id !== undefined && { id }) }));
	const tree = await repository.change(from, changes);
	const texts = await readAfter({ repository, readings }, from, after, ids);
	const issues = sortIssues(texts.flatMap(issuesOf));
	const status = statusAfter(draft?.status ?? 'draft', issues);
	const answer = (): SaveAnswer => ({
		message: tree === from.tree ? 'Nothing was changed, so nothing was saved.' : 'Saved.',
		ids: Object.fromEntries([...ids].filter((each): each is [string, string] => each[1] !== undefined)),
		status: tree === from.tree ? (draft?.status ?? 'draft') : status,
		issues,
		droppedSignOffs: fallen.map(({ person: id, language }) => ({ person: id, language })),
		slug: after.slug,
	});
	if (tree === from.tree && !settled) return answer();

	const commit = await repository.write({
		tree,
		parents: [from.id],
		author: identityOf(person),
		subject: `${subjects[what] ?? 'Save'} ${name.collection}/${name.slug}${changedIn(ids)}`,
		trailers: actionTrailers(what, {
			...(draft && status !== draft.status && { [STATUS]: status }),
			...(settled && { [SETTLED]: settled }),
		}),
	});
	const moved = await repository.move([
		...(rename && draft ? [{ ref: draft.ref, from: draft.head.id }] : []),
		{ ref: draftRef(after), ...(draft && !rename && { from: draft.head.id }), to: commit.id },
	]);
	return moved ? answer() : MOVED;
}

const subjects: Partial<Record<StepKind, string>> = {
	restore: 'Restore',
	settle: 'Settle',
	withdraw: 'Withdraw',
	rename: 'Rename',
};

/** Words saved while others review them have to be reviewed; with problems they are not ready to be read at all. */
function statusAfter(status: Status, issues: readonly Issue[]): Status {
	if (status === 'draft' || issues.some(({ severity }) => severity === 'error')) return 'draft';
	return 'in review';
}

/** One file is in one draft: two would undo each other’s changes. */
async function refuseSecondDraft(drafts: Desk['drafts'], name: DraftName): Promise<void> {
	const paths = new Set(entryPaths(name));
	const other = (await drafts.all()).find(
		(draft) => draft.ref !== draftRef(name) && draft.paths.some((path) => paths.has(path)),
	);
	if (other)
		throw new Refusal(
			'not-allowed',
			`The draft “${other.name.slug}” already changes this. Work there, or wait until it is published or discarded.`,
		);
}

interface Change {
	from: Commit;
	main: Commit;
	name: DraftName;
	after: DraftName;
	ids: Map<string, string | undefined>;
}

/**
 * Give the English file the sign-offs that it had, in the draft or as published, and that hold for the new words: a
 * save can neither bring one nor keep one for words that have changed. Answers those that fell.
 */
async function renewSignOffs(
	{ repository, readings }: Pick<Desk, 'repository' | 'readings'>,
	{ from, main, name, after, ids }: Change,
): Promise<SignOff[]> {
	if (!isDocument(name)) return [];
	const path = entryPath(after);
	const id = ids.has(path) ? ids.get(path) : (await repository.trees.entry(from.tree, path))?.id;
	if (id === undefined) return [];
	const texts = new Map<Language, Reading>();
	for (const language of languages) {
		const own = entryPath(after, language);
		const blob = ids.has(own) ? ids.get(own) : (await repository.trees.entry(from.tree, own))?.id;
		if (blob !== undefined) texts.set(language, await readings.readBlob(own, blob));
	}
	const had = signOffsOf(await languagesAt(readings, from, name));
	const before = [...had, ...signOffsOf(await languagesAt(readings, main, name))];
	const kept = stillHolding(texts, before);
	const text = textOf(await repository.blob(id));
	const renewed = writeSignOffs(text, kept);
	if (renewed !== undefined && renewed !== text) ids.set(path, await repository.keep(renewed));
	return had.filter((each) => !stillHolding(texts, [each]).length);
}

/** The draft’s own files as they will be. */
async function readAfter(
	{ repository, readings }: Pick<Desk, 'repository' | 'readings'>,
	from: Commit,
	name: DraftName,
	ids: ReadonlyMap<string, string | undefined>,
): Promise<Reading[]> {
	const paths = [...new Set([...entryPaths(name), ...ids.keys()])].filter((path) => !contentPath(path).image);
	const found = await Promise.all(
		paths.map(async (path) => {
			const id = ids.has(path) ? ids.get(path) : (await repository.trees.entry(from.tree, path))?.id;
			return id === undefined ? undefined : readings.readBlob(path, id);
		}),
	);
	return found.filter((reading) => reading !== undefined);
}

function changedIn(ids: ReadonlyMap<string, string | undefined>): string {
	const found = new Set([...ids.keys()].map((path) => contentPath(path).language));
	return ` (${languages.filter((language) => found.has(language)).join(', ')})`;
}
