/** A term: an entry of the glossary, with a meaning for victims and, where it differs, one for staff. */
import { z } from 'zod';
import { audienceSchema } from './audience.ts';
import { bilingual, line, listOf, paragraph } from './field.ts';

export const termSchema = z.strictObject({
	term: bilingual('Term', 'In lower case unless it is a name.', 80),
	audience: audienceSchema,
	plain: bilingual('Plain meaning', 'One or two sentences that a nine-year-old could follow.', 400),
	staff: paragraph('Staff meaning', 'What staff need to know beyond the plain meaning.', 600).optional(),
	synonyms: listOf(
		line('Synonym', 'Another word, or what people say instead.', 80),
		'Synonyms',
		'Words that should lead here, with abbreviations.',
	).optional(),
	useInstead: line(
		'Use instead',
		'What to write to a victim, where the term itself should be avoided.',
		160,
	).optional(),
});
export type Term = z.output<typeof termSchema>;
