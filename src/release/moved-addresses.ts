/** Old addresses that lead on for ever: of documents that were renamed, and of those that became part of another. */
import { readableEditions, type Standing } from '../editions/index.ts';
import type { Audience } from '../model/audience.ts';
import { addressOf, translatedAddress } from './addresses.ts';
import { languagesOf } from './histories.ts';

interface Moved {
	from: string;
	to: string;
}

/** Where the old addresses of a site lead. */
export function movedAddresses(published: readonly Standing[], site: Audience): Moved[] {
	const byCode = new Map(published.map((document) => [document.code, document]));
	const of = ({ type }: Standing, id: string) => addressOf(site, type, id) ?? '';
	return published.flatMap((document) => {
		const own = of(document, document.id);
		const target = document.mergedInto === undefined ? undefined : byCode.get(document.mergedInto);
		const today = target ? of(target, target.id) : own;
		const lost = readableEditions(document).length === 0;
		const languages = new Set(document.editions.flatMap(languagesOf));
		const below = ['history/', ...readableEditions(document).map(({ number }) => `editions/${number}/`)];
		return [...languages].flatMap((language) => {
			const there = (path: string) => translatedAddress(site, path, language);
			// The text it became part of need not have this language.
			const main = target && !target.editions.at(-1)?.parts.view[language] ? today : there(today);
			const move = (old: string): Moved[] => [
				{ from: there(old), to: main },
				...below.map((page) => ({ from: there(`${old}${page}`), to: there(`${own}${page}`) })),
			];
			return [
				...(target ? [{ from: there(own), to: main }] : []),
				...(lost ? [{ from: there(own), to: there(`${own}history/`) }] : []),
				...document.formerIds.flatMap((id) => move(of(document, id))),
			];
		});
	});
}
