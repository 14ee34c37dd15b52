/** A redirect: an address that has moved, kept for ever. */
import { z } from 'zod';
import { audienceSchema } from './audience.ts';
import { day, line } from './field.ts';

const address = (title: string, description: string) =>
	z
		.string()
		.regex(/^\/(?:[a-z0-9-]+\/)*$/, 'Expected an address such as /guidance/safe-contact/')
		.meta({ title, description });

export const redirectSchema = z.strictObject({
	site: audienceSchema,
	from: address('Old address', 'The path on the site, beginning and ending with a stroke.'),
	to: address('New address', 'The path on the same site.'),
	since: day('Since', 'The day it moved.'),
	why: line('Why', 'For the next editor who wonders.', 200),
});
export type Redirect = z.output<typeof redirectSchema>;
