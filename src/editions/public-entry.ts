/** What the register of the public says of an edition: nothing that only staff are told. */
import type { EditionFacts, LanguageViews } from './edition.ts';

/** The facts of an edition for the public: not why it was changed, who signed it or who must act. */
export function publicFacts(facts: EditionFacts, views: LanguageViews): EditionFacts {
	const { code, type, id, number, title, published, inForceFrom, causes, review } = facts;
	// Only what the page itself names.
	const named = new Set(views.en?.facts.map(({ type, id }) => `${type} ${id}`));
	const shown = causes?.filter(({ target, id }) => named.has(`${target} ${id}`));
	return {
		code,
		type,
		id,
		number,
		title,
		published,
		inForceFrom,
		changeNote: { kind: 'minor', what: '', why: '' },
		...(shown && shown.length > 0 && { causes: shown }),
		signOffs: [],
		...(review && { review: { on: review.on, by: '', outcome: '', next: '' } }),
	};
}
