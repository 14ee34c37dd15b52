/** The text of a draft as a site renders it: the same code, facts and addresses. */
import { type ParsedBody, parseBody, type Rendered, renderBody } from '../../../src/markup/index.ts';
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
	const bodies = new Map<string, ParsedBody>();
	const bodyOf = (file: string): ParsedBody | undefined => {
		const known = bodies.get(file);
		if (known) return known;
		const entry = view.catalogue.entry(file);
		const body = entry && bodyOfEntry(entry);
		if (body) bodies.set(file, inCase(body, answers));
		return bodies.get(file);
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
			const body = entry && bodyOf(entry.file);
			if (!entry || !body) return undefined;
			const { html } = renderBody(body, facts, {
				...options,
				language: entry.language,
				type: 'passage',
				id: passage,
			});
			return { html, language: entry.language };
		},
	};
}

/** Passages and standards come with their text; each is read once. */
function bodyOfEntry({ body, file, type, language }: Entry): ParsedBody | undefined {
	if (!body) return undefined;
	const known = parsedBodies.get(body);
	const parsed = known ?? parseBody(body, { file, type, language });
	parsedBodies.set(body, parsed);
	return parsed;
}
const parsedBodies = new WeakMap<object, ParsedBody>();
