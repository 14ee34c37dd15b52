/**
 * The feeds of the public site, in English and in Welsh: pages that are new, changed or withdrawn, told from the
 * editions alone, since notes of changes are written for staff. They name no page that is sensitive.
 */
import type { Language } from '../../../model/language.ts';
import type { HistoryInput, PageInput, SiteInput } from '../../../release/site-input.ts';
import { changesAddress, editionBefore, isReadable } from '../../shared/editions/past.ts';
import { type FeedEntry, feedFiles } from '../../shared/feeds.ts';
import { interfaceLanguages, wordsFor } from '../../shared/words/index.ts';
import { addressFor, feedAddress } from '../address.ts';

export function feedPages(input: SiteInput): PageInput[] {
	return interfaceLanguages.flatMap((language) => {
		const { siteName, feed } = wordsFor(language);
		return feedFiles(
			{
				path: feedAddress(language),
				title: `${feed.title} – ${siteName}`,
				author: siteName,
				description: feed.description,
				language,
				page: addressFor('home', language),
			},
			entriesIn(input, language),
		);
	});
}

function entriesIn(input: SiteInput, language: Language): FeedEntry[] {
	return input.documents
		.filter((document) => document.language === language && document.victimPage?.sensitive === false)
		.flatMap(({ code, title, path }) => {
			const history = input.histories.find((each) => each.code === code);
			return history ? entriesOf(history, { title, path, language }) : [];
		})
		.sort((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : a.id < b.id ? -1 : 1));
}

/** Each version of a page, and the day it was taken out of use. */
function entriesOf(
	history: HistoryInput,
	{ title, path, language }: { title: string; path: string; language: Language },
): FeedEntry[] {
	const { feed } = wordsFor(language);
	const id = (what: string | number) => `${history.code}/${language}/${what}`;
	return [
		...history.editions
			.filter((edition) => isReadable(edition) && edition.languages.includes(language))
			.map((edition): FeedEntry => {
				const isNew = editionBefore(history, edition, language) === undefined;
				return {
					id: id(edition.number),
					title,
					path: isNew ? path : changesAddress('public', edition, language),
					published: edition.published,
					text: isNew ? feed.isNew : feed.changed,
				};
			}),
		...history.events.flatMap((event): FeedEntry[] =>
			event.kind === 'withdrawal'
				? [{ id: id(`withdrawn-${event.on}`), title, path, published: event.at, text: feed.withdrawn }]
				: [],
		),
	];
}
