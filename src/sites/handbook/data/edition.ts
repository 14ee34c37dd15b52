/** The page of an edition: the whole document as it was frozen, how it stands today, and the way to what applies now. */

import { sha256Hex } from '../../../model/canonical.ts';
import type { Channel } from '../../../model/channel.ts';
import { channelNames } from '../../../model/channel.ts';
import { dayInWords } from '../../../model/day-in-words.ts';
import { dayOf } from '../../../model/document.ts';
import type { Language, Translation } from '../../../model/language.ts';
import { decisionTypes, type Placeholder } from '../../../model/letter-template.ts';
import type {
	DocumentInput,
	DocumentView,
	EditionInput,
	HistoryInput,
	LoadEdition,
	PageInput,
	SiteInput,
} from '../../../release/site-input.ts';
import type { Names } from '../../shared/editions/matter-words.ts';
import { namesFor } from '../../shared/editions/names.ts';
import {
	dataAddress,
	editionAddress,
	historyAddress,
	isReadable,
	ofEveryEdition,
} from '../../shared/editions/past.ts';
import { sectionOf } from '../sections.ts';
import {
	documentLink,
	type EditionLink,
	type EditionShown,
	editionLink,
	editionShown,
} from './edition-facts.ts';
import { type Frame, pastFrame } from './frame.ts';
import { appliesInWords } from './listed.ts';
import { type MustSay, mustSayOf } from './must-say.ts';
import { type PastIndexes, pastIndexes } from './past-indexes.ts';
import { editionRecord } from './search-record.ts';

/** What is known of the page without its text. */
interface AroundText {
	frame: Frame;
	edition: EditionShown;
	language: Language;
	languages: { language: Language; path: string }[];
	history: string;
	/** Its text as data, in all its languages. */
	data: string;
	earlier?: EditionLink;
	later?: EditionLink;
	/** The edition that applies instead of this one. */
	inForce?: EditionLink;
	/** The document as it stands today, in this language where it has it. */
	today: {
		path: string;
		withdrawn?: { on: string; why: string; replacedBy?: { code: string; title: string; path: string } };
	};
}

/** What was frozen. */
interface FrozenText {
	title: string;
	summary: string;
	html: string;
	/** Headings and clauses, with the same place on the page of today where it still has it. */
	contents: { depth: number; id: string; text: string; today?: string }[];
	owner: string;
	applies: { what: string; values: string }[];
	translation?: Translation;
	facts: {
		name: string;
		source: string;
		url?: string;
		lastChecked: string;
		verified: boolean;
		secondary: boolean;
	}[];
	letter?: {
		decision: string;
		channels: { id: Channel; name: string }[];
		mustSay: MustSay[];
		placeholders: Placeholder[];
	};
	helpsWith?: string[];
}

export interface EditionPage extends AroundText {
	/** Absent when its text was taken out. */
	text?: FrozenText;
}

/** What a page of the past is made from, beside its own edition. */
export interface Past {
	input: SiteInput;
	load: LoadEdition;
	/** Documents by code and language: `GD-004 en`. */
	documents: Map<string, DocumentInput>;
	/** The names that what a document applied to has today. */
	names: Names;
	/** SHA-256 of them. */
	namesHash: string;
	/** The search indexes of the past. */
	indexes: PastIndexes;
}

export function pastOf(input: SiteInput, load: LoadEdition): Past {
	const names = namesFor(input.areas, input.pilots);
	return {
		input,
		load,
		documents: new Map(input.documents.map((each) => [`${each.code} ${each.language}`, each])),
		names,
		namesHash: sha256Hex(JSON.stringify(names)),
		indexes: pastIndexes(input.histories),
	};
}

export function editionPages(past: Past): PageInput[] {
	return ofEveryEdition(past.input.histories, (...about) => editionPage(past, ...about));
}

