/** The feed of the public site: pages that are new, changed or withdrawn. It names no page that is sensitive. */
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { feedFiles } from '../../shared/feeds.ts';

export function feedPages(input: SiteInput): PageInput[] {
	const sensitive = new Set(
		input.documents.filter(({ victimPage }) => victimPage?.sensitive).map(({ code }) => code),
	);
	const entries = input.histories
		.filter(({ code }) => !sensitive.has(code))
		.flatMap(({ code, editions }) =>
			editions
				.filter(({ state, changeNote }) => state !== 'published in error' && changeNote.kind === 'major')
				.map(({ number, title, path, published, changeNote: { what, why } }) => ({
					id: `${code}/${number}`,
					title,
					path,
					published,
					what,
					why,
				})),
		)
		.sort((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : a.id < b.id ? -1 : 1));
	return feedFiles(
		{
			name: 'all',
			title: 'Information for victims: what has changed',
			description: 'A demonstration, not an official publication.',
			language: 'en',
			page: '/',
			at: input.at,
		},
		entries,
	);
}
