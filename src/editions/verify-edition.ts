/** Checking one published edition: that its frozen parts have the hashes of the register, and that its page shows them. */
import { canonicalJson, sha256Hex } from '../model/canonical.ts';
import type { Language } from '../model/language.ts';
import type { LanguageViews } from './edition.ts';
import { type FrozenParts, hashesOfParts } from './frozen-parts.ts';
import { type EditionPlace, editionMark, registerFiles } from './published-register.ts';
import type { PublishedEdition } from './standing.ts';
import type { Published } from './verify.ts';

/** What `/…/editions/<n>.json` holds: the parts, and all that a site shows of it. */
interface PublishedParts extends FrozenParts {
	code: string;
	number: number;
	views: LanguageViews;
}

/** Check the frozen parts, the images and the pages of one edition against its hashes. */
export function verifyEdition(
	published: Published,
	edition: PublishedEdition,
	places: readonly EditionPlace[],
): string[] {
	const { sound } = published;
	if (!sound) return problemsOf(published, edition, places);
	const { code, number, id, parts, error } = edition;
	const read = [
		...places.flatMap((place) => [
			place.parts,
			...Object.values(place.pages).map((page) => `${page}index.html`),
		]),
		...Object.keys(parts.media ?? {}).map((image) => `/media/${image}`),
	];
	const checked = JSON.stringify([
		[code, number, id, parts, error],
		places,
		read.map((path) => published.hash(path.slice(1))),
	]);
	if (sound.has(checked)) return [];
	const problems = problemsOf(published, edition, places);
	if (problems.length === 0) sound.add(checked);
	return problems;
}

function problemsOf(
	published: Published,
	{ code, number, id, parts: wanted, error }: PublishedEdition,
	places: readonly EditionPlace[],
): string[] {
	const name = `${code}, edition ${number}`;
	const [place] = places;
	if (error !== undefined)
		return place ? [`${name} was taken from reading, but is listed at ${place.parts}`] : [];
	if (!place || places.length > 1)
		return [`${name} is listed ${places.length} times in ${registerFiles.places}, expected once`];
	const parts = readParts(published.read(place.parts.slice(1)));
	if (parts?.code !== code || parts.number !== number)
		return [`${name}: ${place.parts} is missing, or is not a frozen edition of it and nothing else`];
	const problems: string[] = [];
	const views = Object.entries(parts.views).map(([language, view]) => [
		language,
		sha256Hex(canonicalJson(view)),
	]);
	const found = { ...hashesOfParts(parts), view: Object.fromEntries(views) as Record<string, string> };
	for (const kind of ['html', 'text', 'view'] as const)
		if (canonicalJson(found[kind]) !== canonicalJson(wanted[kind]))
			problems.push(`${name}: the ${kind} in ${place.parts} is not what was frozen`);
	// Its views say where it stands: only what was frozen is asked.
	const misplaced = problems.length === 0 ? placeProblem(place, id, parts) : undefined;
	if (misplaced !== undefined) problems.push(`${name}: ${misplaced}`);
	for (const [image, hash] of Object.entries(wanted.media ?? {}))
		if (published.hash(`media/${image}`) !== hash)
			problems.push(`${name}: the image /media/${image} is not what was frozen`);
	for (const language of Object.keys(wanted.html) as Language[]) {
		const [html, text] = [parts.html[language] ?? '', parts.text[language] ?? ''];
		if (!lettersOf(text).endsWith(wordsOf(html)))
			problems.push(`${name}: its text (${language}) does not have the words of its HTML`);
		const address = place.pages[language];
		const page = address === undefined ? undefined : published.read(`${address.slice(1)}index.html`);
		if (page === undefined) problems.push(`${name} has no page (${language})`);
		else if (!shows(page, editionMark({ code, number }, language), html, text.split('\n')[0] ?? ''))
			problems.push(`${name}: the page ${address} does not show the text that was frozen`);
	}
	return problems;
}

/** What is wrong with where it is said to stand: another address than its own could show the text of another. */
function placeProblem(place: EditionPlace, id: string, { views }: PublishedParts): string | undefined {
	const pages = Object.fromEntries(
		Object.entries(views).map(([language, { id: was, path }]) => [
			language,
			// Its page stood there when it was frozen, under another name perhaps.
			`${String(path).replace(new RegExp(`/${was}/(\\w*/?)$`), `/${id}/$1`)}editions/${place.number}/`,
		]),
	);
	const parts = `${pages.en?.slice(0, -1)}.json`;
	return place.parts !== parts || canonicalJson(place.pages) !== canonicalJson(pages)
		? `${registerFiles.places} says that it stands at ${[place.parts, ...Object.values(place.pages)].join(', ')}, expected ${[parts, ...Object.values(pages)].join(', ')}`
		: undefined;
}

/** Whether a page shows this HTML, whole and alone, in the one element that carries the mark, under its title. */
function shows(page: string, mark: string, html: string, title: string): boolean {
	const [before, after, ...more] = page.split(` data-edition="${mark}"`);
	if (before === undefined || after === undefined || more.length > 0) return false;
	const element = /<(\w+)[^<>]*$/.exec(before)?.[1];
	const [heading = '', ...headings] = [...page.matchAll(/<h1\b[^>]*>([\s\S]*?)<\/h1>/gi)].map(
		([, inner]) => inner,
	);
	return (
		headings.length === 0 &&
		!isSwallowed(before) &&
		after.slice(after.indexOf('>') + 1).startsWith(`${html}</${element}>`) &&
		wordsOf(heading).endsWith(lettersOf(title))
	);
}

/** Whether what follows this HTML is not shown: a comment, or an element whose content no browser shows, is still open. */
function isSwallowed(html: string): boolean {
	const unshown = 'template|textarea|noscript|script|style|title|iframe|object|select|xmp';
	const closed = new RegExp(`<!--[\\s\\S]*?-->|<(${unshown})\\b[\\s\\S]*?</\\1\\s*>`, 'gi');
	return new RegExp(`<!--|<(?:${unshown})\\b`, 'i').test(html.replace(closed, ''));
}

/** The words of HTML as rendering writes it, without space between them. */
function wordsOf(html: string): string {
	return lettersOf(
		html
			.replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/g, '$1')
			.replace(/<[^>]*>/g, '')
			.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (_, hex, decimal, name) =>
				name
					? (named[name.toLowerCase()] ?? '')
					: String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
			),
	);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function lettersOf(text: string): string {
	return text.replace(/\s+/g, '');
}

function readParts(text: string | undefined): PublishedParts | undefined {
	const parts = readJson(text) as Partial<PublishedParts> | null | undefined;
	const texts = (value: unknown, type: string) =>
		typeof value === 'object' &&
		value !== null &&
		Object.values(value).every((each) => typeof each === type && each !== null);
	const keys = parts && Object.keys(parts).sort().join(' ');
	const sound =
		keys === 'code html number text views' &&
		texts(parts?.html, 'string') &&
		texts(parts?.text, 'string') &&
		texts(parts?.views, 'object');
	// One spelling: what stands in it twice would be read in two ways.
	return sound && JSON.stringify(parts) === text ? (parts as PublishedParts) : undefined;
}

/** A value in JSON; undefined when it is none. */
export function readJson(text: string | undefined): unknown {
	try {
		return JSON.parse(text ?? '');
	} catch {
		return undefined;
	}
}
