/** Two frozen texts, compared and made ready to be shown: when a site is built, and in a browser. */
import {
	compare,
	contentTree,
	type DocumentView,
	type Matter,
	whatMatters,
} from '../../../editions/index.ts';
import type { Words } from '../words/index.ts';
import { type ShownComparison, showComparison } from './comparison-elements.ts';

export interface ComparedViews extends ShownComparison {
	matters: Matter[];
}

export function comparedViews(
	old: DocumentView,
	next: DocumentView,
	words: Words['comparison'],
): ComparedViews {
	const comparison = compare(contentTree(old), contentTree(next));
	return { matters: whatMatters(old, next, comparison), ...showComparison(comparison, words) };
}
