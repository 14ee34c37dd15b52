/**
 * Who and what a document applies to. A key that is absent or empty means "all".
 */
import { z } from 'zod';
import { channelSchema } from './channel.ts';
import { listOf, reference } from './field.ts';

export const offenceGroups = {
	'rape-and-serious-sexual-offences': 'Rape and serious sexual offences',
	'domestic-abuse': 'Domestic abuse',
	homicide: 'Homicide and road death',
	'hate-crime': 'Hate crime',
	'stalking-and-harassment': 'Stalking and harassment',
	'modern-slavery': 'Modern slavery and trafficking',
	'child-abuse': 'Child abuse',
	'serious-violence': 'Serious violence',
} as const;

export const victimGroups = {
	'enhanced-rights': 'People with Enhanced Rights',
	bereaved: 'Bereaved families',
	children: 'Children and young people',
	adults: 'Adults',
	vulnerable: 'Vulnerable or intimidated people',
	'persistently-targeted': 'People who are persistently targeted',
	businesses: 'Businesses',
} as const;

export const staffRoles = {
	prosecutor: 'Prosecutor',
	'victim-liaison-officer': 'Victim Liaison Officer',
	'victim-liaison-unit': 'Victim Liaison Unit',
	'rasso-unit': 'RASSO unit',
	manager: 'Manager',
	'quality-reviewer': 'Quality reviewer',
	'central-team': 'Central team',
} as const;

export type OffenceGroup = keyof typeof offenceGroups;
export type VictimGroup = keyof typeof victimGroups;
export type StaffRole = keyof typeof staffRoles;

function keysOf<T extends Record<string, string>>(names: T) {
	return z.enum(Object.keys(names) as [keyof T & string, ...(keyof T & string)[]]);
}

export const offenceGroupSchema = keysOf(offenceGroups).meta({
	title: 'Offence group',
	description: 'The kind of crime.',
});
export const victimGroupSchema = keysOf(victimGroups).meta({
	title: 'Victim group',
	description: 'Who was harmed.',
});
export const staffRoleSchema = keysOf(staffRoles).meta({
	title: 'Staff role',
	description: 'Who has to do something.',
});

export const appliesToSchema = z
	.strictObject({
		areas: listOf(
			reference('area', 'Area', 'An Area it applies in.'),
			'Areas',
			'Leave empty for every Area.',
		).optional(),
		pilots: listOf(
			reference('pilot', 'Pilot', 'A pilot it belongs to.'),
			'Pilots',
			'Leave empty unless it applies only within a pilot.',
		).optional(),
		offenceGroups: listOf(offenceGroupSchema, 'Offence groups', 'Leave empty for every offence.').optional(),
		victimGroups: listOf(victimGroupSchema, 'Victim groups', 'Leave empty for every victim.').optional(),
		staffRoles: listOf(staffRoleSchema, 'Staff roles', 'Leave empty for everybody.').optional(),
		channels: listOf(channelSchema, 'Channels', 'Leave empty for every channel.').optional(),
	})
	.meta({
		title: 'Applies to',
		description: 'Who and what this is for. Empty means everybody and everything.',
	});

export type AppliesTo = z.output<typeof appliesToSchema>;

/** Whether some case can meet both: on every key at least one value in common, an absent key meaning all. */
export function overlaps(a: AppliesTo, b: AppliesTo): boolean {
	const keys = Object.keys(appliesToSchema.shape) as (keyof AppliesTo)[];
	return keys.every((key) => {
		const [ours, theirs]: [readonly string[], readonly string[]] = [a[key] ?? [], b[key] ?? []];
		return ours.length === 0 || theirs.length === 0 || ours.some((value) => theirs.includes(value));
	});
}
