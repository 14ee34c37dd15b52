/** Which field of the form is where: the path of each field on the screen, and the field that an issue belongs to. */
import type Widget from 'decap-cms-core/dist/esm/components/Editor/EditorControlPane/Widget';
import type { FormPath } from '../../../src/cms/draft-issue.ts';

const widgets = new Map<string, Widget>();

export function entered(widget: Widget): void {
	widgets.set(widget.props.uniqueFieldId, widget);
}

export function left(widget: Widget): void {
	widgets.delete(widget.props.uniqueFieldId);
}

/** The language of the form that a field stands in. */
export function languageOf({ props: { locale } }: Widget): string {
	return locale ?? 'en';
}

/** The path of a field. Items of a list are found by the ids that the list gives them. */
export function pathOf(widget: Widget): FormPath {
	const { parentIds, field } = widget.props;
	const path: (string | number)[] = [];
	let around: Widget | undefined;
	let inSingle = false;
	for (const id of parentIds) {
		if (id === undefined) continue;
		const parent = widgets.get(id);
		if (parent) {
			path.push(String(parent.props.field.get('name')));
			inSingle = parent.props.field.get('field') !== undefined;
			around = parent;
		} else {
			const keys = [...(around?.innerWrappedControl?.state?.keys ?? [])];
			path.push(keys.indexOf(id));
		}
	}
	// The one field of a plain list stands for the item itself.
	return inSingle ? path : [...path, String(field.get('name'))];
}

/** The field on the screen whose path leads furthest towards an issue. */
export function nearestWidget(path: FormPath, language: string): Widget | undefined {
	let best: { widget: Widget; length: number } | undefined;
	for (const widget of widgets.values()) {
		if (languageOf(widget) !== language) continue;
		const own = pathOf(widget);
		if (!leadsTo(own, path) || own.length < (best?.length ?? 1)) continue;
		best = { widget, length: own.length };
	}
	return best?.widget;
}

/** Whether one path is the beginning of another, or the same. */
export function leadsTo(path: FormPath, end: FormPath): boolean {
	return path.length <= end.length && path.every((key, index) => key === end[index]);
}
