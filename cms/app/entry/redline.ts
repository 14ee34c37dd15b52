/** What a draft changes for its readers: the rendered text before and after, compared as editions are. */

import type { OpenData } from '../../../src/cms/catalogue-data.ts';
import type { DraftFile } from '../../../src/cms/draft-issue.ts';
import { readDraft } from '../../../src/cms/read-draft.ts';
import type { DocumentView } from '../../../src/editions/index.ts';
import { collections, isDocumentType } from '../../../src/model/collection.ts';
import { type ComparedViews, comparedViews } from '../../../src/sites/shared/editions/compared-views.ts';
import { wordsFor } from '../../../src/sites/shared/words/index.ts';
import { draftView, group, placeholdersIn, texts, words } from '../preview/draft-view.ts';
import { draftRenderer } from '../preview/render-draft.ts';

/**
 * Compare two states of one file. `before` and `after` are the files of the document in that state; nothing where the
 * file is not a document or cannot be read.
 */
export function redline(
	file: string,
	before: readonly DraftFile[],
	after: readonly DraftFile[],
	published: OpenData,
	at: string,
): ComparedViews | undefined {
	const is = viewOf(file, after, published, at);
	// What is new is shown as it is, with nothing marked.
	const was = viewOf(file, before, published, at) ?? is;
	if (!was || !is) return undefined;
	return comparedViews(was, is, wordsFor('en'), 'en', {});
}

/** A file as its readers see it, as far as a comparison looks. */
function viewOf(
	file: string,
	files: readonly DraftFile[],
	published: OpenData,
	at: string,
): DocumentView | undefined {
	const view = draftView(readDraft(files, published), file);
	if (!view?.parsed || !isDocumentType(view.type)) return undefined;
	const { type, id, language, shared, own, parsed } = view;
	const site = collections[type].audience === 'public' ? 'public' : 'staff';
	const { html, clauses } = draftRenderer(view, site, at, {}).render(parsed);
	return {
		type,
		id,
		code: words(shared, 'code'),
		language,
		path: '',
		title: words(own, 'title'),
		summary: words(own, 'summary'),
		html,
		headings: [],
		clauses,
		sections: [],
		topics: [],
		stages: [],
		rights: [],
		appliesTo: group(shared.appliesTo),
		owner: '',
		related: [],
		facts: [],
		...(type === 'letter' && {
			letter: {
				decisionType: words(shared, 'decisionType') as never,
				channels: texts(shared, 'channels') as never,
				placeholders: placeholdersIn(view),
				mustSay: texts(shared, 'mustSay') as never,
			},
		}),
		...(type === 'victim-page' && {
			victimPage: {
				helpsWith: texts(own, 'helpsWith'),
				sensitive: shared.sensitive === true,
				...(words(own, 'tabTitle') && { tabTitle: words(own, 'tabTitle') }),
			} as never,
		}),
	};
}
