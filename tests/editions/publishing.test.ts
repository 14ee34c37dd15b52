/** Publishing: what makes an edition, what only a new form of one, and what nothing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editionsOn, latestReview } from '../../src/editions/index.ts';
import { openViews, readRecord } from '../../src/editions/store.ts';
import { planError, planRedaction } from '../../src/release/index.ts';
import {
	documentFile,
	filesIn,
	inShort,
	note,
	openSmallContent,
	type SmallContent,
} from './small-content.ts';

const [T1, T2, T3, T4] = [
	'2026-02-02T09:00:00Z',
	'2026-03-02T09:00:00Z',
	'2026-04-01T09:00:00Z',
	'2026-05-05T09:00:00Z',
] as const;
const PAGE = 'guidance/late-letters.en.mdx';
const STANDARD = 'standards/timeliness.en.mdx';
const LETTER = 'letters/apology.en.mdx';
const VICTIM_PAGE = 'victim-pages/what-we-do.en.mdx';

let content: SmallContent;
beforeEach(async () => {
	content = openSmallContent();
	content.sign();
	await content.publish(T1);
});
afterEach(() => content.close());

let changes = 0;
/** New words with a note of their own. */
function rewrite(file: string, from: string, to: string, more: Record<string, unknown> = {}) {
	changes++;
	content.replace(file, from, to);
	content.keys(file, (keys) => ({ ...keys, changeNote: note(`Change ${changes}.`, more) }));
}

const viewsOf = (code: string, number: number, site: 'staff' | 'public' = 'staff') => {
	const standing = content.standing(code, site);
	const edition = standing.editions.find((each) => each.number === number);
	if (!edition) throw new Error(`no ${code}/${number}`);
	return openViews(content.editions, standing, edition, site);
};

describe('the first publication', () => {
	it('freezes every document, the victim pages for the public too, and the data of each site', () => {
		expect(inShort(content.register('staff'))).toEqual([
			'edition GD-001/1',
			'edition LT-001/1',
			'edition VCS-01/1',
			'edition VP-001/1',
			'data',
		]);
		expect(inShort(content.register('public'))).toEqual(['edition VP-001/1', 'data']);
		expect(filesIn(content.editions)).toEqual([
			'checkpoints.public.txt',
			'checkpoints.staff.txt',
			'data/public/1.json',
			'data/staff/1.json',
			'guidance/late-letters/1.json',
			'guidance/late-letters/1.staff.json',
			'keys.public.txt',
			'keys.staff.txt',
			'letters/apology/1.json',
			'letters/apology/1.staff.json',
			'register.public.jsonl',
			'register.staff.jsonl',
			'standards/timeliness/1.json',
			'standards/timeliness/1.staff.json',
			'victim-pages/what-we-do/1.json',
			'victim-pages/what-we-do/1.public.json',
			'victim-pages/what-we-do/1.staff.json',
		]);
	});

	it('keeps the source whole, and the page as it was read', () => {
		const standing = content.standing('GD-001');
		const [edition] = standing.editions;
		if (!edition) throw new Error('no edition');
		const record = readRecord(content.editions, standing, edition);
		expect(record.source.en).toBe(readFileSync(join(content.folder, PAGE), 'utf8'));
		expect(viewsOf('GD-001', 1).en).toMatchObject({ title: 'Late letters', owner: 'Writer of pages' });
		expect(viewsOf('GD-001', 1).en?.html).toContain('5 working days');
		expect(edition).toMatchObject({ published: T1, inForceFrom: '2026-02-02', number: 1 });
	});

	it('is all there is: published again at once, nothing is new', async () => {
		const before = filesIn(content.editions);
		expect(await content.publish(T1)).toEqual({ staff: [], public: [] });
		expect(filesIn(content.editions)).toEqual(before);
	});
});

