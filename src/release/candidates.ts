/** Every document that could be published now, as planning takes it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Candidate, Shown, SiteViews, Standing } from '../editions/index.ts';
import type { Audience } from '../model/audience.ts';
import { canonicalJson, sha256Hex } from '../model/canonical.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { DataOf, DocumentType } from '../model/collection.ts';
import { dayOf, nextReview } from '../model/document.ts';
import type { Entry } from '../model/entry.ts';
import { inLanguage } from '../model/field.ts';
import type { Language } from '../model/language.ts';
import { mayJudge } from '../model/person.ts';
import { textHash } from '../model/text-hash.ts';
import type { Assembled } from './assemble.ts';
import { viewOf } from './document-view.ts';
import { type FrozenImage, frozenImages, withFrozenImages } from './frozen-images.ts';
import type { Images } from './images.ts';
import type { JudgedContent } from './read-content.ts';

/** Who wrote these files (below the content folder) since a moment, or ever: ids of people. */
export type AuthorsOf = (files: readonly string[], since: string | undefined) => readonly string[];

/** The documents that both sites would show, and the images on them. */
export function candidatesOf(
	content: JudgedContent,
	assembled: Record<Audience, Assembled>,
	images: Images,
	authorsOf: AuthorsOf,
	published: ReadonlyMap<string, Standing>,
): { candidates: Candidate[]; images: FrozenImage[] } {
	const { catalogue } = content;
	const views = new Map<string, SiteViews>();
	const media = new Map<string, Candidate['media']>();
	const used = new Map<string, FrozenImage>();
	for (const site of ['staff', 'public'] as const) {
		const { input, texts } = assembled[site];
		const frozen = frozenImages(input, images);
		for (const document of input.documents) {
			const { view, shown } = withFrozenImages(viewOf(document, texts), frozen);
			const own = views.get(view.code) ?? {};
			views.set(view.code, { ...own, [site]: { ...own[site], [view.language]: view } });
			const before = media.get(view.code) ?? {};
			const hashes = Object.fromEntries(shown.map(({ name, hash }) => [name, hash]));
			media.set(view.code, { ...before, [site]: { ...before[site], ...hashes } });
			for (const image of shown) used.set(image.name, image);
		}
	}
	const today = dayOf(assembled.staff.input.at);
	/** What many documents show is digested once. */
	const known = new Map<string, Shown>();
	const candidates = [...views].flatMap(([code, own]) => {
		const english = catalogue.document(code);
		if (!english) return [];
		// Editions that a fact made were not written by anybody.
		const standing = published.get(code);
		const since = standing?.editions.findLast(({ causes }) => causes === undefined)?.published;
		return candidateOf(content, english, own, media.get(code) ?? {}, {
			shown: () => shownBy(content, assembled, english, today, known),
			authors: (files) => authorsOf([...files, ...filesBefore(english, files, standing)], since),
		});
	});
	return { candidates, images: [...used.values()] };
}

/** What files were called before their document was renamed: who wrote in them then wrote in it. */
function filesBefore({ id }: Entry, files: readonly string[], standing: Standing | undefined): string[] {
	if (!standing) return [];
	return [standing.id, ...standing.formerIds].flatMap((former) =>
		former === id ? [] : files.map((file) => file.replace(`/${id}.`, `/${former}.`)),
	);
}

