/**
 * The page of results. The search engine is fetched when the first word is typed or arrives from the box of
 * another page, and asked on this device: no word of the reader leaves it, nor stands in the address or in any
 * storage. Everything is shown as text; nothing found is ever taken for HTML.
 */
import type { Language } from '../../model/language.ts';
import { type Answer, ask, type Engine, understand } from '../../search/index.ts';
import { loadEditionsEngine, loadEngine, sawFailure } from './search-engine.ts';
import { type FilterLabel, openFilters } from './search-filters.ts';
import { showResult } from './search-result.ts';
import { fill } from './words/index.ts';

export interface Settings {
	language: Language;
	words: Record<
		| 'working'
		| 'one'
		| 'many'
		| 'some'
		| 'exact'
		| 'withdrawn'
		| 'parts'
		| 'tried'
		| 'narrowed'
		| 'failed'
		| 'none',
		string
	>;
	/** What results can be narrowed by; nothing on the public site. */
	filters: FilterLabel[];
	/** The stages of a case in their order. */
	stages: string[];
	/** Search indexes of the past, the latest first. */
	pastIndexes: string[];
}

/** Results shown at once. */
const STEP = 10;
/** How long to wait for the next letter. */
const PAUSE = 250;

const root = document.querySelector<HTMLElement>('[data-search-page]');
if (root) start(root, JSON.parse(root.dataset.searchPage ?? '') as Settings);

