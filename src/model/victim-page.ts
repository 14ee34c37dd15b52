/** A victim page: a public page for somebody harmed by a crime, or helping them. */
import { z } from 'zod';
import { codeField, documentKeys, documentTranslationKeys } from './document.ts';
import { day, line, listOf, reference } from './field.ts';

const helpsWith = listOf(
	line('Thing it helps with', 'Begins with a verb, for example “ask us to look at the decision again”.', 120),
	'What this page helps with',
	'One to five things, each a short line.',
);

export const victimPageSchema = z
	.strictObject({
		code: codeField('VP', 3),
		...documentKeys,
		helpsWith: helpsWith.min(1).max(5),
		sensitive: z.boolean().meta({
			title: 'Sensitive',
			description: 'Somebody could be in danger if seen reading it. It then begins with the emergency line.',
		}),
		tabTitle: line(
			'Title in the browser tab',
			'What the tab and the history show. Neutral words on a sensitive page.',
			60,
		).optional(),
		livedExperienceReview: z
			.strictObject({
				by: line(
					'Reviewed by',
					'The group, never a person: for example “a panel arranged by Victim Support”.',
					120,
				),
				on: day('Reviewed on', 'The day of the review.'),
			})
			.meta({
				title: 'Review by people with lived experience',
				description: 'Leave empty until it has happened.',
			})
			.optional(),
		nextStep: reference('document', 'Next step', 'The code of the page most readers need next.'),
	})
	.refine(({ sensitive, tabTitle }) => !sensitive || tabTitle !== undefined, {
		error: 'Enter a neutral title for the browser tab: this page is sensitive',
		path: ['tabTitle'],
	});

export const victimPageTranslationSchema = z.strictObject({
	...documentTranslationKeys,
	tabTitle: line('Title in the browser tab', 'Neutral words on a sensitive page.', 60).optional(),
	helpsWith: helpsWith.min(1).max(5),
});
export type VictimPage = z.output<typeof victimPageSchema>;
