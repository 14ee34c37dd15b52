/** The page on which any two editions are compared. */
import type { PageInput } from '../../../release/site-input.ts';
import type { Names } from '../../shared/editions/matter-words.ts';
import { COMPARE_PATH } from '../../shared/editions/past.ts';
import { wordsFor } from '../../shared/words/index.ts';
import type { Past } from './edition.ts';
import { type Frame, frameOf } from './frame.ts';

export interface ComparePage {
	frame: Frame;
	names: Names;
}

export function comparePage({ input, names }: Past): PageInput[] {
	if (input.histories.length === 0) return [];
	const data: ComparePage = {
		frame: frameOf(input, { path: COMPARE_PATH, title: wordsFor('en').compare.title }),
		names,
	};
	return [{ path: COMPARE_PATH, data }];
}
