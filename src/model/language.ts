/** The languages content can be written in. English is the source; the others are translations of it. */
import { z } from 'zod';
import { line } from './field.ts';

export const languages = ['en', 'cy', 'ar', 'ur'] as const;
export type Language = (typeof languages)[number];

export const languageNames: Record<Language, { own: string; english: string }> = {
	en: { own: 'English', english: 'English' },
	cy: { own: 'Cymraeg', english: 'Welsh' },
	ar: { own: 'العربية', english: 'Arabic' },
	ur: { own: 'اردو', english: 'Urdu' },
};

/** The direction the language is written in. */
export function direction(language: Language): 'ltr' | 'rtl' {
	return language === 'ar' || language === 'ur' ? 'rtl' : 'ltr';
}

export const translationSchema = z
	.strictObject({
		state: z.enum(['machine-drafted', 'in review', 'reviewed']).meta({
			title: 'State',
			description: 'Machine-drafted text is marked on the page until a translator has reviewed it.',
		}),
		translatedFrom: z
			.string()
			.regex(/^[0-9a-f]{64}$/, 'Expected the 64 letters and digits of a SHA-256')
			.meta({
				title: 'Hash of the English text translated from',
				description: 'Filled in by the editor; shows when the English has changed since.',
			})
			.optional(),
		note: line('Note', 'What the translator should look at first.', 300).optional(),
	})
	.meta({ title: 'Translation', description: 'How far this translation has come.' });

export type Translation = z.output<typeof translationSchema>;
