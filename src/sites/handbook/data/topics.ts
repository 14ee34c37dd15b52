/** The page of a topic: everything about it, by type. */
import { type DocumentType, documentTypes } from '../../../model/collection.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { sectionOf, sections } from '../sections.ts';
import { type Frame, frameOf } from './frame.ts';
import { current, type Listed, listed } from './listed.ts';

export interface TopicPage {
	frame: Frame;
	name: string;
	description: string;
	groups: { type: DocumentType; title: string; documents: Listed[] }[];
	others: { name: string; path: string }[];
}

export function topicPages(input: SiteInput): PageInput[] {
	return input.topics.map(({ id, name, description, path = '' }) => {
		const documents = current(input).filter(({ topics }) => topics.some((topic) => topic.id === id));
		const data: TopicPage = {
			frame: frameOf(input, { path, title: name.en }),
			name: name.en,
			description: description.en,
			groups: documentTypes
				.map((type) => ({
					type,
					title: sections[sectionOf[type]].title,
					documents: documents
						.filter((document) => document.type === type)
						.map((document) => listed(input, document)),
				}))
				.filter((group) => group.documents.length > 0),
			others: input.topics
				.filter((topic) => topic.id !== id)
				.map((topic) => ({ name: topic.name.en, path: topic.path ?? '' })),
		};
		return { path, data };
	});
}
