/** A topic: everything under one heading. */
import { inLanguage } from '../../../model/field.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import type { Frame } from '../frame.ts';
import { frameOf, inBothLanguages, type Listed, listed, pagesInForce } from './site.ts';

export interface Topic {
	frame: Frame;
	name: string;
	description: string;
	pages: Listed[];
}

export function topicPages(input: SiteInput): PageInput[] {
	return input.topics.flatMap(({ id, name, description }) =>
		inBothLanguages((language) => {
			const frame = frameOf(input, { path: `/topics/${id}/` }, language);
			const data: Topic = {
				frame,
				name: inLanguage(name, language),
				description: inLanguage(description, language),
				pages: pagesInForce(input, language)
					.filter(({ topics }) => topics.some((topic) => topic.id === id))
					.map((page) => listed(page, language)),
			};
			return { path: frame.path, data };
		}),
	);
}
