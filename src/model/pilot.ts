/** A pilot: a trial of a service in some Areas between two dates. */
import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { bilingual, day, paragraph, reference } from './field.ts';

export const pilotSchema = z.strictObject({
	name: bilingual('Name', 'What staff call it.', 90),
	summary: paragraph('Summary', 'What is tried, for whom, and what staff do differently.', 800),
	from: day('From', 'The first day anywhere.'),
	to: day('To', 'The last day. Empty while no end has been announced.').optional(),
	areas: z
		.array(
			z.strictObject({
				area: reference('area', 'Area', 'Where it runs.'),
				from: day('From', 'The first day in this Area.'),
				to: day('To', 'The last day in this Area.').optional(),
			}),
		)
		.meta({ title: 'Areas', description: 'Where it runs, and since when.' }),
	areasNotNamed: z.boolean().meta({
		title: 'Areas not named',
		description: 'The Areas have not been made public. Ask the central team.',
	}),
	evidence: evidenceSchema,
});
export type Pilot = z.output<typeof pilotSchema>;

/** Whether the pilot runs on a day (`2026-11-23`), anywhere or in one Area. */
export function pilotRuns(pilot: Pilot, on: string, area?: string): boolean {
	const within = ({ from, to }: { from: string; to?: string | undefined }) =>
		from <= on && (to === undefined || on <= to);
	if (!within(pilot)) return false;
	return area === undefined || pilot.areas.some((each) => each.area === area && within(each));
}
