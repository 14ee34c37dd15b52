/** A release shows editions alone, and the public one no trace of what was published for staff. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { filesBelow } from '../../src/release/digest.ts';
import type { SiteInput } from '../../src/release/site-input.ts';
import { AT, type Keys, keysOf, type Maker, mdx, publicTree, type Tree, yaml } from './miniature.ts';
import { secrets } from './secrets.ts';
import { Words } from './words.ts';
import { decoded, digestsOf, openYard, type Yard } from './workshop.ts';

const LATER = '2026-11-25T09:00:00Z';
const PAGE = 'victim-pages/first.en.mdx';
/** Who may decide that something is published unsigned. */
const emergency = { reason: 'Qzvk stands in no word list, and is a secret all the same', by: 'owner' };

const make: Maker = { secrets: new Words('qzvk'), open: new Words('plmj') };
let tree: Tree;
beforeAll(async () => {
	tree = await publicTree(make);
	tree['people/owner.yaml'] = yaml({ ...keysOf(make, 'person', 'owner'), may: ['approve'] });
});

const publicInput = ({ work }: Yard) => digestsOf(join(work, 'input', 'public'));
const inputOf = (yard: Yard, site: 'handbook' | 'public') =>
	JSON.parse(readFileSync(join(yard.work, 'input', site, 'input.json'), 'utf8')) as SiteInput;

