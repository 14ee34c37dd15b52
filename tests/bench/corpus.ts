/**
 * A corpus of any size: made-up documents as data, the same for the same size, which each subject gets in the
 * syntax it reads. The reference data are those of the product.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { type DocumentType, documentTypes } from '../../src/model/collection.ts';
import { type Random, randomFrom } from './random.ts';
import { headingWords, madeUpName, phrase, sentence, sentences } from './sentences.ts';

/** A component within a sentence. */
export interface Use {
	name: string;
	props: Record<string, string>;
	words?: string;
}
export type Inline = string | Use;
export type Block =
	| { kind: 'heading'; depth: number; words: string }
	| { kind: 'paragraph' | 'quote'; inside: Inline[] }
	| { kind: 'list'; ordered: boolean; items: Inline[][] }
	| { kind: 'table'; rows: Inline[][][] }
	| { kind: 'component'; name: string; props: Record<string, string>; blocks: Block[] };

export interface CorpusDocument {
	type: DocumentType;
	id: string;
	code: string;
	language: 'en' | 'cy' | 'ar' | 'ur';
	/** Keys of the front matter, beside `code`; of the English document for a translation too. */
	keys: Record<string, unknown> & { title: string; summary: string };
	blocks: Block[];
}

/** Reference data by folder and id, as their files hold them. */
export type ReferenceData = Record<string, Record<string, Record<string, unknown>>>;

export interface Corpus {
	reference: ReferenceData;
	documents: CorpusDocument[];
}

/** Folders of reference data that a corpus takes from the content of the product. */
export const referenceFolders = [
	'areas',
	'bank-holidays',
	'organisations',
	'passages',
	'people',
	'pilots',
	'rights',
	'terms',
	'timescales',
	'topics',
];

/** The fewest documents: passages name documents by their codes, so the first codes have to exist. */
export const FEWEST_DOCUMENTS = 200;

/** The share of each type, the fewest there must be, and how many codes there are. */
const mix: Record<DocumentType, { share: number; fewest: number; prefix: string; digits: number }> = {
	guidance: { share: 0.79, fewest: 0, prefix: 'GD', digits: 3 },
	'victim-page': { share: 0.15, fewest: 30, prefix: 'VP', digits: 3 },
	letter: { share: 0.04, fewest: 8, prefix: 'LT', digits: 3 },
	standard: { share: 0.02, fewest: 8, prefix: 'VCS', digits: 2 },
};
const stages = [
	'reporting',
	'charging-decision',
	'before-trial',
	'at-court',
	'after-trial',
	'appeal',
	'complaint-or-review',
];
const decisionTypes = [
	'not-to-charge',
	'charge-stopped',
	'charge-changed',
	'charging-decision-explained',
	'pre-trial-meeting-offer',
	'bereaved-family-meeting-offer',
	'review-outcome',
	'late-reply',
];
const offenceGroups = [
	'rape-and-serious-sexual-offences',
	'domestic-abuse',
	'homicide',
	'hate-crime',
	'stalking-and-harassment',
	'modern-slavery',
	'child-abuse',
	'serious-violence',
];

/** Read the reference data of the product's content. */
export function readReference(content: string): ReferenceData {
	return Object.fromEntries(
		referenceFolders.map((folder) => [
			folder,
			Object.fromEntries(
				readdirSync(join(content, folder))
					.filter((name) => /\.yaml$|\.en\.mdx$/.test(name))
					.sort()
					.map((name) => [basename(name).split('.')[0] ?? '', readData(join(content, folder, name))]),
			),
		]),
	);
}