function candidateOf(
	{ catalogue, root, standIns }: JudgedContent,
	english: Entry<DocumentType>,
	views: SiteViews,
	media: Candidate['media'],
	asked: { shown(): Candidate['shown']; authors(files: readonly string[]): readonly string[] },
): Candidate {
	const files = [english, ...catalogue.translations(english)];
	const keys = english.data as DataOf<DocumentType>;
	const of = <T>(value: (file: Entry<DocumentType>) => T) =>
		Object.fromEntries(files.map((file) => [file.language, value(file)])) as Partial<Record<Language, T>>;
	return {
		code: keys.code,
		type: english.type,
		id: english.id,
		file: english.file,
		locate: english.locate,
		keys,
		views,
		media,
		// Only what is to be published is asked for more than its words.
		get source() {
			return of(({ file }) => standIns.get(file) ?? readFileSync(join(root, file), 'utf8'));
		},
		get own() {
			return of(ownWords);
		},
		get signed() {
			return of((file) =>
				textHash(
					{ data: english.data, body: english.body?.source ?? '' },
					file === english ? undefined : { data: file.data, body: file.body?.source ?? '' },
				),
			);
		},
		unreviewed: files.flatMap(({ language, data }) => {
			const { translation } = data as { translation?: { state: string } };
			return translation && translation.state !== 'reviewed' ? [language] : [];
		}),
		get shown() {
			return asked.shown();
		},
		get authors() {
			return asked.authors(files.map(({ file }) => file));
		},
		maySign: (person, language) => {
			const found = catalogue.get('person', person);
			return found !== undefined && mayJudge(found.data, [language]);
		},
		review: {
			on: keys.review.lastReviewed,
			by: roleOf(catalogue, keys.review.by),
			outcome: keys.review.outcome,
			next: nextReview(keys.review),
		},
	};
}

/** The role of a person; the id of one who is not there. */
export function roleOf(catalogue: Catalogue, person: string): string {
	return catalogue.get('person', person)?.data.role ?? person;
}

/** Keys that are no words of the document. */
const NOT_WORDS = [
	'code',
	'owner',
	'topics',
	'rights',
	'stages',
	'publishAt',
	'review',
	'changeNote',
	'signOffs',
	'withdrawn',
	'related',
	'translation',
	'livedExperienceReview',
	'nextStep',
];

function ownWords({ data, body }: Entry<DocumentType>): string {
	const keys = Object.fromEntries(Object.entries(data).filter(([key]) => !NOT_WORDS.includes(key)));
	return sha256Hex(canonicalJson({ keys, body: (body?.source ?? '').replaceAll('\r\n', '\n').trim() }));
}

/** What a document shows of other entries, in any language and on any site. */
function shownBy(
	{ catalogue, bodyDigests }: JudgedContent,
	assembled: Record<Audience, Assembled>,
	english: Entry<DocumentType>,
	today: string,
	known: Map<string, Shown>,
): Record<string, Shown> {
	const shown: Record<string, Shown> = {};
	for (const { file } of [english, ...catalogue.translations(english)]) {
		for (const { target, id } of [
			...(assembled.staff.shown.get(file) ?? []),
			...(assembled.public.shown.get(file) ?? []),
		]) {
			const found = target === 'document' ? catalogue.document(id) : catalogue.get(target, id);
			if (!found) continue;
			const key = `${target} ${id}`;
			let one = known.get(key);
			if (!one) {
				const said = [found, ...catalogue.translations(found)].map((entry) =>
					target === 'document'
						? (entry.data as { title: string }).title
						: [whatShows(entry, today), bodyDigests.get(entry.file) ?? ''],
				);
				one = { target, id, name: nameOf(found), hash: sha256Hex(canonicalJson(said)) };
				known.set(key, one);
			}
			shown[key] = one;
		}
	}
	return shown;
}

/** The data of an entry without where it comes from and when it was checked, with how it stands on the day. */
function whatShows({ type, data }: Entry, today: string): unknown {
	if (type === 'passage') return '';
	const said = JSON.parse(
		JSON.stringify(data, (key, value) => (key === 'evidence' ? (value as { mark: string }).mark : value)),
	) as object;
	const { from, to } = data as { from?: string; to?: string };
	return type === 'pilot'
		? [said, (from ?? '') > today ? 'to come' : to !== undefined && to < today ? 'ended' : 'runs']
		: said;
}

function nameOf({ id, type, data }: Entry): string {
	const { name, title, term, code } = data as {
		name?: string | { en: string };
		title?: string | { en: string };
		term?: { en: string };
		code?: string;
	};
	const found = name ?? title ?? term ?? id;
	const words = typeof found === 'string' ? found : inLanguage(found, 'en');
	return code !== undefined && type !== 'media' ? `${code}, ${words}` : words;
}
