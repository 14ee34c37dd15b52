/** An Area: one of the 14 Areas of the Crown Prosecution Service. Pilots hold their Areas; an Area’s pilots are derived. */
import { z } from 'zod';
import { audienceSchema } from './audience.ts';
import { evidenceSchema } from './evidence.ts';
import { bilingual, line, webAddress } from './field.ts';

export const areaSchema = z.strictObject({
	name: bilingual('Name', 'As the Area calls itself, for example “North West”.', 60),
	covers: bilingual(
		'What it covers',
		'The police force areas or counties, so that people can find theirs.',
		300,
	),
	contact: z
		.strictObject({
			phone: line('Phone', 'The Victim Liaison Unit, with spaces as people say it.', 30).optional(),
			email: z
				.email('Expected an email address')
				.meta({ title: 'Email', description: 'The Victim Liaison Unit.' })
				.optional(),
			post: line('Postal address', 'One line, with commas.', 200).optional(),
			website: webAddress('Web page', 'The Area’s page.').optional(),
			hours: bilingual('Hours', 'When the phone is answered.', 120).optional(),
			evidence: evidenceSchema,
		})
		.meta({ title: 'Contact', description: 'How a victim reaches the Area’s Victim Liaison Unit.' }),
	welshSpeaking: z
		.boolean()
		.meta({ title: 'In Wales', description: 'Whether people may deal with the Area in Welsh.' }),
	notes: z
		.array(
			z.strictObject({
				audience: audienceSchema,
				text: bilingual('Note', 'Something only true in this Area.', 400),
			}),
		)
		.meta({ title: 'Notes', description: 'What is different here.' })
		.optional(),
	evidence: evidenceSchema,
});
export type Area = z.output<typeof areaSchema>;
