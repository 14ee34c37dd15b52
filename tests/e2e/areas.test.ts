/** Finding an Area by a place: on a site where what the Areas cover has been confirmed, which it has not been yet. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, compileSites, type Renderer, type SiteInput } from '../../src/release/index.ts';
import { BUILT, ROOT, WORK } from '../build-sites.ts';
import { inputOf } from '../sites/built.ts';
import { openSite } from './reader.ts';

const CONFIRMED = `${BUILT}-confirmed`;

beforeAll(async () => {
	const input: SiteInput = inputOf('public');
	const evidence = { mark: 'primary', source: 'A made-up source', lastChecked: '2026-11-01' } as const;
	input.areas = input.areas.map((area, index) => ({
		...area,
		evidence,
		covers: { en: index === 3 ? 'Exampleshire and Sampleton' : `Made-up county ${index}` },
	}));
	// Only the pages of today are looked at.
	input.histories = [];
	const folder = join(WORK, 'input', 'confirmed');
	cpSync(join(WORK, 'input', 'public'), folder, { recursive: true });
	writeFileSync(join(folder, 'input.json'), JSON.stringify(input));
	await buildSite({
		input: folder,
		out: join(CONFIRMED, 'public'),
		renderer: compileSites(ROOT, WORK, ['public'])[0] as Promise<Renderer>,
		search: false,
	});
});

describe('as it is now', () => {
	const reader = openSite('public');
	test('the page says that places are not confirmed, and has no box that could not help', async () => {
		const page = await reader.open('/find-your-area/');
		expect(await page.locator('.areas > li').count()).toBe(14);
		expect(await page.locator('main input').count()).toBe(0);
		expect(await page.locator('main .notice').first().innerText()).toContain(
			'We have not been able to check',
		);
	});
});

describe('once places are confirmed', () => {
	const reader = openSite('public', { built: () => CONFIRMED });

	test('a place leads to its Area, whatever the letters', async () => {
		const page = await reader.open('/find-your-area/');
		const shown = page.locator('.areas > li:visible');
		const said = page.locator('[data-filter] [role=status]');
		expect(await shown.count()).toBe(14);
		for (const words of ['sampleton', 'EXAMPLESHIRE', '  Sample ']) {
			await page.fill('#area-filter', words);
			expect(await shown.count(), words).toBe(1);
			expect(await said.innerText()).toBe('1 of 14 Areas shown.');
		}
		await page.fill('#area-filter', 'nowhere at all');
		expect(await shown.count()).toBe(0);
		expect(await said.innerText()).toBe('No Area has those words in it. Delete a few letters to see more.');
		await page.fill('#area-filter', '');
		expect([await shown.count(), await said.innerText()]).toEqual([14, '']);
		expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('');
	});

	test('without scripts the list is whole and has no box', async () => {
		const page = await reader.open('/find-your-area/#wessex', { javaScriptEnabled: false });
		expect(await page.locator('.areas > li:visible').count()).toBe(14);
		expect(await page.locator('#area-filter:visible').count()).toBe(0);
	});
});
