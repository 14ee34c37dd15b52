/** The bank holidays of England and Wales in one year. The file name is the year. */
import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { bilingual, day } from './field.ts';

export const bankHolidaysSchema = z.strictObject({
	year: z.int().min(2024).max(2100).meta({ title: 'Year', description: 'The same as the file name.' }),
	days: z
		.array(
			z.strictObject({
				date: day('Date', 'The day that is free, which may be a substitute.'),
				name: bilingual('Name', 'For example “Good Friday”.', 80),
			}),
		)
		.min(6)
		.meta({ title: 'Days', description: 'In the order of the year.' }),
	evidence: evidenceSchema,
});
export type BankHolidays = z.output<typeof bankHolidaysSchema>;
