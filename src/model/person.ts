/** A person: a role that owns, reviews or approves. Demonstration persons only; pages show the role, never a name. */
import { z } from 'zod';
import { line, listOf } from './field.ts';
import type { Language } from './language.ts';

export const personSchema = z.strictObject({
	name: line('Name', 'An obviously made-up name, for example “Sam Example”.', 80),
	role: line('Role', 'What pages show, for example “Head of victim standards”.', 120),
	may: listOf(
		z
			.enum(['edit', 'review', 'approve', 'translate'])
			.meta({ title: 'Permission', description: 'What this person may do in the editor.' }),
		'Permissions',
		'What this person may do in the editor.',
	),
});
export type Person = z.output<typeof personSchema>;

/** Whether somebody may judge the text of a document: reviewers every one, translators what is in their languages alone. */
export function mayJudge({ may }: Pick<Person, 'may'>, languages: readonly Language[]): boolean {
	return (
		may.includes('review') || (may.includes('translate') && !languages.includes('en') && languages.length > 0)
	);
}
