/** Everything the public site must not show: one way each to put it into the content. */
import { parse } from 'yaml';
import { collections, type EntryType } from '../../src/model/collection.ts';
import {
	EMBARGO,
	type Keys,
	keysOf,
	type Maker,
	mdx,
	picture,
	SECRET_DAY,
	type Tree,
	yaml,
} from './miniature.ts';
import { hashOf, phoneOf } from './schema-walk.ts';

export interface Secret {
	name: string;
	/** The files that hold it, new ones or changed ones of the public part. */
	files(make: Maker, tree: Tree): Tree | Promise<Tree>;
}

const all = { secret: true, optional: 'all' } as const;

/** A document for staff, in every key a secret. */
function staffDocument(
	make: Maker,
	type: 'standard' | 'letter' | 'guidance',
	code: string,
	body: string,
	language: 'en' | 'cy' = 'en',
): Tree {
	const id = `qzvk-${type}`;
	const ids = { document: code } as const;
	const keys = keysOf(make, type, id, { ...all, language, ids, keys: { code } });
	return { [`${collections[type].folder}/${id}.${language}.mdx`]: mdx(keys, body) };
}

function standard(make: Maker): Tree {
	return staffDocument(
		make,
		'standard',
		'VCS-91',
		`${make.secrets.text('body of a standard')}.\n\n<Clause number="1" strength="must">\n\nYou must. ${make.secrets.text('clause')}.\n\n</Clause>`,
	);
}

function guidance(make: Maker, more = ''): Tree {
	const say = (what: string) => make.secrets.text(`guidance: ${what}`);
	return staffDocument(
		make,
		'guidance',
		'GD-901',
		`${say('body')}.\n\n## Heading ${say('heading')}\n\n<Notice kind="warning" title="${say('notice title')}">\n\n${say('notice')}.\n\n</Notice>\n\n<Details summary="${say('summary of details')}">\n\n${say('details')}.\n\n</Details>\n\n<Say>\n\n${say('say')}.\n\n</Say>\n\n<Avoid why="${say('avoid why')}">\n\n${say('avoid')}.\n\n</Avoid>\n\n<Example title="${say('example title')}">\n\n${say('example')}.\n\n</Example>\n\n{/* ${say('comment')} */}\n\n[${say('words of a link')}](https://qzvk-link.example/)\n\n<Link to="VP-001">${say('link to a victim page')}</Link>${more}`,
	);
}

function letter(make: Maker): Tree {
	const placeholder = (tree: Tree) =>
		(parse(keysIn(String(Object.values(tree)[0]))) as { placeholders: { name: string }[] }).placeholders[0]
			?.name;
	const name = placeholder(staffDocument(make, 'letter', 'LT-901', 'Nothing.'));
	const files = staffDocument(make, 'letter', 'LT-901', '');
	const [[file = '', text = ''] = []] = Object.entries(files);
	const keys = parse(keysIn(String(text))) as Keys & { placeholders: { name: string }[] };
	return {
		[file]: mdx(
			{ ...keys, placeholders: keys.placeholders.map((each) => ({ ...each, name })) },
			`Dear ((${name})), ${make.secrets.text('body of a letter')}.\n\n<Write about="${make.secrets.text('about')}">\n\n${make.secrets.text('zone')}.\n\n</Write>\n\n<Only channel="letter">\n\n${make.secrets.text('only')}.\n\n</Only>`,
		),
	};
}

function embargoed(make: Maker, more = ''): Tree {
	return {
		'victim-pages/qzvk-planned.en.mdx': mdx(
			keysOf(make, 'victim-page', 'qzvk-planned', {
				...all,
				ids: { document: 'VP-901' },
				keys: { code: 'VP-901', publishAt: EMBARGO, sensitive: true, related: ['VP-001', 'VP-901'] },
			}),
			`${make.secrets.text('planned body')}. <Term id="charge">charge</Term>, <Timescale id="shown-time" />, <Right id="right-1" />, <Link to="VP-001" />.\n\n## ${make.secrets.text('planned heading')}\n\n<Organisation id="helpline" />\n\n<Passage id="kind-words" />${more}`,
		),
	};
}

function data(make: Maker, type: EntryType, id: string, keys: Keys = {}): Tree {
	return { [`${collections[type].folder}/${id}.yaml`]: yaml(keysOf(make, type, id, { ...all, keys })) };
}

function keysIn(text: string): string {
	return text.startsWith('---\n') ? text.slice(4, text.indexOf('\n---\n')) : text;
}

/** A file of the public part with other keys. */
function changed(tree: Tree, file: string, change: (keys: Keys) => Keys): Tree {
	const text = String(tree[file]);
	const keys = change(parse(keysIn(text)) as Keys);
	return {
		[file]: text.startsWith('---\n') ? mdx(keys, text.slice(text.indexOf('\n---\n') + 5)) : yaml(keys),
	};
}

const firstPage = 'victim-pages/first.en.mdx';
const secretOf = (make: Maker, what: string) => make.secrets.text(what);

