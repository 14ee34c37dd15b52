/** What narrows the results: their order, and groups of boxes with counts. */
import type { Answer, Question } from '../../search/index.ts';
import { element } from './search-result.ts';

export interface FilterLabel {
	name: string;
	label: string;
}

export interface FilterPanel {
	/** What is chosen, as part of a question. */
	chosen(): Pick<Question, 'filters' | 'order' | 'count'>;
	/** Whether any box is ticked. */
	isNarrowed(): boolean;
	show(counts: Answer['counts']): void;
	reset(): void;
}

/** Bring the panel to life. `stages` gives the order of stages; other values stand in the order of the alphabet. */
export function openFilters(
	panel: HTMLDetailsElement,
	labels: FilterLabel[],
	stages: string[],
	onChange: () => void,
): FilterPanel {
	const place = panel.querySelector('[data-filters]') as HTMLElement;
	const showAll = panel.querySelector('[data-show-all]') as HTMLButtonElement;
	const groups = labels.map(({ name, label }) => {
		const list = element('div', {});
		const group = element(
			'details',
			{ 'data-filter': name },
			element('summary', {}, label),
			element('fieldset', {}, element('legend', { class: 'visually-hidden' }, label), list),
		);
		return {
			name,
			group,
			list,
			boxes: new Map<string, { label: HTMLElement; box: HTMLInputElement; count: HTMLElement }>(),
		};
	});
	place.append(...groups.map(({ group }) => group));
	const isWide = matchMedia('(min-width: 60em)').matches;
	panel.open = isWide;
	if (groups[0]) groups[0].group.open = isWide;

	const ticked = ({ boxes }: (typeof groups)[number]) =>
		[...boxes].filter(([, { box }]) => box.checked).map(([value]) => value);
	const isNarrowed = () => groups.some((group) => ticked(group).length > 0);
	const untick = () => {
		for (const { boxes } of groups) for (const { box } of boxes.values()) box.checked = false;
	};
	panel.addEventListener('change', onChange);
	showAll.addEventListener('click', () => {
		untick();
		onChange();
		panel.querySelector('summary')?.focus();
	});

	return {
		isNarrowed,
		chosen: () => ({
			filters: Object.fromEntries(groups.map((group) => [group.name, ticked(group)])),
			order: panel.querySelector<HTMLInputElement>('input[value=date]')?.checked ? 'date' : 'relevance',
			count: groups.map(({ name }) => name),
		}),
		show(counts) {
			for (const { name, group, list, boxes } of groups) {
				for (const value of Object.keys(counts[name] ?? {}))
					if (!boxes.has(value)) boxes.set(value, boxFor(value));
				const shown = [...boxes].filter(
					([value, { box }]) => box.checked || (counts[name]?.[value] ?? 0) > 0,
				);
				for (const [value, { count }] of shown) count.textContent = `(${counts[name]?.[value] ?? 0})`;
				const inOrder = shown.sort(
					([a], [b]) =>
						stages.indexOf(a) - stages.indexOf(b) || a.localeCompare(b, undefined, { numeric: true }),
				);
				const wanted = inOrder.map(([, { label }]) => label);
				// Left alone when nothing moved, so that the box somebody has just ticked keeps the focus.
				if (
					wanted.length !== list.childElementCount ||
					wanted.some((each, at) => each !== list.children[at])
				) {
					const focused = document.activeElement;
					list.replaceChildren(...wanted);
					if (focused instanceof HTMLElement && list.contains(focused)) focused.focus();
				}
				group.hidden = wanted.length === 0;
			}
			showAll.hidden = !isNarrowed();
			panel.hidden = false;
		},
		reset() {
			untick();
			const relevance = panel.querySelector<HTMLInputElement>('input[value=relevance]');
			if (relevance) relevance.checked = true;
		},
	};
}

function boxFor(value: string): { label: HTMLElement; box: HTMLInputElement; count: HTMLElement } {
	const box = element('input', { type: 'checkbox' });
	const count = element('span', {});
	return { box, count, label: element('label', {}, box, ` ${value} `, count) };
}
