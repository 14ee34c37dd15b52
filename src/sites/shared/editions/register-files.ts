/** The register as files of the site, from which anybody can check every edition of it, and as its page tells of it. */
import {
	DEMONSTRATION,
	type EditionPlace,
	publishRegister,
	type RegisterEntry,
	readCheckpoint,
	readRegister,
	registerFiles,
} from '../../../editions/index.ts';
import { dayOf } from '../../../model/document.ts';
import type { HistoryInput, PageInput, SiteInput } from '../../../release/site-input.ts';
import { dataAddress, editionAddress, historyAddress, isReadable } from './past.ts';

/** Where the page of the register stands. */
export const REGISTER_PATH = '/register/';

/** Where the evidence of a document is made. */
export function evidenceAddress(
	{ code }: Pick<HistoryInput, 'code'>,
	{ on, page = REGISTER_PATH }: { on?: string; page?: string } = {},
): string {
	return `${page}?document=${code}${on === undefined ? '' : `&on=${on}`}#evidence`;
}

/** What the page lists: not what changed beside the words of documents. */
export type ToldKind = Exclude<RegisterEntry['kind'], 'data' | 'rendering'>;

/** One thing that happened, as the page lists it. */
export interface EntryShown {
	kind: ToldKind;
	on: string;
	code: string;
	/** Of an edition. */
	number?: number;
	title: string;
	/** Where its history is told. */
	path?: string;
}

export interface RegisterShown {
	entries: number;
	editions: number;
	/** The day of the first entry. */
	since: string;
	/** The newest first. */
	newest: EntryShown[];
	checkpoint: string;
	keys: string[];
	/** Whether the latest checkpoint was signed with a key that everybody has. */
	demonstration: boolean;
	/** Addresses of its files. */
	files: Record<keyof typeof registerFiles, string>;
}

const NEWEST = 20;

/** The register as its page tells of it; undefined where nothing was published yet. */
export function registerShown({ register, histories }: SiteInput): RegisterShown | undefined {
	if (!register) return undefined;
	const { entries } = readRegister(register.register);
	const published = publishRegister(register, []);
	const checkpoint = published[registerFiles.checkpoint] ?? '';
	return {
		entries: entries.length,
		editions: entries.filter(({ kind }) => kind === 'edition').length,
		since: dayOf(entries[0]?.at ?? ''),
		newest: entries
			// What readers read stayed the same: there may be one of these for every document.
			.filter(({ kind }) => kind !== 'data' && kind !== 'rendering')
			.slice(-NEWEST)
			.reverse()
			.map((entry) => {
				const history = histories.find(({ code }) => code === entry.code);
				return {
					kind: entry.kind as ToldKind,
					on: dayOf(entry.at),
					code: entry.code,
					...('number' in entry && { number: entry.number }),
					title: entry.kind === 'edition' ? entry.title : (history?.title ?? ''),
					...(history && { path: historyAddress(history) }),
				};
			}),
		checkpoint,
		keys: register.keys.split('\n').filter((line) => line !== ''),
		demonstration: readCheckpoint(checkpoint)?.remarks.includes(DEMONSTRATION) ?? false,
		files: Object.fromEntries(
			Object.entries(registerFiles).map(([name, file]) => [name, `/${file}`]),
		) as RegisterShown['files'],
	};
}

/** The files of the register. */
export function registerFilePages(input: SiteInput): PageInput[] {
	if (!input.register) return [];
	return Object.entries(publishRegister(input.register, placesOf(input))).map(([file, text]) => ({
		path: `/${file}`,
		data: text,
	}));
}

/** Where each edition that may be read is published. */
function placesOf({ site, histories }: SiteInput): EditionPlace[] {
	return histories.flatMap(({ editions }) =>
		editions.filter(isReadable).map((edition) => ({
			code: edition.code,
			number: edition.number,
			parts: dataAddress(edition),
			pages: Object.fromEntries(
				edition.languages.map((language) => [language, editionAddress(site, edition, language)]),
			),
		})),
	);
}
