/**
 * Shows what stood on the chosen day. The day and the question stand in the address, so that the answer can be sent on;
 * words that are searched for stay on the page.
 */
import type { AsAtQuestion } from '../../editions/as-at.ts';
import { dayInWords } from '../../model/day-in-words.ts';
import { itemAsAt } from './as-at-item.ts';
import { inTime, stoodOn } from './as-at-place.ts';
import type { AsAtDocument } from './data/as-at.ts';

/** How long to wait for the next letter. */
const PAUSE = 250;

const box = document.querySelector<HTMLElement>('[data-as-at]');
if (box) void start(box);

async function start(box: HTMLElement): Promise<void> {
	const find = <T extends HTMLElement>(selector: string) => box.querySelector(selector) as T;
	const [form, on, question] = [
		find<HTMLFormElement>('form'),
		find<HTMLInputElement>('[data-on]'),
		find<HTMLSelectElement>('[data-question]'),
	];
	const words = find<HTMLInputElement>('[data-words]');
	const status = find('[data-as-at-status]');
	const list = find('[data-as-at-found]');
	const sections = [...box.querySelectorAll<HTMLElement>('[data-as-at-type]')];
	const { today = '', indexes = '' } = box.dataset;

	const asked = new URL(document.URL).searchParams;
	on.value = asked.get('on') ?? today;
	question.value = asked.get('as') === 'published' ? 'published' : 'in force';
	const day = on.value;
	const as = question.value as AsAtQuestion;
	const moment = `${as === 'published' ? 'published by' : 'in force on'} ${dayInWords(day, 'en')}`;
	const coming = day > today ? ' That day is still to come: later releases may change it.' : '';
	box.hidden = false;

	// Each day has an address of its own: choosing goes there. Words go along in the name of the tab, never in the address.
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		if (words.value.trim() !== '') window.name = `search:${words.value.trim()}`;
		const wanted = new URLSearchParams({
			on: on.value,
			...(question.value === 'published' && { as: 'published' }),
		});
		location.assign(`?${wanted}`);
	});
	if (day === '') {
		const typed = asked.get('on') ?? '';
		status.textContent = `${typed === '' ? '' : `There is no day “${typed}”. `}Choose a day.`;
		return;
	}

	const documents = await fetchDocuments();
	if (!documents) {
		status.textContent =
			'The list of editions could not be loaded. Try again, or open the history of a document: the edition to read is the last one on or before your day.';
		return;
	}
	const stood = stoodOn(documents, day, as);

	const to = asked.get('to');
	const [path = '', place = ''] = to?.split('#') ?? [];
	const wanted = stood.find((each) => each.path === path);
	if (wanted) {
		location.replace(`${inTime(wanted.edition.path, day, as)}${place && `#${place}`}`);
		return;
	}

	let turn = 0;
	let search: typeof import('./as-at-search.ts') | undefined;

	function showAll(): void {
		list.replaceChildren();
		for (const section of sections) {
			const items = stood
				.filter(({ type, gone }) => section.dataset.asAtType === (gone === undefined ? type : 'withdrawn'))
				.map((each) => itemAsAt(each, day, as));
			section.hidden = items.length === 0;
			section.querySelector('ul')?.replaceChildren(...items);
		}
		const standing = stood.filter(({ gone }) => gone === undefined).length;
		const gone = stood.length - standing;
		status.textContent =
			stood.length === 0
				? `Nothing was ${moment}. Choose a later day.`
				: `${counted(standing, 'document')} ${moment}${gone > 0 ? `, ${gone} withdrawn by then` : ''}.${coming}`;
		if (to !== null) status.prepend('That document had no edition then. ');
	}

	async function show(): Promise<void> {
		const mine = ++turn;
		const typed = words.value.trim();
		if (typed === '') {
			showAll();
			return;
		}
		for (const section of sections) section.hidden = true;
		list.replaceChildren();
		status.textContent = 'Searching …';
		try {
			// Only who searches loads what searches.
			search ??= await import('./as-at-search.ts');
			const { items, more } = await search.searchAsAt(typed, stood, { day, as, indexes: indexes.split(' ') });
			if (mine !== turn) return;
			list.replaceChildren(...items);
			const count = `${more ? 'The first ' : ''}${counted(items.length, 'result')}`;
			status.textContent =
				items.length === 0
					? `Nothing ${moment} holds “${typed}”. Try fewer words, or empty the box to see all documents of that day.`
					: `${count} for “${typed}” in what was ${moment}.${more ? ' Use more words to see others.' : ''}${coming}`;
		} catch (error) {
			console.warn(error);
			if (mine === turn)
				status.textContent = 'Search could not be loaded. Empty the box to see all documents of that day.';
		}
	}

	let pause: ReturnType<typeof setTimeout> | undefined;
	words.addEventListener('input', () => {
		clearTimeout(pause);
		pause = setTimeout(() => void show(), PAUSE);
	});
	const handed = window.name;
	window.name = '';
	if (handed.startsWith('search:')) words.value = handed.slice('search:'.length);
	void show();
}

async function fetchDocuments(): Promise<AsAtDocument[] | undefined> {
	try {
		const answer = await fetch('/as-at/editions.json');
		return answer.ok ? ((await answer.json()) as AsAtDocument[]) : undefined;
	} catch {
		return undefined;
	}
}

function counted(count: number, what: string): string {
	return `${count} ${what}${count === 1 ? '' : 's'}`;
}
