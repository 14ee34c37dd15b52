/** An organisation: a support service, or another body a victim may need, with the ways to reach it. */
import { z } from 'zod';
import { offenceGroupSchema, victimGroupSchema } from './applies-to.ts';
import { evidenceSchema } from './evidence.ts';
import { bilingual, line, listOf, webAddress } from './field.ts';

export const organisationSchema = z.strictObject({
	name: bilingual('Name', 'As the organisation calls itself.', 120),
	about: bilingual('What it does', 'Whom it helps and how, in one or two sentences.', 400),
	phones: z
		.array(
			z.strictObject({
				number: z
					.string()
					.regex(/^\+?\d[\d ]{1,20}\d$/, 'Expected digits and spaces')
					.meta({
						title: 'Number',
						description: 'With spaces, as the organisation writes it.',
					}),
				label: bilingual('Label', 'Only when there is more than one number.', 80).optional(),
				hours: bilingual('Hours', 'When somebody answers, for example “24 hours a day”.', 120).optional(),
				free: z.boolean().meta({ title: 'Free to call', description: 'Only when the organisation says so.' }),
				evidence: evidenceSchema,
			}),
		)
		.meta({ title: 'Phone numbers', description: 'The first is shown first.' }),
	textNumber: z
		.string()
		.regex(/^\d[\d ]{3,20}\d$/, 'Expected digits and spaces')
		.meta({ title: 'Text number', description: 'For text messages.' })
		.optional(),
	relay: line('Relay UK number', 'What to dial before the number, for example “18001”.', 20).optional(),
	languages: listOf(
		line('Language', 'A language somebody can be helped in.', 40),
		'Languages',
		'Leave empty when not known.',
	).optional(),
	website: webAddress('Website', 'The front page, or the page for getting help.').optional(),
	coverage: z
		.enum(['England and Wales', 'England', 'Wales', 'United Kingdom'])
		.meta({ title: 'Where it works', description: 'Choose the smallest that is true.' }),
	helps: z
		.strictObject({
			offenceGroups: listOf(offenceGroupSchema, 'Offence groups', 'The crimes it specialises in.').optional(),
			victimGroups: listOf(victimGroupSchema, 'Victim groups', 'The people it specialises in.').optional(),
		})
		.meta({ title: 'Specialism', description: 'Leave empty when it helps everybody.' })
		.optional(),
	emergency: z.boolean().meta({ title: 'Emergency service', description: 'Shown before all others.' }),
	evidence: evidenceSchema,
});
export type Organisation = z.output<typeof organisationSchema>;
