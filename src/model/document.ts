/**
 * A document: a standing thing that is published. The keys that every type of document shares, and the few that
 * a translation of it has.
 *
 * The English file (`<id>.en.mdx`) holds the shared keys; another language holds only its title, summary and
 * translated texts, so that a fact about a document is written once.
 */
import { z } from 'zod';
import { appliesToSchema, staffRoleSchema } from './applies-to.ts';
import { dayOf } from './day-of.ts';
import { day, line, listOf, moment, paragraph, reference } from './field.ts';
import { journeyStageSchema } from './journey-stage.ts';
import { languages, translationSchema } from './language.ts';

export const changeNoteSchema = z
	.strictObject({
		kind: z.enum(['major', 'minor']).meta({
			title: 'Major or minor',
			description: 'Major: readers are told. Minor: they are not.',
		}),
		what: paragraph('What changed', 'In words a reader can act on.', 500),
		why: paragraph(
			'Why it changed',
			'The reason, for example a report, a change in the law or a review.',
			500,
		),
		whoMustAct: listOf(
			staffRoleSchema,
			'Who must act',
			'Leave empty when nobody has to do anything.',
		).optional(),
		actBy: day('Act by', 'The day by which they must have done it.').optional(),
		inForceFrom: day(
			'In force from',
			'The day it applies in practice. Empty: the day of publication.',
		).optional(),
	})
	.meta({ title: 'Change note', description: 'What changed, why, who must act and by when.' });

export const signOffSchema = z
	.strictObject({
		role: z
			.enum(['reviewer', 'approver', 'translator', 'legal'])
			.meta({ title: 'Role', description: 'In what capacity it was signed.' }),
		person: reference('person', 'Person', 'Who signed.'),
		language: z
			.enum(languages)
			.meta({ title: 'Language', description: 'Which language version was signed.' }),
		at: moment('Signed at', 'When.'),
		hash: z
			.string()
			.regex(/^[0-9a-f]{64}$/, 'Expected the 64 letters and digits of a SHA-256')
			.meta({ title: 'Hash', description: 'SHA-256 of the text that was signed.' }),
	})
	.meta({ title: 'Sign-off', description: 'Who has approved which text.' });

export const withdrawnSchema = z
	.strictObject({
		on: day('Withdrawn on', 'The day it stopped applying.'),
		why: paragraph('Why', 'In words a reader of the old page will understand.', 500),
		replacedBy: reference('document', 'Replaced by', 'The code of the document to use instead.').optional(),
		merged: z
			.boolean()
			.meta({
				title: 'Merged',
				description:
					'Its text is part of the document that replaces it: its address leads there. Its editions stay readable.',
			})
			.optional(),
	})
	.meta({
		title: 'Withdrawn',
		description: 'Fill in only to withdraw this document. It stays readable, with this reason.',
	});

export const reviewSchema = z
	.strictObject({
		everyMonths: z
			.int()
			.min(1)
			.max(36)
			.meta({ title: 'Review every (months)', description: 'How often it must be read again, 1 to 36.' }),
		lastReviewed: day('Last reviewed', 'The day somebody last read all of it against its sources.'),
		by: reference('person', 'Reviewed by', 'Who read it.'),
		outcome: line('Outcome', 'For example “No change needed” or “Two phone numbers corrected”.', 200),
	})
	.meta({ title: 'Review', description: 'When it was last read and when it is due again.' });

/** The keys common to every document, held in its English file. `code` comes from the type. */
export const documentKeys = {
	title: line('Title', 'What the reader is looking for, in sentence case.', 90),
	summary: line('Summary', 'One or two sentences: what this is and when to use it.', 240),
	owner: reference('person', 'Owner', 'Who answers for it.'),
	topics: listOf(
		reference('topic', 'Topic', 'A topic it belongs to.'),
		'Topics',
		'Where readers will look for it.',
	),
	rights: listOf(
		reference('right', 'Right', 'A right under the Victims’ Code.'),
		'Rights',
		'The rights it helps to deliver.',
	).optional(),
	stages: listOf(journeyStageSchema, 'Journey stages', 'Where in the case it is used.'),
	appliesTo: appliesToSchema.optional(),
	publishAt: moment(
		'Publish at',
		'Readers see nothing of it before this moment. Empty: at the next release.',
	).optional(),
	review: reviewSchema,
	changeNote: changeNoteSchema,
	signOffs: listOf(signOffSchema, 'Sign-offs', 'Recorded by the editor when a reviewer signs.').optional(),
	withdrawn: withdrawnSchema.optional(),
	related: listOf(
		reference('document', 'Related document', 'Its code.'),
		'Related documents',
		'What to read next.',
	).optional(),
} as const;

/** A reference code with the prefix and number of digits of one document type. */
export function codeField(prefix: string, digits: number) {
	return z
		.string()
		.regex(
			new RegExp(`^${prefix}-\\d{${digits}}$`),
			`Expected a code such as ${prefix}-${'1'.padStart(digits, '0')}`,
		)
		.meta({
			title: 'Reference code',
			description: `${prefix}- and ${digits} digits. Unique, and never changed once published.`,
		});
}

/** The keys of a document in another language than English. */
export const documentTranslationKeys = {
	title: documentKeys.title,
	summary: documentKeys.summary,
	translation: translationSchema,
} as const;

export type AnyDocument = z.output<z.ZodObject<typeof documentKeys>> & { code: string };

/** The day a document has to be read again: `lastReviewed` and `everyMonths` later, the month's last day at most. */
export function nextReview({
	lastReviewed,
	everyMonths,
}: {
	lastReviewed: string;
	everyMonths: number;
}): string {
	const [year = 0, month = 0, dayOfMonth = 0] = lastReviewed.split('-').map(Number);
	const lastDay = new Date(Date.UTC(year, month - 1 + everyMonths + 1, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + everyMonths, Math.min(dayOfMonth, lastDay)))
		.toISOString()
		.slice(0, 10);
}

/** Where a document stands at a moment (an ISO date and time in universal time). */
export type DocumentState = 'embargoed' | 'not yet in force' | 'in force' | 'withdrawn';

/** The state of a document at a moment. Embargoed documents are absent from every site. */
export function documentState(
	document: {
		publishAt?: string | undefined;
		withdrawn?: { on: string } | undefined;
		changeNote: { inForceFrom?: string | undefined };
	},
	at: string,
): DocumentState {
	const today = dayOf(at);
	if (document.publishAt !== undefined && Date.parse(document.publishAt) > Date.parse(at)) return 'embargoed';
	if (document.withdrawn && document.withdrawn.on <= today) return 'withdrawn';
	if ((document.changeNote.inForceFrom ?? '') > today) return 'not yet in force';
	return 'in force';
}

export { dayOf };
