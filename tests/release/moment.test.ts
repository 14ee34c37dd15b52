/** What a site shows depends on the moment it is for, and on nothing else. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unreadBody } from '../../src/markup/parsed-body.ts';
import { asSent } from '../../src/markup/sent-body.ts';
import type { Issue } from '../../src/model/issue.ts';
import { assembleSite, readContent } from '../../src/release/index.ts';
import { textFrom } from '../../src/release/rendered-body.ts';
import type { SiteInput } from '../../src/release/site-input.ts';
import { memoryStore } from './memory-store.ts';
import {
	AT,
	EMBARGO,
	type Keys,
	keysOf,
	type Maker,
	mdx,
	publicTree,
	type Tree,
	writeTo,
	writeTree,
	yaml,
} from './miniature.ts';
import { Words } from './words.ts';
import { decoded, digestsOf, openYard, type Yard } from './workshop.ts';

const make: Maker = { secrets: new Words('qzvk'), open: new Words('plmj') };
let yard: Yard;
let base: Tree;

beforeAll(async () => {
	yard = openYard();
	base = await publicTree(make);
});
afterAll(() => yard.close());

/** A page of the public, and a page of staff, with other keys than usual. */
function pages(keys: Keys): Tree {
	return {
		'victim-pages/planned.en.mdx': mdx(
			{ ...keysOf(make, 'victim-page', 'planned', { keys: { code: 'VP-004', sensitive: false } }), ...keys },
			'Planned words.',
		),
		'guidance/planned.en.mdx': mdx(
			{ ...keysOf(make, 'guidance', 'planned', { keys: { code: 'GD-004' } }), ...keys },
			'Planned words for staff.',
		),
	};
}

/** The codes of the documents that each site shows at a moment, with their state. */
async function shownAt(at: string): Promise<Record<'staff' | 'public', Record<string, string>>> {
	const judged = await readContent(yard.content, {
		at,
		parser: yard.workshop.parser,
		store: yard.workshop.parsed,
	});
	const of = (site: SiteInput['site']) =>
		Object.fromEntries(
			assembleSite(judged, site, at, yard.workshop.rendered).input.documents.map(({ code, state }) => [
				code,
				state,
			]),
		);
	return { staff: of('staff'), public: of('public') };
}

function second(at: string, more: number): string {
	return `${new Date(Date.parse(at) + more * 1000).toISOString().slice(0, 19)}Z`;
}

describe('an embargo ends at its second', () => {
	it.each([
		['an ordinary morning', '2026-12-01T07:30:00Z'],
		['the hour that is skipped when summer time begins', '2027-03-28T01:00:00Z'],
		['just before summer time begins', '2027-03-28T00:59:59Z'],
		['the first of the hours that come twice when summer time ends', '2026-10-25T00:30:00Z'],
		['the second of them', '2026-10-25T01:30:00Z'],
		['midnight in London, in summer', '2026-06-30T23:00:00Z'],
		['the last second of a leap day', '2028-02-29T23:59:59Z'],
		['the turn of the year', '2027-01-01T00:00:00Z'],
	])('%s', async (_, publishAt) => {
		writeTree(yard.content, { ...base, ...pages({ publishAt }) });
		const before = await shownAt(second(publishAt, -1));
		expect([before.public['VP-004'], before.staff['VP-004'], before.staff['GD-004']]).toEqual([
			undefined,
			undefined,
			undefined,
		]);
		for (const more of [0, 1]) {
			const after = await shownAt(second(publishAt, more));
			expect(
				[after.public['VP-004'], after.staff['VP-004'], after.staff['GD-004']].every(
					(state) => state !== undefined,
				),
			).toBe(true);
			expect(after.public['GD-004']).toBeUndefined();
		}
	});

	it('two at the same second appear together', async () => {
		writeTree(yard.content, {
			...base,
			...pages({ publishAt: EMBARGO }),
			'victim-pages/other.en.mdx':
				pages({ publishAt: EMBARGO, code: 'VP-005' })['victim-pages/planned.en.mdx'] ?? '',
		});
		const [before, after] = [await shownAt(second(EMBARGO, -1)), await shownAt(EMBARGO)];
		expect(['VP-004', 'VP-005'].map((code) => before.public[code])).toEqual([undefined, undefined]);
		expect(['VP-004', 'VP-005'].map((code) => after.public[code])).not.toContain(undefined);
	});

	it('and the page, its address and its words are on the site from then on, and gone when built for an earlier moment', async () => {
		const tree = { ...base, ...pages({ publishAt: EMBARGO }) };
		const page = join(yard.out, 'public', 'information', 'planned', 'index.html');
		await yard.build(tree, { at: second(EMBARGO, -1) });
		const before = digestsOf(join(yard.out, 'public'));
		expect(existsSync(page)).toBe(false);
		await yard.build(tree, { at: EMBARGO });
		expect(readFileSync(page, 'utf8')).toContain('Planned words.');
		await yard.build(tree, { at: second(EMBARGO, -1) });
		expect(digestsOf(join(yard.out, 'public'))).toEqual(before);
		expect(
			decoded(join(yard.out, 'public')).filter(
				({ text }) => text.includes('Planned words') || text.includes('information/planned'),
			),
		).toEqual([]);
	});
});

