/** Somebody at work in the editor: what they do, in the words they see. */
import type { Locator, Page } from 'playwright-core';

/** Sign in as one of the people on the first page. */
export async function signIn(page: Page, name: string): Promise<void> {
	await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
	await page.getByRole('heading', { name: 'Work waiting for you' }).or(saved(page)).first().waitFor();
}

export async function signOut(page: Page): Promise<void> {
	await page.getByRole('link', { name: /^Work/ }).click();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await page.getByRole('heading', { name: 'Sign in to the editor' }).waitFor();
}

/** The field with a label, in the form that is open. */
export function field(page: Page, label: string): Locator {
	return page.getByLabel(label, { exact: true }).first();
}

/** Add a block at the end of the text. */
export async function addBlock(page: Page, kind: string): Promise<void> {
	await page
		.getByRole('button', { name: /^Add a block/ })
		.last()
		.click();
	await page
		.getByRole('button', { name: new RegExp(`^${kind}`) })
		.last()
		.click();
}

/** Write at the end of the text that was added last. */
export async function type(page: Page, words: string): Promise<void> {
	await page.locator('.blocks [contenteditable="true"]').last().click();
	await page.keyboard.type(words);
}

/** Choose something in a field that offers a list, by the beginning of its words. */
export async function choose(page: Page, label: string, words: string): Promise<void> {
	await field(page, label).fill(words);
	await page.getByRole('option', { name: words }).first().click();
}

/** Write into the form: text by the labels of the fields. */
export async function write(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
	for (const [label, text] of Object.entries(texts)) await field(page, label).fill(text);
}

/** Show another language in the form: “English”, “Cymraeg”. */
export async function inLanguage(page: Page, language: string): Promise<void> {
	await page
		.getByRole('button', { name: /^Language:/ })
		.first()
		.click();
	await page.getByRole('menuitem', { name: language }).click();
	await page
		.getByRole('button', { name: `Language: ${language}` })
		.first()
		.waitFor();
}

/** The sign that nothing is left to be saved. */
export function saved(page: Page): Locator {
	return page.getByText('Everything saved');
}

export async function save(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await saved(page).waitFor();
}

/** Press a button of the bar over the entry that is out of the way. */
export async function seldom(page: Page, button: string, inDialog?: string): Promise<void> {
	await step(page, 'More');
	await step(page, button, inDialog);
}

/** Press a button of the bar over the entry, and then in the dialog that opens. */
export async function step(page: Page, button: string, inDialog?: string): Promise<void> {
	await page
		.getByRole('region', { name: 'This entry' })
		.getByRole('button', { name: button, exact: true })
		.click();
	if (!inDialog) return;
	await page.getByRole('dialog').getByRole('button', { name: inDialog }).click();
	await page.getByRole('dialog').waitFor({ state: 'detached' });
}
