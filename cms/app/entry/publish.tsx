/** An approver publishes: what becomes public, then every step until readers see it. */
import { useEffect, useState } from 'react';
import type { ReleaseReport } from '../../../src/cms/answers.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { ReleaseState } from '../publishing/publishing.tsx';
import { asked, onRelease, putAway } from '../publishing/releases.ts';
import { post } from '../session/request.ts';
import { Differences } from './differences.tsx';
import { Problem } from './problem.tsx';
import type { EntryDialogProps } from './toolbar.tsx';
import { useDeed } from './use-deed.ts';

export function Publish({ name, draft, reload, onClose }: EntryDialogProps) {
	const [release, setRelease] = useState<ReleaseReport>();
	const deed = useDeed();
	useEffect(
		() =>
			onRelease((news) => {
				if (news?.drafts.some(({ collection, slug }) => collection === name.collection && slug === name.slug))
					setRelease(news);
			}),
		[name.collection, name.slug],
	);
	if (!draft) return null;
	const may = draft === 'none' ? 'There is no draft of it.' : draft.may.publish;
	const publish = () =>
		deed.run(async () => {
			asked(await post<ReleaseReport>('publish', { drafts: [name] }));
		});
	const done = release?.state === 'published';
	const failed = release?.state === 'failed';
	const close = async () => {
		putAway();
		onClose();
		if (done) await reload();
	};
	return (
		<Dialog title={done ? 'Published' : failed ? 'Not published' : 'Publish'} wide={!release} onClose={close}>
			{release ? (
				<div role="status">
					<ReleaseState release={release} />
				</div>
			) : (
				<>
					{may !== true && <p className="own-problem">{may}</p>}
					{draft !== 'none' && <Differences draft={draft} />}
				</>
			)}
			<Problem {...deed} />
			<div className="own-buttons">
				{!release && may === true && (
					<button type="button" className="own-main" disabled={deed.busy} onClick={publish}>
						Publish now
					</button>
				)}
				<button type="button" onClick={close}>
					{done || failed ? 'Close' : release ? 'Close; it goes on' : 'Not now'}
				</button>
			</div>
		</Dialog>
	);
}
