/** What Decap shows while nobody is signed in to it. Somebody is, to our server, before it starts: so it goes straight on. */
import { useEffect } from 'react';

export function Enter({ onLogin, inProgress }: { onLogin(): void; inProgress: boolean }) {
	// biome-ignore lint/correctness/useExhaustiveDependencies: once is enough.
	useEffect(() => {
		if (!inProgress) onLogin();
	}, []);
	return <p className="own-page">Opening the editor …</p>;
}
