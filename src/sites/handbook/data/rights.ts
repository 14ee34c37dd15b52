/** The rights of victims, and what each asks of staff. */
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { sections } from '../sections.ts';
import { type EvidenceShown, evidenceShown } from './evidence.ts';
import { type Frame, frameOf } from './frame.ts';
import { current, type Named, named } from './listed.ts';
import { dataRecord } from './search-record.ts';
import { type Cell, cell, holds } from './timescale-table.ts';

export interface RightsPage {
	frame: Frame;
	rights: { number: number; title: string; path: string; plain: string; leadProvider: string }[];
}

export interface RightPage {
	frame: Frame;
	number: number;
	title: string;
	plain: string;
	leadProvider: string;
	whatWeDo: string[];
	timescales: (Cell & { name: string })[];
	documents: Named[];
	mentions: Named[];
	evidence: EvidenceShown;
	previous?: { title: string; path: string };
	next?: { title: string; path: string };
}

export function rightPages(input: SiteInput): PageInput[] {
	const places = input.rights.map(({ number, title, path = '' }) => ({
		title: title.en,
		path,
		code: `Right ${number}`,
	}));
	const list: RightsPage = {
		frame: frameOf(input, { ...sections.rights, section: 'rights' }),
		rights: input.rights.map(({ number, title, path = '', plain, leadProvider }) => ({
			number,
			title: title.en,
			path,
			plain: plain.en,
			leadProvider,
		})),
	};
	return [
		{ path: '/rights/', data: list },
		...input.rights.map((right, index): PageInput => {
			const { id, number, title, path = '', plain, leadProvider, whatWeDo, evidence, linksHere } = right;
			const documents = current(input).filter(({ rights }) => rights.includes(id));
			const codes = new Set(documents.map(({ code }) => code));
			const data: RightPage = {
				frame: frameOf(input, {
					path,
					title: `Right ${number}: ${title.en}`,
					section: 'rights',
					inSection: places,
					below: true,
				}),
				number,
				title: title.en,
				plain: plain.en,
				leadProvider,
				whatWeDo: paragraphs(whatWeDo),
				timescales: input.timescales
					.filter((each) => each.right === id && holds(each, input.today))
					.map((each) => ({ name: each.name.en, ...cell(each) })),
				documents: documents.flatMap(named),
				mentions: linksHere.filter(({ code }) => code !== undefined && !codes.has(code)).flatMap(named),
				evidence: evidenceShown(evidence),
				previous: places[index - 1],
				next: places[index + 1],
			};
			return {
				path,
				data,
				search: dataRecord({
					lastChecked: evidence.lastChecked,
					title: `Right ${number}: ${title.en}`,
					summary: plain.en,
					type: 'Right',
					code: `Right ${number}`,
					text: `${plain.en}\n${whatWeDo}\n${leadProvider}`,
					right: id,
				}),
			};
		}),
	];
}

export function paragraphs(text: string): string[] {
	return text
		.split(/\n{2,}/)
		.map((each) => each.trim())
		.filter(Boolean);
}
