/** What happened to a draft, and its earlier saves, each of which can be seen and brought back. */
import { useState } from 'react';
import type { DraftName } from '../../../src/cms/protocol.ts';
import { languageNames } from '../../../src/model/language.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { post } from '../session/request.ts';
import { CommentField } from './comment-field.tsx';
import { Differences } from './differences.tsx';
import { moment } from './moment.ts';
import { Problem } from './problem.tsx';
import { statusWords } from './status-words.ts';
import { tell } from './tell.ts';
import type { EntryDialogProps } from './toolbar.tsx';
import { useDeed } from './use-deed.ts';

export function History({ name, draft, refresh, reload, onClose }: EntryDialogProps) {
	const [seen, setSeen] = useState<string>();
	const [comment, setComment] = useState('');
	const deed = useDeed();
	if (!draft || draft === 'none') return null;
	const { history, saves } = draft;
	const restore = (commit: string) =>
		deed.run(async () => {
			await post('restore', { ...name, commit });
			tell('The earlier save is the draft now. What stood there before is in the history');
			await reload();
			onClose();
		});
	const say = () =>
		deed.run(async () => {
			await post('comment', { ...name, comment: comment.trim() });
			setComment('');
			await refresh();
		});
	return (
		<Dialog title="History of this draft" wide onClose={onClose}>
			{history.length > 0 && <h3>What happened</h3>}
			<ol className="own-steps">
				{history.map(({ at, name: who, status, comment: said }) => (
					<li key={`${at} ${status} ${said}`}>
						<strong>{statusWords[status]}</strong> · {who} {moment(at)}
						{said && <p className="own-said">“{said}”</p>}
					</li>
				))}
			</ol>
			<CommentField label="Say something about it" value={comment} onChange={setComment} />
			<button type="button" disabled={deed.busy || !comment.trim()} onClick={say}>
				Add comment
			</button>
			<h3>Saves</h3>
			<ol className="own-steps">
				{saves.map(({ commit, name: who, at, message }, index) => (
					<li key={commit}>
						{savedWords(message, draft)} · {who} {moment(at)}{' '}
						{index === 0 && <span className="own-quiet">as it is now</span>}
						{index > 0 && (
							<div className="own-buttons">
								<button
									type="button"
									aria-expanded={seen === commit}
									onClick={() => setSeen(seen === commit ? undefined : commit)}
								>
									What changed since
								</button>
								<button type="button" disabled={deed.busy} onClick={() => restore(commit)}>
									Bring this back
								</button>
							</div>
						)}
						{seen === commit && <Differences draft={draft} from={commit} />}
					</li>
				))}
			</ol>
			<Problem {...deed} />
			<div className="own-buttons">
				<button type="button" onClick={onClose}>
					Close
				</button>
			</div>
		</Dialog>
	);
}

/** “Save (English, Welsh)” of “Save guidance/phone-calls (en, cy)”: everything here is about this one entry. */
function savedWords(message: string, { collection, slug }: DraftName): string {
	return message.replace(` ${collection}/${slug}`, '').replace(/\(([a-z, ]+)\)$/, (_, codes: string) => {
		const names: Record<string, { english: string } | undefined> = languageNames;
		return `(${codes
			.split(', ')
			.map((code) => names[code]?.english ?? code)
			.join(', ')})`;
	});
}
