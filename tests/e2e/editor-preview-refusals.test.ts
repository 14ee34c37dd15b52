/** What waits until it is put right: the editing server says so by the same judge, and the editor leads to the field. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleEditor } from '../../cms/bundle.ts';
import { startBrowser } from '../browser.ts';
import { type Editing, openEditing } from '../cms/editing-server.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What will be, once the editor has had the time it needs on a busy machine. */
const becomes = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 });

let browser: Browser;
let editing: Editing;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
	const bundle = await bundleEditor(ROOT, join(ROOT, 'var/test-editor'));
	[browser, editing] = await Promise.all([
		startBrowser({ withWindows: true }),
		openEditing({ bundle, clock: Date.now }),
	]);
	page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
	page.on('pageerror', (error) => faults.push(error.message));
	page.on('console', (message) => {
		// Refusals and what is not there are answers too.
		if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
	});
});
afterAll(async () => {
	await browser?.close();
	await editing?.close();
});

const title = () => page.getByLabel('Title', { exact: true });
const save = async () => {
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await page.getByText('Everything saved').waitFor();
};
const send = async () => {
	await page.getByRole('button', { name: 'Send for review' }).first().click();
	await page.getByRole('dialog').getByRole('button', { name: 'Send for review' }).click();
};

test('a draft with problems is saved, held back from review with the reason, and goes on when it is put right', async () => {
	await page.goto(`${editing.address}#/collections/guidance/entries/first`);
	await page
		.getByRole('button', { name: /guidance/i })
		.first()
		.click();
	await title().waitFor();
	await title().fill('');
	await becomes(() => page.getByRole('region', { name: 'Checks' }).innerText()).toContain('1 to fix.');
	await save();

	await send();
	const alert = page.getByRole('dialog').getByRole('alert');
	await becomes(() => alert.innerText()).toContain(
		'One thing has to be put right before this can be reviewed.',
	);
	expect(await alert.innerText()).toContain('Enter “Title”.');
	await alert.getByRole('button', { name: /^Go to the field/ }).click();
	await becomes(() => page.getByRole('dialog').count()).toBe(0);
	await becomes(() => title().evaluate((each) => each === document.activeElement)).toBe(true);

	await page.keyboard.type('The very first page');
	await becomes(() => page.getByRole('region', { name: 'Checks' }).innerText()).toContain('Nothing to fix');
	await save();
	await send();

	await page.locator('.own-status', { hasText: /in review/i }).waitFor();
	expect(faults).toEqual([]);
});
