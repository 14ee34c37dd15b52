/** A page of information: a victim page in one language. */
import { dayOf } from '../../../model/document.ts';
import { inLanguage } from '../../../model/field.ts';
import { type Language, languageNames } from '../../../model/language.ts';
import type {
	DocumentInput,
	EditionInput,
	FactInput,
	LinkInput,
	LoadText,
	PageInput,
	SearchRecord,
	SiteInput,
} from '../../../release/site-input.ts';
import { editionAddress } from '../../shared/editions/past.ts';
import { interfaceLanguage, wordsFor } from '../../shared/words/index.ts';
import { addressFor } from '../address.ts';
import type { Frame } from '../frame.ts';
import { type Fragment, type Listed, leavingQuickly, listed, passage } from './site.ts';

/** Where several facts of a page come from. */
export interface Source {
	source: string;
	url?: string;
	lastChecked: string;
	secondary: boolean;
	/** What it is the source of. */
	names: string[];
}

export interface Information {
	frame: Frame;
	title: string;
	summary: string;
	code: string;
	state: DocumentInput['state'];
	withdrawn?: { on: string; why: string; replacedBy?: Listed };
	/** The emergency line, on a sensitive page. */
	emergency?: Fragment;
	helpsWith: string[];
	/** HTML of the body. */
	html: string;
	/** Set on a translation nobody has checked yet: where the English stands. */
	unchecked?: { english: string };
	nextStep?: Listed;
	/** Whether the body says itself who can help. */
	saysWhoCanHelp: boolean;
	sources: Source[];
	lastReviewed: string;
	topics: { name: string; path: string }[];
	related: Listed[];
	/** When its words last changed, and where that is told. */
	changed?: { on: string; history: string; language?: Language };
	/** A version that is published and does not apply yet. */
	coming?: { from: string; path: string };
}

export function informationPages(input: SiteInput, read: LoadText): PageInput[] {
	return input.documents
		.filter(({ type }) => type === 'victim-page')
		.map((document) => informationPage(input, document, read));
}

function informationPage(input: SiteInput, document: DocumentInput, read: LoadText): PageInput {
	const { path, text } = document;
	return {
		path,
		later: () => {
			const page = aroundText(input, document);
			return {
				key: JSON.stringify([text, page]),
				data: (): Information => ({ ...page, html: read(text).html }),
			};
		},
		...(document.state === 'in force' && {
			search: {
				key: () => JSON.stringify([text, searchRecord(document, [])]),
				record: () => searchRecord(document, read(text).sections),
			},
		}),
	};
}

function aroundText(input: SiteInput, document: DocumentInput): Omit<Information, 'html'> {
	const { language, victimPage, withdrawn } = document;
	const inForce = document.state === 'in force';
	const linkTo = (link: LinkInput | undefined): Listed | undefined => {
		const target = link && input.documents.find(({ path }) => path === link.path);
		return target && listed(target, language);
	};
	return {
		frame: {
			language,
			path: document.path,
			...(victimPage?.tabTitle !== undefined && { tabTitle: victimPage.tabTitle }),
			languages: document.languages.map(({ language, path }) => ({ language, path })),
			...leavingQuickly(input, language),
		},
		title: document.title,
		summary: document.summary,
		code: document.code,
		state: document.state,
		...(withdrawn &&
			!inForce && {
				withdrawn: { on: withdrawn.on, why: withdrawn.why, replacedBy: linkTo(withdrawn.replacedBy) },
			}),
		...(victimPage?.sensitive && { emergency: passage(input, 'emergency', language) }),
		helpsWith: victimPage?.helpsWith ?? [],
		...(document.translation &&
			document.translation.state !== 'reviewed' && {
				unchecked: { english: document.languages[0]?.path ?? '/' },
			}),
		nextStep: linkTo(victimPage?.nextStep),
		saysWhoCanHelp: document.headings.some(({ text }) => text === wordsFor(language).whoCanHelp),
		sources: sourcesOf(document.facts),
		lastReviewed: document.review.lastReviewed,
		topics: input.topics
			.filter(({ id }) => document.topics.some((topic) => topic.id === id))
			.map(({ id, name }) => ({
				name: inLanguage(name, interfaceLanguage(language)),
				path: topicAddress(id, language),
			})),
		related: document.related.flatMap((link) => linkTo(link) ?? []),
		...(document.edition && { changed: changedOf(document, document.edition) }),
		...(document.coming && {
			coming: {
				from: document.coming.inForceFrom,
				path: editionAddress(
					'public',
					document.coming,
					document.coming.languages.includes(language) ? language : 'en',
				),
			},
		}),
	};
}

/** A page in a language that has no history of its own leads to the English one. */
function changedOf(
	{ language, path, languages }: DocumentInput,
	edition: EditionInput,
): Information['changed'] {
	const own = interfaceLanguage(language) === language;
	return {
		on: dayOf(edition.published),
		history: `${own ? path : languages[0]?.path}history/`,
		...(!own && { language: 'en' as const }),
	};
}

export function topicAddress(id: string, language: Language): string {
	return `${addressFor('home', language)}topics/${id}/`;
}

/** Facts gathered by where they come from: a page often shows several from one source. */
export function sourcesOf(facts: FactInput[]): Source[] {
	const sources = new Map<string, Source>();
	for (const { source, url, lastChecked, secondary, name, verified } of facts) {
		if (!verified) continue;
		const key = JSON.stringify([source, url, lastChecked, secondary]);
		const known = sources.get(key);
		if (known) known.names.push(name);
		else
			sources.set(key, { source, ...(url !== undefined && { url }), lastChecked, secondary, names: [name] });
	}
	return [...sources.values()];
}

/** What a reader of a language types to find the pages in it. */
function namesOf(language: Language): string {
	const { own, english } = languageNames[language];
	const others: Partial<Record<Language, string>> = { ar: 'عربي عربية العربي arabi arabic' };
	return [english, own, others[language]].filter(Boolean).join(' ');
}

function searchRecord(
	{ language, title, summary, code, topics, stages, review, victimPage }: DocumentInput,
	sections: SearchRecord['sections'],
): SearchRecord {
	return {
		language,
		title,
		sections,
		meta: {
			code,
			summary,
			kind: 'information',
			helpsWith: (victimPage?.helpsWith ?? []).join('. '),
			...(interfaceLanguage(language) !== language && { languageNames: namesOf(language) }),
		},
		filters: { topic: topics.map(({ name }) => name), stage: stages },
		sort: { date: review.lastReviewed },
	};
}
