/** What the handbook does for a caseworker: the choice of Area and role, copying, keys, and narrowing a list. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openSite } from './reader.ts';

const reader = openSite('handbook');
const PILOT_PAGE = '/guidance/expedited-review-pilot/';
const PILOT_AREA = 'west-midlands';
const OTHER_AREA = 'wessex';

/** Choose an Area or a role in the header. */
async function choose(page: Page, what: 'area' | 'role', value: string): Promise<void> {
	if ((await page.locator('details.choice[open]').count()) === 0)
		await page.click('details.choice > summary');
	await page.selectOption(`details.choice select[name=${what}]`, value);
}

const kept = (page: Page) => page.evaluate(() => JSON.stringify(localStorage));

describe('the choice of Area and role', () => {
	test('marks what does not apply, and what does', async () => {
		const page = await reader.open(PILOT_PAGE);
		expect(await page.locator('.verdict').count()).toBe(0);
		await choose(page, 'area', OTHER_AREA);
		expect(await page.locator('.verdict-no').first().innerText()).toMatch(
			/^Does not apply to you\. Applies in: .*West Midlands/,
		);
		await choose(page, 'area', PILOT_AREA);
		expect(await page.locator('.verdict-yes').first().innerText()).toBe('Applies in your Area');
		expect(await page.locator('details.choice > summary').innerText()).toContain('West Midlands');
	});

	test('names the roles a page was written for, and does not say that its pilot concerns others', async () => {
		const page = await reader.open(PILOT_PAGE);
		await choose(page, 'area', PILOT_AREA);
		await choose(page, 'role', 'victim-liaison-unit');
		const verdict = page.locator('[data-verdict] .verdict');
		expect(await verdict.innerText()).toBe(
			'Written for other roles: Prosecutor, Victim Liaison Officer, RASSO unit, Manager',
		);
		await choose(page, 'role', 'prosecutor');
		expect(await verdict.innerText()).toBe('Applies to you');
		await choose(page, 'area', OTHER_AREA);
		await choose(page, 'role', 'victim-liaison-unit');
		expect(await verdict.innerText()).toMatch(/^Does not apply to you\. Applies in: .*\. Written for: /);
		await page.goto(reader.at('/pilots/expedited-review/'));
		expect(await verdict.innerText()).toMatch(/^Does not apply to you\. Applies in: /);
		await choose(page, 'area', PILOT_AREA);
		expect(await verdict.innerText()).toBe('Applies in your Area');
	});

	test('leaves the search button free, and closes once both are chosen or the reader goes on', async () => {
		const page = await reader.open('/guidance/');
		const open = page.locator('details.choice[open]');
		await page.click('details.choice > summary');
		const [panel, button] = await Promise.all(
			['.choice-form', '.top-search button'].map((each) => page.locator(each).boundingBox()),
		);
		expect(panel?.y).toBeGreaterThanOrEqual((button?.y ?? 0) + (button?.height ?? Infinity));
		await choose(page, 'area', OTHER_AREA);
		expect(await open.count()).toBe(1);
		await choose(page, 'role', 'prosecutor');
		expect(await open.count()).toBe(0);
		await page.click('details.choice > summary');
		await page.click('h1');
		expect(await open.count()).toBe(0);
		await page.click('details.choice > summary');
		await page.click('[data-choice-done]');
		expect(await open.count()).toBe(0);
	});

	test('stays from page to page, in this browser alone, and is sent nowhere', async () => {
		const page = await reader.open(PILOT_PAGE);
		await page.waitForLoadState('networkidle');
		const asked: string[] = [];
		page.on('request', (request) =>
			asked.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`),
		);
		await choose(page, 'area', OTHER_AREA);
		expect(asked).toEqual([]);
		await page.goto(reader.at('/guidance/'));
		expect(await page.locator('details.choice > summary').innerText()).toContain('Wessex');
		expect(asked.filter((request) => request.includes(OTHER_AREA))).toEqual([]);
		expect(
			await page.evaluate(() => [
				localStorage.length,
				sessionStorage.length,
				document.cookie,
				location.search,
				location.hash,
			]),
		).toEqual([1, 0, '', '', '']);
		expect(await kept(page)).toContain(OTHER_AREA);
	});

	test('puts what applies first, in its list', async () => {
		const page = await reader.open('/guidance/');
		await choose(page, 'area', OTHER_AREA);
		const lists = await page
			.locator('[data-choosable]')
			.evaluateAll((each) =>
				each.map((list) => [...list.children].map((item) => item.classList.contains('not-for-you'))),
			);
		expect(lists.flat()).toContain(true);
		// In every list, nothing that applies stands below something that does not.
		for (const list of lists)
			expect(list.indexOf(true) < 0 || !list.slice(list.indexOf(true)).includes(false)).toBe(true);
	});

	test('is taken back whole', async () => {
		const page = await reader.open('/guidance/');
		const order = () => page.locator('.documents > li').allInnerTexts();
		const before = await order();
		await choose(page, 'area', OTHER_AREA);
		await choose(page, 'role', 'prosecutor');
		expect(await order()).not.toEqual(before);
		await page.click('details.choice > summary');
		await page.click('[data-choice-clear]');
		expect(await order()).toEqual(before);
		expect(await kept(page)).toBe('{}');
		await page.reload();
		expect(await page.locator('.verdict').count()).toBe(0);
	});

	test('hides nothing', async () => {
		const page = await reader.open('/guidance/');
		const count = await page.locator('.documents > li').count();
		await choose(page, 'area', OTHER_AREA);
		expect(await page.locator('.documents > li:visible').count()).toBe(count);
	});

	test.each(['not JSON', '{"area":7,"role":null}', '{"area":"atlantis","role":"king"}', '[]', '"x"', 'null'])(
		'of a damaged kind, %s, is no choice',
		async (value) => {
			const page = await reader.openEmpty();
			await page.addInitScript((value) => localStorage.setItem('area and role', value), value);
			await page.goto(reader.at(PILOT_PAGE));
			expect(await page.locator('details.choice').isVisible()).toBe(true);
			expect(await page.locator('details.choice select[name=area]').inputValue()).toBe('');
			await choose(page, 'area', OTHER_AREA);
			expect(await page.locator('.verdict-no').count()).toBeGreaterThan(0);
		},
	);
});

describe('copying', () => {
	test('puts the address of a clause where it can be pasted, and says so', async () => {
		const page = await reader.open('/favicon.svg', { permissions: ['clipboard-read', 'clipboard-write'] });
		await page.clock.install();
		await page.goto(reader.at('/standards/safe-contact/'));
		const button = page.locator('button.copy[data-copy^="#"]').first();
		const anchor = await button.getAttribute('data-copy');
		const label = await button.innerText();
		await button.click();
		await page.waitForFunction(() => document.querySelector('[data-announce]')?.textContent === 'Copied');
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
			`${reader.at('/standards/safe-contact/')}${anchor}`,
		);
		expect(await page.locator('[data-announce]').getAttribute('role')).toBe('status');
		await page.clock.runFor(2100);
		expect([await page.locator('[data-announce]').textContent(), await button.innerText()]).toEqual([
			'',
			label,
		]);
	});

	test('says so when the browser does not allow it', async () => {
		const page = await reader.openEmpty();
		await page.addInitScript(() =>
			Object.defineProperty(navigator, 'clipboard', {
				value: { writeText: () => Promise.reject(new Error('no')) },
			}),
		);
		await page.goto(reader.at('/guidance/safe-contact/'));
		await page.locator('button.copy:visible').first().click();
		await page.waitForFunction(() =>
			document.querySelector('[data-announce]')?.textContent?.startsWith('Not copied'),
		);
	});

	test('leads to the clause again', async () => {
		const page = await reader.open('/standards/safe-contact/#VCS-05.3');
		const clause = page.locator('[id="VCS-05.3"]');
		await page.waitForFunction(() => scrollY > 0);
		expect(await clause.isVisible()).toBe(true);
		expect(await clause.innerText()).toMatch(/must|should|may/i);
	});
});

describe('keys', () => {
	test('/ goes to the search box from anywhere, and not while something is typed', async () => {
		const page = await reader.open('/guidance/phone-calls/');
		await page.keyboard.press('/');
		const box = page.locator('header [data-search-box] input');
		expect(await box.evaluate((input) => input === document.activeElement)).toBe(true);
		expect(await box.inputValue()).toBe('');
		await page.keyboard.type('a/b');
		expect(await box.inputValue()).toBe('a/b');
		await page.keyboard.press('Escape');
		expect(await box.inputValue()).toBe('');
	});

	test('of the browser are left alone', async () => {
		const page = await reader.open('/guidance/phone-calls/');
		for (const key of ['Control+/', 'Alt+/', 'Meta+/']) await page.keyboard.press(key);
		expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('input');
	});
});

describe('a table of times', () => {
	test.each([320, 360])('fits a screen of %i pixels', async (width) => {
		for (const path of ['/', '/timescales/']) {
			const page = await reader.open(path, { viewport: { width, height: 800 } });
			const beyond = await page
				.locator('.times')
				.evaluateAll((tables) => tables.map((table) => table.scrollWidth - table.clientWidth));
			expect(beyond.length, path).toBeGreaterThan(0);
			expect(Math.max(...beyond), path).toBe(0);
		}
	});
});

describe('on paper', () => {
	test('a letter has no work list, and no addresses in tables or of pages of the handbook', async () => {
		const page = await reader.open('/letters/decision-not-to-charge/');
		await page.emulateMedia({ media: 'print' });
		for (const id of ['page-mentions', 'what-you-fill-in'])
			expect(await page.locator(`#${id}`).isVisible(), id).toBe(false);
		expect(await page.locator('#by-when').isVisible()).toBe(true);
		const printed = await page
			.locator('main a[href]')
			.evaluateAll((links) =>
				links
					.filter((link) => getComputedStyle(link, '::after').content !== 'none')
					.map((link) => [link.getAttribute('href'), link.closest('table') !== null]),
			);
		expect(printed).not.toEqual([]);
		for (const [href, inTable] of printed) {
			expect(href).toMatch(/^https?:/);
			expect(inTable).toBe(false);
		}
	});
});

describe('a list of documents', () => {
	test('is narrowed by stage, and says how many are left', async () => {
		const page = await reader.open('/guidance/');
		const items = page.locator('.documents > li');
		const all = await items.count();
		const stage = page.locator('[data-filter] select').first();
		const values = await stage
			.locator('option')
			.evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value).filter(Boolean));
		await stage.selectOption(values[0] as string);
		const shown = await page.locator('.documents > li:visible').count();
		expect(shown).toBeGreaterThan(0);
		expect(shown).toBeLessThan(all);
		expect(await page.locator('[data-filter] [role=status]').innerText()).toBe(`${shown} of ${all} shown.`);
		await stage.selectOption('');
		expect(await page.locator('.documents > li:visible').count()).toBe(all);
	});
});
