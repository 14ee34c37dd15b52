/** The pages whose words are the site’s own. */
import type { PageInput } from '../../../release/site-input.ts';
import { REGISTER_PATH } from '../../shared/editions/register-files.ts';
import type { Past } from './edition.ts';
import { type Frame, frameOf } from './frame.ts';

export interface PlainPage {
	frame: Frame;
	/** Where the register stands, on the page that tells of it. */
	register?: string;
	/** Search indexes of the past, the latest first, on the page that searches. */
	pastIndexes?: string[];
}

export function plainPages({ input, indexes }: Past): PageInput[] {
	const page = (path: string, title: string): PageInput => ({
		path,
		data: { frame: frameOf(input, { path, title }) } satisfies PlainPage,
	});
	return [
		{
			path: '/about/',
			data: {
				frame: frameOf(input, { path: '/about/', title: 'About this handbook' }),
				...(input.register && { register: REGISTER_PATH }),
			} satisfies PlainPage,
		},
		{
			path: '/search/',
			data: {
				frame: frameOf(input, { path: '/search/', title: 'Search' }),
				pastIndexes: indexes.all,
			} satisfies PlainPage,
		},
		page('/404.html', 'There is no page here'),
	];
}