it('of what is held back, the text that is published is shown whole or nothing is built', async () => {
	const own = openYard();
	try {
		await own.publish({ ...base, ...pages({}) }, AT);
		const { 'victim-pages/planned.en.mdx': draft = '' } = pages({ publishAt: EMBARGO });
		writeTo(own.content, 'victim-pages/planned.en.mdx', String(draft).replace('Planned', 'Other'));
		const issue: Issue = {
			file: 'victim-pages/planned.en.mdx',
			place: { line: 1, column: 1 },
			rule: 'unreadable',
			severity: 'error',
			message: 'It took too long.',
			fix: 'Try again.',
		};
		const { issues } = await readContent(own.content, {
			at: AT,
			parser: {
				...own.workshop.parser,
				parse: async (body, context) =>
					body.source.includes('Planned words.')
						? asSent({ ...unreadBody([issue]), unfinished: true })
						: own.workshop.parser.parse(body, context),
			},
			store: memoryStore(),
		});
		expect(issues.filter(({ file }) => file === issue.file)).toEqual([issue]);
	} finally {
		await own.close();
	}
});

describe('a text is rendered anew only on a day on which it may read otherwise', () => {
	const tree = (): Tree => ({
		...base,
		'pilots/dated.yaml': yaml({
			...keysOf(make, 'pilot', 'dated'),
			from: '2026-12-02',
			to: '2026-12-04',
		}),
		'guidance/dated.en.mdx': mdx(
			keysOf(make, 'guidance', 'dated', { keys: { code: 'GD-008' } }),
			'<When pilot="dated">\n\nWords of the pilot.\n\n</When>',
		),
		'guidance/plain.en.mdx': mdx(
			keysOf(make, 'guidance', 'plain', { keys: { code: 'GD-009' } }),
			'Words of every day.',
		),
	});
	const on = async (at: string) => {
		const judged = await readContent(yard.content, {
			at,
			parser: yard.workshop.parser,
			store: yard.workshop.parsed,
		});
		const { input, texts, rendered } = assembleSite(judged, 'staff', at, yard.workshop.rendered);
		const hash = input.documents.find(({ code }) => code === 'GD-008')?.text ?? '';
		const label = /<p class="when-label">(.*?)<\/p>/.exec(textFrom(texts(hash)).html)?.[1] ?? '';
		return { rendered, label: label.replace(/<[^>]*>/g, '') };
	};

	it('and reads as it should on every day, forwards and back', async () => {
		writeTree(yard.content, tree());
		const days = ['01', '02', '03', '04', '05', '06', '04', '01'].map((day) => `2026-12-${day}T09:00:00Z`);
		const found = [];
		for (const at of days) found.push(await on(at));
		expect(found.map(({ rendered }) => rendered).slice(1)).toEqual([1, 1, 1, 1, 0, 1, 1]);
		const [before, first, within, last, after, afterwards, back, again] = found.map(({ label }) => label);
		expect(before).toContain('2 December 2026');
		expect(after).toContain('4 December 2026');
		expect(new Set([before, within, after]).size).toBe(3);
		expect([first, last, back]).toEqual([within, within, within]);
		expect([afterwards, again]).toEqual([after, before]);
	});
});

