/**
 * Where a fact comes from and how far it has been checked.
 *
 * Letters and pages promise what facts say, so each fact carries its source, the day somebody last looked and
 * how strong that source is. Nothing unverified is ever shown to a victim, and staff always see the mark.
 */
import { z } from 'zod';
import { day, line, webAddress } from './field.ts';

/**
 * How strong a source is:
 * `primary`, the body that owns the fact was read; `secondary`, somebody else reports it; `dated`, an official
 * text from before the current Code; `unverified`, no source was found.
 */
export const evidenceMarks = ['primary', 'secondary', 'dated', 'unverified'] as const;

export const evidenceSchema = z
	.strictObject({
		mark: z.enum(evidenceMarks).meta({
			title: 'Strength',
			description:
				'Primary: the owner of the fact says so. Secondary: somebody else reports it. Dated: official, but older than the current Code. Unverified: no source found.',
		}),
		source: line('Source', 'Who says so, for example “CPS, Victim Communication and Liaison guidance”.', 200),
		url: webAddress('Address of the source', 'The page that was read.').optional(),
		lastChecked: day('Last checked', 'The day somebody last read the source.'),
		note: line('Note', 'What is doubtful, and who can confirm it.', 400).optional(),
	})
	.meta({ title: 'Evidence', description: 'Where this comes from and how far it has been checked.' });

export type Evidence = z.output<typeof evidenceSchema>;

/** Whether a fact may be shown as one: it has a current source that was read. */
export function isVerified(evidence: Evidence): boolean {
	return evidence.mark === 'primary' || evidence.mark === 'secondary';
}
