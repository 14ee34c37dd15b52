/**
 * Going from change to change, and showing a comparison side by side. The text stands in the page once; the two sides
 * are made of it, each without the words of the other, row by row so that like stands beside like.
 */
import { fill } from '../words/index.ts';

type Settings = Record<'at' | 'before' | 'after', string>;

for (const box of document.querySelectorAll<HTMLElement>('[data-comparison]')) open(box);

function open(box: HTMLElement): void {
	const find = <T extends HTMLElement>(selector: string) => box.querySelector(selector) as T;
	const words = JSON.parse(box.dataset.comparison ?? '{}') as Settings;
	const tools = find('[data-tools]');
	const text = find('[data-compared]');
	const status = find('[data-at]');
	/** The change one has gone to; 0 before the first. */
	let number = 0;
	let count = 0;

	const go = (step: 1 | -1) => {
		number += step;
		if (number > count) number = 1;
		if (number < 1) number = count;
		const shown = box.querySelector('.sides') ?? text;
		const target = shown.querySelector<HTMLElement>(`[data-change="${number}"]`);
		if (!target) return;
		status.textContent = fill(words.at, { number, count });
		target.tabIndex = -1;
		target.focus({ preventScroll: true });
		target.scrollIntoView({ block: 'center' });
	};
	find('[data-next]').addEventListener('click', () => go(1));
	find('[data-previous]').addEventListener('click', () => go(-1));
	document.addEventListener('keydown', (event) => {
		const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
		if (!altKey || ctrlKey || metaKey || shiftKey || count === 0) return;
		if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
		event.preventDefault();
		go(key === 'ArrowDown' ? 1 : -1);
	});

	const show = () => {
		const sides = find<HTMLInputElement>('[data-views] input[value=sides]').checked;
		box.querySelector('.sides')?.remove();
		text.hidden = sides;
		if (sides) text.after(sideBySide(text, words));
	};
	find('[data-views]').addEventListener('change', show);

	const begin = () => {
		number = 0;
		count = new Set(
			[...text.querySelectorAll<HTMLElement>('[data-change]')].map(({ dataset }) => dataset.change),
		).size;
		tools.hidden = count === 0;
		status.textContent = '';
		show();
	};
	// The page that compares any two editions puts its text in later.
	new MutationObserver(begin).observe(text, { childList: true });
	begin();
}

/** A table of two columns: each block before and after. */
function sideBySide(text: HTMLElement, { before, after }: Settings): HTMLElement {
	const table = document.createElement('table');
	table.className = 'sides';
	const headings = table.createTHead().insertRow();
	for (const name of [before, after]) {
		const heading = document.createElement('th');
		heading.scope = 'col';
		heading.textContent = name;
		headings.append(heading);
	}
	const rows = table.createTBody();
	// The headings are in the language of the page.
	rows.lang = text.lang;
	rows.dir = text.dir;
	for (const block of text.children) {
		const row = rows.insertRow();
		for (const other of ['ins, .came', 'del, .went']) row.insertCell().append(...withoutOther(block, other));
	}
	return table;
}

/** A block without the words of the other side; nothing when all of it is of the other side. */
function withoutOther(block: Element, other: string): Element[] {
	if (block.matches(other)) return [];
	const copy = block.cloneNode(true) as Element;
	for (const each of copy.querySelectorAll(other)) each.remove();
	return [copy];
}
