/** The feeds of the handbook: one of everything and one of each type of document, with major changes only. */
import { documentTypes } from '../../../model/collection.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { feedFiles } from '../../shared/feeds.ts';
import { sectionOf, sections } from '../sections.ts';
import { type Change, changes } from './changes.ts';

export function feedPages(input: SiteInput): PageInput[] {
	const told = changes(input).filter(({ published, major }) => published !== undefined && major);
	const feed = (name: string, title: string, of: readonly Change[]) =>
		feedFiles(
			{
				name,
				title: `${title} – Victim communication handbook`,
				description: 'Major changes. A demonstration, not an official publication.',
				language: 'en',
				page: sections['whats-new'].path,
				at: input.at,
			},
			of.map(({ document, edition, published = '', what, why }) => ({
				id: `${document.code}/${edition?.number ?? published}`,
				title: `${document.code} ${document.title}`,
				path: edition?.path ?? document.path,
				published,
				what,
				why,
			})),
		);
	return [
		...feed('all', 'What is new', told),
		...documentTypes.flatMap((type) =>
			feed(
				sectionOf[type],
				sections[sectionOf[type]].title,
				told.filter(({ document }) => document.type === type),
			),
		),
	];
}
