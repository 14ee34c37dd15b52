/** What the public must not see leaves no trace on the public site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/release/digest.ts';
import { explainFiles, fileOf } from '../../src/release/index.ts';
import type { SiteInput } from '../../src/release/site-input.ts';
import { type Maker, picture, publicTree, SECRET_DAY, type Tree } from './miniature.ts';
import { phoneOf } from './schema-walk.ts';
import { secrets } from './secrets.ts';
import { Words } from './words.ts';
import { decoded, digestsOf, openYard, type Yard } from './workshop.ts';

const make: Maker = { secrets: new Words('qzvk'), open: new Words('plmj') };
let yard: Yard;
let tree: Tree;
let base: Record<string, string>;
let input: Record<string, string>;

beforeAll(async () => {
	yard = openYard();
	tree = await publicTree(make);
	await yard.build(tree);
	base = digestsOf(join(yard.out, 'public'));
	input = publicInput(yard);
});
afterAll(() => yard.close());

/** Every file that the public site is built from, as it stands after a build. */
function publicInput({ work }: Yard): Record<string, string> {
	return digestsOf(join(work, 'input', 'public'));
}

/** One tree with every secret at once. */
async function withAllSecrets(from: Tree): Promise<Tree> {
	let all = from;
	for (const { files } of secrets) all = { ...all, ...(await files(make, all)) };
	return all;
}

describe('the public site stays byte-identical', () => {
	// Each build lacks what the one before had, so removal is tried with the next.
	it.each(secrets)('when this is added, changed and removed: $name', async ({ files }) => {
		for (const words of ['first', 'other']) {
			await yard.build({ ...tree, ...(await files(make, tree)) });
			expect(publicInput(yard), `input with the ${words} words`).toEqual(input);
			expect(digestsOf(join(yard.out, 'public'))).toEqual(base);
		}
	});

	it('when the last of them is removed again', async () => {
		await yard.build(tree);
		expect(digestsOf(join(yard.out, 'public'))).toEqual(base);
	});

	it('when all of them are there at once and everything is built anew', async () => {
		const other = openYard();
		await other.build(await withAllSecrets(tree), { sites: ['handbook', 'public'] });
		const [own, there] = [digestsOf(join(other.out, 'public')), publicInput(other)];
		await other.close();
		expect(there).toEqual(input);
		expect(own).toEqual(base);
	});

	it('but not when something public changes', async () => {
		await yard.build({
			...tree,
			'topics/decisions.yaml': String(tree['topics/decisions.yaml']).replace('stands here', 'stands there'),
		});
		expect(digestsOf(join(yard.out, 'public'))).not.toEqual(base);
	});
});

describe('words of every secret key', () => {
	let folder: string;
	let written: string;
	let everything: Yard;

	beforeAll(async () => {
		everything = openYard();
		const all = await withAllSecrets(await publicTree(make, 'all'));
		await everything.build(all, { sites: ['handbook', 'public'] });
		folder = join(everything.out, 'public');
		written = Object.entries(all)
			.map(([file, bytes]) => `${file}\n${Buffer.from(bytes).toString('latin1')}`)
			.join('\n');
	});
	afterAll(() => everything.close());

	it('are many, and stand in the content', () => {
		expect(make.secrets.in(written).length).toBeGreaterThan(150);
	});

	it('are found in no file of the public site, whatever it is packed in', () => {
		const found = decoded(folder).flatMap(({ file, text }) =>
			make.secrets.in(text).map((word) => `${file}: ${make.secrets.keyOf(word)}`),
		);
		expect(found).toEqual([]);
	});

	it('are found in no file the public site is built from', () => {
		const found = decoded(join(everything.work, 'input', 'public')).flatMap(({ file, text }) =>
			make.secrets.in(text).map((word) => `${file}: ${make.secrets.keyOf(word)}`),
		);
		expect(found).toEqual([]);
	});

	it('have no other form there: numbers, days, codes, names of files', () => {
		const numbers = make.secrets.words.map((word) => phoneOf(word).replaceAll(' ', ''));
		const written = decoded(folder).filter(({ file }) => /\.(?:html|pf_fragment|json)$/.test(file));
		for (const { file, text } of written) {
			const digits = text.replaceAll(/[ -]/g, '');
			expect(
				numbers.filter((number) => digits.includes(number)),
				file,
			).toEqual([]);
			expect(text.match(/\b(?:GD-901|LT-901|VCS-91|VP-901)\b/), file).toBeNull();
			expect(text.includes(SECRET_DAY) || /\b9 March 1971\b/.test(text), file).toBe(false);
		}
		expect(filesBelow(folder).filter((file) => file.startsWith('media/'))).toEqual(['media/court.png']);
	});

	it('would have been found: public words are, in pages and in the search index', () => {
		const open = decoded(folder).flatMap(({ file, text }) =>
			make.open.in(text).map((word) => ({ file, key: make.open.keyOf(word) })),
		);
		for (const key of [
			'victim-page first (en): title',
			'topic decisions (en): name.en',
			'organisation helpline (en): about.en',
			'term charge (en): plain.en',
			'body of first',
			'Welsh body of second',
			'why gone',
		]) {
			expect(
				open.some((each) => each.key === key && each.file.endsWith('.html')),
				key,
			).toBe(true);
		}
		expect(open.some(({ key, file }) => key === 'body of first' && file.endsWith('.pf_fragment'))).toBe(true);
	});

	it('are found in the handbook, but for what is embargoed', () => {
		const text = decoded(join(everything.out, 'handbook'))
			.map((each) => each.text)
			.join('\n');
		const found = make.secrets.in(text).map((word) => make.secrets.keyOf(word));
		for (const key of [
			'guidance: body',
			'body of a standard',
			'body of a letter',
			'note of an Area',
			'pilot trial (en): summary',
			'what changed',
			'outcome',
			'what we do',
			'staff meaning',
		])
			expect(found).toContain(key);
		expect(
			found.filter((key) => /planned (?:body|heading)|qzvk-planned|comment|metadata|sign-off/.test(key)),
		).toEqual([]);
	});

	it.each(['handbook', 'public'] as const)(
		'every file of the %s site is a page, an asset of a page or a file of the framework',
		(site) => {
			const out = join(everything.out, site);
			const { documents } = JSON.parse(
				readFileSync(join(everything.work, 'input', site, 'input.json'), 'utf8'),
			) as SiteInput;
			const html = filesBelow(out).filter((file) => file.endsWith('.html'));
			// What is asked for beside pages: feeds, and the editions that stood on a day.
			const lists = filesBelow(out).filter((file) =>
				(site === 'public'
					? /^(?:cy\/)?feeds\/all\.(?:xml|json)$/
					: /^feeds\/[a-z-]+\.(?:xml|json)$|^as-at\/editions\.json$/
				).test(file),
			);
			const explained = explainFiles((file) => join(out, file), filesBelow(out), [...html, ...lists]);
			expect(explained.filter(({ kind }) => kind === 'unexplained')).toEqual([]);
			expect(new Set(explained.map(({ file }) => file)).size).toBe(explained.length);
			for (const { path } of documents) expect(html).toContain(fileOf(path));
			for (const { file, kind } of explained) {
				if (kind === 'framework') expect(file).toMatch(/^pagefind\/|^robots\.txt$|^register\/verify\.mjs$/);
				if (kind === 'asset') expect(file).toMatch(/^(?:assets|media)\/|^favicon\.svg$/);
			}
		},
	);
});

