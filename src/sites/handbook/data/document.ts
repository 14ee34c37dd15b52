/** The page of a document: its text, and every fact about it that staff may need to prove. */
import { staffRoles } from '../../../model/applies-to.ts';
import { type Channel, channelNames } from '../../../model/channel.ts';
import type { DocumentType } from '../../../model/collection.ts';
import type { Language, Translation } from '../../../model/language.ts';
import { decisionTypes, type Placeholder } from '../../../model/letter-template.ts';
import { addressOf } from '../../../release/addresses.ts';
import type {
	DocumentInput,
	EditionInput,
	HistoryInput,
	LinkInput,
	LoadText,
	PageInput,
	SiteInput,
} from '../../../release/site-input.ts';
import { changesAddress, hasChanges, historyAddress } from '../../shared/editions/past.ts';
import { sectionOf } from '../sections.ts';
import { type Due, dueFor } from './due.ts';
import { type EditionLink, type EditionShown, editionLink, editionShown } from './edition-facts.ts';
import { type FactShown, factsShown } from './facts-shown.ts';
import { type Frame, frameOf } from './frame.ts';
import { appliesInWords, english, type Named, named, type Reach, reachOf, stageName } from './listed.ts';
import { type MustSay, mustSayOf } from './must-say.ts';
import { documentRecord } from './search-record.ts';

export interface DocumentPage {
	frame: Frame;
	type: DocumentType;
	code: string;
	language: Language;
	title: string;
	summary: string;
	html: string;
	contents: { depth: number; id: string; text: string; language?: Language }[];
	/** How many clauses of each strength, in words. */
	clauses?: string;
	languages: { language: Language; path: string }[];
	translation?: Translation;
	withdrawn?: { on: string; why: string; replacedBy?: Named };
	/** Set while it does not apply yet. */
	comingFrom?: string;
	inForceFrom?: string;
	change: { major: boolean; what: string; why: string; whoMustAct: string; actBy?: string };
	/** The edition that is shown; absent for what has never been published. */
	edition?: EditionLink & {
		history: string;
		/** What it changed. */
		changes?: string;
		emergency?: { reason: string; signedAfter: EditionShown['signedAfter'] };
	};
	/** A later edition, published and not yet in force. */
	coming?: EditionLink & { from: string; changes?: string };
	/** Of a working copy: its words are not those of its latest edition. */
	unpublished?: true;
	owner: string;
	review: DocumentInput['review'];
	applies: { what: string; values: string }[];
	reach: Reach;
	stages: string;
	topics: { name: string; path: string }[];
	rights: { name: string; path: string }[];
	facts: FactShown[];
	related: Named[];
	linksHere: Named[];
	previous?: Named;
	next?: Named;
	letter?: {
		decision: string;
		channels: { id: Channel; name: string }[];
		/** By when it must be sent. Empty when no timescale belongs to its decision. */
		due: Due[];
		mustSay: MustSay[];
		placeholders: Placeholder[];
	};
	victimPage?: {
		helpsWith: string[];
		tabTitle?: string;
		sensitive: boolean;
		emergency?: { html: string; language: Language };
		livedExperience?: { by: string; on: string };
		nextStep?: Named;
	};
}

/** What pages find in the whole handbook. */
interface Around {
	/** By code. */
	histories: ReadonlyMap<string, HistoryInput>;
	/** By address. */
	documents: ReadonlyMap<string, DocumentInput>;
}

export function documentPages(input: SiteInput, read: LoadText): PageInput[] {
	const around: Around = {
		histories: new Map(input.histories.map((each) => [each.code, each])),
		documents: new Map(input.documents.map((each) => [each.path, each])),
	};
	const ofTypes = Map.groupBy(english(input), ({ type }) => type);
	const standing = new Map(
		[...ofTypes].map(([type, all]) => [type, all.filter(({ state }) => state !== 'withdrawn')]),
	);
	return input.documents.map((document) => {
		const { path, text, type, id, state } = document;
		// Withdrawn documents are out of the way of readers, and still reached by their code.
		const ofType =
			state === 'withdrawn'
				? ofTypes.get(type)?.filter((each) => each.state !== 'withdrawn' || each.id === id)
				: standing.get(type);
		return {
			path,
			later: () => {
				const page = aroundText(input, around, ofType ?? [], document);
				return {
					key: JSON.stringify([text, page]),
					data: (): DocumentPage => ({ ...page, html: read(text).html }),
				};
			},
			search: {
				key: () => JSON.stringify([text, documentRecord(input, document, [])]),
				record: () => documentRecord(input, document, read(text).sections),
			},
		};
	});
}

