/** Steps that write words otherwise than by a form: settling two texts, restoring a save, withdrawing, discarding. */
import type { SaveAnswer } from '../../src/cms/answers.ts';
import type { DraftName, MessageOf } from '../../src/cms/protocol.ts';
import { dayOf } from '../../src/model/document.ts';
import { type Desk, MOVED, onDraft, onExisting, type Person } from './desk.ts';
import { editKeys } from './key-edit.ts';
import { conflictWithMain, NO_BLOB, textOf } from './merging.ts';
import { entryPath, entryPaths, isDocument } from './paths.ts';
import { needs } from './people.ts';
import { Refusal } from './refusal.ts';
import { mayDiscard } from './rules.ts';
import { refuseOtherEntry, saveText } from './save.ts';
import { type Files, writeStep } from './writing.ts';

/** Write what a person made of two texts. `theirs` must still be the other one. */
export function settle(desk: Desk, person: Person, message: MessageOf<'settle'>): Promise<SaveAnswer> {
	const { path, text, theirs } = message;
	needs(person, 'edit', 'translate');
	refuseOtherEntry(message, path);
	return onDraft(desk, message, async (draft) => {
		const { repository } = desk;
		const main = await repository.main();
		const [mine, published] = await Promise.all(
			[draft?.head ?? main, main].map(
				async ({ tree }) => (await repository.trees.entry(tree, path))?.id ?? NO_BLOB,
			),
		);
		const step = {
			person,
			name: { collection: message.collection, slug: message.slug },
			what: 'settle',
		} as const;
		if (theirs === mine) return saveText(desk, draft, path, text, step);
		if (theirs === published)
			return saveText(desk, draft, path, text, { ...step, settled: `${path} ${theirs}` });
		throw new Refusal('stale', 'The other text has changed again. Compare the two once more.', {
			...(draft && { conflict: { ...(await conflictWithMain(repository, draft, main, path)), yours: text } }),
		});
	});
}

/** Put the draft’s files back to how they were after one of its steps, or before the first. */
export function restore(desk: Desk, person: Person, message: MessageOf<'restore'>): Promise<SaveAnswer> {
	needs(person, 'edit');
	const { repository } = desk;
	return onExisting(desk, message, async (draft) => {
		const at = [draft.base, ...draft.commits].find(({ id }) => id === message.commit);
		if (!at) throw new Refusal('not-found', 'That is no save of this draft.');
		const files = new Map<string, Uint8Array | undefined>();
		for (const path of new Set([...draft.paths, ...entryPaths(draft.name)])) {
			const [then, now] = await Promise.all([at, draft.head].map((commit) => repository.file(commit, path)));
			if (then?.id !== now?.id) files.set(path, then?.bytes);
		}
		return writeStep(desk, draft, { person, name: draft.name, what: 'restore', files: files as Files });
	});
}

/** Begin or continue a draft in which a document is withdrawn: published words are never deleted. */
export function withdraw(desk: Desk, person: Person, message: MessageOf<'withdraw'>): Promise<SaveAnswer> {
	needs(person, 'edit');
	const { why, replacedBy, ...name } = message;
	if (!isDocument(name))
		throw new Refusal(
			'not-allowed',
			'Only documents are withdrawn. Facts stay, because pages of the past name them.',
		);
	const path = entryPath(name);
	return onDraft(desk, name, async (draft) => {
		const { repository } = desk;
		const main = await repository.main();
		if (!(await repository.trees.entry(main.tree, path)))
			throw new Refusal(
				'not-found',
				'This was never published, so it cannot be withdrawn. Discard the draft instead.',
			);
		const file = await repository.file(draft?.head ?? main, path);
		const on = dayOf(new Date(desk.clock()).toISOString());
		const text = editKeys(textOf(file?.bytes), (keys) => ({
			...keys,
			withdrawn: { on, why, ...(replacedBy && { replacedBy }) },
		}));
		if (text === undefined)
			throw new Refusal('blocked', 'The keys of the page cannot be read. Put them right first.');
		return saveText(desk, draft, path, text, { person, name, what: 'withdraw' });
	});
}

/** End a draft. Its commits stay in the repository under `refs/discarded`, out of everybody’s way. */
export function discard(desk: Desk, person: Person, name: DraftName): Promise<undefined> {
	return onExisting(desk, name, async (draft) => {
		const may = mayDiscard(person, draft);
		if (may !== true) throw new Refusal('not-allowed', may);
		const { collection, slug } = draft.name;
		const kept = `refs/discarded/${collection}/${slug}/${draft.head.id}`;
		const known = await desk.repository.head(kept);
		const moved = await desk.repository.move([
			...(known ? [] : [{ ref: kept, to: draft.head.id }]),
			{ ref: draft.ref, from: draft.head.id },
		]);
		return moved ? undefined : MOVED;
	});
}
