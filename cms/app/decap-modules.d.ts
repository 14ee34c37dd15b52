/** The parts of Decap that come without types, as far as they are used here. */

declare module 'decap-cms-locales' {
	export const en: Record<string, unknown>;
}

declare module 'decap-cms-widget-*' {
	import type { ComponentClass } from 'react';

	const widget: { Widget(): never; controlComponent: ComponentClass<never> };
	export default widget;
}

declare module 'decap-cms-lib-util' {
	/** Thrown when an entry has no draft: Decap then opens what is published. */
	export class EditorialWorkflowError extends Error {
		constructor(message: string, notUnderEditorialWorkflow: boolean);
	}
}

declare module 'decap-cms-backend-proxy' {
	export interface DataFile {
		path: string;
		slug: string;
		raw: string;
		newPath?: string;
		baseId?: string;
	}
	export interface PersistOptions {
		collectionName: string;
		newEntry?: boolean;
		commitMessage: string;
	}
	export class ProxyBackend {
		constructor(config: unknown, options?: unknown);
		branch: string;
		request(payload: { action: string; params: Record<string, unknown> }): Promise<unknown>;
		authComponent(): unknown;
		restoreUser(): Promise<unknown>;
		authenticate(): Promise<unknown>;
		logout(): unknown;
		status(): Promise<unknown>;
		getEntry(path: string): Promise<{ data: string; file: { path: string; id: string } }>;
		unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string): Promise<string>;
		persistEntry(
			entry: { dataFiles: DataFile[]; assets: unknown[] },
			options: PersistOptions,
		): Promise<unknown>;
		getDeployPreview(): Promise<unknown>;
	}
}

declare module 'decap-cms-core/dist/esm/redux' {
	import type { Map as ImmutableMap } from 'immutable';

	/** Decap’s state, as far as we look at it. */
	interface State {
		collections: ImmutableMap<string, ImmutableMap<string, unknown>>;
		entryDraft: ImmutableMap<string, unknown>;
		config: unknown;
	}
	export const store: {
		dispatch<T>(action: T): T extends (...arguments_: never[]) => infer R ? R : T;
		getState(): State;
		subscribe(listener: () => void): () => void;
	};
}

declare module 'decap-cms-core/dist/esm/components/Editor/Editor' {
	import type { ComponentClass } from 'react';

	export interface EditorProps {
		/** The collection, and the id of the entry that is open; none while it is new. */
		match: { params: { name: string; 0?: string } };
	}
	const Editor: ComponentClass<EditorProps>;
	export default Editor;
}

declare module 'decap-cms-core/dist/esm/routing/history' {
	interface Place {
		pathname: string;
		search: string;
	}
	export const history: {
		location: Place;
		push(path: string): void;
		replace(path: string): void;
		listen(listener: (place: Place) => void): () => void;
	};
}

declare module 'decap-cms-core/dist/esm/actions/editorialWorkflow' {
	type Thunk = (dispatch: never, getState: never) => Promise<void>;
	/** Open a draft in the form; what is published where there is none. */
	export function loadUnpublishedEntry(collection: unknown, slug: string): Thunk;
}

declare module 'decap-cms-core/dist/esm/actions/notifications' {
	export function addNotification(notification: {
		message: string;
		type: 'success' | 'error' | 'info' | 'warning';
		dismissAfter?: number;
	}): object;
}