/** The part of an object at a path, changed. */
const within = (keys: Keys, name: string, more: Keys): Keys => ({
	...keys,
	[name]: { ...(keys[name] as Keys), ...more },
});

export const secrets: Secret[] = [
	{ name: 'standard', files: standard },
	{
		name: 'standard in Welsh',
		files: (make) => ({
			...standard(make),
			...staffDocument(make, 'standard', 'VCS-91', `${secretOf(make, 'Welsh standard')}.`, 'cy'),
		}),
	},
	{ name: 'letter template', files: letter },
	{ name: 'guidance', files: (make) => guidance(make) },
	{
		name: 'guidance in Welsh',
		files: (make) => ({
			...guidance(make),
			...staffDocument(make, 'guidance', 'GD-901', `${secretOf(make, 'Welsh guidance')}.`, 'cy'),
		}),
	},
	{
		name: 'passage for staff',
		files: (make) => ({
			'passages/qzvk-passage.en.mdx': mdx(
				keysOf(make, 'passage', 'qzvk-passage', all),
				`${secretOf(make, 'passage')}.`,
			),
		}),
	},
	{
		name: 'passage for staff in Welsh, shown by guidance',
		files: (make) => ({
			...guidance(make, '\n\n<Passage id="qzvk-passage" />'),
			'passages/qzvk-passage.en.mdx': mdx(
				keysOf(make, 'passage', 'qzvk-passage', all),
				`${secretOf(make, 'passage')}.`,
			),
			'passages/qzvk-passage.cy.mdx': mdx(
				keysOf(make, 'passage', 'qzvk-passage', { ...all, language: 'cy' }),
				`${secretOf(make, 'Welsh passage')}.`,
			),
		}),
	},
	{
		name: 'passage for the public that no page shows',
		files: (make) => ({
			'passages/qzvk-unused.en.mdx': mdx(
				keysOf(make, 'passage', 'qzvk-unused', { ...all, keys: { audience: 'public' } }),
				`${secretOf(make, 'unused passage')}.`,
			),
		}),
	},
	{ name: 'term for staff', files: (make) => data(make, 'term', 'qzvk-term') },
	{ name: 'topic for staff', files: (make) => data(make, 'topic', 'qzvk-topic') },
	{
		name: 'image for staff',
		files: async (make) => ({
			...data(make, 'media', 'qzvk-image', { file: 'qzvk-image.png' }),
			...guidance(make, '\n\n<Image id="qzvk-image" />'),
			'media/qzvk-image.png': await picture('#aa1111', secretOf(make, 'metadata of a staff image')),
		}),
	},
	{
		name: 'image for the public that only an embargoed page shows',
		files: async (make) => ({
			...data(make, 'media', 'qzvk-planned', { file: 'qzvk-planned.webp', audience: 'public' }),
			...embargoed(make, '\n\n<Image id="qzvk-planned" />'),
			'media/qzvk-planned.webp': await picture(
				'#11aa11',
				secretOf(make, 'metadata of a planned image'),
				'webp',
			),
		}),
	},
	{
		name: 'image for the public that no page shows',
		files: async (make) => ({
			...data(make, 'media', 'qzvk-unused', { file: 'qzvk-unused.jpg', audience: 'public' }),
			'media/qzvk-unused.jpg': await picture('#1111aa', secretOf(make, 'metadata of an unused image'), 'jpg'),
		}),
	},
	{
		name: 'metadata of a public image',
		files: async (make) => ({
			'media/court.png': await picture('#335577', secretOf(make, 'other metadata of court.png')),
		}),
	},
	{ name: 'embargoed page', files: (make) => embargoed(make) },
	{
		name: 'embargoed page in Welsh',
		files: (make) => ({
			...embargoed(make),
			'victim-pages/qzvk-planned.cy.mdx': mdx(
				keysOf(make, 'victim-page', 'qzvk-planned', { ...all, language: 'cy' }),
				`${secretOf(make, 'Welsh planned body')}.`,
			),
		}),
	},
	{
		name: 'embargoed page that replaces a withdrawn one',
		files: (make, tree) => ({
			...embargoed(make),
			...changed(tree, 'victim-pages/leaving-this-site.en.mdx', (keys) => ({
				...keys,
				withdrawn: {
					on: '2027-03-01',
					why: secretOf(make, 'why it will be withdrawn'),
					replacedBy: 'VP-901',
				},
			})),
		}),
	},
	{
		name: 'note of an Area for staff',
		files: (make, tree) =>
			changed(tree, 'areas/north.yaml', (keys) => ({
				...keys,
				notes: [
					{
						audience: 'staff',
						text: { en: secretOf(make, 'note of an Area'), cy: secretOf(make, 'Welsh note of an Area') },
					},
				],
			})),
	},
	{
		name: 'unverified contact of an Area',
		files: (make, tree) =>
			changed(tree, 'areas/north.yaml', (keys) =>
				within(keys, 'contact', {
					phone: phoneOf(secretOf(make, 'phone')),
					email: 'qzvk@north.example',
					post: secretOf(make, 'post'),
					hours: { en: secretOf(make, 'hours') },
				}),
			),
	},
	{
		name: 'redirect of the handbook',
		files: (make) => data(make, 'redirect', 'qzvk-moved', { site: 'staff' }),
	},
	{ name: 'pilot', files: (make) => data(make, 'pilot', 'qzvk-pilot') },
	{ name: 'timescale that no page shows', files: (make) => data(make, 'timescale', 'qzvk-time') },
	{
		name: 'unverified timescale',
		files: (make) => data(make, 'timescale', 'qzvk-doubtful', { 'evidence.mark': 'unverified' }),
	},
	{ name: 'person', files: (make) => data(make, 'person', 'qzvk-person') },
	{
		name: 'owner of a public page',
		files: (make, tree) => ({
			...data(make, 'person', 'qzvk-owner'),
			...changed(tree, firstPage, (keys) => ({ ...keys, owner: 'qzvk-owner' })),
		}),
	},
	{ name: 'bank holidays', files: (make) => data(make, 'bank-holidays', '2029') },
	{
		name: 'unverified organisation',
		files: (make) => data(make, 'organisation', 'qzvk-organisation', { 'evidence.mark': 'unverified' }),
	},
	{
		name: 'unverified phone number of a public organisation',
		files: (make, tree) =>
			changed(tree, 'organisations/service.yaml', (keys) => ({
				...keys,
				phones: [
					...(keys.phones as Keys[]),
					{
						number: phoneOf(secretOf(make, 'doubtful number')),
						free: true,
						evidence: {
							mark: 'unverified',
							source: secretOf(make, 'source of a doubtful number'),
							lastChecked: SECRET_DAY,
						},
					},
				],
			})),
	},
	{
		name: 'note on a fact',
		files: (make, tree) =>
			changed(tree, 'organisations/helpline.yaml', (keys) =>
				within(keys, 'evidence', { note: secretOf(make, 'note of evidence') }),
			),
	},
	{
		name: 'staff meaning of a public term',
		files: (make, tree) =>
			changed(tree, 'terms/charge.yaml', (keys) => ({
				...keys,
				staff: secretOf(make, 'staff meaning'),
				useInstead: secretOf(make, 'use instead'),
			})),
	},
	{
		name: 'what a right asks of staff',
		files: (make, tree) =>
			changed(tree, 'rights/right-1.yaml', (keys) => ({ ...keys, whatWeDo: secretOf(make, 'what we do') })),
	},
	{
		name: 'name of a public passage',
		files: (make, tree) =>
			changed(tree, 'passages/emergency.en.mdx', (keys) => ({
				...keys,
				name: secretOf(make, 'name of a passage'),
			})),
	},
	{
		name: 'sign-off of a public page',
		files: (make, tree) =>
			changed(tree, firstPage, (keys) => ({
				...keys,
				signOffs: [
					{
						role: 'approver',
						person: 'owner',
						language: 'en',
						at: `${SECRET_DAY}T10:00:00Z`,
						hash: hashOf(secretOf(make, 'sign-off')),
					},
				],
			})),
	},
	{
		name: 'change note of a public page',
		files: (make, tree) =>
			changed(tree, firstPage, (keys) =>
				within(keys, 'changeNote', {
					what: secretOf(make, 'what changed'),
					why: secretOf(make, 'why it changed'),
					kind: 'major',
					whoMustAct: ['manager'],
					actBy: SECRET_DAY,
				}),
			),
	},
	{
		name: 'review notes of a public page',
		files: (make, tree) =>
			changed(tree, firstPage, (keys) =>
				within(keys, 'review', {
					outcome: secretOf(make, 'outcome'),
					everyMonths: (make.secrets.words.length % 30) + 3,
				}),
			),
	},
	{
		name: 'applies-to of a public page',
		files: (_, tree) =>
			changed(tree, firstPage, (keys) => ({
				...keys,
				appliesTo: { offenceGroups: ['homicide'], staffRoles: ['manager'] },
			})),
	},
	{
		name: 'past publication of a public page',
		files: (_, tree) =>
			changed(tree, firstPage, (keys) => ({ ...keys, publishAt: `${SECRET_DAY}T10:00:00Z` })),
	},
	{
		name: 'planned withdrawal of a public page',
		files: (make, tree) =>
			changed(tree, firstPage, (keys) => ({
				...keys,
				withdrawn: { on: '2027-01-01', why: secretOf(make, 'planned withdrawal') },
			})),
	},
	{
		name: 'state of a translation',
		files: (make, tree) =>
			changed(tree, 'victim-pages/second.cy.mdx', (keys) =>
				within(keys, 'translation', {
					note: secretOf(make, 'note to the translator'),
					translatedFrom: hashOf(secretOf(make, 'translated from')),
				}),
			),
	},
	{
		name: 'comment in the body of a public page',
		files: (make, tree) => ({
			[firstPage]: `${String(tree[firstPage])}\n{/* ${secretOf(make, 'another comment')} */}\n`,
		}),
	},
];
