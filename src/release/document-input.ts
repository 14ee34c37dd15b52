/**
 * The input of one document: its keys, its rendered body, what it leads to and the facts it shows.
 */

import type { Mention } from '../editions/index.ts';
import type { Rendered } from '../markup/index.ts';
import type { Audience } from '../model/audience.ts';
import { type Catalogue, codeOf } from '../model/catalogue.ts';
import type { DataOf, DocumentType } from '../model/collection.ts';
import { dayOf, documentState, nextReview } from '../model/document.ts';
import type { Entry } from '../model/entry.ts';
import { isVerified } from '../model/evidence.ts';
import { inLanguage, type ReferenceTarget } from '../model/field.ts';
import { compare } from '../model/issue.ts';
import { type Language, languages, type Translation } from '../model/language.ts';
import { addressOf } from './addresses.ts';
import type { DocumentInput, FactInput, LinkInput } from './site-input.ts';

/** All that was rendered of a body but its text. */
export interface RenderedBody extends Pick<Rendered, 'headings' | 'clauses' | 'shown' | 'days' | 'issues'> {
	/** SHA-256 of the JSON of its text. */
	text: string;
	/** The addresses of the site that its text leads to, without fragments. */
	leadsTo: string[];
}

/** One document in one language, as a site is to show it. */
export function documentInput(
	catalogue: Catalogue,
	site: Audience,
	at: string,
	english: Entry<DocumentType>,
	entry: Entry<DocumentType>,
	body: RenderedBody,
): DocumentInput {
	const shared = english.data as DataOf<DocumentType>;
	const own = entry.data as DataOf<DocumentType>;
	const today = dayOf(at);
	const { type, id } = english;
	const { language } = entry;
	const role = (person: string) => catalogue.get('person', person)?.data.role ?? person;
	const next = nextReview(shared.review);
	const path = (each: Language) => addressOf(site, type, id, each) ?? '';
	const input: DocumentInput = {
		type,
		id,
		code: shared.code,
		language,
		path: path(language),
		state: documentState(shared, at),
		title: own.title,
		summary: own.summary,
		text: body.text,
		leadsTo: body.leadsTo,
		headings: body.headings,
		clauses: body.clauses,
		languages: [english, ...catalogue.translations(english)]
			.sort((a, b) => languages.indexOf(a.language) - languages.indexOf(b.language))
			.map((each) => ({ language: each.language, path: path(each.language), title: each.data.title })),
		...(language !== 'en' && {
			translation: (entry.data as unknown as { translation: Translation }).translation,
		}),
		topics: shared.topics.flatMap((topic) => {
			const found = catalogue.get('topic', topic);
			return found ? [{ id: topic, name: inLanguage(found.data.name, language) }] : [];
		}),
		stages: shared.stages,
		rights: shared.rights ?? [],
		appliesTo: shared.appliesTo ?? {},
		owner: role(shared.owner),
		review: {
			lastReviewed: shared.review.lastReviewed,
			by: role(shared.review.by),
			outcome: shared.review.outcome,
			next,
			overdue: next < today,
		},
		changeNote: shared.changeNote,
		...(shared.publishAt !== undefined && { publishAt: shared.publishAt }),
		...(shared.withdrawn && {
			withdrawn: {
				on: shared.withdrawn.on,
				why: shared.withdrawn.why,
				replacedBy: linkTo(catalogue, site, shared.withdrawn.replacedBy, language),
			},
		}),
		related: (shared.related ?? []).flatMap((code) => linkTo(catalogue, site, code, language) ?? []),
		linksHere: site === 'staff' ? linksTo(catalogue, site, 'document', shared.code) : [],
		facts: factsOf(catalogue, language, body.shown),
		...(site === 'staff' && language === 'en' && { mentions: mentionsOf(catalogue, english) }),
	};
	if (type === 'letter') {
		const { decisionType, channels, mustSay } = english.data as DataOf<'letter'>;
		input.letter = {
			decisionType,
			channels,
			mustSay,
			placeholders: placeholdersOf(english as Entry<'letter'>, entry),
		};
	}
	if (type === 'victim-page') {
		const { sensitive, livedExperienceReview, nextStep } = english.data as DataOf<'victim-page'>;
		const { helpsWith, tabTitle } = entry.data as DataOf<'victim-page'>;
		input.victimPage = {
			helpsWith,
			sensitive,
			tabTitle,
			livedExperienceReview,
			nextStep: linkTo(catalogue, site, nextStep, language),
		};
	}
	// What only staff are told of a victim page: who owns it, when it is due, how it was changed, and what is planned.
	if (site === 'public') {
		const { lastReviewed } = input.review;
		return {
			...input,
			...(input.translation && { translation: { state: input.translation.state } }),
			owner: '',
			review: { lastReviewed, by: '', outcome: '', next: '', overdue: false },
			changeNote: { kind: 'minor', what: '', why: '' },
			appliesTo: {},
			publishAt: undefined,
			withdrawn: input.state === 'withdrawn' ? input.withdrawn : undefined,
		};
	}
	return input;
}

