/**
 * A timescale: a named promise of how soon something happens.
 *
 * Pages and letters name a timescale, never a number, so that a change of policy is a change of one file.
 */
import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { bilingual, day, reference } from './field.ts';

export const timescaleUnits = ['hour', 'working day', 'calendar day', 'week', 'month'] as const;

export const timescaleSchema = z.strictObject({
	name: bilingual('Name', 'What is promised, for example “Telling a victim we are not charging”.', 120),
	length: z.int().positive().max(400).meta({ title: 'Length', description: 'How many units.' }),
	unit: z.enum(timescaleUnits).meta({ title: 'Unit', description: 'What is counted.' }),
	startsWhen: bilingual('Starts when', 'The event that starts the clock.', 240),
	endsWhen: bilingual('Ends when', 'What has to have happened by then.', 240),
	binds: z
		.enum(['prosecuting authority', 'police', 'witness care unit', 'court', 'victim'])
		.meta({ title: 'Who it binds', description: 'Whose deadline it is.' }),
	entitlement: z.enum(['standard', 'enhanced', 'everybody']).meta({
		title: 'Standard or enhanced',
		description: 'Enhanced: for people with Enhanced Rights. Everybody: the same for all.',
	}),
	counterpart: reference(
		'timescale',
		'Counterpart',
		'The enhanced form of a standard timescale, or the other way round.',
	).optional(),
	right: reference('right', 'Right', 'The right under the Victims’ Code it belongs to.').optional(),
	validFrom: day('Valid from', 'The first day it applied.'),
	validTo: day('Valid to', 'The last day it applied. Empty while it applies.').optional(),
	evidence: evidenceSchema,
});
export type Timescale = z.output<typeof timescaleSchema>;

const inWelsh: Record<Timescale['unit'], string> = {
	hour: 'awr',
	'working day': 'diwrnod gwaith',
	'calendar day': 'diwrnod calendr',
	week: 'wythnos',
	month: 'mis',
};

/** The promise in words: “10 working days”. In Welsh the noun stays singular after a number: “10 diwrnod gwaith”. */
export function timescaleInWords(
	{ length, unit }: Pick<Timescale, 'length' | 'unit'>,
	language = 'en',
): string {
	if (language === 'cy') return `${length} ${inWelsh[unit]}`;
	return `${length} ${unit}${length === 1 ? '' : 's'}`;
}
