/** A passage: reusable text that pages and letters show by id, so that one wording is kept in one place. */
import { z } from 'zod';
import { audienceSchema } from './audience.ts';
import { line } from './field.ts';
import { translationSchema } from './language.ts';

export const passageSchema = z.strictObject({
	name: line('Name', 'What the passage says, for the list of passages.', 120),
	audience: audienceSchema,
});
export const passageTranslationSchema = z.strictObject({
	name: passageSchema.shape.name,
	translation: translationSchema,
});
export type Passage = z.output<typeof passageSchema>;