function editionPage(
	past: Past,
	history: HistoryInput,
	edition: EditionInput,
	language: Language,
): PageInput {
	const { input, load, documents } = past;
	const path = editionAddress('staff', edition, language);
	const today = documents.get(`${history.code} ${language}`) ?? documents.get(`${history.code} en`);
	const places = () =>
		today ? [...today.headings.map(({ id }) => id), ...today.clauses.map(({ anchor }) => anchor)] : [];
	const at = history.editions.indexOf(edition);
	const beside = (step: number) => {
		const other = history.editions[at + step];
		return other?.languages.includes(language) ? editionLink(other, language) : undefined;
	};
	const inForce = history.editions.find(
		({ state, number }) => state === 'in force' && number !== edition.number,
	);
	const withdrawn = edition.state === 'withdrawn' ? withdrawalOf(input, history) : undefined;
	const languages = edition.languages.map((each) => ({
		language: each,
		path: editionAddress('staff', edition, each),
	}));
	const around = (): AroundText => ({
		frame: pastFrame(
			{
				path,
				title: `Edition ${edition.number}`,
				section: sectionOf[edition.type],
				languages,
			},
			[
				{ title: `${history.code} ${history.title}`, path: history.path },
				{ title: 'History', path: historyAddress(history) },
			],
		),
		edition: editionShown(history, edition, language),
		language,
		languages,
		history: historyAddress(history),
		data: dataAddress(edition),
		earlier: beside(-1),
		later: beside(1),
		...(inForce && { inForce: editionLink(inForce, language) }),
		today: {
			path: today?.path ?? history.path,
			...(withdrawn && { withdrawn }),
		},
	});
	return {
		path,
		as: '/edition/',
		later: () => {
			const [page, there] = [around(), places()];
			return {
				key: JSON.stringify([edition.hash, page, there, past.namesHash]),
				data: (): EditionPage => {
					const views = isReadable(edition) ? load(edition) : {};
					const view = views[language];
					return {
						...page,
						...(view && { text: frozenText(input, view, views.en, page.today.path, there) }),
					};
				},
			};
		},
		...(isReadable(edition) && {
			search: {
				past: past.indexes.of(edition),
				// Its page says more of what came later.
				key: () => JSON.stringify([edition.hash, language, edition.number, standing(edition)]),
				record: () =>
					editionRecord(
						load(edition)[language] as DocumentView,
						edition.number,
						standing(edition),
						dayOf(edition.published),
					),
			},
		}),
	};
}

function standing({ state, superseded, inForceFrom }: EditionInput): string {
	if (superseded) return `superseded on ${dayInWords(superseded.on)}`;
	return state === 'not yet in force' ? `applies from ${dayInWords(inForceFrom)}` : state;
}

function withdrawalOf(input: SiteInput, { events }: HistoryInput): AroundText['today']['withdrawn'] {
	const withdrawal = events.findLast((event) => event.kind === 'withdrawal');
	const merge = events.findLast((event) => event.kind === 'merge');
	const replacedBy = withdrawal?.replacedBy ?? merge?.into;
	if (!withdrawal && !merge) return undefined;
	return {
		on: withdrawal?.on ?? dayOf(merge?.at ?? ''),
		why: withdrawal?.why ?? 'Its text is part of another document now.',
		...(replacedBy !== undefined && { replacedBy: documentLink(input, replacedBy) }),
	};
}

function frozenText(
	input: SiteInput,
	view: DocumentView,
	english: DocumentView | undefined,
	today: string,
	places: readonly string[],
): FrozenText {
	const {
		title,
		summary,
		html,
		headings,
		clauses,
		owner,
		appliesTo,
		translation,
		facts,
		letter,
		victimPage,
	} = view;
	const place = (id: string) => (places.includes(id) ? { today: `${today}#${id}` } : {});
	return {
		title,
		summary,
		html,
		contents: [
			...headings.filter(({ depth }) => depth < 4).map(({ depth, id, text }) => ({ depth, id, text })),
			...clauses.map(({ anchor }) => ({ depth: 3, id: anchor, text: anchor })),
		]
			.sort((a, b) => html.indexOf(`id="${a.id}"`) - html.indexOf(`id="${b.id}"`))
			.map((each) => ({ ...each, ...place(each.id) })),
		owner,
		applies: appliesInWords(input, appliesTo),
		...(translation && { translation }),
		facts: facts.map(({ type, id, name, source, url, lastChecked, verified, secondary }) => ({
			// The page around the text is in English.
			name: english?.facts.find((each) => each.type === type && each.id === id)?.name ?? name,
			source,
			...(url !== undefined && { url }),
			lastChecked,
			verified,
			secondary,
		})),
		...(letter && {
			letter: {
				decision: decisionTypes[letter.decisionType],
				channels: letter.channels.map((id) => ({ id, name: channelNames[id] })),
				mustSay: mustSayOf(letter.decisionType, letter.mustSay),
				placeholders: letter.placeholders,
			},
		}),
		...(victimPage && { helpsWith: victimPage.helpsWith }),
	};
}
