/** A right: one of the 12 rights under the Victims’ Code. Its id is `right-1` to `right-12`. */
import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { bilingual, line, paragraph } from './field.ts';

export const rightSchema = z.strictObject({
	number: z.int().min(1).max(12).meta({ title: 'Number', description: 'In the order of the Code, 1 to 12.' }),
	title: bilingual('Title', 'As the Code names it.', 160),
	plain: bilingual('In plain words', 'What it means for a victim, in our own words.', 600),
	leadProvider: line('Who provides it', 'The organisation or organisations the Code names first.', 160),
	whatWeDo: paragraph(
		'What it asks of our staff',
		'What the prosecuting authority has to do, and what others do.',
		900,
	),
	evidence: evidenceSchema,
});
export type Right = z.output<typeof rightSchema>;
