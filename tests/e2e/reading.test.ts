/** Pages are read without scripts, on paper, and in other languages. */
import { describe, expect, test } from 'vitest';
import { siteNames } from '../../src/release/index.ts';
import { timeFor } from '../browser.ts';
import { EXIT, openSite, visitAll } from './reader.ts';

describe.each(siteNames)('the %s site without scripts', (site) => {
	const reader = openSite(site);

	test('shows the whole of every page, and no control that would do nothing', {
		timeout: timeFor(reader.paths),
	}, async () => {
		const found = await visitAll(
			reader,
			reader.paths.filter((path) => path !== '/print/'),
			(page) =>
				page.evaluate(() => {
					const seen = (element: Element) =>
						element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
					const main = document.querySelector('main');
					const problems: string[] = [];
					if (!main || main.innerText.trim().length < 60) problems.push('it says next to nothing');
					if (!seen(document.querySelector('h1') as Element)) problems.push('its title is hidden');
					for (const control of document.querySelectorAll('button, input, select, textarea, form'))
						if (seen(control))
							problems.push(`a control that does nothing: ${control.outerHTML.slice(0, 80)}`);
					for (const text of main?.querySelectorAll('p, li, td, dd, h2, h3') ?? []) {
						if (
							!seen(text) &&
							text.textContent?.trim() &&
							!text.closest('[hidden], details, dialog, .print-only')
						)
							problems.push(`hidden: “${text.textContent?.trim().slice(0, 50)}”`);
					}
					return problems;
				}),
			{ javaScriptEnabled: false },
		);
		expect(found).toEqual([]);
	});

	test('leads from the first page to every kind of page', async () => {
		const page = await reader.open('/', { javaScriptEnabled: false });
		await page.locator('main a[href^="/"]').first().click();
		await page.waitForURL((url) => url.pathname !== '/');
		expect(await page.locator('h1').isVisible()).toBe(true);
		expect(await page.locator('a[href="/a-z/"]').first().isVisible()).toBe(true);
	});
});

describe.each([
	{ site: 'public', path: '/information/finding-support/', code: 'VP-020' },
	{ site: 'handbook', path: '/guidance/victims-code/', code: 'GD-007' },
] as const)('a page of the $site site on paper', ({ site, path, code }) => {
	const reader = openSite(site);

	test('has no button or menu, says what it is, and where its links lead', async () => {
		const page = await reader.open(path);
		await page.emulateMedia({ media: 'print' });
		expect(
			await page
				.locator('button:visible, nav:visible, input:visible, select:visible, .govuk-skip-link:visible')
				.count(),
		).toBe(0);
		expect(await page.locator(EXIT).filter({ visible: true }).count()).toBe(0);
		expect(await page.locator('main').innerText()).toContain(code);
		const unprinted = await page
			.locator('main a[href^="http"]')
			.evaluateAll((links) =>
				links
					.filter(
						(link) =>
							link.checkVisibility() &&
							!getComputedStyle(link, '::after').content.includes(link.getAttribute('href') ?? '?'),
					)
					.map((link) => link.getAttribute('href')),
			);
		expect(unprinted).toEqual([]);
		expect(await page.locator('main a[href^="http"]').count()).toBeGreaterThan(0);
	});

	test('opens what is folded, and cuts nothing off', async () => {
		const page = await reader.open(path, { viewport: { width: 700, height: 900 } });
		await page.emulateMedia({ media: 'print' });
		const folded = page.locator('main details:not([open]):visible');
		for (const details of await folded.all()) {
			expect(
				await details.evaluate((element) =>
					[...element.children]
						.slice(1)
						.every((child) => child.matches('.screen-only') || child.getBoundingClientRect().height > 0),
				),
			).toBe(true);
		}
		expect(
			await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
		).toBeLessThanOrEqual(0);
		const pdf = await page.pdf({ format: 'A4' });
		expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
		expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeLessThan(12);
	});

	test('is printed by its button', async () => {
		const page = await reader.openEmpty();
		let printed = 0;
		await page.exposeBinding('printed', () => {
			printed++;
		});
		await page.addInitScript(() => {
			globalThis.print = () => (globalThis as unknown as { printed(): void }).printed();
		});
		await page.goto(reader.at(path));
		await page.locator('button[data-print]').first().click();
		await expect.poll(() => printed).toBe(1);
	});
});

describe('a document of the handbook on paper', () => {
	const reader = openSite('handbook');

	test('says on which day it was printed', async () => {
		const page = await reader.open('/guidance/victims-code/');
		await page.clock.setFixedTime('2026-12-24T23:30:00Z');
		await page.pdf();
		expect(await page.locator('.print-head').textContent()).toMatch(/Printed on 24 December 2026\.\s*$/);
	});
});

describe('languages', () => {
	const reader = openSite('public');

	test.each(['/', '/support/', '/information/how-we-decide/', '/stages/appeal/', '/search/'])(
		'Cymraeg on %s leads to the same page, and back',
		async (path) => {
			const page = await reader.open(path);
			await page.click('header a[lang=cy]');
			await page.waitForURL(reader.at(`/cy${path}`));
			expect(await page.locator('html').getAttribute('lang')).toBe('cy');
			await page.click('header a[lang=en]');
			await page.waitForURL(reader.at(path));
		},
	);

	test('a page in Arabic runs from right to left, with the numbers to call from left to right', async () => {
		const page = await reader.open('/ar/information/finding-support/', {
			viewport: { width: 1280, height: 900 },
		});
		const layout = await page.evaluate((exit) => {
			const box = (selector: string) => (document.querySelector(selector) as Element).getBoundingClientRect();
			const title = document.createRange();
			title.selectNodeContents(document.querySelector('h1') as Element);
			const main = box('main');
			return {
				titleAtRight: title.getBoundingClientRect().right > (main.left + main.right) / 2 + 100,
				exitAtLeft: box(exit).right < main.left + main.width / 2,
				phones: [...document.querySelectorAll('main a[href^="tel:"]')].map(
					(link) => getComputedStyle(link).direction,
				),
				english: getComputedStyle(document.querySelector('[lang=en]') as Element).direction,
				sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
			};
		}, EXIT);
		expect(layout).toMatchObject({ titleAtRight: true, exitAtLeft: true, english: 'ltr', sideways: false });
		expect(layout.phones.length).toBeGreaterThan(5);
		expect(new Set(layout.phones)).toEqual(new Set(['ltr']));
	});
});
