/** What stops a publication, each with what to do about it; and the emergency that goes round a missing signature. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lateIssues, type RegisterEntry } from '../../src/editions/index.ts';
import { inShort, note, openSmallContent, type SmallContent, smallFiles } from './small-content.ts';

const [T1, T2, T3] = ['2026-02-02T09:00:00Z', '2026-03-02T09:00:00Z', '2026-04-01T09:00:00Z'] as const;
const PAGE = 'guidance/late-letters.en.mdx';
const STANDARD = 'standards/timeliness.en.mdx';
const LETTER = 'letters/apology.en.mdx';

let content: SmallContent;
beforeEach(async () => {
	content = openSmallContent();
	content.sign();
	await content.publish(T1);
});
afterEach(() => content.close());

type More = Parameters<SmallContent['plan']>[1];
const refusals = async (at: string = T2, more?: More) =>
	(await content.plan(at, more)).plan.refusals.map(({ file, rule, message, fix }) => ({
		file,
		rule,
		message,
		fix,
	}));
const rules = async (at?: string, more?: More) => (await refusals(at, more)).map(({ rule }) => rule);
const newNote = (file: string, more: Record<string, unknown> = {}) =>
	content.keys(file, (keys) => ({ ...keys, changeNote: note('Another note.', more) }));

function strengthen() {
	content.replace(STANDARD, 'You must be on time.', 'You must always be on time.');
	newNote(STANDARD);
}

describe('a document is not published', () => {
	it('whose new words have the change note of the last edition', async () => {
		content.replace(PAGE, 'Reply within', 'Answer within');
		expect(await refusals()).toEqual([
			{
				file: PAGE,
				rule: 'no-change-note',
				message:
					'Unexpected change note of GD-001, which is that of its last edition, expected one for this change',
				fix: 'Enter a change note: what changed since the last edition, why, and who must act.',
			},
		]);
		newNote(PAGE);
		expect(await rules()).toEqual([]);
	});

	it('with the note of the last edition that somebody wrote, though a fact made one since', async () => {
		content.replace('timescales/first-reply.yaml', 'length: 5', 'length: 4');
		await content.publish(T2);
		content.replace(PAGE, 'Reply within', 'Answer within');
		expect(await rules(T3)).toEqual(['no-change-note']);
	});

	it.each([
		['standard', STANDARD, 'You must be on time.', 'You must always be on time.'],
		['letter', LETTER, 'sorry.', 'we are sorry.'],
	])('that is a %s nobody signed', async (_, file, from, to) => {
		content.replace(file, from, to);
		content.keys(file, ({ signOffs, ...keys }) => ({ ...keys, changeNote: note('Another note.') }));
		expect(await rules()).toEqual(['unsigned']);
		content.sign();
		expect(await rules()).toEqual([]);
	});

	it('that was signed before it was changed', async () => {
		strengthen();
		expect(await rules()).toEqual(['sign-off-of-another-text']);
	});

	it('that its author signed, who wrote it under the name it had before', async () => {
		strengthen();
		content.sign();
		const text = readFileSync(join(content.folder, STANDARD), 'utf8');
		content.write({ [STANDARD]: undefined, 'standards/on-time.en.mdx': text });
		expect(await rules(T2, { authorsOf: (files) => (files.includes(STANDARD) ? ['reader'] : []) })).toEqual([
			'own-sign-off',
		]);
	});

	it('that its author signed', async () => {
		strengthen();
		content.sign();
		expect(await rules(T2, { authorsOf: (files) => (files.includes(STANDARD) ? ['reader'] : []) })).toEqual([
			'own-sign-off',
		]);
		expect(await rules(T2, { authorsOf: () => ['writer'] })).toEqual([]);
	});

	it('that somebody signed who may not review it', async () => {
		strengthen();
		content.sign();
		content.replace('people/reader.yaml', '  - review\n', '');
		expect(await refusals()).toEqual([
			{
				file: STANDARD,
				rule: 'sign-off-by-nobody-who-may',
				message:
					'Unexpected sign-off of VCS-01 (en) by reader, who may not review it, expected one by somebody who may',
				fix: 'Ask a reviewer to sign it. If reader is one, say so in people/reader.yaml.',
			},
		]);
	});

	it('that would be in force before its last edition', async () => {
		content.replace(PAGE, 'Reply within', 'Answer within');
		newNote(PAGE, { inForceFrom: '2026-02-01' });
		expect(await rules()).toEqual(['in-force-before']);
		newNote(PAGE, { inForceFrom: '2026-02-02' });
		expect(await rules()).toEqual([]);
	});

	it('that has an address which another has or had', async () => {
		content.write({
			'guidance/on-time.en.mdx': readFileSync(join(content.folder, PAGE), 'utf8'),
			[PAGE]: undefined,
		});
		await content.publish(T2);
		content.write({
			[PAGE]: smallFiles()[PAGE]?.replace('GD-001', 'GD-002') ?? '',
		});
		expect(await rules(T3)).toEqual(['address-taken']);
	});

	it('that is gone', async () => {
		content.write({ [PAGE]: undefined });
		expect(await refusals()).toMatchObject([{ rule: 'gone', message: expect.stringContaining('GD-001') }]);
	});

	it('that is merged into nothing', async () => {
		content.keys(PAGE, (keys) => ({ ...keys, withdrawn: { on: '2026-03-01', why: 'Ended.', merged: true } }));
		expect(await rules()).toEqual(['merge-without-target']);
	});

	it('that has the code of one that was merged', async () => {
		const merged = { on: '2026-03-01', why: 'Ended.', merged: true, replacedBy: 'VCS-01' };
		content.keys(PAGE, (keys) => ({ ...keys, withdrawn: merged }));
		await content.publish(T2);
		expect(await rules(T3)).toEqual([]);
		content.write({ [PAGE]: undefined, 'guidance/other.en.mdx': smallFiles()[PAGE] });
		expect(await rules(T3)).toEqual(['code-taken']);
	});

	it('at a moment before something else was', async () => {
		expect(await rules('2026-02-01T09:00:00Z')).toContain('before-the-last');
	});

	it('at a moment before something else was on the public site alone', () => {
		const last = { at: T2 } as RegisterEntry;
		expect(lateIssues({ staff: [], public: [last] }, T1)).toMatchObject([
			{ file: 'editions/register.public.jsonl', rule: 'before-the-last' },
		]);
		expect(lateIssues({ staff: [last], public: [last] }, T2)).toEqual([]);
	});
});

describe('two letters for one situation', () => {
	const second = (inForceFrom: string, more = '') => ({
		'letters/another.en.mdx': (smallFiles()[LETTER] ?? '')
			.replace('LT-001', 'LT-002')
			.replace('what: First edition.', `what: First edition.\n  inForceFrom: ${inForceFrom}`)
			.replace('decisionType:', `${more}decisionType:`),
	});

	it('are refused when both are in force today, and when they will be', async () => {
		content.write(second('2026-12-01'));
		content.sign();
		expect(await refusals()).toMatchObject([
			{
				file: 'letters/another.en.mdx',
				rule: 'clash',
				message: expect.stringContaining(
					'from 2026-12-01 on, expected one for each situation (LT-001, edition 1',
				),
			},
		]);
	});

	it('are published when one ends before the other begins, or when they share nothing', async () => {
		content.write(second('2026-12-01', 'appliesTo:\n  victimGroups:\n    - bereaved\n'));
		content.keys(LETTER, (keys) => ({
			...keys,
			appliesTo: { victimGroups: ['adults'] },
			changeNote: note('Narrower.', { inForceFrom: '2026-12-01' }),
		}));
		content.sign();
		expect(await rules()).toEqual([]);
		content.keys(LETTER, (keys) => ({
			...keys,
			changeNote: note('Narrower.', { inForceFrom: '2026-12-02' }),
		}));
		content.sign();
		expect(await rules()).toEqual(['clash']);
	});
});

describe('an emergency', () => {
	const emergency = { reason: 'Somebody is in danger.', by: 'reader' };

	it('publishes what nobody signed, and says so until somebody does', async () => {
		strengthen();
		content.keys(STANDARD, ({ signOffs, ...keys }) => keys);
		const { staff } = await content.publish(T2, { emergency });
		expect(staff).toMatchObject([
			{
				code: 'VCS-01',
				number: 2,
				emergency: { reason: 'Somebody is in danger.', by: 'Legal reader' },
				signOffs: [],
			},
		]);
		expect(content.standing('VCS-01').editions[1]?.signedLater).toEqual([]);
		content.sign('writer');
		expect((await content.plan(T3)).plan.entries).toEqual({ staff: [], public: [] });
		content.keys('people/writer.yaml', (keys) => ({ ...keys, may: ['edit', 'review'] }));
		const later = await content.publish(T3);
		expect(inShort(later.staff)).toEqual(['sign-off VCS-01/2']);
		expect(content.standing('VCS-01').editions[1]?.signedLater).toMatchObject([{ by: 'Writer of pages' }]);
		expect(content.standing('VCS-01', 'staff', T2).editions[1]?.signedLater).toEqual([]);
		expect(await content.publish(T3)).toEqual({ staff: [], public: [] });
	});

	it('marks nothing that was signed as it should be', async () => {
		strengthen();
		content.sign();
		const { staff } = await content.publish(T2, { emergency });
		expect(staff[0]).not.toHaveProperty('emergency');
	});

	it('is no way round anything else', async () => {
		content.replace(STANDARD, 'You must be on time.', 'You must always be on time.');
		expect(await rules(T2, { emergency })).toEqual(['no-change-note']);
	});

	it('is decided by somebody who may approve', async () => {
		strengthen();
		for (const by of ['writer', 'nobody'])
			await expect(content.plan(T2, { emergency: { ...emergency, by } })).rejects.toThrow(
				'expected the id of somebody who may approve',
			);
	});
});

describe('the register of the public', () => {
	it('names nobody and tells no reason of staff', async () => {
		const file = 'victim-pages/what-we-do.en.mdx';
		content.replace(file, 'We listen.', 'We listen to you.');
		content.keys(file, (keys) => ({
			...keys,
			changeNote: note('Qzvk what', {
				kind: 'major',
				why: 'Qzvk why',
				whoMustAct: ['manager'],
				actBy: '2026-09-09',
			}),
			review: {
				...(parse('{everyMonths: 3, lastReviewed: 2026-02-20, by: writer}') as object),
				outcome: 'Qzvk read.',
			},
		}));
		content.keys('people/writer.yaml', (keys) => ({ ...keys, name: 'Qzvk name', role: 'Qzvk role' }));
		await content.publish(T2, { emergency: { reason: 'Qzvk reason', by: 'reader' } });
		const staff = readFileSync(join(content.editions, 'register.staff.jsonl'), 'utf8');
		expect(staff.match(/Qzvk \w+/g)?.sort()).toEqual(['Qzvk read', 'Qzvk role', 'Qzvk what', 'Qzvk why']);
		for (const name of [
			'register.public.jsonl',
			'victim-pages/what-we-do/2.public.json',
			'data/public/1.json',
		])
			expect(readFileSync(join(content.editions, name), 'utf8')).not.toMatch(/Qzvk|2026-09-09|major/);
	});
});
