/** Two frozen texts, compared and made ready to be shown: when a site is built, and in a browser. */
import {
	type ContentTree,
	compare,
	contentTree,
	type DocumentView,
	type Matter,
	whatMatters,
} from '../../../editions/index.ts';
import type { Language } from '../../../model/languages.ts';
import type { Words } from '../words/index.ts';
import { type ShownComparison, showComparison } from './comparison-elements.ts';

export interface ComparedViews extends ShownComparison {
	matters: Matter[];
}

/** `wordsIn` is the language of our own words. */
export function comparedViews(
	old: DocumentView,
	next: DocumentView,
	words: Words['comparison'],
	wordsIn: Language,
): ComparedViews {
	const [before, after] = [old, next].map((view) => contentTree(view, { languages: true })) as [
		ContentTree,
		ContentTree,
	];
	const comparison = compare(before, after);
	const shown = showComparison(comparison, words, { text: next.language, words: wordsIn });
	return { matters: whatMatters(old, next, comparison), ...shown };
}