describe('images', () => {
	const kinds = ['png', 'jpg', 'webp'] as const;
	let images: Yard;

	beforeAll(async () => {
		images = openYard();
		const more: Tree = {};
		for (const kind of kinds) {
			more[`media/court-${kind}.yaml`] = String(tree['media/court.yaml']).replace(
				'file: court.png',
				`file: court-${kind}.${kind}`,
			);
			more[`media/court-${kind}.${kind}`] = await picture('#224466', make.secrets.text('metadata'), kind);
		}
		const shown = kinds.map((kind) => `\n<Image id="court-${kind}" />\n`).join('');
		await images.build({
			...tree,
			...more,
			'victim-pages/leaving-this-site.en.mdx': `${String(tree['victim-pages/leaving-this-site.en.mdx'])}${shown}`,
		});
	});
	afterAll(() => images.close());

	it.each(kinds)('carry no metadata: %s', async (kind) => {
		const bytes = readFileSync(join(images.out, 'public', 'media', `court-${kind}.${kind}`));
		const { exif, xmp, iptc, icc, comments, width, height, format } = await sharp(bytes).metadata();
		expect({ exif, xmp, iptc, icc, comments }).toEqual({});
		expect({ width, height, format }).toEqual({
			width: 24,
			height: 16,
			format: kind === 'jpg' ? 'jpeg' : kind,
		});
		expect(make.secrets.in(bytes.toString('latin1'))).toEqual([]);
	});

	it('are shown by their pages with their text', () => {
		const html = readFileSync(
			join(images.out, 'public', 'information', 'leaving-this-site', 'index.html'),
			'utf8',
		);
		for (const kind of kinds)
			expect(html).toMatch(
				new RegExp(`<img src="/media/court-${kind}.${kind}" alt="Plmj[a-z]{3} stands here"`),
			);
	});

	it('are drawn the same way twice', async () => {
		const before = digestsOf(join(images.out, 'public', 'media'));
		const again = openYard();
		await again.build(
			Object.fromEntries(
				filesBelow(images.content).map((file) => [file, readFileSync(join(images.content, file))]),
			),
		);
		const after = digestsOf(join(again.out, 'public', 'media'));
		await again.close();
		expect(after).toEqual(before);
	});

	it('that cannot be drawn, or claim too many pixels, are problems of the content', async () => {
		const broken = Buffer.concat([Buffer.from(await picture('#000', 'x')).subarray(0, 60), Buffer.alloc(40)]);
		await expect(images.build({ ...tree, 'media/court.png': broken })).rejects.toThrow(
			/media\/court\.png[\s\S]*expected one that can be drawn/,
		);
		const huge = await sharp({ create: { width: 12_000, height: 8_000, channels: 3, background: '#fff' } })
			.png()
			.toBuffer();
		await expect(images.build({ ...tree, 'media/court.png': huge })).rejects.toThrow(
			/expected at most 50 million pixels/,
		);
	});
});
