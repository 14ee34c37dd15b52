/**
 * Miniature content: a small public site, and around it one of everything that the public must never see.
 *
 * Keys are filled by walking the schemas. What the public may read is listed here by name; every other key is
 * secret, so a new key stays secret until somebody lists it.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { stringify } from 'yaml';
import type { z } from 'zod';
import { collections, type EntryType } from '../../src/model/collection.ts';
import type { ReferenceTarget } from '../../src/model/field.ts';
import { filled } from './schema-walk.ts';
import type { Words } from './words.ts';

/** Files by their path below the content folder. */
export type Tree = Record<string, string | Uint8Array>;

/** The moment the miniature sites are for. */
export const AT = '2026-11-23T09:00:00Z';
/** A day that stands only in secret keys. */
export const SECRET_DAY = '1971-03-09';
export const EMBARGO = '2026-12-01T07:30:00Z';

/** Replace the whole content of a folder. */
export function writeTree(folder: string, tree: Tree): void {
	rmSync(folder, { recursive: true, force: true });
	for (const [file, bytes] of Object.entries(tree)) writeTo(folder, file, bytes);
}

export function writeTo(folder: string, file: string, bytes: string | Uint8Array): void {
	mkdirSync(dirname(join(folder, file)), { recursive: true });
	writeFileSync(join(folder, file), bytes);
}

/** A document or passage: keys, then body. */
export function mdx(keys: unknown, body: string): string {
	return `---\n${stringify(keys, { lineWidth: 0 })}---\n\n${body.trim()}\n`;
}

export function yaml(keys: unknown): string {
	return stringify(keys, { lineWidth: 0 });
}

/** The keys of a file whose keys are read back and changed. */
export type Keys = Record<string, unknown>;

/** What the public may read of each type, by path; all of a group when the group is named. */
const shownToThePublic: Partial<Record<EntryType, readonly string[]>> = {
	'victim-page': [
		'code',
		'title',
		'summary',
		'topics',
		'rights',
		'stages',
		'related',
		'withdrawn',
		'helpsWith',
		'sensitive',
		'tabTitle',
		'livedExperienceReview',
		'nextStep',
		'review.lastReviewed',
		'translation.state',
	],
	passage: ['translation.state', 'audience'],
	area: [
		'name',
		'covers',
		'contact.website',
		'contact.hours',
		'contact.phone',
		'contact.email',
		'contact.post',
		'contact.evidence.source',
		'contact.evidence.url',
		'contact.evidence.lastChecked',
		'welshSpeaking',
		'evidence.source',
		'evidence.url',
		'evidence.lastChecked',
	],
	right: [
		'number',
		'title',
		'plain',
		'leadProvider',
		'evidence.source',
		'evidence.url',
		'evidence.lastChecked',
	],
	timescale: [
		'name',
		'length',
		'unit',
		'startsWhen',
		'endsWhen',
		'binds',
		'entitlement',
		'evidence.source',
		'evidence.url',
		'evidence.lastChecked',
		'validFrom',
	],
	organisation: [
		'name',
		'about',
		'phones.number',
		'phones.label',
		'phones.hours',
		'phones.free',
		'phones.evidence.source',
		'phones.evidence.url',
		'phones.evidence.lastChecked',
		'textNumber',
		'relay',
		'languages',
		'website',
		'coverage',
		'helps',
		'emergency',
		'evidence.source',
		'evidence.url',
		'evidence.lastChecked',
	],
	term: ['term', 'plain', 'synonyms'],
	topic: ['name', 'description', 'homePosition'],
	media: ['file', 'alt', 'credit'],
	redirect: ['from', 'to'],
};

export function mayBeShown(type: EntryType, path: string): boolean {
	return shownToThePublic[type]?.some((each) => path === each || path.startsWith(`${each}.`)) ?? false;
}

export interface Maker {
	secrets: Words;
	/** Words of keys that the public may read. */
	open: Words;
}

interface Wanted {
	language?: 'en' | 'cy';
	/** Values by path. */
	keys?: Keys;
	/** Whether every key is secret, whatever its name. */
	secret?: boolean;
	/** Whether optional keys are there; only secret ones when it says so. */
	optional?: 'all' | 'secret' | 'none';
	ids?: Partial<Record<ReferenceTarget, string>>;
}

const PUBLIC_IDS: Record<ReferenceTarget, string> = {
	document: 'VP-001',
	area: 'north',
	pilot: 'trial',
	right: 'right-1',
	timescale: 'shown-time',
	organisation: 'helpline',
	term: 'charge',
	passage: 'emergency',
	person: 'owner',
	topic: 'decisions',
	media: 'court',
};

/** The keys of one file, every text in them made up. */
export function keysOf(
	{ secrets, open }: Maker,
	type: EntryType,
	id: string,
	{ language = 'en', keys = {}, secret = false, optional = 'none', ids = {} }: Wanted = {},
): Keys {
	const collection = collections[type];
	const schema = (
		language !== 'en' && 'translationSchema' in collection ? collection.translationSchema : collection.schema
	) as z.ZodType;
	const shown = (path: string) => !secret && mayBeShown(type, path);
	return filled(schema, {
		day: secret ? SECRET_DAY : '2026-11-02',
		text: (path) => (shown(path) ? open : secrets).text(`${type} ${id} (${language}): ${path}`),
		id: (target) => ids[target] ?? PUBLIC_IDS[target],
		optional: (path) => optional !== 'none' && !NEVER.includes(path) && (optional === 'all' || !shown(path)),
		choose: (path) => {
			if (path in keys) return keys[path];
			if (path === 'audience' && secret) return 'staff';
			if (path.endsWith('evidence.mark')) return 'primary';
			if (path === 'placeholders.choices')
				return [1, 2].map((each) => secrets.text(`${type} ${id}: choice ${each}`));
			if (!shown(path) && path.endsWith('lastReviewed')) return SECRET_DAY;
			return CHOICES[`${type}.${path}`];
		},
	}) as Keys;
}

