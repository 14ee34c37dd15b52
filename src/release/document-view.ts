/** What an edition freezes of a document: its words and what is shown around them, without how it stands today. */
import type { DocumentView, Mention } from '../editions/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { DocumentType } from '../model/collection.ts';
import type { Entry } from '../model/entry.ts';
import { compare } from '../model/issue.ts';
import type { DocumentInput } from './site-input.ts';

/** The part of a document that an edition freezes. */
export function viewOf(document: DocumentInput): DocumentView {
	const {
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
	return view;
}

/** Everything a document mentions in any language, itself or through passages; each once. */
export function mentionsOf(catalogue: Catalogue, english: Entry<DocumentType>): Mention[] {
	const found = new Map<string, Mention>();
	const follow = (entry: Entry): void => {
		for (const each of [entry, ...catalogue.translations(entry)]) {
			for (const { target, id } of catalogue.references(each.file)) {
				const key = `${target} ${id}`;
				// Nothing leads from people to documents, and signing is no change of one.
				if (target === 'person' || found.has(key)) continue;
				found.set(key, { target, id });
				const passage = target === 'passage' ? catalogue.get('passage', id) : undefined;
				if (passage) follow(passage);
			}
		}
	};
	follow(english);
	return [...found.entries()].sort(([a], [b]) => compare(a, b)).map(([, mention]) => mention);
}
