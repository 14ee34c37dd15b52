/** What is said of a page that was found: its name, a few of its words, and the parts of it that match. Pure. */
import type { Language } from '../model/language.ts';
import type { Fragment } from './engine.ts';
import { excerptOf, type Piece } from './excerpt.ts';
import { isSameWord, placesOf } from './matching.ts';
import type { ExactName } from './query.ts';

export interface Result {
	title: string;
	url: string;
	language: Language;
	/** Whether it is the thing the words name. */
	exact: boolean;
	code?: string;
	type?: string;
	date?: string;
	withdrawn: boolean;
	excerpt: Piece[];
	/** The parts of the page that match, in reading order. */
	parts: { title: string; url: string; excerpt: Piece[] }[];
}

const EXCERPT = 30;
const PART_EXCERPT = 18;
const PARTS = 3;

/** A page as a result. `exact` is what the words name, when it is this page. */
export function resultOf(
	{ url, content, meta, locations: found, anchors }: Fragment,
	asked: readonly string[],
	exact: ExactName | undefined,
): Result {
	const words = content.split(/\s+/);
	const locations = placesOf(words, found, asked);
	const places = anchors.toSorted((a, b) => a.location - b.location);
	const parts = places.flatMap(({ id, text, location }, index) => {
		const end = places[index + 1]?.location ?? words.length;
		const matches = locations.filter((at) => at >= location && at < end);
		const isExact = id === exact?.anchor;
		if (matches.length === 0 && !isExact) return [];
		// The heading stands before the excerpt already.
		const from = Math.min(end, location + text.split(/\s+/).length);
		return [
			{
				title: text,
				url: `${url}#${id}`,
				excerpt: excerptOf(words, matches, from, end, PART_EXCERPT),
				isExact,
				weight: matches.length,
				index,
			},
		];
	});
	const shown = parts
		.toSorted((a, b) => Number(b.isExact) - Number(a.isExact) || b.weight - a.weight || a.index - b.index)
		.slice(0, PARTS)
		.sort((a, b) => Number(b.isExact) - Number(a.isExact) || a.index - b.index);
	const top = places[0]?.location ?? words.length;
	const { title = '', code, type, summary = '', date, language } = meta;
	return {
		title,
		url,
		language: (language ?? 'en') as Language,
		exact: exact !== undefined,
		code,
		type,
		date,
		withdrawn: meta.withdrawn !== undefined,
		excerpt: betterOf(
			excerptOf(words, locations, 0, top || words.length, EXCERPT),
			summaryOf(summary.split(/\s+/), asked),
			asked,
		),
		parts: shown.map(({ title, url, excerpt }) => ({ title, url, excerpt })),
	};
}

/** A summary whole, with the words that match. */
function summaryOf(words: readonly string[], asked: readonly string[]): Piece[] {
	const all = words.map((_, at) => at);
	return excerptOf(words, placesOf(words, all, asked), 0, words.length, words.length);
}

/**
 * What to say of a page: the beginning of its text, unless its summary holds more of the words. The text of a letter
 * begins with what is the same in every letter.
 */
function betterOf(excerpt: Piece[], summary: Piece[], asked: readonly string[]): Piece[] {
	const held = (pieces: Piece[]) => {
		const words = pieces.filter(({ match }) => match).map(({ text }) => text);
		return asked
			.flatMap((each) => each.replaceAll('"', '').split(' '))
			.filter((each) => words.some((word) => isSameWord(each, word))).length;
	};
	const isSilent = !excerpt.some(({ match }) => match);
	return summary.length > 0 && (isSilent || held(summary) > held(excerpt)) ? summary : excerpt;
}
