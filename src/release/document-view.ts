/** What an edition freezes of a document: its words and what is shown around them, without how it stands today. */
import type { DocumentView } from '../editions/index.ts';
import { type Texts, textFrom } from './rendered-body.ts';
import type { DocumentInput } from './site-input.ts';

/** The part of a document that an edition freezes. */
export function viewOf(document: DocumentInput, texts: Texts): DocumentView {
	const {
		text,
		leadsTo,
		state,
		languages,
		review,
		changeNote,
		publishAt,
		withdrawn,
		linksHere,
		edition,
		coming,
		unpublished,
		...view
	} = document;
	return { ...view, ...textFrom(texts(text)) };
}
