/** A made-up input of the public site, small enough to read. */
import type { DocumentInput, PageInput, SiteInput } from '../../src/release/site-input.ts';
import { pages } from '../../src/sites/public/pages.ts';

const evidence = (mark: 'primary' | 'secondary' | 'unverified') =>
	({ mark, source: 'A made-up source', lastChecked: '2026-11-01' }) as const;

export function document(id: string, values: Partial<DocumentInput> = {}): DocumentInput {
	const { language = 'en' } = values;
	return {
		type: 'victim-page',
		id,
		code: 'VP-001',
		language,
		path: `${language === 'en' ? '' : `/${language}`}/information/${id}/`,
		state: 'in force',
		title: `Title of ${id} (${language})`,
		summary: `Summary of ${id}`,
		text: 'its-hash',
		leadsTo: [],
		headings: [],
		clauses: [],
		languages: [{ language: 'en', path: `/information/${id}/`, title: `Title of ${id}` }],
		topics: [{ id: 'going-to-court', name: 'Going to court' }],
		stages: ['at-court'],
		rights: ['right-1'],
		appliesTo: {},
		owner: '',
		review: { lastReviewed: '2026-10-20', by: '', outcome: '', next: '2027-10-20', overdue: false },
		changeNote: { kind: 'minor', what: '', why: '' },
		related: [],
		linksHere: [],
		facts: [],
		victimPage: { helpsWith: ['do something'], sensitive: false },
		...values,
	};
}

/** The pages of an input, with what each is made of at hand. */
export function pagesOf(input: SiteInput): PageInput[] {
	const text = { html: '<p>Body</p>', sections: [{ id: '', heading: '', text: 'Body' }] };
	return pages(
		input,
		() => ({}),
		() => text,
	).map(({ later, ...page }) => (later ? { ...page, data: later().data() } : page));
}

export function siteInput(documents: DocumentInput[]): SiteInput {
	return {
		site: 'public',
		at: '2026-11-23T09:00:00Z',
		today: '2026-11-23',
		documents,
		histories: [],
		areas: [
			{
				id: 'wessex',
				name: { en: 'Wessex' },
				covers: { en: 'Three made-up counties.' },
				contact: { phone: '01632 960 000', evidence: evidence('unverified') },
				welshSpeaking: false,
				evidence: evidence('unverified'),
				pilots: [],
				linksHere: [],
			},
			{
				id: 'south-east',
				name: { en: 'South East' },
				covers: { en: 'Two made-up counties.' },
				contact: { phone: '01632 960 001', evidence: evidence('primary') },
				welshSpeaking: false,
				evidence: evidence('primary'),
				pilots: [],
				linksHere: [],
			},
		],
		pilots: [],
		rights: [
			{
				id: 'right-1',
				number: 1,
				title: { en: 'To be understood', cy: 'I gael eich deall' },
				plain: { en: 'In plain words.' },
				leadProvider: 'Everybody',
				whatWeDo: '',
				evidence: evidence('secondary'),
				linksHere: [],
			},
		],
		timescales: [],
		organisations: [
			{
				id: 'made-up-line',
				name: { en: 'Made-up line' },
				about: { en: 'Listens.' },
				phones: [
					{ number: '01632 960 002', free: true, evidence: evidence('primary') },
					{ number: '01632 960 003', free: false, evidence: evidence('unverified') },
				],
				coverage: 'England and Wales',
				emergency: false,
				evidence: evidence('primary'),
				linksHere: [],
			},
			{
				id: 'unconfirmed-line',
				name: { en: 'Unconfirmed line' },
				about: { en: 'Nobody has checked it.' },
				phones: [],
				coverage: 'England and Wales',
				emergency: false,
				evidence: evidence('unverified'),
				linksHere: [],
			},
		],
		terms: [
			{
				id: 'charge',
				term: { en: 'charge', cy: 'cyhuddo' },
				audience: 'public',
				plain: { en: 'To say in law that somebody did a crime.' },
				linksHere: [],
			},
		],
		topics: [
			{
				id: 'going-to-court',
				name: { en: 'Going to court', cy: 'Mynd i’r llys' },
				description: { en: 'What happens there.' },
				audience: 'public',
				homePosition: 1,
				linksHere: [],
			},
		],
		roles: {},
		bankHolidays: [],
		redirects: [],
		passages: { emergency: { en: '<p>Call 999.</p>' } },
		media: [],
	};
}
