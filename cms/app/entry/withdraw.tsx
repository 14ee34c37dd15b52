/** A published document is withdrawn, never deleted: a draft that says why, which is reviewed like any other. */
import { useState } from 'react';
import { Dialog } from '../dialog/dialog.tsx';
import { post } from '../session/request.ts';
import { CommentField } from './comment-field.tsx';
import { Problem } from './problem.tsx';
import { tell } from './tell.ts';
import type { EntryDialogProps } from './toolbar.tsx';
import { useDeed } from './use-deed.ts';

export function Withdraw({ name, reload, onClose }: EntryDialogProps) {
	const [why, setWhy] = useState('');
	const [replacedBy, setReplacedBy] = useState('');
	const deed = useDeed();
	const withdraw = () =>
		deed.run(async () => {
			await post('withdraw', {
				...name,
				why: why.trim(),
				...(replacedBy.trim() && { replacedBy: replacedBy.trim() }),
			});
			tell('A draft was made in which this is withdrawn. Send it for review');
			await reload();
			onClose();
		});
	return (
		<Dialog title="Withdraw this" onClose={onClose}>
			<p>
				Nothing is deleted. A draft is made in which it is withdrawn; once that is reviewed and published,
				readers of its address are told so, and led to what replaces it.
			</p>
			<CommentField label="Why is it withdrawn? Readers see this." value={why} onChange={setWhy} />
			<p>
				<label>
					Code of the document that replaces it (optional), for example GD-003{' '}
					<input value={replacedBy} onChange={(event) => setReplacedBy(event.target.value)} />
				</label>
			</p>
			<Problem {...deed} />
			<div className="own-buttons">
				<button type="button" className="own-danger" disabled={deed.busy || !why.trim()} onClick={withdraw}>
					Make the draft
				</button>
				<button type="button" onClick={onClose}>
					Keep it published
				</button>
			</div>
		</Dialog>
	);
}