function start(root: HTMLElement, { language, words, filters: labels, stages, pastIndexes }: Settings): void {
	const find = <T extends HTMLElement>(selector: string) => root.querySelector(selector) as T;
	const form = find<HTMLFormElement>('form');
	const input = find<HTMLInputElement>('input[type=search]');
	const status = find('.search-status');
	const list = find('.search-results');
	const more = find<HTMLButtonElement>('[data-more]');
	const why = find('[data-why]');
	const help = find('[data-help]');
	const urgent = root.querySelector<HTMLElement>('[data-urgent]');
	const after = root.querySelector<HTMLElement>('[data-after]');
	const narrow = root.querySelector<HTMLDetailsElement>('.search-narrow');
	const filters = narrow && openFilters(narrow, labels, stages, () => void search());
	const editions = root.querySelector<HTMLInputElement>('[data-editions]');
	let engine: Promise<Engine> | undefined;
	let turn = 0;
	let pause: ReturnType<typeof setTimeout> | undefined;
	let left: Answer['results'] = [];

	document.querySelector('[data-search-fallback]')?.remove();
	root.hidden = false;

	async function search(): Promise<void> {
		clearTimeout(pause);
		const mine = ++turn;
		const typed = input.value.trim();
		if (typed === '') return clear();
		// Before the engine is fetched, which may take long or fail.
		if (urgent) urge(urgent, understand(typed, language).distress === true);
		if (!engine) say(words.working);
		try {
			engine ??= editions?.checked ? loadEditionsEngine(pastIndexes) : loadEngine();
			const answer = await ask(await engine, {
				words: typed,
				language,
				...(editions?.checked ? {} : filters?.chosen()),
			});
			if (sawFailure()) throw new Error('The index could not be read');
			if (mine === turn) await show(typed, answer);
		} catch (error) {
			console.warn(error);
			engine = undefined;
			sawFailure();
			if (mine === turn) showHelp(words.failed, '', false);
		}
	}

	async function show(typed: string, { understood, some, results, counts }: Answer): Promise<void> {
		const mine = turn;
		const items = await shown(results.slice(0, STEP));
		if (mine !== turn) return;
		for (const before of root.querySelectorAll<HTMLElement>('[data-before]')) before.hidden = true;
		if (!editions?.checked) filters?.show(counts);
		else if (narrow) narrow.hidden = true;
		list.replaceChildren(...items);
		left = results.slice(STEP);
		more.hidden = left.length === 0;
		for (const each of [why, help]) each.hidden = true;
		if (after) after.hidden = results.length === 0;
		if (results.length > 0) {
			const counted = some ? words.some : results.length === 1 ? words.one : words.many;
			say(fill(counted, { count: results.length, words: typed }));
			return;
		}
		const tried = fill(words.tried, { tried: understood.tried.map((each) => `“${each}”`).join(', ') });
		showHelp(words.none, filters?.isNarrowed() ? `${tried} ${words.narrowed}` : tried, true);
	}

	/** Whom to call goes before everything for words of despair; for others, why there is nothing goes before it. */
	function urge(urgent: HTMLElement, distress: boolean): void {
		urgent.hidden = !distress;
		urgent.parentElement?.[distress ? 'after' : 'before'](why);
	}

	function shown(results: Answer['results']): Promise<HTMLElement[]> {
		return Promise.all(results.map(async ({ load }) => showResult(await load(), language, words)));
	}

	/** When there is nothing to show: why, and where to go. */
	function showHelp(title: string, text: string, found: boolean): void {
		const [heading, paragraph] = [why.querySelector('h2'), why.querySelector('p')];
		if (heading) heading.textContent = title;
		if (paragraph) {
			paragraph.textContent = text;
			paragraph.hidden = text === '';
		}
		for (const hint of help.querySelectorAll<HTMLElement>('[data-fewer]')) hint.hidden = !found;
		list.replaceChildren();
		more.hidden = true;
		if (after) after.hidden = true;
		if (urgent) urgent.hidden = false;
		for (const each of [why, help]) each.hidden = false;
		if (narrow && !filters?.isNarrowed()) narrow.hidden = true;
		say([title.replace(/\.$/, ''), text].filter((each) => each !== '').join('. '), true);
	}

	/** Read out by screen readers, and shown unless the page shows the same in another way. */
	function say(text: string, unseen = false): void {
		status.textContent = text;
		status.classList.toggle('visually-hidden', unseen);
	}

	function clear(): void {
		turn++;
		clearTimeout(pause);
		form.reset();
		filters?.reset();
		list.replaceChildren();
		say('');
		for (const each of [more, why, help, narrow, urgent, after]) if (each) each.hidden = true;
		for (const before of root.querySelectorAll<HTMLElement>('[data-before]')) before.hidden = false;
	}

	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void search();
	});
	editions?.addEventListener('change', () => {
		engine = undefined;
		void search();
	});
	input.addEventListener('input', () => {
		clearTimeout(pause);
		pause = setTimeout(() => void search(), PAUSE);
	});
	more.addEventListener('click', async () => {
		const mine = turn;
		try {
			const items = await shown(left.slice(0, STEP));
			if (mine !== turn) return;
			left = left.slice(STEP);
			list.append(...items);
			more.hidden = left.length === 0;
			items[0]?.querySelector('a')?.focus();
		} catch (error) {
			console.warn(error);
			if (mine === turn) say(words.failed);
		}
	});
	root.querySelector<HTMLElement>('[data-other]')?.addEventListener('click', ({ currentTarget }) => {
		window.name = `search:${input.value.trim()}`;
		location.assign((currentTarget as HTMLElement).dataset.other ?? '');
	});

	root.addEventListener('keydown', (event) => {
		if (event.key === 'Escape') {
			clear();
			input.focus();
		} else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			const stops: HTMLElement[] = [input, ...list.querySelectorAll('a'), ...(more.hidden ? [] : [more])];
			const at = stops.indexOf(event.target as HTMLElement);
			if (at < 0) return;
			event.preventDefault();
			stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
		}
	});
	// Before the box of the header, if the page has one, can take it.
	document.addEventListener(
		'keydown',
		(event) => {
			const { key, target, ctrlKey, metaKey, altKey } = event;
			if (key !== '/' || ctrlKey || metaKey || altKey) return;
			if (
				target instanceof HTMLElement &&
				(target.isContentEditable ||
					target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))
			)
				return;
			event.preventDefault();
			input.focus();
			input.select();
		},
		true,
	);

	// Words from the box of another page come in the name of the tab, and are gone from it before anything else is done.
	const handed = window.name;
	window.name = '';
	if (handed.startsWith('search:')) {
		input.value = handed.slice('search:'.length);
		input.focus({ preventScroll: true });
		void search();
	}
}
