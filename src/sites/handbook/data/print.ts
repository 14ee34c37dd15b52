/** The whole handbook on one page, for paper. Links within the handbook lead to places on this page. */
import { documentTypes } from '../../../model/collection.ts';
import { timescaleInWords } from '../../../model/timescale.ts';
import type { DocumentInput, LoadText, PageInput, SiteInput } from '../../../release/site-input.ts';
import { sectionOf, sections } from '../sections.ts';
import { evidenceShown } from './evidence.ts';
import { type Frame, frameOf } from './frame.ts';
import { appliesInWords, current } from './listed.ts';

export interface PrintPage {
	frame: Frame;
	/** The day the handbook is for. */
	today: string;
	parts: {
		title: string;
		documents: {
			code: string;
			title: string;
			summary: string;
			inForceFrom?: string;
			owner: string;
			lastReviewed: string;
			applies: { what: string; values: string }[];
			html: string;
		}[];
	}[];
	timescales: { id: string; name: string; words: string; starts: string; verified: boolean }[];
	rights: { id: string; number: number; title: string; plain: string; whatWeDo: string }[];
	terms: { id: string; term: string; plain: string; staff?: string }[];
}

export function printPage(input: SiteInput, read: LoadText): PageInput[] {
	const places = new Map([
		...current(input).map(({ path, code }) => [path, code] as const),
		...input.timescales.map(({ path = '', id }) => [path, `timescale-${id}`] as const),
		...input.rights.map(({ path = '', id }) => [path, id] as const),
		...input.terms.map(({ id }) => [`/glossary/#${id}`, `term-${id}`] as const),
	]);
	const withBodies = <T>(bodyOf: (document: DocumentInput) => T) => ({
		frame: frameOf(input, { path: '/print/', title: 'The whole handbook, for printing' }),
		today: input.today,
		parts: documentTypes.map((type) => ({
			title: sections[sectionOf[type]].title,
			documents: current(input, type).map((document) => {
				const { code, title, summary, changeNote, owner, review, appliesTo } = document;
				return {
					code,
					title,
					summary,
					...(changeNote.inForceFrom !== undefined && { inForceFrom: changeNote.inForceFrom }),
					owner,
					lastReviewed: review.lastReviewed,
					applies: appliesInWords(input, appliesTo),
					html: bodyOf(document),
				};
			}),
		})),
		timescales: input.timescales.map((each) => ({
			id: `timescale-${each.id}`,
			name: each.name.en,
			words: timescaleInWords(each),
			starts: each.startsWhen.en,
			verified: evidenceShown(each.evidence).verified,
		})),
		rights: input.rights.map(({ id, number, title, plain, whatWeDo }) => ({
			id,
			number,
			title: title.en,
			plain: plain.en,
			whatWeDo,
		})),
		terms: [...input.terms]
			.sort((a, b) => a.term.en.localeCompare(b.term.en, 'en'))
			.map(({ id, term, plain, staff }) => ({
				id: `term-${id}`,
				term: term.en,
				plain: plain.en,
				...(staff !== undefined && { staff }),
			})),
	});
	return [
		{
			path: '/print/',
			later: () => ({
				key: JSON.stringify([withBodies(({ text }) => text), [...places]]),
				data: (): PrintPage => withBodies(({ text, code }) => onOnePage(read(text).html, code, places)),
			}),
		},
	];
}

/** The body of a document among others: ids made unique by its code, and headings one level down. */
export function onOnePage(html: string, code: string, places: ReadonlyMap<string, string>): string {
	const own = (id: string) => (id.startsWith(code) ? id : `${code}-${id}`);
	return html.replace(/<(?:\/?h[2-5]|[a-z][^>]* (?:id|href)=)[^>]*>/g, (tag) =>
		tag
			.replace(/^(<\/?h)([2-5])/, (_, start: string, level: string) => `${start}${Number(level) + 1}`)
			.replace(/ (id|href)="([^"]*)"/g, (all, name: string, value: string) => {
				if (name === 'id') return ` id="${own(value)}"`;
				const place = value.startsWith('#') ? own(value.slice(1)) : places.get(value);
				return place === undefined ? all : ` href="#${place}"`;
			}),
	);
}
