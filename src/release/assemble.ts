/**
 * Assembling the input of one site: a pure function of content, audience and moment.
 *
 * First everything the site may not see is taken away; then bodies are rendered against what is left. So the
 * public input cannot hold staff material, embargoed text or their traces: rendering never saw them.
 */

import { renderBody } from '../markup/rendering.ts';
import { type Audience, mayAppear } from '../model/audience.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { DataOf, DocumentType, EntryType } from '../model/collection.ts';
import { documentTypes } from '../model/collection.ts';
import { dayOf } from '../model/document.ts';
import type { Entry } from '../model/entry.ts';
import { isVerified } from '../model/evidence.ts';
import type { ReferenceTarget } from '../model/field.ts';
import { compare, type Issue } from '../model/issue.ts';
import { languages } from '../model/language.ts';
import { pilotRuns } from '../model/pilot.ts';
import { addressOf, imageAddress } from './addresses.ts';
import { digest } from './digest.ts';
import { documentInput, linksTo, type RenderedBody } from './document-input.ts';
import type { Store } from './packed-store.ts';
import type { JudgedContent } from './read-content.ts';
import { keepRendered, keptRendered, keptTexts, type Texts, textFrom } from './rendered-body.ts';
import type { DataInput, SiteInput } from './site-input.ts';
import { addressIn, renderOptions, visibleCatalogue } from './visible.ts';

export { visibleCatalogue } from './visible.ts';

export interface Assembled {
	input: SiteInput;
	/** The texts of its documents. */
	texts: Texts;
	/** Problems that only show when a body meets the facts it names. */
	issues: Issue[];
	/** How many bodies had to be rendered now. */
	rendered: number;
	/** What the body of each file shows of other entries. */
	shown: ReadonlyMap<string, RenderedBody['shown']>;
}

/** The input of one site. */
export function assembleSite(content: JudgedContent, site: Audience, at: string, store: Store): Assembled {
	const catalogue = visibleCatalogue(content, site, at);
	const today = dayOf(at);
	const texts = keptTexts(store);
	const issues: Issue[] = [];
	let rendered = 0;

	const bodyOf = ({ file }: Entry) => {
		const body = content.bodies.get(file);
		if (!body) throw new Error(`The body of ${file} was not parsed`);
		return body;
	};
	const render = (entry: Entry): RenderedBody => {
		const body = bodyOf(entry);
		const { on, ...options } = renderOptions(catalogue, site, today, entry);
		const key = digest(
			content.bodyDigests.get(entry.file) ?? '',
			JSON.stringify(options),
			factsDigest(catalogue, content, entry),
		);
		let result = keptRendered(store, key, on);
		if (!result) {
			const href = (target: ReferenceTarget, id: string) =>
				addressIn(catalogue, site, target, id, entry.language);
			result = keepRendered(store, key, renderBody(body, catalogue, { ...options, on, href, bodyOf }));
			rendered++;
		}
		issues.push(...result.issues);
		return result;
	};

	/** Images that some page shows; the site gets no others. */
	const images = new Set<string>();
	const shownBy = new Map<string, RenderedBody['shown']>();
	const shown = (entry: Entry): RenderedBody => {
		const result = render(entry);
		shownBy.set(entry.file, result.shown);
		for (const { target, id } of result.shown) if (target === 'media') images.add(id);
		return result;
	};

	const documents = documentTypes
		.flatMap((type) => catalogue.all(type) as Entry<DocumentType>[])
		.flatMap((english) =>
			[english, ...catalogue.translations(english)].map((entry) =>
				documentInput(catalogue, site, at, english, entry, shown(entry)),
			),
		)
		.sort((a, b) => compare(a.code, b.code) || languages.indexOf(a.language) - languages.indexOf(b.language));

	const data = <T extends EntryType>(type: T) =>
		catalogue.all(type).map(({ id, data }) => ({
			...(site === 'public' ? withoutNotes(data) : data),
			id,
			path: addressOf(site, type, id),
			linksHere: linksTo(catalogue, site, type as ReferenceTarget, id),
		})) as DataInput<DataOf<T>>[];
	const pilots = data('pilot').map((pilot) => ({ ...pilot, running: pilotRuns(pilot, today) }));

	const input: SiteInput = {
		site,
		at,
		today,
		documents,
		histories: [],
		areas: data('area').map(({ notes, ...area }) => ({
			...area,
			...(site === 'public' &&
				!isVerified(area.contact.evidence) && {
					contact: { website: area.contact.website, evidence: area.contact.evidence },
				}),
			notes: (notes ?? []).filter(({ audience }) => mayAppear(audience, site)),
			pilots: site === 'staff' ? pilotsOf(area.id, pilots) : [],
		})),
		pilots: site === 'staff' ? pilots : [],
		rights: data('right').map((right) => (site === 'staff' ? right : { ...right, whatWeDo: '' })),
		timescales: site === 'staff' ? data('timescale') : [],
		organisations: data('organisation')
			.filter(({ evidence }) => site === 'staff' || isVerified(evidence))
			.map((each) => ({
				...each,
				phones: each.phones.filter(({ evidence }) => site === 'staff' || isVerified(evidence)),
			})),
		terms: data('term').map((term) =>
			site === 'staff' ? term : { ...term, staff: undefined, useInstead: undefined },
		),
		topics: data('topic'),
		roles:
			site === 'staff'
				? Object.fromEntries(catalogue.all('person').map(({ id, data: { role } }) => [id, role]))
				: {},
		bankHolidays:
			site === 'staff' ? catalogue.all('bank-holidays').flatMap(({ data: { days } }) => days) : [],
		...(site === 'staff' && {
			bankHolidaySources: Object.fromEntries(
				catalogue.all('bank-holidays').map(({ data: { year, evidence } }) => [`${year}`, evidence]),
			),
		}),
		redirects: catalogue
			.all('redirect')
			.filter(({ data }) => data.site === site)
			.map(({ data: { from, to } }) => ({ from, to })),
		passages: Object.fromEntries(
			catalogue
				.all('passage')
				.filter(({ id }) => SHOWN_BY_LAYOUTS.includes(id))
				.map((english) => [
					english.id,
					Object.fromEntries(
						[english, ...catalogue.translations(english)].map((entry) => [
							entry.language,
							textFrom(texts(shown(entry).text)).html,
						]),
					),
				]),
		),
		media: catalogue
			.all('media')
			.filter(({ id }) => images.has(id))
			.map(({ id, data: { file, alt } }) => ({ id, path: imageAddress(file), alt })),
	};
	return { input, texts, issues, rendered, shown: shownBy };
}

