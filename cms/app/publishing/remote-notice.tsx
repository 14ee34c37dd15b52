/** What has to be known of the remote repository: that it is away, refuses what it is given, or went on by itself. */
import { useEffect, useState } from 'react';
import type { ReleasesAnswer, RemoteReport } from '../../../src/cms/answers.ts';
import { get } from '../session/request.ts';
import { onReleaseEvent } from './releases.ts';

export function RemoteNotice() {
	const [remote, setRemote] = useState<RemoteReport>();
	useEffect(() => {
		get<ReleasesAnswer>('/api/releases').then(
			(answer) => setRemote((heard) => heard ?? answer.remote),
			// Whoever cannot be asked this says so wherever something is waited for.
			() => undefined,
		);
		return onReleaseEvent((event) => 'remote' in event && setRemote(event.remote));
	}, []);
	const told = remote && remote.state !== 'up to date' && remote.state !== 'waiting';
	return (
		<div role="status" className="own-publishing">
			{told && remote.message}
		</div>
	);
}
