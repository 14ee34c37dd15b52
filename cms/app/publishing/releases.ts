/** What happens between “Publish” and the readers, as the server tells it. */
import type { ReleaseEvent, ReleaseReport, ReleasesAnswer } from '../../../src/cms/answers.ts';
import { get } from '../session/request.ts';
import { onRenewed } from '../session/session.ts';

const listeners = new Set<(event: ReleaseEvent) => void>();
let source: EventSource | undefined;
/** The latest news of a release that nobody has put away. */
let latest: ReleaseReport | undefined;

/** Hear of every step until the answer is called. One connection serves all who listen. */
export function onReleaseEvent(listener: (event: ReleaseEvent) => void): () => void {
	listeners.add(listener);
	stayListening();
	return () => {
		listeners.delete(listener);
		if (listeners.size > 0) return;
		source?.close();
		source = undefined;
	};
}

/** Hear of every release, the one that nobody has put away yet first. */
export function onRelease(listener: (release: ReleaseReport | undefined) => void): () => void {
	listener(latest);
	return onReleaseEvent((event) => 'release' in event && listener(event.release));
}

/** A release that was asked for just now: the connection may be lost that would tell of it. */
export function asked(release: ReleaseReport): void {
	if (latest?.id !== release.id) hear({ release });
}

export function putAway(): void {
	latest = undefined;
}

// Whoever is not signed in is not told, and a browser does not ask again after a refusal.
onRenewed(() => {
	if (listeners.size > 0) stayListening();
});

function stayListening(): void {
	if (!source || source.readyState === EventSource.CLOSED) source = listen(source !== undefined);
}

/** `again`: news may have been missed since the connection before. */
function listen(again: boolean): EventSource {
	const events = new EventSource('/api/releases/events');
	let missed = again;
	events.addEventListener('open', () => {
		// When it cannot be asked, the connection is lost too, and the next begins with this.
		if (missed) catchUp().catch(() => undefined);
		missed = true;
	});
	events.addEventListener('message', ({ data }) => hear(JSON.parse(data) as ReleaseEvent));
	return events;
}

function hear(event: ReleaseEvent): void {
	if ('release' in event) latest = event.release;
	for (const listener of listeners) listener(event);
}

/** How the release went on that was under way, and what is published now. */
async function catchUp(): Promise<void> {
	const { releases } = await get<ReleasesAnswer>('/api/releases');
	const waited = latest?.state === 'waiting' || latest?.state === 'running' ? latest : undefined;
	const now = releases.find(({ id }) => id === waited?.id);
	if (waited)
		hear({
			release: now ?? {
				...waited,
				state: 'failed',
				message: 'The editing server was started anew before this was published. Publish again.',
			},
		});
	// Whoever hears this asks what it is.
	hear({ main: '' });
}
