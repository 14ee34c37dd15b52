/** The pages whose words are the site’s own. */
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { REGISTER_PATH } from '../../shared/editions/register-files.ts';
import { yearsOf } from './as-at.ts';
import { type Frame, frameOf } from './frame.ts';

export interface PlainPage {
	frame: Frame;
	/** Where the register stands, on the page that tells of it. */
	register?: string;
	/** Years whose editions can be searched, on the page that searches. */
	years?: string[];
}

export function plainPages(input: SiteInput): PageInput[] {
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
				years: yearsOf(input),
			} satisfies PlainPage,
		},
		page('/404.html', 'There is no page here'),
	];
}
