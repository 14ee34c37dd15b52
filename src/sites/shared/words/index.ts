/** The words of the interface, in the language of the page. */
import type { Language } from '../../../model/language.ts';
import { ar } from './ar.ts';
import { cy } from './cy.ts';
import { en, type Words } from './en.ts';

export type { Words };

const inLanguage: Partial<Record<Language, Words>> = { en, cy, ar };

/** Words in a language; in English for a language the interface does not speak. */
export function wordsFor(language: Language): Words {
	return inLanguage[language] ?? en;
}

/** The languages whole sites are written in; a page in another language stands among English ones. */
export const interfaceLanguages = ['en', 'cy'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** The language of the menus around a page. */
export function interfaceLanguage(language: Language): InterfaceLanguage {
	return language === 'cy' ? 'cy' : 'en';
}

/** A pattern with its gaps filled: `fill('{count} pages', { count: 3 })`. */
export function fill(pattern: string, values: Record<string, string | number>): string {
	return pattern.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