function aroundText(
	input: SiteInput,
	around: Around,
	ofType: DocumentInput[],
	document: DocumentInput,
): Omit<DocumentPage, 'html'> {
	const { type, code, language, title, path, state, changeNote, withdrawn, clauses } = document;
	const at = ofType.findIndex((each) => each.id === document.id);
	const neighbour = (step: number) =>
		ofType[at + step] ? named(ofType[at + step] as DocumentInput)[0] : undefined;
	const inForceFrom = document.edition?.inForceFrom ?? changeNote.inForceFrom;
	const history = around.histories.get(code);
	const other = language === 'en' ? {} : { language };
	return {
		frame: frameOf(input, {
			path,
			title,
			section: sectionOf[type],
			inSection: ofType,
			below: true,
			languages: document.languages,
			...other,
		}),
		type,
		code,
		language,
		title,
		summary: document.summary,
		contents: [
			...(type === 'letter' ? letterContents : []),
			...document.headings
				.filter(({ depth }) => depth < 4)
				.map((each) => ({ ...each, depth: each.depth + (type === 'letter' ? 1 : 0), ...other })),
		],
		...(clauses.length > 0 && { clauses: inWords(clauses) }),
		languages: document.languages.map(({ language, path }) => ({ language, path })),
		...(document.translation && { translation: document.translation }),
		...(withdrawn &&
			state === 'withdrawn' && {
				withdrawn: {
					on: withdrawn.on,
					why: withdrawn.why,
					replacedBy: withdrawn.replacedBy && named(withdrawn.replacedBy)[0],
				},
			}),
		...(state === 'not yet in force' && inForceFrom !== undefined && { comingFrom: inForceFrom }),
		...(inForceFrom !== undefined && { inForceFrom }),
		change: {
			major: changeNote.kind === 'major',
			what: changeNote.what,
			why: changeNote.why,
			whoMustAct: (changeNote.whoMustAct ?? []).map((role) => staffRoles[role]).join(', '),
			...(changeNote.actBy !== undefined && { actBy: changeNote.actBy }),
		},
		...(history && document.edition && { edition: standingEdition(history, document.edition, language) }),
		...(history &&
			document.coming && {
				coming: {
					...editionLink(document.coming, language),
					from: document.coming.inForceFrom,
					...changesOf(history, document.coming, language),
				},
			}),
		...(document.unpublished && { unpublished: true as const }),
		owner: document.owner,
		review: document.review,
		applies: appliesInWords(input, document.appliesTo),
		reach: reachOf(document.appliesTo),
		stages: document.stages.map(stageName).join(', '),
		topics: document.topics.map(({ id }) => ({
			name: input.topics.find((topic) => topic.id === id)?.name.en ?? id,
			path: addressOf('staff', 'topic', id) ?? '',
		})),
		rights: input.rights
			.filter(({ id }) => document.rights.includes(id))
			.map(({ number, title, path = '' }) => ({ name: `Right ${number}: ${title.en}`, path })),
		facts: factsShown(input, document),
		related: document.related.flatMap((link) => namedFrom(around, language, link)),
		linksHere: document.linksHere.flatMap(named),
		previous: neighbour(-1),
		next: neighbour(1),
		...(document.letter && { letter: letterPart(input, document.letter) }),
		...(document.victimPage && { victimPage: victimPagePart(input, around, document) }),
	};
}

/** Where a page in a language leads: a document in that language where it has it. */
function namedFrom({ documents }: Around, language: Language, link: LinkInput): Named[] {
	return named(language === 'en' ? link : (documents.get(link.path) ?? link));
}

function standingEdition(
	history: HistoryInput,
	edition: EditionInput,
	language: Language,
): NonNullable<DocumentPage['edition']> {
	const { emergency, signedAfter } = editionShown(history, edition, language);
	return {
		...editionLink(edition, language),
		history: historyAddress(history),
		...changesOf(history, edition, language),
		...(emergency && { emergency: { reason: emergency.reason, signedAfter } }),
	};
}

function changesOf(history: HistoryInput, edition: EditionInput, language: Language): { changes?: string } {
	return hasChanges(history, edition, language)
		? { changes: changesAddress('staff', edition, language) }
		: {};
}

const letterContents = [
	{ depth: 2, id: 'by-when', text: 'By when' },
	{ depth: 2, id: 'what-it-must-say', text: 'What it must say' },
	{ depth: 2, id: 'what-you-fill-in', text: 'What you fill in' },
	{ depth: 2, id: 'the-text', text: 'The text' },
];

function letterPart(
	input: SiteInput,
	{ decisionType, channels, mustSay, placeholders }: NonNullable<DocumentInput['letter']>,
): DocumentPage['letter'] {
	return {
		due: dueFor(input, decisionType),
		decision: decisionTypes[decisionType],
		channels: channels.map((id) => ({ id, name: channelNames[id] })),
		mustSay: mustSayOf(decisionType, mustSay),
		placeholders,
	};
}

function victimPagePart(
	input: SiteInput,
	around: Around,
	{ language, victimPage }: DocumentInput,
): DocumentPage['victimPage'] {
	if (!victimPage) return undefined;
	const { helpsWith, tabTitle, sensitive, livedExperienceReview, nextStep } = victimPage;
	const lines = sensitive ? input.passages.emergency : undefined;
	const own = lines?.[language] === undefined ? 'en' : language;
	const html = lines?.[own];
	return {
		helpsWith,
		...(tabTitle !== undefined && { tabTitle }),
		sensitive,
		...(html !== undefined && { emergency: { html, language: own } }),
		...(livedExperienceReview && { livedExperience: livedExperienceReview }),
		...(nextStep && { nextStep: namedFrom(around, language, nextStep)[0] }),
	};
}

function inWords(clauses: DocumentInput['clauses']): string {
	const count = (strength: string) => clauses.filter((clause) => clause.strength === strength).length;
	const parts = ['must', 'should', 'may']
		.map((strength) => `${count(strength)} ${strength}`)
		.filter((part) => !part.startsWith('0 '));
	return `${clauses.length} clauses: ${parts.join(', ')}`;
}
