/** What happens between “Publish” and the readers, as the server tells it. */
import type { ReleaseEvent, ReleaseReport } from '../../../src/cms/protocol.ts';

const listeners = new Set<(event: ReleaseEvent) => void>();
let source: EventSource | undefined;
/** The latest news of a release that nobody has put away. */
let latest: ReleaseReport | undefined;

/** Hear of every step until the answer is called. One connection serves all who listen. */
export function onReleaseEvent(listener: (event: ReleaseEvent) => void): () => void {
	listeners.add(listener);
	source ??= listen();
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

export function putAway(): void {
	latest = undefined;
}

function listen(): EventSource {
	const events = new EventSource('/api/releases/events');
	events.addEventListener('message', ({ data }) => {
		const event = JSON.parse(data) as ReleaseEvent;
		if ('release' in event) latest = event.release;
		for (const listener of listeners) listener(event);
	});
	return events;
}
