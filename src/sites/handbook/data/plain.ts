/** The pages whose words are the site’s own. */
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { yearsOf } from './as-at.ts';
import { type Frame, frameOf } from './frame.ts';

export interface PlainPage {
	frame: Frame;
	/** Years whose editions can be searched, on the page that searches. */
	years?: string[];
}

export function plainPages(input: SiteInput): PageInput[] {
	const page = (path: string, title: string): PageInput => ({
		path,
		data: { frame: frameOf(input, { path, title }) } satisfies PlainPage,
	});
	return [
		page('/about/', 'About this handbook'),
		{
			path: '/search/',
			data: {
				frame: frameOf(input, { path: '/search/', title: 'Search' }),
				years: yearsOf(input),
			} satisfies PlainPage,
		},
		page('/404.html', 'There is no page here'),
	];
}
