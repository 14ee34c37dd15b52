/** The sites with a made-up past: every kind of state and event, on documents of the real content. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOfViews } from '../../src/editions/part-hashes.ts';
import { buildSites } from '../../src/release/build-site.ts';
import { compileSites } from '../../src/release/compile.ts';
import type { SiteName } from '../../src/release/index.ts';
import { writeTexts } from '../../src/release/input-folder.ts';
import { apart } from '../../src/release/rendered-body.ts';
import type {
	DocumentInput,
	DocumentView,
	EditionInput,
	HistoryInput,
	LoadText,
	SiteInput,
} from '../../src/release/site-input.ts';
import { ROOT, WORK } from '../build-sites.ts';
import { inputOf, textsOf } from './built.ts';

/** A folder for the sites with a past that a file of tests builds: files run beside each other. */
export const pastFolder = (name: string) => join(ROOT, 'var', 'test-past', name);

type Views = Partial<Record<string, DocumentView>>;

export interface Past {
	input: SiteInput;
	/** The frozen texts, by “code number”. */
	views: ReadonlyMap<string, Views>;
	/** The texts of today, by their hashes. */
	texts: ReadonlyMap<string, Buffer>;
}

/** How an edition differs from the one made of today’s words. */
type Edit = (view: DocumentView) => DocumentView;

interface Plan {
	/** The editions before the last, by how they differ from it; then the last, as it is today. */
	before: Edit[];
	edition?: (edition: EditionInput) => Partial<EditionInput>;
	events?: HistoryInput['events'];
}

const PUBLISHED = [
	'2026-03-02T09:00:00Z',
	'2026-05-01T09:00:00Z',
	'2026-08-17T09:00:00Z',
	'2026-11-20T09:00:00Z',
];
const day = (moment: string) => moment.slice(0, 10);

