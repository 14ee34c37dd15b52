/** Asking an index: from the words somebody typed to results in order. The page and the command both ask this way. */
import type { Language } from '../model/language.ts';
import type { Engine, EngineOptions, Filters, Found } from './engine.ts';
import { holdsNumber } from './matching.ts';
import { beginsAlike, type ExactName, exactFilter, type QueryUnderstanding, understand } from './query.ts';
import { rank, rankBySome, weights } from './ranking.ts';
import { type Result, resultOf } from './result.ts';

export interface Question {
	words: string;
	language: Language;
	/** By name: the values of which a page must have one. */
	filters?: Record<string, string[]>;
	order?: 'relevance' | 'date';
	/** The filters to count values of. */
	count?: readonly string[];
}

export interface Answer {
	understood: QueryUnderstanding;
	/** Whether no page holds all the words, so that the results hold only some of them. */
	some: boolean;
	/** In order. What a result says is fetched when it is to be shown. */
	results: { id: string; load(): Promise<Result> }[];
	/** By filter, how many results each value would leave if it were the only one of its filter. */
	counts: Record<string, Record<string, number>>;
}

/**
 * How to start an engine. No worker: the policy of our pages refuses it. And one address for each file of the index,
 * so that a browser can ask whether it has changed.
 */
export const engineOptions: EngineOptions = { noWorker: true, metaCacheTag: '' };

/** Set an engine up. To be done once, before the first question. */
export async function prepare(engine: Engine): Promise<void> {
	await engine.options({ baseUrl: '/', ranking: weights });
}

/** Ask an index. Throws when it cannot be read. */
export async function ask(
	engine: Engine,
	{ words, language, filters = {}, order = 'relevance', count = [] }: Question,
): Promise<Answer> {
	const understood = understand(words, language);
	if (understood.words.length === 0) return { understood, some: false, results: [], counts: {} };
	const narrowed = filtersFor(filters, count);
	const search = (each: string) =>
		engine.search(each, { filters: narrowed, sort: order === 'date' ? { date: 'desc' } : undefined });
	const known = await Promise.all(understood.words.map((each) => knownOf(engine, each)));
	const asked = known.map((each) => each.join(' ')).filter((each) => each !== '');
	const [named, found] = await Promise.all([
		understood.exact ? byName(engine, understood.exact, narrowed) : [],
		Promise.all(asked.map(search)),
	]);
	const lists = await Promise.all(found.map(({ results }) => withNumber(results, understood.number)));
	const whole = order === 'date' ? rank([], [...lists, named]) : rank(named, lists);
	const isNarrowed = Object.values(filters).some((values) => values.length > 0);
	const alone =
		whole.length === 0 && !isNarrowed ? new Set(known.filter((each) => each.length > 1).flat()) : [];
	const partly = rankBySome((await Promise.all([...alone].map(search))).map(({ results }) => results));
	const exact = new Set(named.map(({ id }) => id));
	return {
		understood,
		some:
			named.length === 0 && (partly.length > 0 || asked.every((each) => !understood.words.includes(each))),
		results: [...whole, ...partly].map((result) => ({
			id: result.id,
			load: async () =>
				resultOf(await result.data(), understood.words, exact.has(result.id) ? understood.exact : undefined),
		})),
		counts:
			asked[0] === undefined ? {} : await countsOf(engine, asked[0], filters, count, found[0]?.filters ?? {}),
	};
}

/**
 * The words that stand in the index, in the form asked for or in one that begins like it. Where there is none, the
 * engine takes the longest word that the word asked for begins with, which may be a single letter: those are left out.
 */
async function knownOf(engine: Engine, words: string): Promise<string[]> {
	if (words.includes('"')) return [words];
	const isKnown = await Promise.all(words.split(' ').map((word) => stands(engine, word)));
	return words.split(' ').filter((_, at) => isKnown[at]);
}

async function stands(engine: Engine, word: string): Promise<boolean> {
	const exactly = await engine.search(`"${word}"`, { filters: {} });
	if (exactly.results.length > 0) return true;
	const { results } = await engine.search(word, { filters: {} });
	const best = await results[0]?.data();
	if (!best) return false;
	const text = best.content.split(/\s+/);
	// Found by its title or its summary alone, which have no places in the text.
	const matches =
		best.locations.length > 0
			? best.locations.map((at) => text[at] ?? '')
			: Object.values(best.meta).flatMap((value) => value.split(/\s+/));
	return matches.some((match) => beginsAlike(word, match));
}

async function byName(engine: Engine, { key }: ExactName, filters: Filters): Promise<Found[]> {
	const { results } = await engine.search(null, {
		filters: { ...filters, [exactFilter(key)]: { any: [key] } },
	});
	return results;
}

/** Filters as the engine takes them. A filter that no value is chosen of lets everything pass, and is counted. */
function filtersFor(chosen: Record<string, string[]>, count: readonly string[]): Filters {
	const names = [...new Set([...count, ...Object.keys(chosen)])];
	return Object.fromEntries(
		names.map((name) => [name, chosen[name]?.length ? { any: chosen[name] } : { none: [''] }]),
	);
}

async function countsOf(
	engine: Engine,
	words: string,
	chosen: Record<string, string[]>,
	count: readonly string[],
	counted: Record<string, Record<string, number>>,
): Promise<Answer['counts']> {
	const counts: Answer['counts'] = {};
	for (const name of count) {
		if (!chosen[name]?.length) counts[name] = counted[name] ?? {};
		else
			counts[name] =
				(await engine.search(words, { filters: filtersFor({ ...chosen, [name]: [] }, count) })).filters[
					name
				] ?? {};
	}
	return counts;
}

/** The pages that hold a number whole, or all of them when no number is asked for. */
async function withNumber(results: Found[], number: string | undefined): Promise<Found[]> {
	if (number === undefined) return results;
	const hold = await Promise.all(
		results.map(async ({ data }) => {
			const { content, meta } = await data();
			return [content, ...Object.values(meta)].some((text) => holdsNumber(text.split(/\s+/), number));
		}),
	);
	return results.filter((_, at) => hold[at]);
}
