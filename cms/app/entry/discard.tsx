/** A draft is thrown away, after it was said what that means. */
import { history } from 'decap-cms-core/dist/esm/routing/history';
import { Dialog } from '../dialog/dialog.tsx';
import { post } from '../session/request.ts';
import { Problem } from './problem.tsx';
import { tell } from './tell.ts';
import type { EntryDialogProps } from './toolbar.tsx';
import { useDeed } from './use-deed.ts';

export function Discard({ name, draft, onClose }: EntryDialogProps) {
	const deed = useDeed();
	const files = draft && draft !== 'none' ? draft.files : [];
	const isNew = files.length > 0 && files.every(({ state }) => state === 'added');
	const discard = () =>
		deed.run(async () => {
			await post('discard', name);
			tell('The draft is discarded');
			history.push(`/collections/${name.collection}`);
		});
	return (
		<Dialog title="Discard this draft?" onClose={onClose}>
			<p>
				{isNew
					? 'This was never published, so nothing of it remains.'
					: 'What is published stays as it is. Every save of this draft goes.'}
			</p>
			<Problem {...deed} />
			<div className="own-buttons">
				<button type="button" className="own-danger" disabled={deed.busy} onClick={discard}>
					Discard the draft
				</button>
				<button type="button" onClick={onClose}>
					Keep it
				</button>
			</div>
		</Dialog>
	);
}