/** Today’s words as they may have been: another time limit, a weaker clause, a paragraph less. */
export const weaker: Edit = (view) => ({
	...view,
	title: view.title.replace('Talking', 'Speaking'),
	html: view.html
		.replace(/clause-must">/, 'clause-should">')
		.replace(
			/<strong class="strength strength-must">Must</,
			'<strong class="strength strength-should">Should<',
		)
		.replace(/\bmust\b/, 'should')
		.replace(/(\d+) working days/, '20 working days')
		.replace(/<li>[^<]*<\/li>/, '<li>Something that was here then.</li>')
		.concat('<p>This stood at the end then.</p>'),
	clauses: view.clauses.map((clause, index) =>
		index === 0 ? { ...clause, strength: 'should', text: clause.text.replace('must', 'should') } : clause,
	),
});

/** An older state still: a paragraph that has gone since, and Areas it was for. */
export const older: Edit = (view) => ({
	...weaker(view),
	html: `<p>This page was new then. Call <a href="tel:01632960099">01632 960 099</a>.</p>${weaker(view).html}`,
	...(view.appliesTo.areas === undefined && { appliesTo: { areas: ['wessex'] } }),
});

/** Of a working copy: one that readers see in other words, and one that they do not see at all. */
const NOT_PUBLISHED = ['GD-001', 'GD-010'];

const happened = { index: 0, previous: '0'.repeat(64) };

/** What happened to which document. */
const plans: Record<string, Plan> = {
	'VCS-01': {
		before: [older, weaker],
		events: [
			{
				...happened,
				kind: 'review',
				code: 'VCS-01',
				at: '2026-10-01T09:00:00Z',
				on: '2026-10-01',
				by: 'Legal adviser',
				outcome: 'No change needed',
				next: '2027-10-01',
			},
		],
	},
	'VCS-02': { before: [weaker] },
	'LT-001': { before: [weaker] },
	'GD-001': { before: [] },
	/** An emergency, signed off since. */
	'GD-002': {
		before: [weaker],
		edition: ({ number }) =>
			number === 2
				? {
						emergency: {
							reason: 'A number had been taken over by a stranger.',
							by: 'Head of the central team',
						},
					}
				: {},
		events: [
			{
				...happened,
				kind: 'sign-off',
				code: 'GD-002',
				at: '2026-11-21T09:00:00Z',
				number: 2,
				signOff: {
					role: 'approver',
					by: 'Legal adviser',
					language: 'en',
					at: '2026-11-21T09:00:00Z',
					hash: 'a'.repeat(64),
				},
			},
		],
	},
	/** Published in error between two others. */
	'GD-003': {
		before: [older, weaker],
		edition: ({ number }) => (number === 2 ? { state: 'published in error' } : {}),
		events: [
			{
				...happened,
				kind: 'error',
				code: 'GD-003',
				at: '2026-05-02T09:00:00Z',
				number: 2,
				why: 'It was a draft.',
			},
		],
	},
	/** One that is still to come. */
	'GD-004': {
		before: [older, weaker],
		edition: ({ number }) => (number === 3 ? { state: 'not yet in force', inForceFrom: '2027-01-04' } : {}),
	},
	'VP-001': { before: [older, weaker] },
	'VP-002': { before: [weaker] },
	/** A sensitive one. */
	'VP-008': { before: [weaker] },
	'VP-003': {
		before: [weaker],
		edition: ({ number }) => (number === 2 ? { state: 'not yet in force', inForceFrom: '2027-01-04' } : {}),
	},
};

/** A site as it was built, with a past. */
function withPast(input: SiteInput, read: LoadText): Past {
	const today = ({ text, leadsTo, ...document }: DocumentInput): DocumentView => ({
		...document,
		...read(text),
	});
	const views = new Map<string, Views>();
	const texts = new Map<string, Buffer>();
	const withdrawn = input.documents.find(({ state, language }) => state === 'withdrawn' && language === 'en');
	const all: Record<string, Plan> = {
		...plans,
		...(withdrawn && {
			[withdrawn.code]: {
				before: [weaker],
				edition: ({ number }: EditionInput) => (number === 2 ? { state: 'withdrawn' as const } : {}),
				events: [
					{
						...happened,
						kind: 'withdrawal' as const,
						code: withdrawn.code,
						at: '2026-11-21T09:00:00Z',
						on: '2026-11-21',
						why: 'Its text is part of another page.',
						...(withdrawn.withdrawn?.replacedBy?.code && { replacedBy: withdrawn.withdrawn.replacedBy.code }),
					},
				],
			},
		}),
	};
	const histories = input.documents
		.filter(({ code, language }) => language === 'en' && all[code] !== undefined)
		.map((document): HistoryInput => {
			const { before, edition = () => ({}), events = [] } = all[document.code] as Plan;
			const languages = input.documents.filter(({ code }) => code === document.code);
			const edits: Edit[] = [...before, (view) => view];
			const editions = edits.map((edit, index) => {
				const number = index + 1;
				const frozen = Object.fromEntries(languages.map((each) => [each.language, edit(today(each))]));
				views.set(`${document.code} ${number}`, frozen);
				return {
					...madeEdition(document, number, edits.length, languages, edition),
					hash: hashOfViews(frozen),
				};
			});
			return {
				code: document.code,
				type: document.type,
				id: document.id,
				title: document.title,
				path: document.path,
				editions: editions.map((each, index) => ({
					...each,
					...supersededBy(each, editions.slice(index + 1)),
				})),
				events,
			};
		});
	const documents = input.documents.map(
		({ edition: _, coming: __, unpublished: ___, ...document }): DocumentInput => {
			const history = histories.find(({ code }) => code === document.code);
			const shown = history?.editions.findLast(({ state }) => state === 'in force' || state === 'withdrawn');
			const coming = history?.editions.findLast(({ state }) => state === 'not yet in force');
			const view = shown && views.get(`${document.code} ${shown.number}`)?.[document.language];
			const { html, sections, ...other } = view ?? today(document);
			const { bytes, text, leadsTo } = apart({ html, sections });
			texts.set(text, bytes);
			return {
				...document,
				...other,
				text,
				leadsTo,
				...(shown && { edition: shown }),
				...(coming && { coming }),
				...(NOT_PUBLISHED.includes(document.code) && { unpublished: true as const }),
			};
		},
	);
	const past = { ...input, documents, histories };
	return { input: input.site === 'public' ? asPublic(past) : past, views, texts };
}

/** What the register of the public leaves out. */
function asPublic(input: SiteInput): SiteInput {
	const edition = (each: EditionInput): EditionInput => ({
		...each,
		changeNote: { kind: 'minor', what: '', why: '' },
		signOffs: [],
	});
	return {
		...input,
		histories: input.histories.map((history) => ({ ...history, editions: history.editions.map(edition) })),
		documents: input.documents.map((document) => ({
			...document,
			...(document.edition && { edition: edition(document.edition) }),
			...(document.coming && { coming: edition(document.coming) }),
		})),
	};
}

function madeEdition(
	{ code, type, id, title, path }: DocumentInput,
	number: number,
	count: number,
	languages: readonly DocumentInput[],
	edition: NonNullable<Plan['edition']>,
): EditionInput {
	const published = PUBLISHED[number - 1] as string;
	const made: EditionInput = {
		code,
		type,
		id,
		number,
		title,
		published,
		inForceFrom: day(published),
		changeNote: {
			kind: number === 2 ? 'major' : 'minor',
			what: number === 1 ? 'First edition.' : `What was changed in edition ${number}.`,
			why: 'Readers asked for it.',
			...(number === 2 && { whoMustAct: ['manager', 'prosecutor'], actBy: '2026-06-01' }),
		},
		...(number === 3 && {
			causes: [{ target: 'timescale', id: 'made-up', name: 'Time limit for a full reply to a complaint' }],
		}),
		signOffs: [
			{ role: 'approver', by: 'Legal adviser', language: 'en', at: published, hash: 'b'.repeat(64) },
		],
		path: `${path}editions/${number}/`,
		languages: languages.map(({ language }) => language),
		state: number === count ? 'in force' : 'superseded',
		hash: '',
	};
	return { ...made, ...edition(made) };
}

function supersededBy(
	{ state, number }: EditionInput,
	later: readonly EditionInput[],
): Partial<EditionInput> {
	if (state !== 'superseded') return {};
	const next = later.find(
		(each) => each.state === 'in force' || each.state === 'superseded' || each.state === 'withdrawn',
	);
	// What comes later is not in force yet, so this one still is.
	if (!next) return number > 0 ? { state: 'in force' } : {};
	return { superseded: { on: next.inForceFrom, by: next.number, path: next.path } };
}

/** Build a site with its made-up past. Returns its folder and what it was built from. */
export async function buildWithPast(site: SiteName, folder: string): Promise<Past & { out: string }> {
	const past = withPast(inputOf(site), textsOf(site));
	const input = join(folder, 'input', site);
	rmSync(input, { recursive: true, force: true });
	mkdirSync(join(input, 'editions'), { recursive: true });
	writeFileSync(join(input, 'input.json'), JSON.stringify(past.input));
	writeTexts(input, [...past.texts.keys()], (hash) => past.texts.get(hash) as Buffer);
	for (const { code, number, hash, state } of past.input.histories.flatMap(({ editions }) => editions))
		if (state !== 'published in error')
			writeFileSync(
				join(input, 'editions', `${hash}.json`),
				JSON.stringify(past.views.get(`${code} ${number}`)),
			);
	const [renderer] = await Promise.all(compileSites(ROOT, WORK, [site]));
	if (!renderer) throw new Error('No renderer');
	const out = join(folder, site);
	await buildSites([{ input, out, renderer, search: false }]);
	return { ...past, out };
}
