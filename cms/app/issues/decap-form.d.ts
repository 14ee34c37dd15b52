/** The parts of Decap’s form that ours stand in the place of, as far as we look at them. */

declare module 'decap-cms-core/dist/esm/components/Editor/EditorControlPane/Widget' {
	import type { Map as ImmutableMap, List } from 'immutable';
	import { Component } from 'react';

	export interface WidgetProps {
		field: ImmutableMap<string, unknown>;
		value: unknown;
		uniqueFieldId: string;
		/** Ids of the widgets and list items around it, outermost first. */
		parentIds: readonly (string | undefined)[];
		locale?: string;
	}
	export default class Widget extends Component<WidgetProps> {
		/** The control itself. A list knows the ids of its items; a body of ours goes to a part by its whole path. */
		innerWrappedControl?: {
			state?: { keys?: readonly string[] | List<string> } | null;
			focus?(path: unknown): void;
		};
		focus(path: string): void;
	}
}

declare module 'decap-cms-core/dist/esm/components/Editor/EditorControlPane/EditorControlPane' {
	import { Component } from 'react';

	export interface ControlPaneProps {
		locale?: string;
		collection: { get(key: string): unknown };
		onLocaleChange?(locale: string): void;
	}
	export default class ControlPane extends Component<ControlPaneProps, { selectedLocale?: string }> {
		handleLocaleChange(locale: string): void;
	}
}

declare module 'decap-cms-core/dist/esm/lib/formatters' {
	/** The id that a new entry gets of what names it. Throws while nothing does. */
	export function slugFormatter(collection: unknown, data: unknown, settings: unknown): string;
}
