/**
 * A letter template: a communication to a victim, with typed gaps (placeholders), conditions and channel forms.
 */
import { z } from 'zod';
import { channelSchema } from './channel.ts';
import { codeField, documentKeys, documentTranslationKeys } from './document.ts';
import { line, listOf } from './field.ts';

/** What was decided, or what is offered. At most one letter template is in force for one decision and one situation. */
export const decisionTypes = {
	'not-to-charge': 'Decision not to charge',
	'charge-stopped': 'All charges stopped',
	'charge-changed': 'Charge changed',
	'charging-decision-explained': 'Charging decision explained',
	'pre-trial-meeting-offer': 'Offer of a pre-trial meeting',
	'bereaved-family-meeting-offer': 'Offer of a meeting with a bereaved family',
	'review-outcome': 'Outcome of a Right to Review request',
	'late-reply': 'Late reply and apology',
} as const;
export type DecisionType = keyof typeof decisionTypes;

/** What a letter has to contain. Each comes from the inspectors’ findings or from the Victims’ Code. */
export const obligations = {
	decision: 'The decision in one sentence',
	reason: 'The reason, written for this victim',
	'not-disbelieved': 'That the decision does not mean they were not believed',
	'next-steps': 'What happens next',
	'right-to-review': 'The right to ask for a review, and how soon',
	'meeting-offer': 'The offer of a meeting',
	support: 'Where to find support',
	'named-contact': 'A named person to contact, and how',
	complaint: 'How to complain',
	'apology-if-late': 'An apology when it is late',
} as const;
export type Obligation = keyof typeof obligations;

export const placeholderTypes = [
	'text',
	'long text',
	'name',
	'date',
	'phone',
	'email',
	'yes or no',
	'choice',
] as const;

/** The form of a placeholder’s name: small letters, digits and single spaces, as between `((` and `))`. */
export const PLACEHOLDER_NAME = /^[a-z][a-z0-9]*(?: [a-z0-9]+)*$/;

export const placeholderSchema = z
	.strictObject({
		name: z
			.string()
			.max(40)
			.regex(PLACEHOLDER_NAME, 'Expected small letters, digits and single spaces')
			.meta({
				title: 'Name',
				description: 'As it stands between the brackets in the letter, for example “victim name”.',
			}),
		type: z.enum(placeholderTypes).meta({ title: 'Type', description: 'What may be filled in.' }),
		label: line('Label', 'The question the caseworker sees.', 120),
		hint: line('Hint', 'How to fill it in, and where to find it.', 240).optional(),
		example: line('Example', 'An obviously made-up value, for example “Sam Example”.', 600),
		required: z.boolean().meta({ title: 'Required', description: 'Whether the letter can go without it.' }),
		choices: listOf(
			line('Choice', 'One possible answer.', 80),
			'Choices',
			'Only for the type “choice”.',
		).optional(),
	})
	.refine(({ type, choices }) => (type === 'choice') === (choices !== undefined && choices.length > 1), {
		error: 'Enter two or more choices for a placeholder of type “choice”, and none for any other type',
		path: ['choices'],
	})
	.meta({ title: 'Placeholder', description: 'A typed gap in the letter.' });

export type Placeholder = z.output<typeof placeholderSchema>;

function oneOf<T extends Record<string, string>>(names: T, title: string, description: string) {
	return z
		.enum(Object.keys(names) as [keyof T & string, ...(keyof T & string)[]])
		.meta({ title, description });
}

export const letterTemplateSchema = z.strictObject({
	code: codeField('LT', 3),
	...documentKeys,
	decisionType: oneOf(decisionTypes, 'Decision type', 'What this letter tells the victim.'),
	channels: listOf(channelSchema, 'Channels', 'The ways this communication can be sent.').min(
		1,
		'Choose at least one channel',
	),
	placeholders: listOf(
		placeholderSchema,
		'Placeholders',
		'Every gap in the letter, in the order they are asked for.',
	),
	mustSay: listOf(
		oneOf(obligations, 'Obligation', 'Something the letter has to say.'),
		'What it must say',
		'What the law, the Code or the standards require of this letter.',
	),
});

export const letterTemplateTranslationSchema = z.strictObject({
	...documentTranslationKeys,
	placeholders: listOf(
		z.strictObject({
			name: z
				.string()
				.regex(PLACEHOLDER_NAME, 'Expected small letters, digits and single spaces')
				.meta({ title: 'Name', description: 'The same name as in English.' }),
			label: line('Label', 'The question, translated.', 120),
			hint: line('Hint', 'The hint, translated.', 240).optional(),
			example: line('Example', 'An obviously made-up value.', 600).optional(),
		}),
		'Placeholders',
		'The words of each placeholder in this language.',
	).optional(),
});
export type LetterTemplate = z.output<typeof letterTemplateSchema>;
