/** Find your Area: the 14 Areas, with what has been checked about each. */
import { isVerified } from '../../../model/evidence.ts';
import { inLanguage } from '../../../model/field.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import type { Frame } from '../frame.ts';
import { frameOf, inBothLanguages } from './site.ts';

export interface Areas {
	frame: Frame;
	/** The public list of Areas that the names were read in. */
	mainSite?: string;
	areas: {
		id: string;
		name: string;
		/** Absent while nobody has confirmed it. */
		covers?: string;
		phone?: string;
		email?: string;
		post?: string;
		hours?: string;
		website?: string;
		welsh: boolean;
		notes: string[];
	}[];
}

export function areaPages(input: SiteInput): PageInput[] {
	return inBothLanguages((language) => {
		const frame = frameOf(input, 'areas', language);
		const data: Areas = {
			frame,
			mainSite: input.areas.find(({ evidence }) => evidence.url !== undefined)?.evidence.url,
			areas: input.areas.map(({ id, name, covers, contact, welshSpeaking, notes, evidence }) => ({
				id,
				name: inLanguage(name, language),
				...(isVerified(evidence) && { covers: inLanguage(covers, language) }),
				...(isVerified(contact.evidence) && {
					phone: contact.phone,
					email: contact.email,
					post: contact.post,
					hours: contact.hours && inLanguage(contact.hours, language),
				}),
				website: contact.website,
				welsh: welshSpeaking,
				notes: (notes ?? []).map(({ text }) => inLanguage(text, language)),
			})),
		};
		return { path: frame.path, data };
	});
}
