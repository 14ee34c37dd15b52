/** The reference data of a site as it is frozen: without what follows from documents or from the day. */
import type { FrozenImage } from './frozen-images.ts';
import type { SiteData, SiteInput } from './site-input.ts';

/** The data that a release shows beside its documents. */
export function siteData(
	input: SiteInput,
	images: ReadonlyMap<string, FrozenImage>,
): { [kind in keyof SiteData]: unknown } {
	const unlinked = <T extends { linksHere: unknown }>(all: readonly T[]) =>
		all.map((each) => ({ ...each, linksHere: [] }));
	return {
		areas: unlinked(input.areas),
		pilots: unlinked(input.pilots).map(({ running, ...pilot }) => pilot),
		rights: unlinked(input.rights),
		timescales: unlinked(input.timescales),
		organisations: unlinked(input.organisations),
		terms: unlinked(input.terms),
		topics: unlinked(input.topics),
		roles: input.roles,
		bankHolidays: input.bankHolidays,
		...(input.bankHolidaySources && { bankHolidaySources: input.bankHolidaySources }),
		redirects: input.redirects,
		passages: input.passages,
		media: input.media.map((image) => {
			const frozen = images.get(image.path);
			return frozen ? { ...image, path: `/media/${frozen.name}` } : image;
		}),
	};
}