describe('a page', () => {
	it('is the same file on another day, but for those that are about the day', async () => {
		const sites = ['handbook', 'public'] as const;
		const tree = { ...base, ...pages({}) };
		const build = async (at: string) => {
			await yard.build(tree, { at, sites: [...sites], search: false });
			return Object.fromEntries(sites.map((site) => [site, digestsOf(join(yard.out, site))]));
		};
		const [first, second] = [await build('2026-11-24T09:00:00Z'), await build('2026-11-25T09:00:00Z')];
		const changed = (site: 'handbook' | 'public') =>
			Object.keys(first[site] ?? {}).filter((file) => first[site]?.[file] !== second[site]?.[file]);
		expect(changed('public')).toEqual([]);
		expect(changed('handbook')).toEqual(['index.html', 'print/index.html']);
	});
});

describe('a day changes at midnight in London', () => {
	it.each([
		['in winter', '2026-12-02', '2026-12-01T23:59:59Z', '2026-12-02T00:00:00Z'],
		['in summer', '2026-07-01', '2026-06-30T22:59:59Z', '2026-06-30T23:00:00Z'],
		['on the day summer time begins', '2027-03-28', '2027-03-27T23:59:59Z', '2027-03-28T00:00:00Z'],
		['the day after it begins', '2027-03-29', '2027-03-28T22:59:59Z', '2027-03-28T23:00:00Z'],
		['the day after it ends', '2026-10-26', '2026-10-25T23:59:59Z', '2026-10-26T00:00:00Z'],
	])('for what is in force and what is withdrawn: %s', async (_, on, before, after) => {
		const { changeNote } = keysOf(make, 'victim-page', 'planned', { keys: { code: 'VP-004' } }) as {
			changeNote: Keys;
		};
		writeTree(yard.content, { ...base, ...pages({ changeNote: { ...changeNote, inForceFrom: on } }) });
		expect((await shownAt(before)).public['VP-004']).toBe('not yet in force');
		expect((await shownAt(after)).public['VP-004']).toBe('in force');
		writeTree(yard.content, {
			...base,
			...pages({
				changeNote: { ...changeNote, inForceFrom: '2020-01-01' },
				withdrawn: { on, why: 'It has ended.' },
			}),
		});
		expect((await shownAt(before)).public['VP-004']).toBe('in force');
		expect((await shownAt(after)).public['VP-004']).toBe('withdrawn');
	});
});

describe('a withdrawn page', () => {
	let html: string;
	let site: string;
	beforeAll(async () => {
		await yard.build(base);
		site = join(yard.out, 'public');
		html = readFileSync(join(site, 'information', 'gone', 'index.html'), 'utf8');
	});

	it('says when, why and what replaces it', () => {
		expect(html).toContain('20 November 2026');
		expect(make.open.in(html).map((word) => make.open.keyOf(word))).toContain('why gone');
		expect(html).toMatch(/<a href="\/information\/second\/">/);
	});

	it('is offered nowhere: not in lists, not by search', () => {
		const mentions = decoded(site).filter(
			({ file, text }) => file !== 'information/gone/index.html' && text.includes('/information/gone/'),
		);
		expect(mentions.map(({ file }) => file)).toEqual([]);
	});

	it('cannot name a replacement that is still to come', async () => {
		const withdrawn = { on: '2026-11-20', why: 'It has ended.', replacedBy: 'VP-004' };
		const gone = mdx(
			{ ...keysOf(make, 'victim-page', 'gone', { keys: { code: 'VP-003', sensitive: false } }), withdrawn },
			'Gone.',
		);
		await expect(
			yard.build({ ...base, ...pages({ publishAt: EMBARGO }), 'victim-pages/gone.en.mdx': gone }),
		).rejects.toThrow('Unexpected mention of VP-004, which is not published yet');
	});
});

describe('one moment', () => {
	it('says nothing else: building the same content for another moment of the same state gives the same bytes', async () => {
		await yard.build(base, { at: AT });
		const before = digestsOf(join(yard.out, 'public'));
		const { sites } = await yard.build(base, { at: '2026-11-25T23:59:59Z' });
		expect(digestsOf(join(yard.out, 'public'))).toEqual(before);
		expect(sites.public?.rendered).toBe(0);
	});
});