describe('what is no new edition', () => {
	it('white space and the form of the source', async () => {
		content.replace(PAGE, '## What to say', '\n\n##   What to say');
		expect(await content.publish(T2)).toEqual({ staff: [], public: [] });
	});

	it('an owner: a new rendering of the same words', async () => {
		content.keys(PAGE, (keys) => ({ ...keys, owner: 'reader' }));
		const { staff } = await content.publish(T2);
		expect(inShort(staff)).toEqual(['rendering GD-001/1']);
		expect(viewsOf('GD-001', 1).en?.owner).toBe('Legal reader');
		expect(filesIn(content.editions)).toContain('guidance/late-letters/1.staff.json');
		expect(filesIn(content.editions)).toContain('guidance/late-letters/1.r2.staff.json');
	});

	it('the day a fact was checked', async () => {
		content.replace('timescales/first-reply.yaml', '2026-01-02', '2026-02-20');
		const { staff } = await content.publish(T2);
		expect(inShort(staff)).toEqual(['rendering GD-001/1', 'rendering VP-001/1', 'data']);
	});

	it('a review: an event with who, when and why', async () => {
		content.keys(VICTIM_PAGE, (keys) => ({
			...keys,
			review: { everyMonths: 6, lastReviewed: '2026-02-27', by: 'writer', outcome: 'No change needed.' },
		}));
		const entries = await content.publish(T2);
		expect(entries.staff).toEqual([
			{
				kind: 'review',
				at: T2,
				code: 'VP-001',
				on: '2026-02-27',
				by: 'Writer of pages',
				outcome: 'No change needed.',
				next: '2026-08-27',
			},
		]);
		expect(entries.public).toEqual([
			{ kind: 'review', at: T2, code: 'VP-001', on: '2026-02-27', by: '', outcome: '', next: '' },
		]);
		expect(latestReview(content.standing('VP-001'))?.on).toBe('2026-02-27');
	});

	it('an address: links to a renamed document are the same words, and the old id is remembered', async () => {
		content.write({
			'standards/being-on-time.en.mdx': readFileSync(join(content.folder, STANDARD), 'utf8'),
			[STANDARD]: undefined,
		});
		const { staff } = await content.publish(T2);
		expect(inShort(staff)).toEqual(['rendering GD-001/1', 'rendering VCS-01/1', 'rename VCS-01']);
		expect(content.standing('VCS-01')).toMatchObject({
			id: 'being-on-time',
			folder: 'timeliness',
			formerIds: ['timeliness'],
		});
		expect(viewsOf('GD-001', 1).en?.html).toContain('/standards/being-on-time/');
	});

	it('what is held back until later', async () => {
		rewrite(PAGE, 'Late letters', 'Very late letters');
		content.keys(PAGE, (keys) => ({ ...keys, publishAt: T3 }));
		expect(await content.publish(T2)).toEqual({ staff: [], public: [] });
		expect(inShort((await content.publish(T3)).staff)).toEqual(['edition GD-001/2']);
	});

	it('what is held back, while what is published of it goes on: others name it, and its facts stay true', async () => {
		content.replace(STANDARD, 'You must be on time.', 'You must be on time. See <Link to="GD-001" />.');
		content.keys(STANDARD, (keys) => ({ ...keys, changeNote: note('A link.') }));
		rewrite(PAGE, 'title: Late letters', 'title: Very late letters');
		content.keys(PAGE, (keys) => ({ ...keys, publishAt: T4 }));
		content.sign();
		content.replace('timescales/first-reply.yaml', 'length: 5', 'length: 3');
		const { staff } = await content.publish(T2);
		expect(inShort(staff)).toEqual(['edition GD-001/2', 'edition VCS-01/2', 'edition VP-001/2', 'data']);
		expect(viewsOf('VCS-01', 2).en?.html).toContain('>Late letters</a>');
		expect(viewsOf('GD-001', 2).en).toMatchObject({ title: 'Late letters' });
		const after = await content.publish(T4);
		expect(after.staff).toMatchObject([
			{ code: 'GD-001', number: 3, title: 'Very late letters' },
			{ code: 'VCS-01', number: 3, causes: [{ target: 'document', id: 'GD-001' }] },
		]);
	});

	it('nothing, when another took the file name of what is published of a text that is held back', async () => {
		const text = readFileSync(join(content.folder, PAGE), 'utf8');
		content.write({ 'guidance/very-late-letters.en.mdx': text });
		content.keys('guidance/very-late-letters.en.mdx', (keys) => ({ ...keys, publishAt: T3 }));
		content.keys(PAGE, (keys) => ({ ...keys, code: 'GD-002' }));
		await expect(content.plan(T2)).rejects.toThrow(
			'Unexpected file name “late-letters”, which GD-001 has or had, expected one that no document ever had',
		);
	});
});

