/** The text of a draft as a site renders it: the same code, facts and addresses. */
import {
	bodyOfEntry,
	type ParsedBody,
	parseBody,
	type Rendered,
	renderBody,
} from '../../../src/markup/index.ts';
import type { Audience } from '../../../src/model/audience.ts';
import type { Catalogue } from '../../../src/model/catalogue.ts';
import { dayOf } from '../../../src/model/document.ts';
import type { Entry } from '../../../src/model/entry.ts';
import { addressIn, visibleCatalogue } from '../../../src/release/visible.ts';
import { type Answers, inCase, type Question, questionsOf } from './cases.ts';
import { type DraftView, placeholdersIn, words } from './draft-view.ts';

export interface DraftRenderer {
	/** Render a body as the draft’s own. */
	render(body: ParsedBody): Rendered;
	/** Render Markdown of ours, for example a sentence with a fact in it. */
	sample(source: string): Rendered;
	/** What the draft’s text depends on. */
	questions(): Question[];
	/** A passage of the site. */
	passage(id: string): { html: string; language: Entry['language'] } | undefined;
	/** Everything the site may see. */
	facts: Catalogue;
}

/** A renderer for one site at a moment, with the editor’s answers to what the text depends on. */
export function draftRenderer(view: DraftView, site: Audience, at: string, answers: Answers): DraftRenderer {
	const { type, id, language, shared, parsed } = view;
	const facts = visibleCatalogue(view, site, at);
	const bodies = new Map<Entry, ParsedBody>();
	const bodyOf = (entry: Entry): ParsedBody => {
		const body = bodies.get(entry) ?? inCase(bodyOfEntry(entry), answers);
		bodies.set(entry, body);
		return body;
	};
	const code = words(shared, 'code');
	const options = {
		site,
		language,
		id,
		on: dayOf(at),
		...(code && { code }),
		href: (target: Parameters<typeof addressIn>[2], to: string) =>
			addressIn(facts, site, target, to, language),
		bodyOf,
	};
	return {
		facts,
		render: (body) =>
			renderBody(inCase(body, answers), facts, {
				...options,
				type,
				...(type === 'letter' && { placeholders: placeholdersIn(view) }),
			}),
		sample: (source) =>
			renderBody(parseBody({ source, firstLine: 1 }, { file: '', type: 'guidance', language }), facts, {
				...options,
				type: 'guidance',
			}),
		questions: () =>
			parsed
				? questionsOf(parsed, (passage) => {
						const entry =
							view.catalogue.get('passage', passage, language) ?? view.catalogue.get('passage', passage);
						return entry && bodyOfEntry(entry);
					})
				: [],
		passage: (passage) => {
			const entry = facts.get('passage', passage, language) ?? facts.get('passage', passage);
			if (!entry) return undefined;
			const { html } = renderBody(bodyOf(entry), facts, {
				...options,
				language: entry.language,
				type: 'passage',
				id: passage,
			});
			return { html, language: entry.language };
		},
	};
}
