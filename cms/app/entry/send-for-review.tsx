/** A draft goes to those who review it. */
import { useState } from 'react';
import { Dialog } from '../dialog/dialog.tsx';
import { post } from '../session/request.ts';
import { CommentField } from './comment-field.tsx';
import { Problem } from './problem.tsx';
import { tell } from './tell.ts';
import type { EntryDialogProps } from './toolbar.tsx';
import { useDeed } from './use-deed.ts';

export function SendForReview({ name, reload, onClose }: EntryDialogProps) {
	const [comment, setComment] = useState('');
	const deed = useDeed();
	const send = () =>
		deed.run(async () => {
			await post('status', {
				...name,
				status: 'in review',
				...(comment.trim() && { comment: comment.trim() }),
			});
			tell('Sent for review');
			await reload();
			onClose();
		});
	return (
		<Dialog title="Send for review" onClose={onClose}>
			<p>Somebody who did not write it reads it and signs it off. You can still change it meanwhile.</p>
			<CommentField label="What should the reviewer know? (optional)" value={comment} onChange={setComment} />
			<Problem {...deed} />
			<div className="own-buttons">
				<button type="button" className="own-main" disabled={deed.busy} onClick={send}>
					Send for review
				</button>
				<button type="button" onClick={onClose}>
					Not now
				</button>
			</div>
		</Dialog>
	);
}
