/** A topic: everything under one heading. */
import { inLanguage } from '../../../model/field.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { wordsFor } from '../../shared/words/index.ts';
import type { Frame } from '../frame.ts';
import {
	type Fragment,
	frameOf,
	inBothLanguages,
	type Listed,
	listed,
	pagesInForce,
	pagesInOtherLanguages,
	passage,
} from './site.ts';

export interface Topic {
	frame: Frame;
	name: string;
	description: string;
	/** The emergency line, where a page of the topic is sensitive. */
	emergency?: Fragment;
	pages: Listed[];
}

export function topicPages(input: SiteInput): PageInput[] {
	return input.topics.flatMap(({ id, name, description }, index) =>
		inBothLanguages((language) => {
			const frame = frameOf(input, { path: `/topics/${id}/` }, language);
			const pages = [...pagesInForce(input, language), ...pagesInOtherLanguages(input)]
				.map((page) => ({ page, place: page.topics.findIndex((topic) => topic.id === id) }))
				.filter(({ place }) => place >= 0)
				// A page that names this topic first is about it; others touch on it.
				.sort((a, b) => a.place - b.place)
				.map(({ page }) => page);
			const sensitive = pages.some(({ victimPage }) => victimPage?.sensitive);
			const { siteName, topicPage } = wordsFor(language);
			const data: Topic = {
				// The tab and the history do not say which topic, where being seen with it could put somebody in danger.
				frame: sensitive ? { ...frame, tabTitle: `${topicPage.tab} ${index + 1} – ${siteName}` } : frame,
				name: inLanguage(name, language),
				description: inLanguage(description, language),
				...(sensitive && { emergency: passage(input, 'emergency', language) }),
				pages: pages.map((page) => listed(page, language)),
			};
			return { path: frame.path, data };
		}),
	);
}