/** Keys that change what becomes of an entry; a test sets them itself. */
const NEVER = [
	'withdrawn',
	'publishAt',
	'contact',
	'to',
	'areas.to',
	'validTo',
	'counterpart',
	'homePosition',
	'phones.label',
	'coverage',
];

const CHOICES: Record<string, unknown> = {
	'passage.audience': 'public',
	'term.audience': 'public',
	'topic.audience': 'public',
	'media.audience': 'public',
	'redirect.site': 'public',
	'area.notes.audience': 'staff',
	'letter.placeholders.type': 'choice',
	'bank-holidays.year': 2029,
	'timescale.validFrom': '2021-04-01',
	'pilot.from': '2025-01-01',
	'pilot.areas.from': '2025-01-01',
	'victim-page.changeNote.inForceFrom': '2026-11-01',
	'right.number': 1,
};

/** A picture of one colour, with a text inside its metadata. */
export async function picture(
	colour: string,
	words: string,
	kind: 'png' | 'jpg' | 'webp' = 'png',
): Promise<Uint8Array> {
	const image = sharp({ create: { width: 24, height: 16, channels: 3, background: colour } }).withExif({
		IFD0: { Artist: words, ImageDescription: words },
		IFD3: { GPSLatitude: '51/1 30/1 0/1' },
	});
	const bytes = await (kind === 'png'
		? image.png()
		: kind === 'webp'
			? image.webp()
			: image.jpeg()
	).toBuffer();
	return kind === 'png' ? withText(bytes, words) : bytes;
}

/** The PNG with a tEXt chunk after its header, as editors of pictures write them. */
function withText(png: Buffer, words: string): Buffer {
	const data = Buffer.from(`tEXtComment\0${words}`, 'latin1');
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length - 4);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(data));
	const afterHeader = 8 + 25;
	return Buffer.concat([png.subarray(0, afterHeader), length, data, check, png.subarray(afterHeader)]);
}

/** The public part: every key that only staff read holds a secret. */
export async function publicTree(make: Maker, optional: 'all' | 'secret' | 'none' = 'none'): Promise<Tree> {
	const { secrets, open } = make;
	const page = (id: string, code: string, body: string, keys: Keys = {}) => ({
		[`victim-pages/${id}.en.mdx`]: mdx(
			keysOf(make, 'victim-page', id, {
				optional,
				keys: { code, nextStep: 'VP-001', sensitive: false, ...keys },
			}),
			body,
		),
	});
	const say = (what: string) => open.text(what);
	const data = (type: EntryType, id: string, wanted: Wanted = {}) => ({
		[`${collections[type].folder}/${id}.yaml`]: yaml(keysOf(make, type, id, { optional, ...wanted })),
	});
	return {
		...page(
			'first',
			'VP-001',
			`${say('body of first')}.\n\n## Heading ${say('heading of first')}\n\nA <Term id="charge">charge</Term> takes <Timescale id="shown-time" />. <Right id="right-1" />. <Link to="VP-002" />.\n\n<Image id="court" />\n\n<Passage id="kind-words" />\n\n<Organisation id="helpline" />\n\n<Contact area="north" />\n\n{/* ${secrets.text('comment of first')} */}`,
			{ nextStep: 'VP-002' },
		),
		...page('second', 'VP-002', `${say('body of second')}.`, {
			sensitive: true,
			tabTitle: open.text('tab of second'),
		}),
		'victim-pages/second.cy.mdx': mdx(
			keysOf(make, 'victim-page', 'second', {
				language: 'cy',
				optional,
				keys: { 'translation.state': 'machine-drafted', tabTitle: 'Gwybodaeth' },
			}),
			`${say('Welsh body of second')}.`,
		),
		...page('gone', 'VP-003', `${say('body of gone')}.`, {
			withdrawn: { on: '2026-11-20', why: open.text('why gone'), replacedBy: 'VP-002' },
		}),
		...page('leaving-this-site', 'VP-021', `${say('body of leaving')}.`),
		'passages/emergency.en.mdx': mdx(
			keysOf(make, 'passage', 'emergency', { optional }),
			`${say('emergency')}, call <Organisation id="helpline" show="number" />.`,
		),
		'passages/kind-words.en.mdx': mdx(
			keysOf(make, 'passage', 'kind-words', { optional }),
			`${say('kind words')}.`,
		),
		...data('topic', 'decisions'),
		...data('right', 'right-1'),
		...data('timescale', 'shown-time'),
		...data('organisation', 'helpline'),
		...data('organisation', 'service'),
		...data('area', 'north', {
			keys: {
				contact: {
					website: 'https://north.example/',
					evidence: { mark: 'unverified', source: open.text('contact of north'), lastChecked: '2026-11-02' },
				},
			},
		}),
		...data('term', 'charge'),
		...data('redirect', 'moved', { keys: { from: '/old/', to: '/a-z/' } }),
		...data('media', 'court', { keys: { file: 'court.png' } }),
		...data('person', 'owner'),
		...data('pilot', 'trial'),
		'media/court.png': await picture('#335577', secrets.text('metadata of court.png')),
	};
}
