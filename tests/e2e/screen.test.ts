/** Pages fit the screen: narrow, enlarged, with more space between letters, in the colours of the reader. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type SiteName, siteNames } from '../../src/release/index.ts';
import { timeFor } from '../browser.ts';
import { EXIT, openSite, visitAll } from './reader.ts';

/** What does not fit the width of the screen, and text that its box cuts off. */
function misfits(page: Page, when: string): Promise<string[]> {
	return page.evaluate((when) => {
		const found: string[] = [];
		const name = (element: Element) =>
			`<${element.localName} class="${element.className}"> “${element.textContent?.trim().slice(0, 40)}”`;
		const root = document.documentElement;
		if (root.scrollWidth > root.clientWidth) {
			const widest = [...document.querySelectorAll('body *')].filter(
				(each) => each.getBoundingClientRect().right > root.clientWidth + 1 && !each.closest('.table, pre'),
			);
			found.push(`${when} it scrolls sideways: ${widest.slice(-1).map(name)}`);
		}
		for (const element of document.querySelectorAll('body *')) {
			const { overflowX, overflowY, position } = getComputedStyle(element);
			if (element.clientWidth < 2 || position === 'absolute' || element.matches('input, select, textarea'))
				continue;
			const cutX = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
			const cutY = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
			if (cutX || cutY) found.push(`${when} text is cut off in ${name(element)}`);
		}
		return found;
	}, when);
}

/** The spacing that WCAG 1.4.12 lets any reader choose. */
function spaceOut(page: Page): Promise<void> {
	return page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(
			'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
		);
		document.adoptedStyleSheets = [sheet];
	});
}

describe.each(siteNames)('on a screen 320 pixels wide, the %s site', (site: SiteName) => {
	const reader = openSite(site);

	test('fits on every page, with more space between letters too', {
		timeout: timeFor(reader.paths),
	}, async () => {
		const found = await visitAll(
			reader,
			reader.paths,
			async (page) => {
				const plain = await misfits(page, 'plain,');
				await spaceOut(page);
				return [...plain, ...(await misfits(page, 'spaced out,'))];
			},
			{ viewport: { width: 320, height: 640 } },
		);
		expect(found).toEqual([]);
	});
});

/** Letters twice as large, as a reader of a phone may set them. */
function enlarge(page: Page): Promise<void> {
	return page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('html { font-size: 200% !important }');
		document.adoptedStyleSheets = [sheet];
	});
}

describe('on a phone with letters twice as large', () => {
	const viewport = { width: 360, height: 740 };
	const handbook = openSite('handbook');
	const publicPages = openSite('public');

	test('the choice of an Area and a role fits', async () => {
		const page = await handbook.open('/', { viewport });
		await enlarge(page);
		await page.locator('[data-choice] summary').click();
		expect(await misfits(page, 'enlarged,')).toEqual([]);
	});

	test.each(['/', '/cy/', '/your-rights/', '/cy/your-rights/', '/ar/information/finding-support/'])(
		'%s fits',
		async (path) => {
			const page = await publicPages.open(path, { viewport });
			await enlarge(page);
			expect(await misfits(page, 'enlarged,')).toEqual([]);
		},
	);
});

describe('a wide table', () => {
	const reader = openSite('handbook');
	test('scrolls inside itself, by the keyboard too', async () => {
		const page = await reader.open('/reviews/', { viewport: { width: 320, height: 640 } });
		const tables = page.locator('main .table');
		const wide = await tables.evaluateAll((boxes) =>
			boxes.findIndex((box) => box.scrollWidth > box.clientWidth + 10),
		);
		expect(wide).toBeGreaterThanOrEqual(0);
		const table = tables.nth(wide);
		await table.focus();
		await page.keyboard.press('ArrowRight');
		await page.waitForFunction(
			(index) => (document.querySelectorAll('main .table')[index] as HTMLElement).scrollLeft > 0,
			wide,
		);
		expect(await page.evaluate(() => scrollX)).toBe(0);
	});
});