describe('what is a new edition', () => {
	it('other words, with the note that says so', async () => {
		rewrite(PAGE, 'Reply within', 'Answer within');
		const { staff } = await content.publish(T2);
		expect(staff).toMatchObject([
			{
				kind: 'edition',
				code: 'GD-001',
				number: 2,
				published: T2,
				changeNote: { what: `Change ${changes}.` },
			},
		]);
		expect(viewsOf('GD-001', 1).en?.html).toContain('Reply within');
		expect(viewsOf('GD-001', 2).en?.html).toContain('Answer within');
	});

	it.each([
		[
			'the strength of a clause',
			STANDARD,
			'strength="must">\n\nYou must',
			'strength="should">\n\nYou should',
		],
		['a title', PAGE, 'title: Late letters', 'title: Letters that are late'],
		['a placeholder', LETTER, 'label: Name?', 'label: What name?'],
		['what a page helps with', VICTIM_PAGE, 'know us', 'know what we are for'],
	])('%s', async (_, file, from, to) => {
		rewrite(file, from, to);
		content.sign();
		expect(
			inShort((await content.publish(T2)).staff).filter((each) => each.startsWith('edition')),
		).toHaveLength(1);
	});

	it('a translation that is added: an edition is of all languages', async () => {
		content.write({
			'victim-pages/what-we-do.cy.mdx': documentFile(
				{
					title: 'Beth rydym yn ei wneud',
					summary: 'Amdanom ni.',
					translation: { state: 'machine-drafted' },
					helpsWith: ['ein hadnabod'],
				},
				'Rydym yn gwrando.',
			),
		});
		content.keys(VICTIM_PAGE, (keys) => ({ ...keys, changeNote: note('Now in Welsh too.') }));
		const entries = await content.publish(T2);
		expect(inShort(entries.public)).toEqual(['edition VP-001/2']);
		expect(Object.keys(viewsOf('VP-001', 2, 'public')).sort()).toEqual(['cy', 'en']);
	});

	it('a fact or a passage that changed, with a note that names it', async () => {
		content.replace('timescales/first-reply.yaml', 'length: 5', 'length: 3');
		const entries = await content.publish(T2);
		expect(inShort(entries.staff)).toEqual(['edition GD-001/2', 'edition VP-001/2', 'data']);
		expect(entries.staff[0]).toMatchObject({
			causes: [{ target: 'timescale', id: 'first-reply', name: 'First reply' }],
			changeNote: { kind: 'major', what: expect.stringContaining('“First reply” changed') },
		});
		expect(entries.public[0]).toMatchObject({ causes: [{ target: 'timescale', id: 'first-reply' }] });
		content.replace('passages/kind-words.en.mdx', 'Be kind.', 'Be kind and clear.');
		expect((await content.publish(T3)).staff).toMatchObject([
			{
				code: 'GD-001',
				number: 3,
				causes: [{ target: 'passage', id: 'kind-words' }],
				changeNote: { kind: 'minor' },
			},
		]);
	});

	it('for staff alone, where the public reads the same words', async () => {
		content.keys(VICTIM_PAGE, (keys) => ({
			...keys,
			appliesTo: { offenceGroups: ['homicide'] },
			changeNote: note('For fewer people.'),
		}));
		const entries = await content.publish(T2);
		expect(inShort(entries.staff)).toEqual(['edition VP-001/2']);
		expect(entries.public).toEqual([]);
		rewrite(VICTIM_PAGE, 'We listen.', 'We listen to you.');
		const later = await content.publish(T3);
		expect(inShort(later.public)).toEqual(['edition VP-001/3']);
	});

	it('an edition to come stands beside the one in force', async () => {
		rewrite(PAGE, 'Reply within', 'Answer within', { inForceFrom: '2026-06-01' });
		await content.publish(T2);
		const standing = content.standing('GD-001');
		const on = (day: string) => {
			const { shown, coming } = editionsOn(standing, day);
			return [shown?.number, coming?.number];
		};
		expect([
			on('2026-02-01'),
			on('2026-02-02'),
			on('2026-03-02'),
			on('2026-05-31'),
			on('2026-06-01'),
		]).toEqual([
			[undefined, undefined],
			[1, undefined],
			[1, 2],
			[1, 2],
			[2, undefined],
		]);
	});
});

describe('the end of a document', () => {
	const withdrawn = { on: '2026-03-01', why: 'It has ended.' };

	it('withdrawn on its day, with why; its text stays, whatever its facts become', async () => {
		content.keys(VICTIM_PAGE, (keys) => ({ ...keys, withdrawn: { ...withdrawn, on: '2026-04-01' } }));
		expect(await content.publish(T2)).toEqual({ staff: [], public: [] });
		const due = await content.publish(T3);
		expect(inShort(due.staff)).toEqual(['withdrawal VP-001']);
		expect(due.public).toMatchObject([{ kind: 'withdrawal', why: 'It has ended.' }]);
		content.replace('timescales/first-reply.yaml', 'length: 5', 'length: 3');
		expect(inShort((await content.publish(T4)).staff)).toEqual(['edition GD-001/2', 'data']);
		expect(content.standing('VP-001').withdrawn?.why).toBe('It has ended.');
	});

	it('and its return: a new edition', async () => {
		content.keys(PAGE, (keys) => ({ ...keys, withdrawn }));
		await content.publish(T2);
		content.keys(PAGE, ({ withdrawn, ...keys }) => ({ ...keys, changeNote: note('It is back.') }));
		expect(inShort((await content.publish(T3)).staff)).toEqual(['edition GD-001/2']);
		expect(content.standing('GD-001').withdrawn).toBeUndefined();
		expect(content.standing('GD-001', 'staff', T2).withdrawn).toBeDefined();
	});

	it('merged: its address belongs to the other from then on, with or without its file', async () => {
		content.keys(PAGE, (keys) => ({
			...keys,
			withdrawn: { ...withdrawn, replacedBy: 'VCS-01', merged: true },
		}));
		expect(inShort((await content.publish(T2)).staff)).toEqual(['withdrawal GD-001', 'merge GD-001']);
		expect(content.standing('GD-001').mergedInto).toBe('VCS-01');
		expect(await content.publish(T3)).toEqual({ staff: [], public: [] });
		content.write({ [PAGE]: undefined });
		expect((await content.publish(T4)).staff.filter(({ kind }) => kind !== 'data')).toEqual([]);
	});
});

