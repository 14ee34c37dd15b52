/** How the list of each collection is shown: what names an entry, and how entries are sorted, filtered and grouped. */
import type { EntryType } from '../model/collection.ts';
import type { DecapCollection } from './decap-config.ts';

export interface View
	extends Pick<
		DecapCollection,
		'description' | 'identifier_field' | 'summary' | 'view_filters' | 'view_groups' | 'sortable_fields'
	> {
	/** How the id of a new entry is made; of what names it when absent. */
	slug?: string;
}

const ANYTHING = '.';

const heldBack = { label: 'Held back until a moment', field: 'publishAt', pattern: ANYTHING };
const withdrawn = { label: 'Withdrawn', field: 'withdrawn.on', pattern: ANYTHING };
const unverified = { label: 'Not verified', field: 'evidence.mark', pattern: '^(?:unverified|dated)$' };
const forPublic = { label: 'For everybody', field: 'audience', pattern: '^public$' };
const forStaff = { label: 'For staff only', field: 'audience', pattern: '^staff$' };
const inWelsh = (field: string) => ({ label: 'In Welsh too', field: `${field}.cy`, pattern: ANYTHING });
const byStrength = { label: 'Strength of evidence', field: 'evidence.mark' };
const byAudience = { label: 'Audience', field: 'audience' };
const checked = { field: 'evidence.lastChecked', label: 'Last checked' };
const byName = (field: string, label: string) =>
	({ field, label, default_sort: 'asc' }) satisfies DecapCollection['sortable_fields'][number];

/** What every type of document has. */
function documentView(description: string) {
	return {
		description,
		identifier_field: 'title',
		summary: '{{code}} · {{title}}',
		sortable_fields: [
			byName('code', 'Reference code'),
			{ field: 'title', label: 'Title' },
			{ field: 'review.lastReviewed', label: 'Last reviewed' },
			{ field: 'changeNote.inForceFrom', label: 'In force from' },
		],
		view_filters: [
			withdrawn,
			heldBack,
			{ label: 'Last change was major', field: 'changeNote.kind', pattern: '^major$' },
		],
		view_groups: [
			{ label: 'Owner', field: 'owner' },
			{ label: 'Month last reviewed', field: 'review.lastReviewed', pattern: '^\\d{4}-\\d{2}' },
		],
	} satisfies View;
}

/** A thing named in both languages, with its evidence. */
function factView(description: string, name: string) {
	return {
		description,
		identifier_field: `${name}.en`,
		summary: `{{${name}.en}}`,
		sortable_fields: [byName(`${name}.en`, 'Name'), checked],
		view_filters: [unverified, inWelsh(name)],
		view_groups: [byStrength],
	} satisfies View;
}

const letters = documentView('Templates for what we write and say to victims, with gaps and conditions.');
const victimPages = documentView('What victims and the people who help them read.');

export const views: Record<EntryType, View> = {
	standard: documentView('What victims can expect of us, in numbered clauses.'),
	letter: {
		...letters,
		view_filters: [
			...letters.view_filters,
			{ label: 'Can be said on the phone', field: 'channels', pattern: '\\bphone\\b' },
		],
		view_groups: [{ label: 'Decision', field: 'decisionType' }, ...letters.view_groups],
	},
	guidance: documentView('Pages of the staff handbook.'),
	'victim-page': {
		...victimPages,
		view_filters: [
			...victimPages.view_filters,
			{ label: 'Sensitive', field: 'sensitive', pattern: '^true$' },
		],
	},
	passage: {
		description: 'Text that several pages show. A change here changes all of them.',
		identifier_field: 'name',
		summary: '{{name}}',
		sortable_fields: [byName('name', 'Name')],
		view_filters: [forPublic, forStaff],
		view_groups: [byAudience],
	},
	area: factView('The 14 Areas, and how a victim reaches each.', 'name'),
	pilot: {
		...factView('Trials of a service in some Areas.', 'name'),
		sortable_fields: [byName('name.en', 'Name'), { field: 'from', label: 'First day' }, checked],
	},
	right: {
		...factView('The 12 rights of the Victims’ Code.', 'title'),
		slug: 'right-{{fields.number}}',
		summary: '{{fields.number}}. {{title.en}}',
		sortable_fields: [byName('number', 'Number'), checked],
	},
	timescale: {
		...factView('How soon something happens. Pages and letters name these and never type a number.', 'name'),
		summary: '{{name.en}}: {{fields.length}} {{fields.unit}}',
		view_groups: [byStrength, { label: 'Right', field: 'right' }],
	},
	organisation: {
		...factView('Services and bodies a victim may need. Phone numbers come from here alone.', 'name'),
		view_filters: [
			unverified,
			inWelsh('about'),
			{ label: 'Emergency services', field: 'emergency', pattern: '^true$' },
		],
		view_groups: [{ label: 'Where it works', field: 'coverage' }, byStrength],
	},
	term: {
		description: 'The glossary, in words for victims and, where they differ, for staff.',
		identifier_field: 'term.en',
		summary: '{{term.en}}',
		sortable_fields: [byName('term.en', 'Term')],
		view_filters: [forPublic, forStaff, inWelsh('plain')],
		view_groups: [byAudience],
	},
	person: {
		description: 'The roles that own, review and approve. Pages show the role, never a name.',
		identifier_field: 'role',
		summary: '{{role}} ({{name}})',
		sortable_fields: [byName('role', 'Role'), { field: 'name', label: 'Name' }],
		view_filters: ['edit', 'review', 'approve', 'translate'].map((may) => ({
			label: `May ${may}`,
			field: 'may',
			pattern: `\\b${may}\\b`,
		})),
	},
	topic: {
		description: 'The headings readers look under.',
		identifier_field: 'name.en',
		summary: '{{name.en}}',
		sortable_fields: [byName('name.en', 'Name'), { field: 'homePosition', label: 'Place on the home page' }],
		view_filters: [
			{ label: 'On the public home page', field: 'homePosition', pattern: ANYTHING },
			inWelsh('name'),
		],
		view_groups: [byAudience],
	},
	'bank-holidays': {
		description: 'Working days are counted by these.',
		identifier_field: 'year',
		summary: '{{fields.year}}',
		sortable_fields: [byName('year', 'Year'), checked],
		view_filters: [unverified],
	},
	redirect: {
		description: 'Addresses that have moved. Never delete one: somebody has it on paper.',
		identifier_field: 'from',
		summary: '{{fields.from}} → {{fields.to}}',
		sortable_fields: [byName('from', 'Old address'), { field: 'since', label: 'Since' }],
		view_groups: [{ label: 'Site', field: 'site' }],
	},
	media: {
		description:
			'Images with their text alternatives. Upload one under Media: what has to be said of it is asked there.',
		identifier_field: 'file',
		summary: '{{file}}: {{alt.en}}',
		sortable_fields: [byName('file', 'File')],
		view_filters: [forPublic, forStaff, inWelsh('alt')],
		view_groups: [byAudience],
	},
};