describe('the button that leaves', () => {
	const reader = openSite('public');

	test.each([
		{ name: 'a phone', width: 360, height: 640, path: '/information/finding-support/' },
		{ name: 'a small phone', width: 320, height: 480, path: '/support/' },
		{ name: 'a screen enlarged to 400 %', width: 320, height: 256, path: '/information/finding-support/' },
		{ name: 'a wide screen', width: 1280, height: 800, path: '/your-rights/' },
	])(
		'on $name is never over what has the focus, from the top of the page to its end',
		async ({ width, height, path }) => {
			const page = await reader.open(path, { viewport: { width, height } });
			const stops = await page
				.locator('a[href]:visible, button:visible, summary:visible, input:visible, [tabindex="0"]:visible')
				.count();
			const found: string[] = [];
			for (let stop = 0; stop < stops; stop++) {
				await page.keyboard.press('Tab');
				found.push(
					...(await page.evaluate((exit) => {
						const button = document.querySelector(exit) as HTMLElement;
						const bar =
							getComputedStyle(button.parentElement as HTMLElement).position === 'fixed'
								? (button.parentElement as HTMLElement)
								: button;
						const focus = document.activeElement as HTMLElement;
						const over = bar.getBoundingClientRect();
						const seen = button.getBoundingClientRect();
						if (
							seen.top < -1 ||
							seen.bottom > innerHeight + 1 ||
							seen.left < -1 ||
							seen.right > innerWidth + 1
						)
							return ['the button is off the screen'];
						if (focus === document.body || focus.closest('.govuk-exit-this-page, .govuk-skip-link'))
							return [];
						const name = `“${focus.textContent?.trim().slice(0, 40)}”`;
						const boxes = [...focus.getClientRects()];
						if (boxes.every(({ bottom, top }) => bottom < 0 || top > innerHeight))
							return [`${name} has the focus off the screen`];
						return boxes.some(
							(box) =>
								over.left < box.right &&
								box.left < over.right &&
								over.top < box.bottom &&
								box.top < over.bottom,
						)
							? [`over ${name}`]
							: [];
					}, EXIT)),
				);
			}
			expect(found).toEqual([]);
		},
	);

	test.each(['light', 'dark'] as const)(
		'stands out in the colours of the reader, %s',
		async (colorScheme) => {
			const page = await reader.open('/information/help-at-home/', {
				viewport: { width: 360, height: 640 },
				forcedColors: 'active',
				colorScheme,
			});
			const box = (await page.locator(EXIT).boundingBox()) as {
				x: number;
				y: number;
				width: number;
				height: number;
			};
			expect(box.y + box.height).toBeLessThanOrEqual(640);
			const picture = await page.screenshot({
				clip: { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 },
			});
			const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
			const at = (x: number, y: number) => data[(y * info.width + x) * info.channels] ?? 0;
			const row = Math.round(info.height / 2);
			const across = Array.from({ length: info.width }, (_, x) => at(x, row));
			// Its edge differs from what is around it, and its words from what is behind them.
			expect(Math.max(...across.slice(0, 10)) - Math.min(...across.slice(0, 10))).toBeGreaterThan(100);
			expect(Math.max(...across.slice(20, -20)) - Math.min(...across.slice(20, -20))).toBeGreaterThan(100);
		},
	);

	test('is as large as a thumb, and the first thing after the link past the menus', async () => {
		const page = await reader.open('/', { viewport: { width: 320, height: 480 } });
		const box = await page.locator(EXIT).boundingBox();
		expect(box?.height).toBeGreaterThanOrEqual(44);
		const names: (string | null)[] = [];
		for (let stop = 0; stop < 3; stop++) {
			await page.keyboard.press('Tab');
			names.push(await page.evaluate(() => document.activeElement?.className ?? null));
		}
		expect(names[0]).toBe('govuk-skip-link');
		expect(names[1]).toBe('govuk-skip-link');
		expect(names[2]).toContain('govuk-exit-this-page__button');
	});
});
