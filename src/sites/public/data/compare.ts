/** The page on which any two versions of a page are compared. */
import type { PageInput } from '../../../release/site-input.ts';
import type { Frame } from '../frame.ts';
import type { Past } from './past.ts';
import { type Fragment, frameOf, inBothLanguages } from './site.ts';

export interface Compare {
	frame: Frame;
	/** Which page will be compared is not known before, so that it begins as a sensitive one. */
	emergency?: Fragment;
}

export function comparePages({ input, everyPage }: Past): PageInput[] {
	if (input.histories.length === 0) return [];
	return inBothLanguages((language) => {
		const frame = frameOf(input, 'compare', language);
		const data: Compare = { frame, emergency: everyPage(language).emergency };
		return { path: frame.path, data };
	});
}
