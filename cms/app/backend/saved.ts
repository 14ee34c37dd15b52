/** What follows a save: whoever shows the state of the draft hears of it. */

import { loadUnpublishedEntry } from 'decap-cms-core/dist/esm/actions/editorialWorkflow';
import { store } from 'decap-cms-core/dist/esm/redux';
import type { SaveAnswer } from '../../../src/cms/answers.ts';

type Listener = (collection: string, answer: SaveAnswer) => void;
const listeners = new Set<Listener>();

/** Hear of every save until the answer is called. */
export function onSaved(listener: Listener): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function saved(collection: string, answer: SaveAnswer): void {
	for (const listener of listeners) listener(collection, answer);
}

/** Show in the form what the server has, once Decap is done with what it does now. */
export function reopen(collection: string, slug: string): void {
	setTimeout(() => {
		const found = store.getState().collections.get(collection);
		if (found) void store.dispatch(loadUnpublishedEntry(found, slug));
	});
}
