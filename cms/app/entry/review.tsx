/** Reviewing a draft: what changed, who signed it off, and what the reader of it decides. */
import { useState } from 'react';
import type { DraftAnswer } from '../../../src/cms/answers.ts';
import type { Status } from '../../../src/cms/protocol.ts';
import type { Language } from '../../../src/model/language.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { post } from '../session/request.ts';
import { me } from '../session/session.ts';
import { CommentField } from './comment-field.tsx';
import { Differences } from './differences.tsx';
import { moment } from './moment.ts';
import { Problem } from './problem.tsx';
import { tell } from './tell.ts';
import type { EntryDialogProps } from './toolbar.tsx';
import { useDeed } from './use-deed.ts';

const languageWords: Record<Language, string> = { en: 'English', cy: 'Welsh', ar: 'Arabic', ur: 'Urdu' };

export function Review({ name, draft, refresh, reload, onClose }: EntryDialogProps) {
	/** Whether the form behind has to be read again: that would take this dialog away. */
	const [signed, setSigned] = useState(false);
	const [comment, setComment] = useState('');
	const deed = useDeed();
	if (!draft || draft === 'none') return null;
	const { may, status, changed, signOffs } = draft;
	const said = comment.trim() ? { comment: comment.trim() } : {};
	const signOff = (language: Language) =>
		deed.run(async () => {
			await post('sign-off', { ...name, language });
			tell(`You signed off the ${languageWords[language]} text`);
			setSigned(true);
			await refresh();
		});
	const close = async () => {
		onClose();
		if (signed) await reload();
	};
	const move = (to: Status, message: string) =>
		deed.run(async () => {
			await post('status', { ...name, status: to, ...said });
			tell(message);
			onClose();
			await reload();
		});
	const unsigned = changed.filter(
		(language) =>
			!signOffs.some((each) => each.language === language && each.person === me().id && each.holds),
	);
	const maySignOff = may['sign off'];
	const mayMark = may['mark ready'];
	return (
		<Dialog title="What this draft changes" wide onClose={close}>
			<Differences draft={draft} />
			<SignOffs draft={draft} />
			{status === 'in review' && maySignOff === true && (
				<>
					{unsigned.length > 0 && (
						<p>You did not write this, so you can sign it off. Your name stays with the text you signed.</p>
					)}
					<div className="own-buttons">
						{unsigned.map((language) => (
							<button key={language} type="button" disabled={deed.busy} onClick={() => signOff(language)}>
								Sign off the {languageWords[language]} text
							</button>
						))}
					</div>
				</>
			)}
			{status === 'in review' && maySignOff !== true && <p className="own-quiet">{maySignOff}</p>}
			{status !== 'draft' && (
				<CommentField label="Comment (optional)" value={comment} onChange={setComment} />
			)}
			{status === 'in review' && maySignOff === true && mayMark !== true && (
				<p className="own-quiet">{mayMark}</p>
			)}
			<Problem {...deed} />
			<div className="own-buttons">
				{status === 'in review' && mayMark === true && (
					<button
						type="button"
						className="own-main"
						disabled={deed.busy}
						onClick={() => move('ready', 'Ready to publish')}
					>
						Ready to publish
					</button>
				)}
				{status !== 'draft' && (
					<button type="button" disabled={deed.busy} onClick={() => move('draft', 'Back with its author')}>
						Send back to be changed
					</button>
				)}
				<button type="button" onClick={close}>
					Close
				</button>
			</div>
		</Dialog>
	);
}

function SignOffs({ draft: { signOffs } }: { draft: DraftAnswer }) {
	if (signOffs.length === 0) return null;
	return (
		<>
			<h3>Signed off</h3>
			<ul className="own-steps">
				{signOffs.map(({ person, name, role, language, at, holds }) => (
					<li key={`${person} ${language} ${at}`}>
						{languageWords[language]}: {name ?? person}, {role}, {moment(at)}
						{!holds && ' – no longer holds, because the text changed since'}
					</li>
				))}
			</ul>
		</>
	);
}
