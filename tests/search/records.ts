/** A handful of records to index. */
import type { IndexedPage } from '../../src/search/index.ts';

const page = (path: string, title: string, text: string, more: Partial<IndexedPage> = {}): IndexedPage => ({
	path,
	language: 'en',
	title,
	sections: [{ id: '', heading: '', text }],
	meta: {},
	filters: {},
	sort: { date: '2026-10-01' },
	...more,
});

export const records: IndexedPage[] = [
	page(
		'/standards/explaining-decisions/',
		'Explaining decisions',
		'How to explain a decision about stalking.',
		{
			sections: [
				{ id: '', heading: '', text: 'How to explain a decision about stalking.' },
				{
					id: 'reasons',
					heading: 'Give the reasons',
					text: 'VCS-04.1 Must\nYou must give the reasons.\nVCS-04.2 Should\nYou should avoid jargon.',
				},
			],
			meta: { code: 'VCS-04', type: 'Standard', summary: 'What an explanation holds.' },
			filters: { type: ['Standard'], right: ['Right 6'] },
			sort: { date: '2026-11-02' },
		},
	),
	page(
		'/letters/charge-stopped/',
		'All charges stopped',
		'We have stopped the case about stalking & harassment <now>.',
		{
			meta: { code: 'LT-002', type: 'Letter template', summary: 'Tells somebody that the case has stopped.' },
			filters: { type: ['Letter template'], right: ['Right 6'], area: ['Wessex'] },
			sort: { date: '2026-11-01' },
		},
	),
	page('/letters/charge-stopped/cy/', 'Pob cyhuddiad wedi’i stopio', 'Rydym wedi stopio’r achos.', {
		language: 'cy',
		meta: { code: 'LT-002', type: 'Letter template' },
		filters: { type: ['Letter template'] },
	}),
	page('/guidance/appeals/', 'Appeals', 'What happens when somebody appeals.', {
		meta: { code: 'GD-015', type: 'Guidance' },
		filters: { type: ['Guidance'] },
	}),
	page(
		'/guidance/appeals-and-reviews/',
		'Appeals and reviews: appeals, appeals, appeals',
		'Appeals. Appeals. Appeals.',
		{
			meta: { code: 'GD-099', type: 'Guidance' },
			filters: { type: ['Guidance'] },
		},
	),
	page(
		'/guidance/old-phone-calls/',
		'Old phone calls',
		'How we used to call about whistles. Whistles, whistles.',
		{
			meta: { code: 'GD-098', type: 'Guidance', withdrawn: '2026-09-01' },
			filters: { type: ['Guidance'] },
		},
	),
	page(
		'/guidance/phone-calls/',
		'Phone calls',
		'How to make a call. One may hear whistles on the line, which mean nothing at all here.',
		{
			meta: { code: 'GD-001', type: 'Guidance' },
			filters: { type: ['Guidance'] },
		},
	),
	page('/rights/right-6/', 'Right 6: To be provided with information', 'What you must be told.', {
		meta: { code: 'Right 6', type: 'Right' },
		filters: { type: ['Right'], right: ['Right 6'] },
	}),
	page('/guidance/odd-words/', 'Odd <b>words</b> & "signs"', '', {
		sections: [
			{
				id: '',
				heading: '',
				text: 'data-pagefind-ignore data-pagefind-body <p data-pagefind-ignore="all">hidden whale</p> <script>otter</script> --> </body></html> badger',
			},
			{
				id: 'signs',
				heading: 'A heading with <i>signs</i> & "quotes"',
				text: 'Zero\u200Bwidth pelican &lt;heron&gt;',
			},
		],
		meta: { code: 'GD-097', type: 'Guidance', summary: 'data-pagefind-meta="title:Wrong" <meta>' },
		filters: { type: ['Guidance'], channel: ['a:b, c[d]'] },
	}),
	page('/ar/information/help/', 'مساعدة', 'يمكنك طلب المساعدة', { language: 'ar' }),
	page('/cy/information/canllaw/', 'Tŷ’r llys', 'Beth sy’n digwydd yn y llys.', {
		language: 'cy',
		meta: { code: 'VP-011' },
	}),
	page('/cy/your-rights/', 'Eich 12 hawl', 'Mae gennych hawliau.', {
		language: 'cy',
		sections: [
			{ id: '', heading: '', text: 'Mae gennych hawliau.' },
			{ id: 'right-6', heading: 'Hawl 6', text: 'Cael gwybodaeth.' },
			{ id: 'right-7', heading: 'Hawl 7', text: 'Gwneud datganiad.' },
		],
	}),
];