/** The keys of a file; of a passage also its text. */
function readData(file: string): Record<string, unknown> {
	const text = readFileSync(file, 'utf8');
	if (file.endsWith('.yaml')) return parse(text) as Record<string, unknown>;
	const [, keys = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(text) ?? [];
	return { ...(parse(keys) as Record<string, unknown>), body };
}

/** Make a corpus of `count` documents, translations among them once there is no code left. */
export function makeCorpus(reference: ReferenceData, count: number): Corpus {
	const random = randomFrom(42);
	const facts = choicesFrom(reference);
	const numbers = new Map(
		documentTypes.map((type) => [type, Math.max(mix[type].fewest, Math.round(count * mix[type].share))]),
	);
	numbers.set(
		'guidance',
		count -
			documentTypes.reduce((sum, type) => sum + (type === 'guidance' ? 0 : (numbers.get(type) ?? 0)), 0),
	);
	const english = documentTypes.flatMap((type) => {
		const codes = 10 ** mix[type].digits - 1;
		return Array.from({ length: Math.min(codes, numbers.get(type) ?? 0) }, (_, index) => ({
			type,
			code: codeOf(type, index + 1),
			id: `${type}-${index + 1}`,
		}));
	});
	const codes = english.map(({ code }) => code);
	const publicCodes = codes.filter((code) => code.startsWith('VP'));
	const write = (
		{ type, code, id }: (typeof english)[number],
		language: CorpusDocument['language'],
	): CorpusDocument => {
		const writer: Writer = {
			random,
			type,
			facts: type === 'victim-page' ? facts.public : facts.staff,
			codes: (type === 'victim-page' ? publicCodes : codes).filter((each) => each !== code),
		};
		return {
			type,
			id,
			code,
			language,
			keys: keysOf(writer, Number(code.split('-')[1])),
			blocks: bodyOf(writer),
		};
	};
	const documents = english.map((each) => write(each, 'en'));
	for (const type of documentTypes) {
		const ofType = english.filter((each) => each.type === type);
		const missing = (numbers.get(type) ?? 0) - ofType.length;
		const translations = (['cy', 'ar', 'ur'] as const).flatMap((language) =>
			ofType.map((each) => ({ each, language })),
		);
		if (missing > translations.length) throw new Error(`There are not enough codes for ${count} documents`);
		for (const { each, language } of translations.slice(0, missing)) documents.push(write(each, language));
	}
	return { reference, documents };
}

function codeOf(type: DocumentType, number: number): string {
	return `${mix[type].prefix}-${String(number).padStart(mix[type].digits, '0')}`;
}

/** What the writer of one document chooses from. */
interface Facts {
	topics: string[];
	terms: string[];
	passages: string[];
	timescales: string[];
	organisations: string[];
	rights: string[];
	areas: string[];
	pilots: string[];
	people: string[];
}

interface Writer {
	random: Random;
	type: DocumentType;
	facts: Facts;
	codes: string[];
}

function choicesFrom(reference: ReferenceData): { staff: Facts; public: Facts } {
	const ids = (folder: string, forPublic: boolean) =>
		Object.entries(reference[folder] ?? {})
			.filter(([, { audience, evidence }]) => !forPublic || (audience !== 'staff' && isVerified(evidence)))
			.map(([id]) => id);
	const facts = (forPublic: boolean): Facts => ({
		topics: ids('topics', forPublic),
		terms: ids('terms', forPublic),
		passages: ids('passages', forPublic),
		timescales: ids('timescales', forPublic),
		organisations: ids('organisations', forPublic),
		rights: ids('rights', forPublic),
		areas: ids('areas', false),
		pilots: ids('pilots', false),
		people: ids('people', false),
	});
	return { staff: facts(false), public: facts(true) };
}

function isVerified(evidence: unknown): boolean {
	const mark = (evidence as { mark?: string } | undefined)?.mark;
	return mark === undefined || mark === 'primary' || mark === 'secondary';
}

function keysOf({ random, type, facts, codes }: Writer, number: number): CorpusDocument['keys'] {
	const [owner = '', reviewer = ''] = random.some(facts.people, 2);
	const month = String(4 + random.below(7)).padStart(2, '0');
	return {
		title: `${headingWords(random)}: ${madeUpName(random)}`,
		summary: sentence(random),
		owner,
		topics: random.some(facts.topics, 1 + random.below(3)),
		rights: random.some(facts.rights, 1 + random.below(2)),
		stages: random.some(stages, 1 + random.below(3)),
		...(type === 'letter' && {
			appliesTo: {
				areas: [facts.areas[Math.floor((number - 1) / 64) % facts.areas.length]],
				offenceGroups: [offenceGroups[Math.floor((number - 1) / 8) % 8]],
			},
		}),
		...(type === 'guidance' &&
			random.below(4) === 0 && { appliesTo: { areas: random.some(facts.areas, 3) } }),
		review: {
			everyMonths: 6 + random.below(7),
			lastReviewed: `2026-10-${10 + random.below(20)}`,
			by: reviewer,
			outcome: 'No change needed',
		},
		changeNote: {
			kind: random.one(['major', 'minor']),
			what: sentence(random),
			why: sentence(random),
			inForceFrom: `2026-${month}-${10 + random.below(18)}`,
		},
		related: random.some(codes, 3),
		...(type === 'letter' && {
			decisionType: decisionTypes[(number - 1) % 8],
			channels: ['letter', 'email'],
			placeholders: [
				{
					name: 'victim name',
					type: 'name',
					label: 'How does the person want to be addressed?',
					example: 'Sam Example',
					required: true,
				},
				{
					name: 'contact name',
					type: 'name',
					label: 'Who will answer questions?',
					example: 'Alex Example',
					required: true,
				},
				{
					name: 'decision date',
					type: 'date',
					label: 'When was the decision made?',
					example: '16 November 2026',
					required: true,
				},
				{ name: 'letter is late', type: 'yes or no', label: 'Is it late?', example: 'no', required: true },
			],
			mustSay: ['decision', 'reason', 'support'],
		}),
		...(type === 'victim-page' && {
			helpsWith: ['know what happens next', 'find somebody to talk to'],
			sensitive: random.below(3) === 0,
			tabTitle: 'Information',
			nextStep: random.one(codes),
		}),
	};
}

/** About 800 words: an opening, then sections. */
function bodyOf(writer: Writer): Block[] {
	const { random, type } = writer;
	const used = new Set<string>();
	const heading = (depth: number): Block => {
		let words = headingWords(random);
		while (used.has(words)) words = headingWords(random);
		used.add(words);
		return { kind: 'heading', depth, words };
	};
	const paragraph = (): Block => ({ kind: 'paragraph', inside: sentencesWithFacts(writer) });
	const special = specialsOf(writer);
	return [
		...(type === 'letter' ? [{ kind: 'paragraph', inside: ['Dear ((victim name)),'] } as Block] : []),
		paragraph(),
		...Array.from({ length: 5 }, (_, section): Block[] => [
			heading(2),
			paragraph(),
			...(special[section] ?? []),
			...(section % 2 === 0 ? [list(writer, section === 2)] : [table(writer)]),
			...(section % 2 === 0 ? [heading(3), paragraph()] : []),
		]).flat(),
		{ kind: 'quote', inside: [sentence(random)] },
		...(type === 'letter'
			? [{ kind: 'paragraph', inside: ['((contact name)), ((decision date))'] } as Block]
			: []),
	];
}

/** A few sentences; now and then a fact, a link or strong words among them. */
function sentencesWithFacts(writer: Writer): Inline[] {
	const { random, facts, codes } = writer;
	const uses: (() => Inline[])[] = [
		() => [
			' See ',
			{ name: 'Link', props: { to: random.one(codes) }, words: phrase(random).toLowerCase() },
			'.',
		],
		() => [
			' The answer is due within ',
			{ name: 'Timescale', props: { id: random.one(facts.timescales) } },
			'.',
		],
		() => [
			' Ask about ',
			{ name: 'Term', props: { id: random.one(facts.terms) }, words: 'what this means' },
			' first.',
		],
		() => [' It helps to deliver ', { name: 'Right', props: { id: random.one(facts.rights) } }, '.'],
		() => [
			' You can speak to ',
			{ name: 'Organisation', props: { id: random.one(facts.organisations) } },
			'.',
		],
		() => [' **This is the part that matters.**'],
		() => [' See also ', { name: 'Link', props: { to: random.one(codes) }, words: 'the page on this' }, '.'],
	];
	return [sentences(random, 2), ...random.one(uses)(), ` ${sentence(random)}`];
}

function list({ random, codes }: Writer, ordered: boolean): Block {
	const items = Array.from({ length: 4 }, (_, index): Inline[] =>
		index === 3
			? [`${phrase(random)}: `, { name: 'Link', props: { to: random.one(codes) }, words: 'read more' }]
			: [sentence(random)],
	);
	const plain: Block = { kind: 'list', ordered, items };
	return ordered ? { kind: 'component', name: 'Steps', props: {}, blocks: [plain] } : plain;
}

function table({ random }: Writer): Block {
	return {
		kind: 'table',
		rows: [
			[['What'], ['How'], ['Who']],
			...Array.from({ length: 3 }, () => Array.from({ length: 3 }, (): Inline[] => [phrase(random)])),
		],
	};
}

/** The components of each section, by the type of the document. */
function specialsOf(writer: Writer): Block[][] {
	const { random, type, facts } = writer;
	const text = (): Block => ({ kind: 'paragraph', inside: [sentences(random, 2)] });
	const component = (name: string, props: Record<string, string>, ...blocks: Block[]): Block => ({
		kind: 'component',
		name,
		props,
		blocks,
	});
	const notice = () =>
		component('Notice', { kind: random.one(['information', 'warning', 'safety']) }, text());
	const passage = () => component('Passage', { id: random.one(facts.passages) });
	const details = () => component('Details', { summary: headingWords(random) }, text());
	switch (type) {
		case 'standard':
			return Array.from({ length: 5 }, (_, index) => {
				const strength = random.one(['must', 'should', 'may']);
				return [
					component(
						'Clause',
						{ number: String(index + 1), strength },
						{
							kind: 'paragraph',
							inside: [`The writer ${strength} keep a record of it. ${sentence(random)}`],
						},
					),
				];
			});
		case 'letter':
			return [
				[component('Only', { channel: 'letter' }, text())],
				[component('When', { placeholder: 'letter is late', is: 'yes' }, text())],
				[
					component(
						'Write',
						{ about: 'the reason' },
						{ kind: 'list', ordered: false, items: [[sentence(random)], [sentence(random)]] },
					),
				],
				[component('Contact', { area: random.one(facts.areas) })],
				[],
			];
		case 'victim-page':
			return [
				[notice()],
				[passage()],
				[details()],
				[component('Contact', { area: random.one(facts.areas) })],
				[],
			];
		default:
			return [
				[notice()],
				[component('Say', {}, text()), component('Avoid', { why: sentence(random) }, text())],
				[passage()],
				[
					component('When', { pilot: random.one(facts.pilots) }, text()),
					component('Contact', { area: random.one(facts.areas) }),
				],
				[component('Example', { title: headingWords(random) }, text()), details()],
			];
	}
}
