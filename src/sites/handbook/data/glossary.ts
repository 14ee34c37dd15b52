/** The glossary: what each term means, and what to write instead. */
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { sections } from '../sections.ts';
import { type Frame, frameOf } from './frame.ts';
import { byLetter, type Lettered } from './letters.ts';

export interface TermShown {
	id: string;
	term: string;
	welsh?: string;
	staffOnly: boolean;
	plain: string;
	staff?: string;
	synonyms: string[];
	useInstead?: string;
	mentions: { code: string; path: string }[];
}

export interface GlossaryPage {
	frame: Frame;
	letters: Lettered<TermShown>[];
}

export function glossaryPage(input: SiteInput): PageInput[] {
	const { title, path } = sections.glossary;
	const terms = input.terms.map(
		({ id, term, audience, plain, staff, synonyms = [], useInstead, linksHere }): TermShown => ({
			id,
			term: term.en,
			...(term.cy !== undefined && { welsh: term.cy }),
			staffOnly: audience === 'staff',
			plain: plain.en,
			...(staff !== undefined && { staff }),
			synonyms,
			...(useInstead !== undefined && { useInstead }),
			mentions: linksHere.flatMap(({ code, path }) => (code === undefined ? [] : [{ code, path }])),
		}),
	);
	const data: GlossaryPage = {
		frame: frameOf(input, { path, title, section: 'glossary' }),
		letters: byLetter(terms, ({ term }) => term),
	};
	return [
		{
			path,
			data,
			search: {
				language: 'en',
				title,
				sections: [
					{ id: '', heading: '', text: 'What each term means, for staff and for victims.' },
					...terms.map(({ id, term, plain, staff = '', synonyms, useInstead = '' }) => ({
						id,
						heading: term,
						text: [plain, staff, synonyms.join(', '), useInstead].filter(Boolean).join('\n'),
					})),
				],
				meta: {
					summary: 'What each term means, what to say instead, and the Welsh for it.',
					type: 'Glossary',
				},
				filters: { type: ['Glossary'] },
				sort: {},
			},
		},
	];
}
