/**
 * Compares two editions in the browser, by the code that compares neighbours when the site is built. What is compared
 * stands in the address; both texts come from this site, and everything is shown as text.
 */
import type { DocumentView } from '../../../editions/index.ts';
import { dayInWords } from '../../../model/day-in-words.ts';
import { dayOf } from '../../../model/day-of.ts';
import type { Language } from '../../../model/language.ts';
import { fill, type Words } from '../words/index.ts';
import type { ComparableDocument } from './files.ts';
import { mattersElement, type Names } from './matter-words.ts';
import { element, nodesOf } from './shown.ts';

export interface Settings {
	language: Language;
	names: Names;
	/** What the addresses of this language begin with, where a page exists in it. */
	prefix: string;
	/** What each language is called, and the direction it is written in. */
	languages: Record<Language, { name: string; direction: 'ltr' | 'rtl' }>;
	words: Pick<Words, 'compare' | 'comparison' | 'matters'>;
}

type Views = Partial<Record<Language, DocumentView>>;
type Edition = ComparableDocument['editions'][number];

const root = document.querySelector<HTMLElement>('[data-compare]');
if (root) start(root, JSON.parse(root.dataset.compare ?? '') as Settings);

function start(root: HTMLElement, { language, names, prefix, languages, words }: Settings): void {
	const find = <T extends HTMLElement>(selector: string) => root.querySelector(selector) as T;
	const [code, from, to] = [
		find<HTMLInputElement>('[data-code]'),
		find<HTMLSelectElement>('[data-from]'),
		find<HTMLSelectElement>('[data-to]'),
	];
	const spoken = find<HTMLSelectElement>('[data-language]');
	const status = find('[data-status]');
	const asked = new URL(document.URL).searchParams;
	root.hidden = false;
	code.value = asked.get('document') ?? '';

	// A comparison has an address of its own: choosing goes there.
	find('form').addEventListener('submit', (event) => {
		event.preventDefault();
		const wanted = new URLSearchParams({ document: code.value.trim().toUpperCase() });
		if (code.value.trim().toUpperCase() === asked.get('document')) {
			wanted.set('from', from.value);
			wanted.set('to', to.value);
			if (spoken.value) wanted.set('language', spoken.value);
		}
		location.assign(`?${wanted}`);
	});
	if (code.value !== '') void answer();

	async function answer(): Promise<void> {
		status.textContent = words.compare.working;
		try {
			const found = await fetchJson<ComparableDocument>(codeAddress(code.value));
			status.textContent = found
				? await compareEditions(found)
				: fill(words.compare.unknown, { code: code.value });
		} catch {
			status.textContent = words.compare.failed;
		}
	}

	/** Show the comparison; the answer is what is wrong, or nothing. */
	async function compareEditions(found: ComparableDocument): Promise<string> {
		const readable = found.editions.filter(({ data }) => data !== undefined);
		const chosen = (name: 'from' | 'to', otherwise: Edition | undefined) =>
			found.editions.find(({ number }) => `${number}` === asked.get(name)) ?? otherwise;
		// The later one is compared with the earlier one, in whichever order they were chosen.
		const [old, next] = [chosen('from', readable.at(-2) ?? readable[0]), chosen('to', readable.at(-1))].sort(
			(one, other) => (one?.number ?? 0) - (other?.number ?? 0),
		);
		offer(from, found.editions, old);
		offer(to, found.editions, next);
		for (const choice of root.querySelectorAll<HTMLElement>('[data-choice]')) choice.hidden = false;
		const missing = [asked.get('from'), asked.get('to')].find(
			(each) => each !== null && !found.editions.some(({ number }) => `${number}` === each),
		);
		if (missing) return fill(words.compare.missing, { code: found.code, number: missing });
		if (!old || !next) return fill(words.compare.unknown, { code: code.value });
		const gone = [old, next].find(({ data }) => data === undefined);
		if (gone) return fill(words.compare.gone, { number: gone.number });
		const shared = old.languages.filter((each) => next.languages.includes(each));
		const inLanguage = shared.find((each) => each === asked.get('language')) ?? shared[0];
		if (!inLanguage) return words.compare.language;
		spoken.replaceChildren(
			...shared.map((each) => new Option(languages[each].name, each, false, each === inLanguage)),
		);
		find('[data-languages]').hidden = shared.length < 2;
		const [before, after, { comparedViews }] = await Promise.all([
			fetchViews(old),
			fetchViews(next),
			import('./compared-views.ts'),
		]);
		const [was, is] = [before[inLanguage], after[inLanguage]];
		if (!was || !is) return words.compare.language;
		const { matters, elements, changes, added, removed } = comparedViews(was, is, words, language, names);
		const spokenIn = { lang: inLanguage, dir: languages[inLanguage].direction };
		const [beforeTitle = '', afterTitle = ''] = fill(words.compare.between, {
			from: old.number,
			to: next.number,
		}).split('{title}');
		find('[data-title]').replaceChildren(
			...nodesOf([`${beforeTitle}${found.code} `, element('bdi', spokenIn, [is.title]), afterTitle]),
		);
		find<HTMLAnchorElement>('[data-history]').href =
			`${next.languages.includes(language) ? prefix : ''}${found.path}history/`;
		find('[data-matters]').replaceChildren(
			...nodesOf([
				matters.length === 0 ? element('p', {}, [words.compare.noMatters]) : mattersElement(matters),
			]),
		);
		find('[data-counts]').textContent =
			changes === 0 ? words.comparison.none : fill(words.comparison.counts, { changes, added, removed });
		const text = find('[data-compared]');
		Object.assign(text, spokenIn);
		text.replaceChildren(...nodesOf(elements));
		find('[data-result]').hidden = false;
		return '';
	}

	function offer(select: HTMLSelectElement, editions: Edition[], chosen: Edition | undefined): void {
		select.replaceChildren(
			...editions.map(({ number, published }) => {
				const day = dayInWords(dayOf(published), language);
				return new Option(
					fill(words.compare.edition, { number, day }),
					`${number}`,
					false,
					number === chosen?.number,
				);
			}),
		);
	}
}

/** The file that tells of a document, or one that is not there for what is no code. */
function codeAddress(code: string): string {
	return `/compare/${encodeURIComponent(code.trim().toUpperCase())}.json`;
}

async function fetchViews({ data = '' }: Edition): Promise<Views> {
	return (await fetchJson<{ views: Views }>(data))?.views ?? {};
}

/** A file of this site; nothing where there is none. */
async function fetchJson<T>(address: string): Promise<T | undefined> {
	const response = await fetch(address);
	if (response.status === 404) return undefined;
	if (!response.ok) throw new Error(`${response.status}`);
	return (await response.json()) as T;
}