/** Passages that layouts put on pages themselves, beside those that bodies show. */
const SHOWN_BY_LAYOUTS = ['emergency'];

/** Facts as the public may have them: what is doubtful about one is a note for staff. */
function withoutNotes<T>(data: T): T {
	return JSON.parse(
		JSON.stringify(data, (key, value) => (key === 'evidence' ? { ...value, note: undefined } : value)),
	) as T;
}

function pilotsOf(area: string, pilots: SiteInput['pilots']) {
	return pilots.flatMap((pilot) =>
		pilot.areas
			.filter((each) => each.area === area)
			.map(({ from, to }) => ({ id: pilot.id, name: pilot.name.en, from, ...(to !== undefined && { to }) })),
	);
}

/** Digest of every entry whose words a body may show, through passages too. */
function factsDigest(
	catalogue: Catalogue,
	content: JudgedContent,
	{ file, language }: Pick<Entry, 'file' | 'language'>,
	seen = new Set<string>(),
): string {
	const parts: string[] = [];
	for (const { target, id, clause } of catalogue.references(file)) {
		const key = clause === undefined ? `${target}:${id}` : `${target}:${id} with clauses`;
		if (seen.has(key)) continue;
		seen.add(key);
		const found = target === 'document' ? catalogue.document(id) : catalogue.get(target, id);
		const local = found && catalogue.get(found.type, found.id, language);
		// A document is named by its code; where it stands follows from its id.
		parts.push(key, found?.id ?? '', found ? dataDigest(found) : '', local ? dataDigest(local) : '');
		if (clause !== undefined)
			parts.push(...[found, local].map((each) => (each && content.bodyDigests.get(each.file)) ?? ''));
		if (found?.type === 'passage') {
			for (const each of [found, local]) {
				if (!each) continue;
				// What a passage in English shows in English is among what is found.
				const inside = factsDigest(catalogue, content, { file: each.file, language }, seen);
				parts.push(content.bodyDigests.get(each.file) ?? '', inside);
			}
		}
	}
	return digest(...parts);
}

/** Digests of data that many bodies name, made once. */
const dataDigests = new WeakMap<object, string>();

function dataDigest({ data }: Entry): string {
	const made = dataDigests.get(data) ?? digest(JSON.stringify(data));
	dataDigests.set(data, made);
	return made;
}
