/** What is new: the changes of every document, by the month they apply from. */
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { sections } from '../sections.ts';
import { type Change, changes } from './changes.ts';
import { type Frame, frameOf } from './frame.ts';

export interface WhatsNewPage {
	frame: Frame;
	/** A month is `2026-11`. */
	months: { month: string; changes: Change[] }[];
	toDo: Change[];
}

export function whatsNewPage(input: SiteInput): PageInput[] {
	const { title, path } = sections['whats-new'];
	const all = changes(input);
	const months = [...new Set(all.map(({ from }) => from.slice(0, 7)))].map((month) => ({
		month,
		changes: all
			.filter(({ from }) => from.startsWith(month))
			.sort((a, b) => Number(b.major) - Number(a.major)),
	}));
	const data: WhatsNewPage = {
		frame: frameOf(input, { path, title, section: 'whats-new' }),
		months,
		toDo: all.filter(({ actBy }) => actBy !== undefined && actBy >= input.today),
	};
	return [{ path, data }];
}
