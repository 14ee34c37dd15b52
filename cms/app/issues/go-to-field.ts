/** Taking the editor to the field or block of an issue: the right language, everything folded around it open. */
import type ControlPane from 'decap-cms-core/dist/esm/components/Editor/EditorControlPane/EditorControlPane';
import type Widget from 'decap-cms-core/dist/esm/components/Editor/EditorControlPane/Widget';
import type { DraftIssue } from '../../../src/cms/draft-issue.ts';
import { languageOfFile } from './draft-files.ts';
import { nearestWidget, pathOf } from './widget-places.ts';

/** The panes of the form, the first first. */
export const panes: ControlPane[] = [];

const FOCUSABLE = 'input, textarea, select, button, [contenteditable="true"], [tabindex]';

export async function goToField({ file, path }: Pick<DraftIssue, 'file' | 'path'>): Promise<void> {
	// A dialog over the form would keep the focus.
	document.querySelector('dialog[open]')?.dispatchEvent(new Event('cancel', { cancelable: true }));
	await drawn();
	const language = languageOfFile(file);
	const [pane] = panes;
	const shown = panes.some(
		({ state, props }) => (state?.selectedLocale ?? props.locale ?? 'en') === language,
	);
	if (pane && !shown) {
		pane.handleLocaleChange(language);
	}
	const [first, ...rest] = path;
	const top = first === undefined ? undefined : await onceShown([first], language);
	if (!top) {
		document.querySelector<HTMLElement>('[data-issues-summary]')?.focus();
		return;
	}
	if (first === 'blocks' || first === 'body') {
		top.innerWrappedControl?.focus?.(path);
		return;
	}
	// Decap unfolds what is around.
	top.focus(rest.join('.'));
	await drawn();
	const widget = nearestWidget(path, language) ?? top;
	const field = controlOf(widget.props.uniqueFieldId);
	field?.scrollIntoView({ block: 'center' });
	field?.focus({ preventScroll: true });
	field?.setAttribute('data-led-to', pathOf(widget).join('.'));
}

/** Past the other fields, to the text that the form shows. */
export function goToText(): void {
	const [pane] = panes;
	const language = pane?.state?.selectedLocale ?? pane?.props.locale ?? 'en';
	for (const name of ['blocks', 'body'])
		nearestWidget([name], language)?.innerWrappedControl?.focus?.([name]);
}

/** What can hold the focus in a field. */
function controlOf(id: string): HTMLElement | undefined {
	const named = document.getElementById(id);
	if (named?.matches(FOCUSABLE)) return named;
	const around =
		named ?? document.querySelector(`label[for="${CSS.escape(id)}"]`)?.parentElement?.parentElement;
	return around?.querySelector<HTMLElement>(FOCUSABLE) ?? undefined;
}

/** A field, as soon as the form shows it; a form in another language takes a moment. */
async function onceShown(path: readonly (string | number)[], language: string): Promise<Widget | undefined> {
	for (let tries = 0; tries < 200; tries++) {
		const found = nearestWidget(path, language);
		if (found) return found;
		await drawn();
	}
	return undefined;
}

/** After the form was drawn again, and once more for what that unfolds. */
function drawn(): Promise<void> {
	return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}
