/** The facts a document shows, with where each comes from. */
import { addressOf } from '../../../release/addresses.ts';
import type { DocumentInput, FactInput, SiteInput } from '../../../release/site-input.ts';

export interface FactShown {
	name: string;
	path: string;
	source: string;
	url?: string;
	lastChecked: string;
	verified: boolean;
	secondary: boolean;
}

export function factsShown(input: SiteInput, { language, facts }: DocumentInput): FactShown[] {
	return facts.map(({ type, id, name, source, url, lastChecked, verified, secondary }) => ({
		name: language === 'en' ? name : (englishNameOf(input, type, id) ?? name),
		path: addressOf('staff', type, id) ?? '',
		source,
		...(url !== undefined && { url }),
		lastChecked,
		verified,
		secondary,
	}));
}

/** What the pages around a text call a fact, whatever the language of the text. */
function englishNameOf(input: SiteInput, type: FactInput['type'], id: string): string | undefined {
	if (type === 'right') return input.rights.find((each) => each.id === id)?.title.en;
	const all: { id: string; name: { en: string } }[] =
		type === 'timescale' ? input.timescales : input.organisations;
	return all.find((each) => each.id === id)?.name.en;
}
