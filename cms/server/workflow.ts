/** The workflow: each step that changes no words but where a draft stands is a commit of its own. */

import type { DraftName, MessageOf, Status } from '../../src/cms/protocol.ts';
import { type Language, languages } from '../../src/model/language.ts';
import { type Commit, identityOf, serverIdentity } from './commits.ts';
import { type Desk, MOVED, onExisting, type Person } from './desk.ts';
import { actionTrailers, COMMENT, type Draft, RELEASE, STATUS, type StepKind } from './drafts.ts';
import { refuseProblems } from './judgement.ts';
import { changedMeanwhile, conflictWithMain, mergeMain, textOf } from './merging.ts';
import { momentOf } from './moment.ts';
import { contentPath, entryPath, isDocument } from './paths.ts';
import { needs } from './people.ts';
import type { Readings } from './readings.ts';
import { Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';
import { type Judged, mayMarkReady, maySend, maySendBack, maySignOff } from './rules.ts';
import { hashOf, languagesAt, type SignOff, signOffsOf, stillHolding, writeSignOffs } from './sign-offs.ts';

/** A draft with what the rules of the workflow look at. */
export async function judged({ readings }: Pick<Desk, 'readings'>, draft: Draft): Promise<Judged> {
	const document = isDocument(draft.name);
	const texts = document ? await languagesAt(readings, draft.head, draft.name) : new Map();
	const paths = draft.paths.filter((path) => !contentPath(path).image);
	const changed = languages.filter((language) =>
		paths.some((path) => contentPath(path).language === language && isOwn(draft, path)),
	);
	return { draft, texts, changed };
}

function isOwn({ name }: Draft, path: string): boolean {
	return path.startsWith(`content/${name.collection}/`);
}

/** Add a commit to a draft; its words are those of `tree`. */
async function addStep(
	{ repository }: Desk,
	draft: Draft,
	person: Person,
	what: StepKind,
	trailers: Parameters<typeof actionTrailers>[1],
	tree = draft.head.tree,
): Promise<undefined | typeof MOVED> {
	const commit = await repository.write({
		tree,
		parents: [draft.head.id],
		author: identityOf(person),
		subject: `${subjects[what]} ${draft.name.collection}/${draft.name.slug}`,
		trailers: actionTrailers(what, trailers),
	});
	const moved = await repository.move([{ ref: draft.ref, from: draft.head.id, to: commit.id }]);
	return moved ? undefined : MOVED;
}

const subjects: Partial<Record<StepKind, string>> = {
	status: 'Change the status of',
	comment: 'Comment on',
	'sign-off': 'Sign off',
	mark: 'Mark for a release',
};

export function comment(desk: Desk, person: Person, message: MessageOf<'comment'>): Promise<undefined> {
	return onExisting(desk, message, (draft) =>
		addStep(desk, draft, person, 'comment', { [COMMENT]: message.comment }),
	);
}

export function mark(desk: Desk, person: Person, message: MessageOf<'mark'>): Promise<undefined> {
	needs(person, 'edit', 'review', 'approve');
	return onExisting(desk, message, (draft) =>
		addStep(desk, draft, person, 'mark', { [RELEASE]: message.release ?? '' }),
	);
}

export function changeStatus(desk: Desk, person: Person, message: MessageOf<'status'>): Promise<undefined> {
	const { status, comment: said } = message;
	return onExisting(desk, message, async (draft) => {
		if (status === draft.status && said === undefined) return undefined;
		if (status !== draft.status) {
			const may = await mayMove(desk, person, draft, status);
			if (may !== true) throw new Refusal('not-allowed', may);
		}
		if (status === 'in review' && draft.status === 'draft') {
			const fresh = await upToDate(desk, draft);
			if (fresh === MOVED) return MOVED;
			draft = fresh;
			if (draft.paths.length === 0)
				throw new Refusal('blocked', 'Nothing is changed in this draft, so there is nothing to review.');
			await refuseProblems(desk, [draft], draft.head, 'review');
		}
		return addStep(desk, draft, person, 'status', { [STATUS]: status, ...(said && { [COMMENT]: said }) });
	});
}

async function mayMove(desk: Desk, person: Person, draft: Draft, to: Status): Promise<true | string> {
	if (to === 'ready') return mayMarkReady(person, await judged(desk, draft));
	if (to === 'in review' && draft.status === 'draft') return maySend(person, draft.status);
	return maySendBack(person);
}

/** Bring what was published meanwhile into a draft. */
export function update(desk: Desk, person: Person, name: DraftName): Promise<undefined> {
	needs(person, 'edit', 'translate');
	return onExisting(desk, name, async (draft) =>
		(await upToDate(desk, draft)) === MOVED ? MOVED : undefined,
	);
}

/** The draft with what was published meanwhile, where its own files were concerned. */
async function upToDate(desk: Desk, draft: Draft): Promise<Draft | typeof MOVED> {
	const { repository, readings } = desk;
	const main = await repository.main();
	if ((await changedMeanwhile(repository, draft, main)).length === 0) return draft;
	const { tree, conflicts } = await mergeMain(repository, draft, main);
	const [first] = conflicts;
	if (first !== undefined)
		throw new Refusal(
			'conflict',
			'What is published was changed in the same lines as this draft. Compare the two texts and say what it shall be.',
			{ conflict: await conflictWithMain(repository, draft, main, first) },
		);
	const merged = await repository.write({
		tree: await withHolding({ repository, readings }, draft, main, tree),
		parents: [draft.head.id, main.id],
		author: serverIdentity,
		subject: `Bring ${draft.name.collection}/${draft.name.slug} up to date`,
		trailers: actionTrailers('update'),
	});
	if (!(await repository.move([{ ref: draft.ref, from: draft.head.id, to: merged.id }]))) return MOVED;
	return desk.drafts.get(draft.name);
}

/** A merge is a new text: sign-offs that do not hold for it go. */
async function withHolding(
	{ repository, readings }: { repository: Repository; readings: Readings },
	draft: Draft,
	main: Commit,
	tree: string,
): Promise<string> {
	if (!isDocument(draft.name)) return tree;
	const path = entryPath(draft.name);
	const entry = await repository.trees.entry(tree, path);
	if (!entry) return tree;
	const texts = await languagesAt(readings, { ...draft.head, tree }, draft.name);
	const before = await Promise.all([draft.head, main].map((at) => languagesAt(readings, at, draft.name)));
	const text = textOf(await repository.blob(entry.id));
	const renewed = writeSignOffs(text, stillHolding(texts, before.flatMap(signOffsOf)));
	if (renewed === undefined || renewed === text) return tree;
	return repository.trees.write(tree, [{ path, id: await repository.keep(renewed) }]);
}

/** Sign one language of a document: who, when, and the hash of exactly these words, in its English file. */
export function signOff(
	desk: Desk,
	person: Person,
	message: DraftName & { language: Language },
): Promise<undefined> {
	const { repository } = desk;
	const { language } = message;
	return onExisting(desk, message, async (draft) => {
		const state = await judged(desk, draft);
		const may = maySignOff(person, state, language);
		if (may !== true) throw new Refusal('not-allowed', may);
		const hash = hashOf(state.texts, language);
		const path = entryPath(draft.name);
		const file = await repository.file(draft.head, path);
		if (hash === undefined || !file)
			throw new Refusal(
				'blocked',
				'The text has problems, so it cannot be signed off yet. Send it back to be changed.',
			);
		const signed: SignOff = {
			role: roleOf(person, language),
			person: person.id,
			language,
			at: momentOf(desk.clock()),
			hash,
		};
		const others = stillHolding(state.texts, signOffsOf(state.texts)).filter(
			(each) => each.person !== person.id || each.language !== language,
		);
		const text = writeSignOffs(textOf(file.bytes), [...others, signed]);
		if (text === undefined) throw new Refusal('blocked', 'The keys of the page cannot be read.');
		const tree = await repository.trees.write(draft.head.tree, [{ path, id: await repository.keep(text) }]);
		return addStep(desk, draft, person, 'sign-off', {}, tree);
	});
}

function roleOf({ may }: Person, language: Language): SignOff['role'] {
	if (language !== 'en' && may.includes('translate')) return 'translator';
	return may.includes('approve') ? 'approver' : 'reviewer';
}
