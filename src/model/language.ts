/** How far a translation has come; and the languages themselves. */
import { z } from 'zod';
import { line } from './field.ts';

export { direction, type Language, languageNames, languages } from './languages.ts';

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
