/**
 * The input of one site from its editions alone: what was frozen, as it stands at a moment. Nothing of the working copy
 * is read, and nothing is rendered.
 */
import {
	type DocumentView,
	editionsOn,
	type LanguageViews,
	latestReview,
	type PublishedEdition,
	type RegisterEntry,
	type Standing,
} from '../editions/index.ts';
import { type JudgedViews, openData, openViews } from '../editions/store.ts';
import type { Audience } from '../model/audience.ts';
import { dayOf } from '../model/document.ts';
import type { ReferenceTarget } from '../model/field.ts';
import { compare } from '../model/issue.ts';
import type { Language } from '../model/language.ts';
import { pilotRuns } from '../model/pilot.ts';
import { addressOf } from './addresses.ts';
import { editionInput, historiesOf, languagesOf, publishedBy } from './histories.ts';
import { movedAddresses } from './moved-addresses.ts';
import { apart, type Texts } from './rendered-body.ts';
import type { DocumentInput, LinkInput, SiteData, SiteInput } from './site-input.ts';

/** The input of a site at a moment. `editions` is the folder of what was frozen. */
export function publishedInput(
	editions: string,
	register: readonly RegisterEntry[],
	site: Audience,
	at: string,
	sound?: JudgedViews,
): { input: SiteInput; texts: Texts } {
	const today = dayOf(at);
	const published = publishedBy(register, at);
	const byCode = new Map(published.map((document) => [document.code, document]));
	const shown = published.filter(({ mergedInto }) => mergedInto === undefined);
	const mentioned = new Map<string, string[]>();
	const link = (code: string | undefined, language: Language): LinkInput | undefined => {
		const found = code === undefined ? undefined : byCode.get(code);
		if (!found) return undefined;
		const there = editionsOn(found, today).shown?.parts.view[language] ? language : 'en';
		return {
			title: found.title,
			path: addressOf(site, found.type, found.id, there) ?? '',
			code: found.code,
			type: found.type,
		};
	};
	const linksTo = (target: ReferenceTarget, id: string): LinkInput[] =>
		[...(mentioned.get(`${target} ${id}`) ?? [])].sort(compare).flatMap((code) => link(code, 'en') ?? []);

	/** Where each text is frozen: it is read again by the few that need it, for all would fill the memory. */
	const frozen = new Map<string, () => DocumentView | undefined>();
	const documents = shown.flatMap((document) => {
		const { shown, coming } = editionsOn(document, today);
		if (!shown) return [];
		const open = () => openViews(editions, document, shown, site, sound);
		const found = documentsOf(document, shown, coming, open(), site, today, link);
		for (const { text, language } of found) frozen.set(text, () => open()[language]);
		return found;
	});
	for (const { code, mentions } of documents) {
		for (const { target, id } of mentions ?? []) {
			const key = `${target} ${id}`;
			mentioned.set(key, [...(mentioned.get(key) ?? []), code]);
		}
	}
	const data = openData(editions, register, site, at) as Partial<SiteData>;
	const mentionedFrom = <T extends { id: string; linksHere: LinkInput[] }>(
		target: ReferenceTarget,
		all: readonly T[] = [],
	): T[] => all.map((each) => ({ ...each, linksHere: linksTo(target, each.id) }));
	const texts: Texts = (hash) => apart(frozen.get(hash)?.() as DocumentView).bytes;
	const input: SiteInput = {
		site,
		at,
		today,
		documents: documents.map(({ mentions, ...document }) => ({
			...document,
			linksHere: site === 'staff' ? linksTo('document', document.code) : [],
		})),
		histories: historiesOf(published, site, today),
		areas: mentionedFrom('area', data.areas),
		pilots: mentionedFrom('pilot', data.pilots).map((pilot) => ({
			...pilot,
			running: pilotRuns(pilot, today),
		})),
		rights: mentionedFrom('right', data.rights),
		timescales: mentionedFrom('timescale', data.timescales),
		organisations: mentionedFrom('organisation', data.organisations),
		terms: mentionedFrom('term', data.terms),
		topics: mentionedFrom('topic', data.topics),
		roles: data.roles ?? {},
		bankHolidays: data.bankHolidays ?? [],
		...(data.bankHolidaySources && { bankHolidaySources: data.bankHolidaySources }),
		redirects: [...(data.redirects ?? []), ...movedAddresses(published, site)],
		passages: data.passages ?? {},
		media: data.media ?? [],
	};
	return { input, texts };
}

/** A document in each of its languages, as its edition of the day froze it. */
function documentsOf(
	document: Standing,
	shown: PublishedEdition,
	coming: PublishedEdition | undefined,
	views: LanguageViews,
	site: Audience,
	today: string,
	link: (code: string | undefined, language: Language) => LinkInput | undefined,
): DocumentInput[] {
	const { type, id, code } = document;
	const path = (language: Language) => addressOf(site, type, id, language) ?? '';
	const withdrawn = document.withdrawn && document.withdrawn.on <= today ? document.withdrawn : undefined;
	const review = latestReview(document);
	return languagesOf(shown).map((language): DocumentInput => {
		const { html, sections, ...view } = views[language] as DocumentView;
		const { text, leadsTo } = apart({ html, sections });
		return {
			...view,
			text,
			leadsTo,
			id,
			path: path(language),
			state: withdrawn ? 'withdrawn' : shown.inForceFrom > today ? 'not yet in force' : 'in force',
			languages: languagesOf(shown).map((each) => ({
				language: each,
				path: path(each),
				title: views[each]?.title ?? '',
			})),
			review: {
				lastReviewed: review?.on ?? '',
				by: review?.by ?? '',
				outcome: review?.outcome ?? '',
				next: review?.next ?? '',
				overdue: site === 'staff' && review !== undefined && review.next < today,
			},
			changeNote: shown.changeNote,
			...(withdrawn && {
				withdrawn: {
					on: withdrawn.on,
					why: withdrawn.why,
					...(withdrawn.replacedBy !== undefined && { replacedBy: link(withdrawn.replacedBy, language) }),
				},
			}),
			linksHere: [],
			edition: editionInput(document, shown, site, today),
			...(coming && { coming: editionInput(document, coming, site, today) }),
			code,
		};
	});
}
