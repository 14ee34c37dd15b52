/** An image: a PNG, JPEG or WebP file beside its record, shown by id and always with a text alternative. */
import { z } from 'zod';
import { audienceSchema } from './audience.ts';
import { bilingual, line } from './field.ts';

export const mediaSchema = z.strictObject({
	file: z
		.string()
		.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:png|jpg|webp)$/, 'Expected a file name such as court-room.png')
		.meta({
			title: 'File',
			description: 'The image file in the same folder.',
		}),
	alt: bilingual('Text alternative', 'What somebody who cannot see the image needs to know.', 300),
	audience: audienceSchema,
	credit: line('Credit', 'Who made it, and under what terms we may use it.', 200),
});
export type Media = z.output<typeof mediaSchema>;