describe('texts taken back', () => {
	it('published in error: the text is gone, hash and reason stay, and it is not published again by itself', async () => {
		rewrite(PAGE, 'Reply within', 'Never reply within');
		await content.publish(T2);
		const { parts } = content.standing('GD-001').editions[1] ?? {};
		content.freeze(planError(content.folder, 'GD-001/2', { at: T3, why: 'A draft.' }));
		const standing = content.standing('GD-001');
		expect(standing.editions[1]).toMatchObject({
			number: 2,
			error: 'A draft.',
			parts: { view: parts?.view },
		});
		expect(editionsOn(standing, '2026-04-02').shown?.number).toBe(1);
		const kept = filesIn(content.editions).map((file) => readFileSync(join(content.editions, file), 'utf8'));
		expect(kept.filter((text) => text.includes('Never reply'))).toEqual([]);
		const { plan } = await content.plan(T4);
		expect(plan).toMatchObject({ stillInError: ['GD-001'], entries: { staff: [] } });
		rewrite(PAGE, 'Never reply within', 'Reply soon, within');
		expect(inShort((await content.publish(T4)).staff)).toEqual(['edition GD-001/3']);
		expect(() => planError(content.folder, 'GD-001/2', { at: T4, why: 'Again.' })).toThrow(
			'was removed already',
		);
		expect(() => planError(content.folder, 'GD-001/9', { at: T4, why: 'None.' })).toThrow(
			'expected the code and number',
		);
	});

	it('personal data taken out: nowhere on disk, the rest stays readable, and the hashes of what was there stay', async () => {
		rewrite(VICTIM_PAGE, 'We listen.', 'We listen. Ask Robin & Sample.');
		await content.publish(T2);
		const before = content.standing('VP-001', 'public').editions[1]?.parts.html.en;
		content.freeze(planRedaction(content.folder, 'VP-001/2', 'Robin & Sample', { at: T3, why: 'A name.' }));
		for (const site of ['staff', 'public'] as const) {
			expect(viewsOf('VP-001', 2, site).en?.html).toContain('Ask [removed].');
			expect(content.standing('VP-001', site).editions[1]).toMatchObject({ redacted: true, rendering: 2 });
		}
		const kept = filesIn(content.editions).map((file) => readFileSync(join(content.editions, file), 'utf8'));
		expect(kept.filter((text) => text.includes('Robin'))).toEqual([]);
		expect(
			content.register('public').find((entry) => entry.kind === 'edition' && entry.number === 2),
		).toMatchObject({ parts: { html: { en: before } } });
		expect(() =>
			planRedaction(content.folder, 'VP-001/2', 'nothing like it', { at: T3, why: 'A name.' }),
		).toThrow('does not stand in');
		expect(() => planRedaction(content.folder, 'VP-001/2', 'What we do', { at: T3, why: 'A name.' })).toThrow(
			'which the register keeps for ever',
		);
	});
});

describe('what was frozen', () => {
	const file = () => join(content.editions, 'guidance/late-letters/1.staff.json');

	it('is not believed when a file was changed', () => {
		writeFileSync(file(), readFileSync(file(), 'utf8').replace('5 working', '9 working'));
		expect(() => viewsOf('GD-001', 1)).toThrow('is not what was published');
	});

	it('passes the rules of rendering again, whatever its hash', async () => {
		const { partHashes } = await import('../../src/editions/index.ts');
		const views = viewsOf('GD-001', 1);
		const planted = { en: { ...views.en, html: '<p onclick="x()">Hello</p>' } } as typeof views;
		writeFileSync(file(), JSON.stringify(planted));
		const standing = content.standing('GD-001');
		const edition = { number: 1, rendering: 1, parts: partHashes(planted) };
		expect(() => openViews(content.editions, standing, edition, 'staff')).toThrow('Unexpected onclick');
	});
});
