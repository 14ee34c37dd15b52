/** The feeds of the handbook: one of everything and one of each type of document, with major changes only. */
import { documentTypes } from '../../../model/collection.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { feedFiles } from '../../shared/feeds.ts';
import { wordsFor } from '../../shared/words/index.ts';
import { sectionOf, sections } from '../sections.ts';
import { type Change, changes } from './changes.ts';

export function feedPages(input: SiteInput): PageInput[] {
	const { handbookName } = wordsFor('en');
	const told = changes(input).filter(({ published, major }) => published !== undefined && major);
	const feed = (name: string, title: string, of: readonly Change[]) =>
		feedFiles(
			{
				path: `/feeds/${name}`,
				title: `${title} – ${handbookName}`,
				author: handbookName,
				description: 'Major changes. A demonstration, not an official publication.',
				language: 'en',
				page: sections['whats-new'].path,
			},
			of.map(({ id, document, edition, published = '', what, why }) => ({
				id,
				title: `${document.code} ${document.title}`,
				path: edition?.path ?? document.path,
				published,
				text: `${what} Why: ${why}`,
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
