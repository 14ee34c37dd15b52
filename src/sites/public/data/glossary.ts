/** Words explained: the glossary, A to Z, with the words other people use for the same thing. */
import { inLanguage } from '../../../model/field.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import type { Frame } from '../frame.ts';
import { byLetter, type Letter } from './letters.ts';
import { frameOf, inBothLanguages } from './site.ts';

export interface Word {
	id: string;
	term: string;
	plain: string;
}

export interface Glossary {
	frame: Frame;
	letters: Letter<Word>[];
}

export function glossaryPages(input: SiteInput): PageInput[] {
	return inBothLanguages((language) => {
		const frame = frameOf(input, 'glossary', language);
		const words = input.terms.map(({ id, term, plain }) => ({
			id,
			term: inLanguage(term, language),
			plain: inLanguage(plain, language),
		}));
		const data: Glossary = { frame, letters: byLetter(words, ({ term }) => term, language) };
		return { path: frame.path, data };
	});
}
