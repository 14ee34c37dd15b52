/** Taking a published text back: an edition that should never have been, or personal data within one. */
import type { Audience } from '../model/audience.ts';
import { canonicalJson, sha256Hex } from '../model/canonical.ts';
import type { EditionRecord, LanguageViews } from './edition.ts';
import { recordFile, viewsFile } from './edition-files.ts';
import { partHashes } from './part-hashes.ts';
import type { Plan } from './plan.ts';
import type { NewEntry } from './register.ts';
import type { PublishedEdition, Standing } from './standing.ts';

export interface Retraction {
	/** The moment of it. */
	at: string;
	/** Readers are told, also those of the public site where it shows the document. */
	why: string;
}

/** An edition as each site that shows it keeps it. */
export interface EditionOnSites {
	record: EditionRecord;
	sites: Partial<Record<Audience, { document: Standing; edition: PublishedEdition; views: LanguageViews }>>;
}

/** What is written to take a text back. */
export type Retracted = Pick<Plan, 'entries' | 'files'>;

/** What stands in place of words that were taken out. */
export const TAKEN_OUT = '[removed]';

/** Remove an edition from reading. Its hashes and the reason stay. */
export function publishedInError({ record, sites }: EditionOnSites, { at, why }: Retraction): Retracted {
	const done = nothing();
	const { code, number } = record;
	const text = canonicalJson({ ...record, source: {} });
	for (const [site, { document }] of each(sites)) {
		const entry: NewEntry = { kind: 'error', at, code, number, why };
		done.entries[site].push(site === 'staff' ? { ...entry, record: sha256Hex(text) } : entry);
		if (site === 'staff') done.files.set(recordFile(document, number), text);
	}
	return done;
}

/** Take words out of an edition, wherever they stand. The hashes of what was there stay. Throws in words for whoever asked. */
export function redacted(
	{ record, sites }: EditionOnSites,
	words: string,
	{ at, why }: Retraction,
): Retracted {
	const done = nothing();
	const { code, number, source, words: hashes, own, shown, emergencyBy, ...facts } = record;
	const without = <T>(value: T) => withoutWords(value, words);
	if (canonicalJson(facts) !== canonicalJson(without(facts)))
		throw new Error(
			`“${words}” stands in the title or the change note of ${code}/${number}, which the register keeps for ever. Publish it in error instead, and then a new edition.`,
		);
	const text = canonicalJson({ ...record, source: without(source) });
	let found = false;
	for (const [site, { document, edition, views }] of each(sites)) {
		const rest = without(views);
		found ||= canonicalJson(rest) !== canonicalJson(views);
		const rendering = edition.rendering + 1;
		const parts = { ...partHashes(rest), ...(edition.parts.media && { media: edition.parts.media }) };
		done.files.set(viewsFile(document, number, rendering, site), canonicalJson(rest));
		if (site === 'staff') done.files.set(recordFile(document, number), text);
		done.entries[site].push({
			kind: 'redaction',
			at,
			code,
			number,
			rendering,
			why,
			parts:
				site === 'staff'
					? { ...parts, source: sourceHashes(without(source)), record: sha256Hex(text) }
					: { ...parts, source: {} },
		});
	}
	if (!found && canonicalJson(source) === canonicalJson(without(source)))
		throw new Error(
			`“${words}” does not stand in ${code}/${number}. Write the words exactly as they are there.${
				sites.staff?.edition.redacted
					? ' Words were taken out of it before: if that release was cut short, run “npm run publish” to finish it.'
					: ''
			}`,
		);
	return done;
}

const nothing = (): Retracted => ({ entries: { staff: [], public: [] }, files: new Map() });

function each(sites: EditionOnSites['sites']) {
	return Object.entries(sites) as [Audience, NonNullable<EditionOnSites['sites'][Audience]>][];
}

/** The files of every form of a text of this document that was taken out: none of them may stay. */
export function takenOut(document: Standing, site: Audience): string[] {
	return document.editions.flatMap(({ number, rendering, error, redacted }) => {
		const gone = error !== undefined ? rendering : redacted ? rendering - 1 : 0;
		return Array.from({ length: gone }, (_, index) => viewsFile(document, number, index + 1, site));
	});
}

function withoutWords<T>(value: T, words: string): T {
	const inHtml = words.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');
	return JSON.parse(
		JSON.stringify(value, (_, inner: unknown) =>
			typeof inner === 'string'
				? inner.normalize('NFC').replaceAll(words.normalize('NFC'), TAKEN_OUT).replaceAll(inHtml, TAKEN_OUT)
				: inner,
		),
	) as T;
}

function sourceHashes(source: EditionRecord['source']): Record<string, string> {
	return Object.fromEntries(Object.entries(source).map(([language, text]) => [language, sha256Hex(text)]));
}
