/** What the parts of a form know of the document they belong to. */
import { createContext, useContext } from 'react';
import type { BodyType } from '../../../src/markup/index.ts';
import type { Language } from '../../../src/model/language.ts';
import type { Placeholder } from '../../../src/model/letter-template.ts';

export interface Surroundings {
	type: BodyType;
	language: Language;
	/** The placeholders of a letter template, as they are in the form now. */
	placeholders(): Pick<Placeholder, 'name' | 'type' | 'choices' | 'label'>[];
	/** Said to screen readers. */
	announce(words: string): void;
}

const context = createContext<Surroundings>({
	type: 'guidance',
	language: 'en',
	placeholders: () => [],
	announce: () => {},
});

export const SurroundingsProvider = context.Provider;
export const useSurroundings = () => useContext(context);
