/** What was published while a draft was being written comes into it; where both changed the same lines, a person says what it shall be. */
import { useEffect, useRef, useState } from 'react';
import type { Conflict } from '../../../src/cms/answers.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { post, Refusal } from '../session/request.ts';
import { settle } from '../settle/settle.tsx';
import { Problem } from './problem.tsx';
import { tell } from './tell.ts';
import type { EntryDialogProps } from './toolbar.tsx';
import { useDeed } from './use-deed.ts';

export function TakeIn({ name, reload, onClose }: EntryDialogProps) {
	const deed = useDeed();
	const [settling, setSettling] = useState(false);
	const begun = useRef(false);
	const takeIn = () =>
		deed.run(async () => {
			for (let conflict = await update(name); conflict; conflict = await update(name)) {
				setSettling(true);
				const text = await settle(conflict);
				setSettling(false);
				if (text === undefined) return onClose();
				await post('settle', { ...name, path: conflict.path, text, theirs: conflict.theirsId });
			}
			tell('The draft now holds what was published meanwhile');
			await reload();
			onClose();
		});
	// biome-ignore lint/correctness/useExhaustiveDependencies: once.
	useEffect(() => {
		if (!begun.current) void takeIn();
		begun.current = true;
	}, []);
	if (settling) return null;
	return (
		<Dialog title="Taking in what was published" onClose={onClose}>
			<p>{deed.busy ? 'One moment …' : ''}</p>
			<Problem {...deed} />
			<div className="own-buttons">
				<button type="button" onClick={onClose}>
					Close
				</button>
			</div>
		</Dialog>
	);
}

/** Bring what is published into the draft. The place where both changed the same lines, when there is one. */
async function update(name: EntryDialogProps['name']): Promise<Conflict | undefined> {
	try {
		await post('update', name);
		return undefined;
	} catch (error) {
		if (error instanceof Refusal && error.answer.conflict) return error.answer.conflict;
		throw error;
	}
}
