/** Leaving the public site at once: by the button, the keyboard and the link at the top, whatever the state of the page. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { EXIT, NEUTRAL_SITE, openSite } from './reader.ts';

const HARD_PAGE = '/information/help-at-home/';
const reader = openSite('public');
const hasLeft = (page: Page) => page.waitForURL(NEUTRAL_SITE);
const dots = (page: Page) => page.locator('.govuk-exit-this-page__indicator-light--on').count();
const said = (page: Page) => page.locator('.govuk-exit-this-page [role=status]').textContent();

/** Press Shift, as a reader does who wants to leave. */
async function pressShift(page: Page, times: number): Promise<void> {
	for (let time = 0; time < times; time++) await page.keyboard.press('Shift');
}

/** A page whose clock the test turns. */
async function openWithClock(path: string): Promise<Page> {
	const page = await reader.openEmpty();
	await page.clock.install();
	await page.goto(reader.at(path));
	return page;
}

/** What a page shows right after its exit link was pressed, in the same moment. */
function pressAndLook(
	page: Page,
): Promise<{ title: string; text: string; name: string; hidden: string; typed: string[]; kept: string[] }> {
	return page.evaluate((exit) => {
		const forms = [...document.querySelectorAll<HTMLInputElement>('input')];
		document.querySelector<HTMLElement>(exit)?.click();
		return {
			title: document.title,
			text: document.body.innerText.trim(),
			name: window.name,
			hidden: getComputedStyle(document.documentElement).visibility,
			typed: forms.map(({ value }) => value).filter(Boolean),
			kept: [document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage)],
		};
	}, EXIT);
}

describe('the way out', () => {
	test('is the button', async () => {
		const page = await reader.open(HARD_PAGE);
		await page.click(EXIT);
		await hasLeft(page);
	});

	test('is the button with scripts switched off', async () => {
		const page = await reader.open(HARD_PAGE, { javaScriptEnabled: false });
		await page.click(EXIT);
		await hasLeft(page);
	});

	test.each(['Enter', 'Space'])('is the button by the keyboard: %s', async (key) => {
		const page = await reader.open(HARD_PAGE);
		await page.focus(EXIT);
		await page.keyboard.press(key);
		await hasLeft(page);
	});

	test.each([true, false])(
		'is the second stop of the Tab key, which is shown when it is reached (scripts: %s)',
		async (javaScriptEnabled) => {
			const page = await reader.open(HARD_PAGE, { javaScriptEnabled });
			await page.keyboard.press('Tab');
			await page.keyboard.press('Tab');
			const link = page.locator('a.govuk-skip-link[data-exit]');
			expect(
				await link.evaluate(
					(element) => element === document.activeElement && element.getBoundingClientRect().height > 20,
				),
			).toBe(true);
			await page.keyboard.press('Enter');
			await hasLeft(page);
		},
	);

	test.each([HARD_PAGE, '/', '/search/', '/cy/', '/ar/information/finding-support/', '/not-there/'])(
		'is Shift pressed three times, on %s',
		async (path) => {
			const page = await reader.open(path);
			await pressShift(page, 3);
			await hasLeft(page);
		},
	);

	test('is Shift pressed three times inside a box', async () => {
		const page = await reader.open('/search/');
		await page.fill('main input[type=search]', 'something');
		await page.focus('main input[type=search]');
		await pressShift(page, 3);
		await hasLeft(page);
	});

	test('is open before the whole page has come', async () => {
		const page = await reader.openEmpty();
		// The page stops half way: its last script never comes.
		await page.route('**/assets/*.js', (route) =>
			/\/exit-/.test(route.request().url()) ? route.continue() : undefined,
		);
		await page.goto(reader.at(HARD_PAGE), { waitUntil: 'commit' });
		await page.waitForSelector(EXIT);
		await page.click(EXIT);
		await hasLeft(page);
	});
});

