/** Reading a content folder: which files are entries, what is said of the others, and that nothing throws. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { collections, entryTypes } from '../../src/model/collection.ts';
import { loadContent, readEntry } from '../../src/model/load.ts';
import { nameOf } from '../../src/model/read-text.ts';
import {
	type Files,
	guidance,
	inFolder,
	inWords,
	media,
	miniature,
	png,
	timescale,
	topic,
} from './miniature.ts';

const issuesOf = (files: Files) => inFolder(files, (root) => loadContent(root).issues.map(inWords));
const folders = entryTypes.map((type) => collections[type].folder).join(', ');
const wrongPlace = `error: Unexpected place for a file, expected one of the folders: ${folders}. Move the file into the folder of its type, or delete it.`;
const wrongName = (name: string, wanted: string) =>
	`error: Unexpected file name “${name}”, expected ${wanted}. Rename the file. An id is made of small letters, digits and single hyphens.`;
const leftBehind = (name: string) =>
	`warning: Unexpected file “${name}” of another program, expected content; it is not read. Delete it, unless the program that wrote it is still open.`;
const document = '<id>.en.mdx, or another of en, cy, ar, ur';

test('reads every file of a sound tree, sorted', () => {
	inFolder(miniature({ 'topics/.gitkeep': '', 'editions/frozen.json': '{}' }), (root) => {
		const { entries, issues } = loadContent(root);
		expect(issues).toEqual([]);
		expect(entries.map(({ file, type, id, language }) => `${file} ${type} ${id} ${language}`)).toEqual([
			'guidance/phone-calls.en.mdx guidance phone-calls en',
			'letters/no-charge.en.mdx letter no-charge en',
			'organisations/helpline.yaml organisation helpline en',
			'passages/emergency.en.mdx passage emergency en',
			'people/owner.yaml person owner en',
			'people/reader.yaml person reader en',
			'pilots/trial.yaml pilot trial en',
			'rights/right-1.yaml right right-1 en',
			'terms/bail.yaml term bail en',
			'timescales/first-reply.yaml timescale first-reply en',
			'topics/desk.yaml topic desk en',
			'topics/help.yaml topic help en',
			'victim-pages/help.en.mdx victim-page help en',
		]);
		expect(entries[0]?.body).toEqual({ source: '\nText.\n', firstLine: 20 });
	});
});

test.each<[file: string, issue: string]>([
	['notes.txt', wrongPlace],
	['drafts/a.en.mdx', wrongPlace],
	['guidance/deeper/a.en.mdx', wrongPlace],
	['.DS_Store', leftBehind('.DS_Store')],
	['guidance/.DS_Store', leftBehind('.DS_Store')],
	['guidance/.a.en.mdx.swp', leftBehind('.a.en.mdx.swp')],
	['guidance/#a.en.mdx#', leftBehind('#a.en.mdx#')],
	['guidance/a.mdx', wrongName('a.mdx', document)],
	['guidance/a.fr.mdx', wrongName('a.fr.mdx', document)],
	['guidance/a.en.md', wrongName('a.en.md', document)],
	['guidance/a.en.mdx.orig', wrongName('a.en.mdx.orig', document)],
	['guidance/a.en.mdx~', leftBehind('a.en.mdx~')],
	['guidance/A Page.en.mdx', wrongName('A Page.en.mdx', document)],
	['guidance/a--b.en.mdx', wrongName('a--b.en.mdx', document)],
	['guidance/-a.en.mdx', wrongName('-a.en.mdx', document)],
	['guidance/á.en.mdx', wrongName('á.en.mdx', document)],
	['guidance/a.yaml', wrongName('a.yaml', document)],
	['topics/a.en.yaml', wrongName('a.en.yaml', '<id>.yaml')],
	['topics/a.yml', wrongName('a.yml', '<id>.yaml')],
	['topics/a.json', wrongName('a.json', '<id>.yaml')],
	['topics/a.png', wrongName('a.png', '<id>.yaml')],
	['media/photo.gif', wrongName('photo.gif', '<id>.yaml, and its image <id>.png, <id>.jpg or <id>.webp')],
	['media/photo.PNG', wrongName('photo.PNG', '<id>.yaml, and its image <id>.png, <id>.jpg or <id>.webp')],
	[
		'media/My Photo.png',
		wrongName('My Photo.png', '<id>.yaml, and its image <id>.png, <id>.jpg or <id>.webp'),
	],
	['media/photo.svg', wrongName('photo.svg', '<id>.yaml, and its image <id>.png, <id>.jpg or <id>.webp')],
])('says what is wrong with %s', (file, issue) => {
	expect(issuesOf({ [file]: 'anything\n' })).toEqual([`${file}:1:1 ${issue}`]);
});

test('what another program left is never read, and nothing below it', () => {
	inFolder(
		miniature({
			'guidance/.#a.en.mdx': { link: 'somebody@machine.1' },
			'guidance/.kept/a.en.mdx': 'anything',
			'topics/help.yaml~': topic('staff'),
		}),
		(root) => {
			const { entries, unread, issues } = loadContent(root);
			expect(issues.map(({ file, severity }) => `${severity} ${file}`)).toEqual([
				'warning guidance/.#a.en.mdx',
				'warning guidance/.kept',
				'warning topics/help.yaml~',
			]);
			expect([...entries, ...unread].filter(({ file }) => /[~#]|kept/.test(file))).toEqual([]);
		},
	);
});

test('a name that climbs out of the folder is refused before anything is read', () => {
	expect(nameOf('../topics/a.yaml')).toMatchObject({ issue: { rule: 'file-name' } });
	expect(nameOf('topics/../../a.yaml')).toMatchObject({ issue: { rule: 'file-name' } });
	expect(readEntry('/', 'etc/passwd')).toMatchObject({ issues: [{ rule: 'file-name' }] });
});

const noLink = (name: string) =>
	`error: Unexpected link “${name}”, expected an ordinary file. Replace the link with a copy of the file.`;

test('follows no links: of files, of folders, to nowhere, or of images', () => {
	expect(
		issuesOf({
			'topics/help.yaml': topic('public'),
			'topics/linked.yaml': { link: 'help.yaml' },
			'topics/nowhere.yaml': { link: 'gone.yaml' },
			'topics/outside.yaml': { link: '/etc/passwd' },
			'media/picture.yaml': media('picture.png'),
			'media/picture.png': { link: 'nowhere.png' },
			guidance: { link: 'topics' },
		}),
	).toEqual([
		`guidance:1:1 ${noLink('guidance')}`,
		`media/picture.png:1:1 ${noLink('picture.png')}`,
		'media/picture.yaml:1:1 error: Unexpected file “picture.png”, expected an image in content/media. Upload the image, or correct the name.',
		`topics/linked.yaml:1:1 ${noLink('linked.yaml')}`,
		`topics/nowhere.yaml:1:1 ${noLink('nowhere.yaml')}`,
		`topics/outside.yaml:1:1 ${noLink('outside.yaml')}`,
	]);
});

describe('images', () => {
	test('an image and its record', () => {
		expect(
			issuesOf({ 'media/court-room.yaml': media('court-room.png'), 'media/court-room.png': png }),
		).toEqual([]);
	});

	test('an image without a record, a record without an image', () => {
		expect(issuesOf({ 'media/a.png': png, 'media/b.yaml': media('b.png') })).toEqual([
			'media/a.png:1:1 error: Unexpected image without a record, expected its text alternative and credit. Add media/a.yaml, or delete the image.',
			'media/b.yaml:1:1 error: Unexpected file “b.png”, expected an image in content/media. Upload the image, or correct the name.',
		]);
	});

	const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
	test.each<[name: string, file: string, content: Uint8Array]>([
		['text', 'a.png', bytes('hello')],
		['nothing', 'a.png', bytes('')],
		['a script', 'a.jpg', bytes('<script>')],
		['a drawing with code in it', 'a.webp', bytes('<svg onload="x">')],
		['AVIF', 'a.jpg', bytes('\0\0\0 ftypavif')],
		['HEIC', 'a.jpg', bytes('\0\0\0 ftypheic')],
		['PNG named JPEG', 'a.jpg', png],
		['another RIFF', 'a.webp', bytes('RIFF\0\0\0\0AVI ')],
		['a PNG broken by an editor of text', 'a.png', bytes('\x89PNG\n\x1a\n')],
	])('%s that calls itself an image', (_, file, content) => {
		expect(issuesOf({ [`media/${file}`]: content, 'media/a.yaml': media(file) })).toEqual([
			`media/${file}:1:1 error: Unexpected bytes, expected the kind of image its name says. Save the picture again as PNG, JPEG or WebP with the matching ending.`,
		]);
	});

	test.each<[file: string, content: Uint8Array]>([
		['a.png', png],
		['a.jpg', bytes('\xff\xd8\xff\xe0')],
		['a.webp', bytes('RIFF\x10\0\0\0WEBPVP8 ')],
	])('%s of its kind', (file, content) => {
		expect(issuesOf({ [`media/${file}`]: content, 'media/a.yaml': media(file) })).toEqual([]);
	});

	test('a folder named like an image', () => {
		expect(issuesOf({ 'media/a.png/b.yaml': 'x: 1\n' })).toEqual([`media/a.png/b.yaml:1:1 ${wrongPlace}`]);
	});
});

test('a broken file hides no other, and is no entry', () => {
	inFolder(
		{
			'topics/a.yaml': 'name: [\n',
			'topics/b.yaml': topic('public'),
			'topics/c.yaml': Uint8Array.of(0xff),
			'guidance/d.en.mdx': 'Text.\n',
		},
		(root) => {
			const { entries, issues } = loadContent(root);
			expect(entries.map(({ file }) => file)).toEqual(['topics/b.yaml']);
			expect(issues.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
				'guidance/d.en.mdx front-matter',
				'topics/a.yaml yaml',
				'topics/c.yaml encoding',
			]);
		},
	);
});

test('a file that cannot be read is an issue', () => {
	inFolder({ 'topics/a.yaml/b': 'x' }, (root) => {
		expect(readEntry(root, 'topics/a.yaml').issues.map(inWords)).toEqual([
			'topics/a.yaml:1:1 error: Unexpected file that cannot be read, expected an ordinary file. Check that the file is still there and may be read.',
		]);
		expect(readEntry(root, 'topics/gone.yaml').issues[0]?.rule).toBe('file-kind');
	});
});

test('throws only when the folder itself is not there', () => {
	expect(() => loadContent(join(tmpdir(), 'no-such-content-folder'))).toThrow(/ENOENT/);
});

describe('whatever the bytes', () => {
	const root = mkdtempSync(join(tmpdir(), 'content-'));
	mkdirSync(join(root, 'guidance'));
	mkdirSync(join(root, 'timescales'));
	afterAll(() => rmSync(root, { recursive: true, force: true }));

	/** A sound file with a stretch of it cut out and something put in its place. */
	const damaged = (sound: string) =>
		fc
			.tuple(
				fc.nat(sound.length),
				fc.nat(12),
				fc.oneof(
					fc.string({ unit: 'binary', maxLength: 8 }),
					fc.constantFrom(
						'---',
						'\t',
						'\r\n',
						'\0',
						'{',
						'[',
						'"',
						': ',
						'&a ',
						'*a',
						'!!x ',
						'\u202E',
						'\n',
						'- ',
						'__proto__: 1\n',
					),
				),
			)
			.map(([at, length, put]) => Buffer.from(sound.slice(0, at) + put + sound.slice(at + length)));

	test.each([
		['guidance/a.en.mdx', guidance('GD-001')],
		['guidance/a.cy.mdx', guidance('GD-001')],
		['timescales/a.yaml', timescale('primary')],
	])('%s is read or refused, never thrown at', (file, sound) => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
					damaged(sound),
				),
				(bytes) => {
					writeFileSync(join(root, file), bytes);
					const { entry, issues } = readEntry(root, file);
					expect(entry === undefined).toBe(issues.some(({ severity }) => severity === 'error'));
					for (const { place, message, fix, severity } of issues) {
						expect(place.line).toBeGreaterThanOrEqual(1);
						expect(place.column).toBeGreaterThanOrEqual(1);
						expect(message).toMatch(/^(?:Unexpected|Enter|Choose) ./);
						expect(fix).not.toBe('');
						if (severity === 'warning') expect(message).toContain('expected one line break');
					}
				},
			),
			{ numRuns: 1500 },
		);
	});
});
