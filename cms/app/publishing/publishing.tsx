/** How the latest publishing goes: its step, how it ended, and where readers find it. */
import { useEffect, useState } from 'react';
import type { ReleaseReport } from '../../../src/cms/answers.ts';
import { onRelease, putAway } from './releases.ts';

export function Publishing() {
	const [release, setRelease] = useState<ReleaseReport>();
	useEffect(() => onRelease(setRelease), []);
	const hide = () => {
		putAway();
		setRelease(undefined);
	};
	if (!release) return <div role="status" className="own-publishing" />;
	return (
		<div role="status" className={`own-publishing own-publishing-${release.state}`}>
			<ReleaseState release={release} />{' '}
			{(release.state === 'published' || release.state === 'failed') && (
				<button type="button" onClick={hide}>
					Hide<span className="own-hidden"> the message about publishing</span>
				</button>
			)}
		</div>
	);
}

export function ReleaseState({ release: { message, links, issues = [] } }: { release: ReleaseReport }) {
	return (
		<>
			<span>{message}</span>
			{links.map(({ title, url }) => (
				<span key={url}>
					{' '}
					<a href={url} target="_blank" rel="noopener">
						{title}
					</a>
				</span>
			))}
			{issues.length > 0 && (
				<ul>
					{issues.map(({ file, message: words, fix }) => (
						<li key={`${file}${words}`}>
							{words}. {fix}
						</li>
					))}
				</ul>
			)}
		</>
	);
}
