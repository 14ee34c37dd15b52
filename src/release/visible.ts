/** What a site may see at a moment, and how a body is rendered for it. Pure: the editor’s preview uses the same. */
import type { RenderOptions } from '../markup/rendering.ts';
import { type Audience, mayAppear } from '../model/audience.ts';
import { audienceOf, type Catalogue, codeOf, partOf } from '../model/catalogue.ts';
import { type DataOf, type DocumentType, isDocumentType } from '../model/collection.ts';
import { documentState } from '../model/document.ts';
import type { Entry } from '../model/entry.ts';
import type { ReferenceTarget } from '../model/field.ts';
import type { Language } from '../model/language.ts';
import { addressOf, imageAddress } from './addresses.ts';
import { linkTo, placeholdersOf } from './document-input.ts';

/** The part of the catalogue that a site may see at a moment. */
export function visibleCatalogue(
	{ catalogue }: { catalogue: Catalogue },
	site: Audience,
	at: string,
): Catalogue {
	return partOf(catalogue, (entry) => {
		const english = catalogue.get(entry.type, entry.id) ?? entry;
		if (!mayAppear(audienceOf(english), site)) return false;
		// A translation whose English file cannot be read has no state of its own.
		if (!isDocumentType(english.type) || english.language !== 'en') return true;
		return documentState(english.data as DataOf<DocumentType>, at) !== 'embargoed';
	});
}

/** How the body of an entry is rendered for a site on a day; addresses come from `addressIn`, bodies from whoever has them. */
export function renderOptions(
	catalogue: Catalogue,
	site: Audience,
	on: string,
	entry: Entry,
): Omit<RenderOptions, 'href' | 'bodyOf'> {
	const english = catalogue.get(entry.type, entry.id) ?? entry;
	return {
		site,
		language: entry.language,
		type: entry.type,
		id: entry.id,
		on,
		...(codeOf(english) !== undefined && { code: codeOf(english) }),
		...(entry.type === 'letter' && { placeholders: placeholdersOf(english as Entry<'letter'>, entry) }),
	};
}

/** Where a thing stands on a site, for pages in one language. */
export function addressIn(
	catalogue: Catalogue,
	site: Audience,
	target: ReferenceTarget,
	id: string,
	language: Language,
): string | undefined {
	if (target === 'document') return linkTo(catalogue, site, id, language)?.path;
	if (target === 'media')
		return catalogue.get('media', id) && imageAddress(catalogue.get('media', id)?.data.file ?? '');
	return catalogue.get(target, id) && addressOf(site, target, id, language);
}