describe('a release of editions', () => {
	let yard: Yard;
	afterEach(() => yard.close());

	it('shows what was published, whatever stands in the content since, and nothing of drafts', async () => {
		yard = openYard();
		await yard.publish(tree, AT);
		await yard.build(tree, { documents: 'published' });
		const before = digestsOf(join(yard.out, 'public'));
		const draft = {
			...tree,
			[PAGE]: String(tree[PAGE]).replace('stands here', 'qzvkdraft stands here'),
			'topics/decisions.yaml': String(tree['topics/decisions.yaml']).replace('stands here', 'qzvkdraft'),
			'victim-pages/second.en.mdx': 'this is not even a document',
		};
		await yard.build(draft, { documents: 'published', sites: ['public', 'handbook'] });
		expect(digestsOf(join(yard.out, 'public'))).toEqual(before);
		expect(decoded(yard.out).filter(({ text }) => text.includes('qzvkdraft'))).toEqual([]);
		expect(decoded(join(yard.work, 'input')).filter(({ text }) => text.includes('qzvkdraft'))).toEqual([]);
	});

	it('is the same on another day, but for the pages about the day', async () => {
		yard = openYard();
		await yard.publish(tree, AT);
		const on = async (at: string) => {
			await yard.build(tree, { documents: 'published', sites: ['public', 'handbook'], at });
			return digestsOf(yard.out);
		};
		const [today, later] = [await on(AT), await on(LATER)];
		expect(
			Object.keys(today).filter((file) => today[file] !== later[file] && !file.endsWith('.made.json')),
		).toEqual(['handbook/as-at/index.html', 'handbook/index.html', 'handbook/print/index.html']);
	});

	it('is the same from a clean checkout: nothing is parsed and nothing is rendered', async () => {
		yard = openYard();
		await yard.publish(tree, AT);
		await yard.build(tree, { documents: 'published', sites: ['public', 'handbook'] });
		const other = openYard();
		try {
			await other.build(
				Object.fromEntries(
					filesBelow(yard.content).map((file) => [file, readFileSync(join(yard.content, file))]),
				),
				{ documents: 'published', sites: ['public', 'handbook'] },
			);
			for (const site of ['public', 'handbook'])
				expect(digestsOf(join(other.out, site))).toEqual(digestsOf(join(yard.out, site)));
			expect(filesBelow(other.work).filter((file) => /^(?:parsed|rendered)\//.test(file))).toEqual([]);
		} finally {
			await other.close();
		}
	});

	it('of an earlier moment is what stood then', async () => {
		yard = openYard();
		await yard.publish(tree, AT);
		await yard.build(tree, { documents: 'published' });
		const before = digestsOf(join(yard.out, 'public'));
		const next = { ...tree, ...changed(PAGE, 'other words of the page', {}) };
		await yard.publish(next, LATER);
		await yard.build(next, { documents: 'published', at: LATER });
		expect(digestsOf(join(yard.out, 'public'))).not.toEqual(before);
		await yard.build(next, { documents: 'published', at: AT });
		expect(digestsOf(join(yard.out, 'public'))).toEqual(before);
	});

	it('keeps the images of its editions as they were', async () => {
		yard = openYard();
		await yard.publish(tree, AT);
		await yard.build(tree, { documents: 'published' });
		const images = () => filesBelow(join(yard.out, 'public')).filter((file) => file.startsWith('media/'));
		const [image = ''] = images();
		expect(image).toMatch(/^media\/court\.[0-9a-f]{12}\.png$/);
		const { picture } = await import('./miniature.ts');
		const next = { ...tree, 'media/court.png': await picture('#ff0000', 'no words') };
		const { public: entries } = await yard.publish({ ...next, ...changed(PAGE, undefined, {}) }, LATER);
		expect(entries.map(({ kind }) => kind)).toContain('edition');
		await yard.build(next, { documents: 'published', at: LATER });
		expect(images()).toContain(image);
		expect(images()).toHaveLength(2);
		expect(
			readFileSync(join(yard.out, 'public', 'information', 'first', 'editions', '1', 'index.html'), 'utf8'),
		).toContain(`/${image}`);
	});

	it('names an Area as it is called today on pages of the past, where a pilot has its id', async () => {
		yard = openYard();
		const area = 'areas/north.yaml';
		const before = {
			...tree,
			...changed(PAGE, undefined, { appliesTo: { areas: ['north'] } }),
			'pilots/north.yaml': String(tree['pilots/trial.yaml']),
		};
		await yard.publish(before, AT);
		await yard.build(before, { sites: ['handbook'] });
		const renamed = yaml({ ...(parse(String(tree[area])) as Keys), name: { en: 'Far north' } });
		await yard.build({ ...before, [area]: renamed }, { sites: ['handbook'] });
		const page = join(yard.out, 'handbook', 'victim-pages', 'first', 'editions', '1', 'index.html');
		expect(readFileSync(page, 'utf8')).toContain('Far north');
	});

	it('says where the bank holidays of a year come from, as it was published', async () => {
		yard = openYard();
		const year = yaml({ ...keysOf(make, 'bank-holidays', '2026'), year: 2026 });
		const { source } = parse(year).evidence;
		await yard.publish({ ...tree, 'bank-holidays/2026.yaml': year }, AT);
		await yard.build(tree, { documents: 'published', sites: ['handbook'] });
		const page = readFileSync(join(yard.out, 'handbook', 'bank-holidays', 'index.html'), 'utf8');
		expect(page).toContain(`<dt>Source</dt><dd>${source}</dd>`);
	});

	it('is built again once a text is put right that another program had changed', async () => {
		yard = openYard();
		await yard.publish(tree, AT);
		await yard.build(tree, { sites: ['handbook'] });
		const base = digestsOf(join(yard.out, 'handbook'));
		const frozen = join(yard.content, 'editions', 'victim-pages', 'first', '1.staff.json');
		const sound = readFileSync(frozen, 'utf8');
		writeFileSync(frozen, sound.replace('stands here', 'stood there'));
		const out = join(yard.folder, 'elsewhere');
		await expect(yard.build(tree, { sites: ['handbook'], out })).rejects.toThrow('is not what was published');
		// As git does: under the same name, and no longer the same file.
		rmSync(frozen);
		writeFileSync(frozen, sound);
		await yard.build(tree, { sites: ['handbook'], out });
		expect(digestsOf(join(out, 'handbook'))).toEqual(base);
	});

	/** The page with other words and another note. */
	function changed(file: string, words: string | undefined, keys: Keys): Tree {
		const text = String(tree[file]);
		const end = text.indexOf('\n---\n');
		const body = text.slice(end + 5);
		const own = keysOf(make, 'victim-page', 'first', {
			keys: { code: 'VP-001', nextStep: 'VP-002', sensitive: false },
		});
		return { [file]: mdx({ ...own, ...keys }, words === undefined ? body : `${body}\n\n${words}`) };
	}
});

describe('the public release stays byte-identical', () => {
	let yard: Yard;
	let base: Record<string, string>;
	let input: Record<string, string>;

	beforeAll(async () => {
		yard = openYard();
		await yard.publish(tree, AT);
		await yard.build(tree, { documents: 'published', at: LATER });
		base = digestsOf(join(yard.out, 'public'));
		input = publicInput(yard);
	});
	afterAll(() => yard.close());

	/** Everything published so far: a published document cannot vanish. */
	let published: Tree;

	it.each(secrets)('when this is published: $name', async ({ files }) => {
		published ??= tree;
		const more = Object.fromEntries(
			Object.entries(await files(make, tree)).map(([file, bytes]) => [file, publishable(file, bytes)]),
		);
		const entries = await yard.publish({ ...published, ...more }, LATER, emergency);
		expect(entries.public, 'nothing new for the public').toEqual([]);
		published = {
			...published,
			...Object.fromEntries(Object.entries(more).filter(([file]) => !(file in tree))),
		};
		await yard.build({ ...published, ...more }, { documents: 'published', at: LATER });
		expect(publicInput(yard), 'the input of the site').toEqual(input);
		expect(digestsOf(join(yard.out, 'public'))).toEqual(base);
		const editions = join(yard.content, 'editions');
		for (const file of filesBelow(editions).filter((each) => each.includes('.public.')))
			expect(make.secrets.in(readFileSync(join(editions, file), 'latin1')), file).toEqual([]);
	});

	/** A file as an editor leaves it who wants it published: without a signature of another text, with a note of its own. */
	function publishable(file: string, bytes: string | Uint8Array): string | Uint8Array {
		const text = String(bytes);
		if (!/^(?:guidance|standards|letters|victim-pages)\/.*\.en\.mdx$/.test(file)) return bytes;
		const end = text.indexOf('\n---\n');
		const { signOffs, ...keys } = parse(text.slice(4, end)) as Keys & { changeNote: Keys };
		if (signOffs !== undefined && file === PAGE) return bytes;
		const note = {
			...('appliesTo' in keys && file === PAGE && { what: make.secrets.text('note') }),
			...(file === PAGE && { inForceFrom: '2026-11-25' }),
		};
		return mdx({ ...keys, changeNote: { ...keys.changeNote, ...note } }, text.slice(end + 5));
	}

	it('and the handbook has the editions that the public has not', async () => {
		await yard.build(published, { documents: 'published', at: LATER, sites: ['handbook'] });
		const { histories } = inputOf(yard, 'handbook');
		const codes = histories.map(({ code }) => code);
		expect(codes).toEqual(expect.arrayContaining(['GD-901', 'LT-901', 'VCS-91']));
		expect(codes).not.toContain('VP-901');
		expect(histories.find(({ code }) => code === 'VP-001')?.editions.length).toBeGreaterThan(1);
	});

	it('whose input holds the texts of the public alone', () => {
		const folder = join(yard.work, 'input', 'public');
		const texts = filesBelow(folder).filter((file) => file.startsWith('editions/'));
		expect(texts.length).toBeGreaterThan(3);
		const codes = texts.map(
			(file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { en: { code: string } }).en.code,
		);
		expect(codes.filter((code) => !code.startsWith('VP-'))).toEqual([]);
		const found = decoded(folder).flatMap(({ file, text }) =>
			make.secrets.in(text).map((word) => `${file}: ${make.secrets.keyOf(word)}`),
		);
		expect(found).toEqual([]);
		expect(existsSync(join(folder, 'register.staff.jsonl'))).toBe(false);
	});
});
