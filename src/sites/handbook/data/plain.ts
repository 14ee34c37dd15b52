/** The pages whose words are the site’s own. */
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { type Frame, frameOf } from './frame.ts';

export interface PlainPage {
	frame: Frame;
}

export function plainPages(input: SiteInput): PageInput[] {
	const page = (path: string, title: string): PageInput => ({
		path,
		data: { frame: frameOf(input, { path, title }) } satisfies PlainPage,
	});
	return [
		page('/about/', 'About this handbook'),
		page('/search/', 'Search'),
		page('/404.html', 'There is no page here'),
	];
}
