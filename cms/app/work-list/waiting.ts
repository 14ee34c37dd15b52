/** How many drafts wait for the person who is signed in: asked at the start, after every change, and on return to the tab. */
import type { WorkAnswer } from '../../../src/cms/answers.ts';
import { onSaved } from '../backend/saved.ts';
import { onReleaseEvent } from '../publishing/releases.ts';
import { get } from '../session/request.ts';

/** Hear of the work there is until the answer is called. */
export function followWork(heard: (work: WorkAnswer) => void, failed: (error: Error) => void): () => void {
	let over = false;
	const ask = () =>
		get<WorkAnswer>('/api/work').then(
			(work) => over || heard(work),
			(error: Error) => over || failed(error),
		);
	const returned = () => document.visibilityState === 'visible' && ask();
	document.addEventListener('visibilitychange', returned);
	const ends = [onSaved(ask), onReleaseEvent(ask)];
	ask();
	return () => {
		over = true;
		document.removeEventListener('visibilitychange', returned);
		for (const end of ends) end();
	};
}

export function workWaiting(heard: (count: number) => void): () => void {
	return followWork(
		({ drafts }) => heard(drafts.filter(({ waiting }) => waiting !== undefined).length),
		() => undefined,
	);
}
