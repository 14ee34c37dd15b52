/** The reference of components, for those who write: made from the files, the examples and the refusals themselves. */
import { type ComponentDocs, componentDocs } from '../../../markup/index.ts';
import { collections } from '../../../model/collection.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { type Frame, frameOf } from './frame.ts';

export interface ComponentsPage {
	frame: Frame;
	components: {
		name: string;
		summary: string;
		where: string;
		props: { name: string; hint: string; required: boolean; choices: string[] }[];
		/** How it is written, and what readers see, without addresses: the examples name things that do not exist. */
		examples: { name: string; source: string; html: string }[];
		refused: { name: string; source: string; issues: string[] }[];
	}[];
}

export function componentsPage(input: SiteInput): PageInput[] {
	const path = '/about/components/';
	const frame = frameOf(input, { path, title: 'Components for writing' });
	const data: ComponentsPage = {
		frame: { ...frame, above: [...frame.above, { title: 'About this handbook', path: '/about/' }] },
		components: [...componentDocs]
			.sort((a, b) => (a.name < b.name ? -1 : 1))
			.map((docs) => ({
				name: docs.name,
				summary: docs.summary,
				where: whereInWords(docs),
				props: docs.props.map(({ name, hint, required, choices = [] }) => ({
					name,
					hint,
					required,
					choices,
				})),
				examples: docs.examples.map(({ name, source, html }) => ({ name, source, html: inert(html) })),
				refused: docs.refused.map(({ name, source, issues }) => ({ name, source, issues: [...issues] })),
			})),
	};
	return [{ path, data }];
}

/** The words for a picture stand for it: the pictures of the examples do not exist. */
function inert(html: string): string {
	return html
		.replace(/ (?:href|rel|id|aria-[a-z]+|tabindex)="[^"]*"/g, '')
		.replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, '<p>Picture: $1</p>');
}

function whereInWords({ place, types }: ComponentDocs): string {
	const lines = {
		inline: 'In a sentence.',
		block: 'On lines of its own.',
		either: 'In a sentence, or on a line of its own.',
	}[place];
	if (!types) return lines;
	return `${lines} Only in ${types.map((type) => collections[type].plural).join(', ')}.`;
}
