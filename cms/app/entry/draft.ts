/** The draft of the entry that is open: its stage, its history, and what may be done with it. */
import { loadUnpublishedEntry } from 'decap-cms-core/dist/esm/actions/editorialWorkflow';
import { store } from 'decap-cms-core/dist/esm/redux';
import { history } from 'decap-cms-core/dist/esm/routing/history';
import { useCallback, useEffect, useState } from 'react';
import type { DraftAnswer } from '../../../src/cms/answers.ts';
import type { DraftName } from '../../../src/cms/protocol.ts';
import { onSaved } from '../backend/saved.ts';
import { onReleaseEvent } from '../publishing/releases.ts';
import { get, Refusal } from '../session/request.ts';

/** The entry that the address names; undefined for one that was never saved. */
export function openEntry(): DraftName | undefined {
	const [, collection, slug] =
		/^\/collections\/([^/]+)\/entries\/([^/?]+)/.exec(history.location.pathname) ?? [];
	return collection && slug ? { collection, slug } : undefined;
}

export interface OpenDraft {
	name: DraftName | undefined;
	/** Undefined while it is asked for; `none` when there is only what is published. */
	draft: DraftAnswer | 'none' | undefined;
	/** Ask the server again. */
	refresh(): Promise<void>;
	/** Ask again and show in the form what the server has. */
	reload(): Promise<void>;
}

export function useDraft(): OpenDraft {
	const [name, setName] = useState(openEntry);
	const [draft, setDraft] = useState<DraftAnswer | 'none'>();
	const key = name && `${name.collection}/${name.slug}`;

	// biome-ignore lint/correctness/useExhaustiveDependencies: the key says it all.
	const refresh = useCallback(async () => {
		setDraft(name ? await draftOf(name) : 'none');
	}, [key]);
	useEffect(() => {
		void refresh();
		const follow = history.listen(() => setName(openEntry()));
		const ends = [onSaved(() => void refresh()), onReleaseEvent(() => void refresh())];
		return () => {
			follow();
			for (const end of ends) end();
		};
	}, [refresh]);
	const reload = async () => {
		await refresh();
		const collection = name && store.getState().collections.get(name.collection);
		if (collection) await store.dispatch(loadUnpublishedEntry(collection, name.slug));
	};
	return { name, draft, refresh, reload };
}

async function draftOf({ collection, slug }: DraftName): Promise<DraftAnswer | 'none'> {
	try {
		return await get<DraftAnswer>(`/api/draft?${new URLSearchParams({ collection, slug })}`);
	} catch (error) {
		if (error instanceof Refusal && error.answer.code === 'not-found') return 'none';
		throw error;
	}
}
