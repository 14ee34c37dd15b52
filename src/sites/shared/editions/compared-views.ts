/** Two frozen texts, compared and made ready to be shown: when a site is built, and in a browser. */
import {
	type ContentTree,
	compare,
	contentTree,
	type DocumentView,
	whatMatters,
} from '../../../editions/index.ts';
import type { Language } from '../../../model/languages.ts';
import type { Words } from '../words/index.ts';
import { type ShownComparison, showComparison } from './comparison-elements.ts';
import { type MatterInWords, matterInWords, type Names } from './matter-words.ts';

export interface ComparedViews extends Omit<ShownComparison, 'quoted'> {
	/** What matters in it, to be said before the text. */
	matters: MatterInWords[];
}

/** `wordsIn` is the language of our own words, `names` what things that a document may apply to are called. */
export function comparedViews(
	old: DocumentView,
	next: DocumentView,
	words: Pick<Words, 'comparison' | 'matters'>,
	wordsIn: Language,
	names: Names,
): ComparedViews {
	const [before, after] = [old, next].map((view) => contentTree(view, { languages: true })) as [
		ContentTree,
		ContentTree,
	];
	const comparison = compare(before, after);
	const { quoted, ...shown } = showComparison(comparison, words.comparison, {
		text: next.language,
		words: wordsIn,
	});
	const matters = whatMatters(old, next, comparison);
	return { matters: matters.map((matter) => matterInWords(matter, words, names, quoted)), ...shown };
}
