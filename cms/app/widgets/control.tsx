/** What Decap hands to a widget of ours, as far as we look at it, and what we hand down. */
import type { Map as ImmutableMap, List } from 'immutable';
import { type ReactNode, type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { BodyType } from '../../../src/markup/index.ts';
import { collections } from '../../../src/model/collection.ts';
import { type Language, languages } from '../../../src/model/language.ts';
import { type Surroundings, SurroundingsProvider } from './surroundings.ts';

export interface ControlProps<Value> {
	value: Value | undefined;
	onChange(value: Value): void;
	forID: string;
	field: ImmutableMap<string, unknown>;
	collection: ImmutableMap<string, unknown>;
	getEntry(): ImmutableMap<string, unknown> | undefined;
	locale?: string;
	setActiveStyle(): void;
	setInactiveStyle(): void;
	ref?: Ref<ControlHandle>;
}

/** What Decap asks of a widget, by its `ref`. */
export interface ControlHandle {
	/** A draft saves with anything; what is wrong with it stands beside it. */
	isValid(): true;
	/** Go to a part of the field: `['blocks', 3, 'title']`. */
	focus(path?: readonly (string | number)[]): void;
}

export function useControl({ collection, getEntry, locale, forID, ref }: ControlProps<never>) {
	const root = useRef<HTMLDivElement>(null);
	const [said, setSaid] = useState('');
	const type = typeOfFolder(String(collection.get('name')));
	const language = languages.find((each) => each === locale) ?? 'en';
	const surroundings = useMemo(
		(): Surroundings => ({
			type,
			language,
			placeholders: () => {
				const list = getEntry()?.getIn(['data', 'placeholders']) as List<unknown> | undefined;
				return ((list?.toJS?.() ?? []) as ReturnType<Surroundings['placeholders']>).filter(
					({ name }) => name,
				);
			},
			announce: setSaid,
		}),
		[type, language, getEntry],
	);
	useImperativeHandle(ref, () => ({
		isValid: () => true,
		focus: (path = []) => focusOn(root.current, path.join('.')),
	}));
	const frame = (children: ReactNode) => (
		<SurroundingsProvider value={surroundings}>
			<div ref={root} id={forID} className="blocks" tabIndex={-1}>
				{children}
				<p role="status" className="blocks-hidden">
					{said}
				</p>
			</div>
		</SurroundingsProvider>
	);
	return { type, language: language as Language, frame, announce: setSaid };
}

function typeOfFolder(folder: string): BodyType {
	const found = Object.entries(collections).find(
		([, collection]) => collection.hasBody && collection.folder === folder,
	);
	return (found?.[0] ?? 'guidance') as BodyType;
}

/** Unfold what the path leads through, then put the focus on its end. */
function focusOn(root: HTMLElement | null, path: string): void {
	if (!root) return;
	const end = root.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
	if (end) {
		end.focus();
		end.scrollIntoView({ block: 'center' });
		return;
	}
	const cards = [...root.querySelectorAll<HTMLElement>('[data-block]')].filter(
		({ dataset }) => path === dataset.block || path.startsWith(`${dataset.block}.`),
	);
	const card = cards.at(-1);
	const fold = card?.querySelector<HTMLElement>('[data-act="fold"]');
	if (!fold) {
		root.scrollIntoView({ block: 'start' });
		root.focus({ preventScroll: true });
		return;
	}
	fold.scrollIntoView({ block: 'center' });
	fold.focus();
	if (fold.getAttribute('aria-expanded') === 'true') return;
	fold.click();
	requestAnimationFrame(() => focusOn(root, path));
}
