/** A result as it is shown: built from text, never from HTML. */
import type { Language } from '../../model/language.ts';
import type { Piece, Result } from '../../search/index.ts';

type Labels = Record<'exact' | 'withdrawn' | 'parts', string>;

/** The list item of a result. `language` is that of the page it is shown on. */
export function showResult(result: Result, language: Language, labels: Labels): HTMLLIElement {
	const { title, url, code, type, exact, withdrawn, excerpt, parts } = result;
	const item = element('li', { class: withdrawn ? 'search-withdrawn' : '' });
	if (result.language !== language) {
		item.lang = result.language;
		item.dir = 'auto';
	}
	item.append(element('h2', {}, element('a', { href: url }, title)));
	// A reference code means something to those who also read what type of page it is the code of.
	const about = type === undefined ? '' : [code, type].filter((each) => each !== undefined).join(' · ');
	const marks = [exact && labels.exact, withdrawn && labels.withdrawn].filter((each) => each !== false);
	if (about || marks.length > 0)
		item.append(
			element('p', { class: 'search-about' }, ...marks.map((mark) => element('strong', {}, mark)), about),
		);
	item.append(element('p', {}, ...textOf(excerpt)));
	if (parts.length > 0) {
		const list = parts.map((part) =>
			element('li', {}, element('a', { href: part.url }, part.title), ' ', ...textOf(part.excerpt)),
		);
		item.append(element('ul', { 'aria-label': labels.parts }, ...list));
	}
	return item;
}

/** An element with attributes and what is in it. Text stays text. */
export function element<K extends keyof HTMLElementTagNameMap>(
	name: K,
	attributes: Record<string, string>,
	...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) if (value !== '') made.setAttribute(key, value);
	made.append(...children);
	return made;
}

function textOf(pieces: Piece[]): (Node | string)[] {
	return pieces.map(({ text, match }) => (match ? element('mark', {}, text) : text));
}