describe('pressing Shift', () => {
	test('shows and says how many presses are left', async () => {
		const page = await openWithClock(HARD_PAGE);
		expect([await dots(page), await said(page)]).toEqual([0, '']);
		await pressShift(page, 1);
		expect([await dots(page), await said(page)]).toEqual([1, 'Shift, press 2 more times to exit.']);
		expect(await page.locator('.govuk-exit-this-page__indicator').isVisible()).toBe(true);
		await pressShift(page, 1);
		expect([await dots(page), await said(page)]).toEqual([2, 'Shift, press 1 more time to exit.']);
	});

	test('says so in the language of the page', async () => {
		const page = await openWithClock('/cy/information/help-at-home/');
		await pressShift(page, 1);
		expect(await said(page)).toMatch(/^Shift, /);
		expect(await said(page)).not.toBe('Shift, press 2 more times to exit.');
	});

	test('counts for five seconds after each press, and says when it no longer does', async () => {
		const page = await openWithClock(HARD_PAGE);
		// Time passes only as far as is said, however slow the machine is.
		await page.clock.pauseAt(Date.now() + 60_000);
		await pressShift(page, 1);
		await page.clock.runFor(4900);
		expect(await dots(page)).toBe(1);
		// The second press gives five seconds more.
		await pressShift(page, 1);
		await page.clock.runFor(4900);
		expect(await dots(page)).toBe(2);
		await page.clock.runFor(200);
		expect([await dots(page), await said(page)]).toEqual([0, 'Exit this page expired.']);
		await page.clock.runFor(5000);
		expect(await said(page)).toBe('');
		// It begins again from nothing.
		await pressShift(page, 2);
		expect([await dots(page), page.url()]).toEqual([2, reader.at(HARD_PAGE)]);
		await pressShift(page, 1);
		await hasLeft(page);
	});

	test('is forgotten when another key comes between', async () => {
		const page = await openWithClock(HARD_PAGE);
		for (const key of ['Shift', 'Shift', 'ArrowDown', 'Shift', 'Tab', 'Shift', 'Shift'])
			await page.keyboard.press(key);
		expect([await dots(page), page.url()]).toEqual([2, reader.at(HARD_PAGE)]);
	});

	test('means nothing while capitals are typed, however the fingers fall', async () => {
		const page = await openWithClock('/search/');
		await page.focus('main input[type=search]');
		for (const letter of 'HELP') await page.keyboard.press(`Shift+${letter}`);
		expect(await dots(page)).toBe(0);
		// Shift comes up before the letter does.
		for (const letter of ['A', 'B', 'C', 'D']) {
			await page.keyboard.down('Shift');
			await page.keyboard.down(letter);
			await page.keyboard.up('Shift');
			await page.keyboard.up(letter);
		}
		// One Shift held for several letters.
		await page.keyboard.down('Shift');
		for (const letter of 'OK') await page.keyboard.press(letter);
		await page.keyboard.up('Shift');
		expect([await dots(page), new URL(page.url()).pathname]).toEqual([0, '/search/']);
		expect(reader.askedElsewhere).toEqual([]);
	});

	test('means nothing together with a key of the browser', async () => {
		const page = await openWithClock(HARD_PAGE);
		for (let time = 0; time < 4; time++) await page.keyboard.press('Shift+Tab');
		for (let time = 0; time < 4; time++) await page.keyboard.press('Control+Shift+ArrowDown');
		expect([await dots(page), page.url()]).toEqual([0, reader.at(HARD_PAGE)]);
	});
});

describe('the moment of leaving', () => {
	test('empties the page, its title and its boxes at once, before the neutral site has answered', async () => {
		const page = await reader.open('/search/');
		await page.fill('main input[type=search]', 'words nobody may see');
		await reader.profile.route(NEUTRAL_SITE, () => undefined);
		expect(await pressAndLook(page)).toMatchObject({
			title: 'Loading.',
			text: 'Loading.',
			name: '',
			hidden: 'hidden',
			typed: [],
		});
	});

	test('empties the page without a connection too, and never shows it again', async () => {
		const page = await reader.open(HARD_PAGE);
		await reader.profile.unrouteAll();
		await reader.profile.setOffline(true);
		expect((await pressAndLook(page)).text).toBe('Loading.');
		await expect
			.poll(() => page.content().catch(() => 'on its way'), { timeout: 15_000 })
			.not.toMatch(/on its way|domestic/i);
	});

	test('leaves one mark in this tab, and nothing else anywhere', async () => {
		const page = await reader.open(HARD_PAGE);
		await reader.profile.route(NEUTRAL_SITE, () => undefined);
		expect((await pressAndLook(page)).kept).toEqual(['', '{}', '{"left":"1"}']);
	});

	test('does not tell the neutral site where the reader came from', async () => {
		const page = await reader.open(HARD_PAGE);
		const asked = page.waitForRequest(NEUTRAL_SITE);
		await page.click(EXIT);
		const headers = await (await asked).allHeaders();
		expect([headers.referer, headers.origin]).toEqual([undefined, undefined]);
	});

	test('empties every other tab of the site', async () => {
		const first = await reader.open(HARD_PAGE);
		const others = [await reader.openTab('/'), await reader.openTab('/search/')];
		await first.bringToFront();
		await first.click(EXIT);
		await Promise.all([first, ...others].map(hasLeft));
	});

	test('empties other tabs when Shift is pressed in one', async () => {
		const first = await reader.open('/support/');
		const other = await reader.openTab(HARD_PAGE);
		await first.bringToFront();
		await pressShift(first, 3);
		await Promise.all([first, other].map(hasLeft));
	});
});
