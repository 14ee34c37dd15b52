/** A topic: a heading that readers look under. */
import { z } from 'zod';
import { audienceSchema } from './audience.ts';
import { bilingual } from './field.ts';

export const topicSchema = z.strictObject({
	name: bilingual('Name', 'For example “Domestic abuse”.', 60),
	description: bilingual('Description', 'What somebody finds under it.', 240),
	audience: audienceSchema,
	homePosition: z
		.int()
		.min(1)
		.max(6)
		.meta({
			title: 'Place on the public home page',
			description: '1 to 6 for the six choices of the first screen. Empty for every other topic.',
		})
		.optional(),
});
export type Topic = z.output<typeof topicSchema>;
