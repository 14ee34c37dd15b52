/** What stood on a day. Two questions, and both are kept apart: what applied in practice, and what readers could see. */
import { dayOf } from '../model/day-of.ts';
import type { EditionFacts } from './edition.ts';

export const asAtQuestions = ['in force', 'published'] as const;
export type AsAtQuestion = (typeof asAtQuestions)[number];

type Dated = Pick<EditionFacts, 'number' | 'published' | 'inForceFrom'>;

/**
 * The edition of one document that stood on a day (`2026-05-01`, in the United Kingdom), of its editions by number:
 * of those published by the end of that day the latest, or the latest that was in force. Undefined before the first.
 */
export function asAt<E extends Dated>(
	editions: readonly E[],
	day: string,
	question: AsAtQuestion,
): E | undefined {
	return editions.findLast(
		({ published, inForceFrom }) =>
			dayOf(published) <= day && (question === 'published' || inForceFrom <= day),
	);
}

/** The days on which the answer changes, the earliest first. */
export function daysOfChange(editions: readonly Dated[], question: AsAtQuestion): string[] {
	const days = editions.map(({ published, inForceFrom }) => {
		const seen = dayOf(published);
		return question === 'in force' && inForceFrom > seen ? inForceFrom : seen;
	});
	return [...new Set(days)].sort();
}
