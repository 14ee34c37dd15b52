/**
 * Who may read a thing: staff, or everybody.
 *
 * A document's audience is fixed by its type. Passages, terms, topics, images and Area notes carry one, because
 * they have no site of their own.
 */
import { z } from 'zod';

export const audiences = ['staff', 'public'] as const;
export type Audience = (typeof audiences)[number];

export const audienceSchema = z.enum(audiences).meta({
	title: 'Audience',
	description:
		'Public: may appear on the pages for victims and in the handbook. Staff: in the handbook only.',
});

/** Whether a thing meant for `audience` may appear on the site of `site`. Staff may read everything. */
export function mayAppear(audience: Audience, site: Audience): boolean {
	return site === 'staff' || audience === 'public';
}