/** The placeholders of a letter, with the words of the language where it has them. */
export function placeholdersOf(english: Entry<'letter'>, entry: Entry): DataOf<'letter'>['placeholders'] {
	if (entry.language === 'en') return english.data.placeholders;
	const translated =
		(
			entry.data as unknown as {
				placeholders?: { name: string; label: string; hint?: string; example?: string }[];
			}
		).placeholders ?? [];
	return english.data.placeholders.map((placeholder) => ({
		...placeholder,
		...translated.find(({ name }) => name === placeholder.name),
	}));
}

/** Where a document stands on a site, in the language asked for or in English. */
export function linkTo(
	catalogue: Catalogue,
	site: Audience,
	code: string | undefined,
	language: Language,
): LinkInput | undefined {
	const english = code === undefined ? undefined : catalogue.document(code);
	if (!english) return undefined;
	const entry = catalogue.get(english.type, english.id, language) ?? english;
	return {
		title: entry.data.title,
		path: addressOf(site, english.type, english.id, entry.language) ?? '',
		code: code ?? '',
		type: english.type,
	};
}

/** Documents that mention a thing, themselves or through passages; each once, by code. */
export function linksTo(
	catalogue: Catalogue,
	site: Audience,
	target: ReferenceTarget,
	id: string,
): LinkInput[] {
	if (site === 'public') return [];
	const codes = new Set(
		catalogue
			.dependents(target, id)
			.map(({ entry }) => catalogue.get(entry.type, entry.id))
			.flatMap((entry) => (entry ? (codeOf(entry) ?? []) : [])),
	);
	return [...codes].sort(compare).flatMap((code) => linkTo(catalogue, site, code, 'en') ?? []);
}

/** The facts a body shows, with where each comes from. */
function factsOf(catalogue: Catalogue, language: Language, shown: RenderedBody['shown']): FactInput[] {
	return shown
		.flatMap(({ target, id }): FactInput[] => {
			if (target !== 'timescale' && target !== 'organisation' && target !== 'right') return [];
			const found = catalogue.get(target, id);
			if (!found) return [];
			const { evidence } = found.data;
			const name = 'title' in found.data ? found.data.title : found.data.name;
			return [
				{
					type: target,
					id,
					name: inLanguage(name, language),
					source: evidence.source,
					...(evidence.url !== undefined && { url: evidence.url }),
					lastChecked: evidence.lastChecked,
					verified: isVerified(evidence),
					secondary: evidence.mark === 'secondary',
				},
			];
		})
		.sort((a, b) => compare(a.type, b.type) || compare(a.id, b.id));
}

/** Everything a document mentions in any language, itself or through passages; each once. */
function mentionsOf(catalogue: Catalogue, english: Entry<DocumentType>): Mention[] {
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
