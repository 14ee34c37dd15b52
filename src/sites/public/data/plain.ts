/** Pages whose words stand in the site itself: accessibility, privacy, search and the page for unknown addresses. */
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import type { Frame } from '../frame.ts';
import { frameOf, inBothLanguages } from './site.ts';

export interface Plain {
	frame: Frame;
}

export function plainPages(input: SiteInput): PageInput[] {
	const places = ['accessibility', 'privacy', 'search'] as const;
	return [
		...places.flatMap((place) =>
			inBothLanguages((language) => {
				const frame = frameOf(input, place, language);
				return { path: frame.path, data: { frame } satisfies Plain };
			}),
		),
		{
			path: '/404.html',
			data: { frame: { ...frameOf(input, 'home', 'en'), path: '/404.html', languages: [] } } satisfies Plain,
		},
	];
}
