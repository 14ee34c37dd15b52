/** The 12 rights in plain words. */
import { isVerified } from '../../../model/evidence.ts';
import { inLanguage } from '../../../model/field.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { wordsFor } from '../../shared/words/index.ts';
import type { Frame } from '../frame.ts';
import { frameOf, inBothLanguages, type Listed, listed, pagesInForce } from './site.ts';

export interface Rights {
	frame: Frame;
	/** The page about complaints. */
	complaints?: Listed;
	rights: {
		id: string;
		number: number;
		title: string;
		plain: string;
		source: { source: string; url?: string; lastChecked: string; secondary: boolean };
		pages: Listed[];
	}[];
}

export function rightsPages(input: SiteInput): PageInput[] {
	return inBothLanguages((language) => {
		const frame = frameOf(input, 'rights', language);
		const pages = pagesInForce(input, language);
		const complaints = pages.find(({ id }) => id === 'complaints');
		const data: Rights = {
			frame,
			...(complaints && { complaints: listed(complaints, language) }),
			rights: input.rights
				.filter(({ evidence }) => isVerified(evidence))
				.map(({ id, number, title, plain, evidence: { mark, source, url, lastChecked } }) => ({
					id,
					number,
					title: inLanguage(title, language),
					plain: inLanguage(plain, language),
					source: { source, url, lastChecked, secondary: mark === 'secondary' },
					pages: pages
						.filter(({ rights }) => rights.includes(id))
						.map((page) => ({ ...listed(page, language), summary: '' })),
				})),
		};
		const { title, intro } = wordsFor(language).rights;
		return {
			path: frame.path,
			data,
			search: {
				language,
				title,
				sections: [
					{ id: '', heading: '', text: intro },
					...data.rights.map((right) => ({
						id: right.id,
						heading: `${right.number}. ${right.title}`,
						text: right.plain,
					})),
				],
				meta: { summary: intro },
				filters: {},
				sort: {},
			},
		};
	});
}
