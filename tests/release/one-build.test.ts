/** One build of a folder and from a work folder at a time: what comes second is told at once, and changes nothing. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { release } from '../../src/release/index.ts';
import { ReleaseBusy } from '../../src/release/release-lock.ts';
import { AT, type Maker, publicTree, writeTree } from './miniature.ts';
import { Words } from './words.ts';
import { digestsOf, openYard, type Yard } from './workshop.ts';

const make: Maker = { secrets: new Words('qzvk'), open: new Words('plmj') };
let yard: Yard;
let other: Yard;
beforeAll(async () => {
	yard = openYard();
	other = openYard();
	const tree = await publicTree(make);
	for (const { content } of [yard, other]) writeTree(content, tree);
});
afterAll(() => Promise.all([yard.close(), other.close()]));

const build = ({ workshop, content }: Yard, out: string, onStep?: (name: string) => void) =>
	release(workshop, {
		content,
		out,
		at: AT,
		documents: 'working copy',
		sites: ['public'],
		search: false,
		...(onStep && { onStep }),
	});

it('refuses a second one before anything is compiled or read', async () => {
	const steps: string[] = [];
	const first = build(yard, yard.out);
	const second = build(other, yard.out, (name) => steps.push(name));
	await expect(second).rejects.toThrow(`Another build is under way in ${join(yard.out, 'public')} (process `);
	await expect(second).rejects.toBeInstanceOf(ReleaseBusy);
	expect(steps).toEqual([]);
	await first;
	await build(other, yard.out);
});

it('refuses another folder from the same work folder: its pages would be made of the input of the first', async () => {
	const elsewhere = join(yard.folder, 'elsewhere');
	const first = build(yard, yard.out);
	await expect(build(yard, elsewhere)).rejects.toThrow(
		`Another build is under way in ${join(yard.work, 'input')} (process `,
	);
	await first;
	await build(yard, elsewhere);
	expect(digestsOf(join(elsewhere, 'public'))).toEqual(digestsOf(join(yard.out, 'public')));
});
