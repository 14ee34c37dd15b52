/** Pages whose words stand in the site itself: accessibility, privacy, search and the page for unknown addresses. */
import { isVerified } from '../../../model/evidence.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import type { Frame } from '../frame.ts';
import { type Fragment, frameOf, inBothLanguages, passage } from './site.ts';
import { type Service, serviceOf } from './support.ts';

export interface Plain {
	frame: Frame;
}

export interface Search extends Plain {
	/** Whom to call first, for words of despair or fear. */
	first: { when: 'danger' | 'despair'; service: Service }[];
	/** How to call when it is not safe to speak, and whom when nobody is in danger. */
	emergency?: Fragment;
}

/** Services by what they are for. */
const firstToCall = { 'emergency-services': 'danger', samaritans: 'despair' } as const;

export function plainPages(input: SiteInput): PageInput[] {
	const places = ['accessibility', 'privacy'] as const;
	return [
		...places.flatMap((place) =>
			inBothLanguages((language) => {
				const frame = frameOf(input, place, language);
				return { path: frame.path, data: { frame } satisfies Plain };
			}),
		),
		...inBothLanguages((language) => {
			const frame = frameOf(input, 'search', language);
			const data: Search = {
				frame,
				first: Object.entries(firstToCall).flatMap(([id, when]) => {
					const found = input.organisations.find((each) => each.id === id && isVerified(each.evidence));
					return found ? [{ when, service: serviceOf(found, language) }] : [];
				}),
				emergency: passage(input, 'emergency', language),
			};
			return { path: frame.path, data };
		}),
		{
			path: '/404.html',
			data: { frame: { ...frameOf(input, 'home', 'en'), path: '/404.html', languages: [] } } satisfies Plain,
		},
	];
}
