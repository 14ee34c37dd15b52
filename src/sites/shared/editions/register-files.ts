/** The register as files of the site, from which anybody can check every edition of it. */
import { type EditionPlace, publishRegister } from '../../../editions/index.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { dataAddress, editionAddress, isReadable } from './past.ts';

/** The page that says what the register is. */
export const REGISTER_PATH = '/register/';

export function registerPages(input: SiteInput): PageInput[] {
	if (!input.register) return [];
	return Object.entries(publishRegister(input.register, placesOf(input))).map(([file, text]) => ({
		path: `/${file}`,
		data: text,
	}));
}

/** Where each edition that may be read is published. */
function placesOf({ site, histories }: SiteInput): EditionPlace[] {
	return histories.flatMap(({ editions }) =>
		editions.filter(isReadable).map((edition) => ({
			code: edition.code,
			number: edition.number,
			parts: dataAddress(edition),
			pages: Object.fromEntries(
				edition.languages.map((language) => [language, editionAddress(site, edition, language)]),
			),
		})),
	);
}
