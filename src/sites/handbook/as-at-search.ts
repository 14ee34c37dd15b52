/** Searches what stood on a day: the indexes of all editions are asked, and the editions that stood are shown. */
import type { AsAtQuestion } from '../../editions/as-at.ts';
import { ask, type Engine, type Result } from '../../search/index.ts';
import { loadEditionsEngine, sawFailure } from '../shared/search-engine.ts';
import { showResult } from '../shared/search-result.ts';
import { inTime, type Stood } from './as-at-place.ts';

/** Results shown, and those read at once to find them: which edition a result is of is known when it is read. */
const MOST = 20;
const STEP = 20;
const labels = { exact: 'Exact match', withdrawn: 'Withdrawn', parts: 'Parts of the page' };

let engine: Promise<Engine> | undefined;

/** The results as they are shown, and whether there are more. Rejects when the index cannot be read. */
export async function searchAsAt(
	words: string,
	stood: readonly Stood[],
	{ day, as, indexes }: { day: string; as: AsAtQuestion; indexes: readonly string[] },
): Promise<{ items: HTMLElement[]; more: boolean }> {
	try {
		engine ??= loadEditionsEngine(indexes);
		const { results } = await ask(await engine, { words, language: 'en' });
		const standing = new Map(stood.map((each) => [each.edition.path, each]));
		const found: Result[] = [];
		for (let at = 0; at < results.length && found.length <= MOST; at += STEP) {
			const read = await Promise.all(results.slice(at, at + STEP).map(({ load }) => load()));
			found.push(...read.filter(({ url }) => standing.has(url)));
		}
		if (sawFailure()) throw new Error('The index could not be read');
		const items = found.slice(0, MOST).map((result) =>
			showResult(
				{
					...result,
					withdrawn: standing.get(result.url)?.gone !== undefined,
					url: inTime(result.url, day, as),
					parts: result.parts.map((part) => ({ ...part, url: inTime(part.url, day, as) })),
				},
				'en',
				labels,
			),
		);
		return { items, more: found.length > MOST };
	} catch (error) {
		engine = undefined;
		sawFailure();
		throw error;
	}
}
