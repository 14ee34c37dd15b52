/** Sessions that end, and connections that are lost, in the middle of the work: over the real editing server. */
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { bundleEditor } from '../../cms/bundle.ts';
import { type EditingServerOptions, startEditingServer } from '../../cms/server/index.ts';
import { startBrowser } from '../browser.ts';
import { type Editing, HOST, openEditing, page as pageText } from '../cms/editing-server.ts';

// Each test is the whole way of one person.
vi.setConfig({ testTimeout: 240_000 });

const ROOT = join(import.meta.dirname, '../..');
const FIRST = 'content/guidance/first.en.mdx';
const secret = 'a secret of this test, with more than 32 characters';

let browser: Browser;
let bundle: string;
let editing: Editing;
let profile: BrowserContext;
/** What the policy of the server did not let run. */
const violations: string[] = [];

beforeAll(async () => {
	bundle = await bundleEditor(ROOT, join(ROOT, 'var/test-editor'));
	browser = await startBrowser({ withWindows: true });
});
afterAll(() => browser?.close());
afterEach(async () => {
	await profile?.close();
	await editing?.close();
	expect(violations).toEqual([]);
});

/** An editor, and a browser that nobody has used yet. */
async function open(
	options: Partial<EditingServerOptions> = {},
	headers: Record<string, string> = {},
): Promise<void> {
	editing = await openEditing({ bundle, clock: Date.now, ...options });
	profile = await browser.newContext({
		viewport: { width: 1440, height: 1000 },
		extraHTTPHeaders: headers,
	});
	await profile.exposeFunction('refused', (what: string) => violations.push(what));
	await profile.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
			(globalThis as unknown as { refused(what: string): void }).refused(
				`${effectiveDirective} ${blockedURI}`,
			),
		);
	});
}

const title = (page: Page) => page.getByLabel('Title', { exact: true });
const saved = (page: Page) => page.getByText('Everything saved').waitFor();
const inDraft = (slug: string) => editing.git('show', `cms/guidance/${slug}:content/guidance/${slug}.en.mdx`);

async function openPage(slug: string, who?: string): Promise<Page> {
	const page = await profile.newPage();
	await page.goto(`${editing.address}#/collections/guidance/entries/${slug}`);
	if (who) await page.getByRole('button', { name: new RegExp(`^${who}`) }).click();
	await title(page).waitFor();
	return page;
}

/**
 * Press Save. Where another question of the page finds first that nobody is signed in any more, the press waits behind
 * the dialog, as a person would.
 */
async function pressSave(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Save', exact: true }).click();
}

test('a new session in one tab does not cost what is being written in another', async () => {
	await open();
	const one = await openPage('first', 'Ash Example');
	const two = await openPage('second');
	await title(one).fill('Written in one tab');
	// The session ends; the other tab is where that is seen first.
	await profile.clearCookies();
	await title(two).fill('Written in two tabs');
	await Promise.all([
		pressSave(two),
		two
			.getByRole('dialog', { name: 'Sign in again' })
			.getByRole('button', { name: /^Ash Example/ })
			.click(),
	]);
	await saved(two);

	await pressSave(one);
	await saved(one);
	expect(inDraft('first')).toContain('title: Written in one tab\n');
});

test('another person in another tab saves nothing as somebody else unasked', async () => {
	await open();
	const one = await openPage('first', 'Ash Example');
	await title(one).fill('Words of Ash');
	const two = await profile.newPage();
	await two.goto(editing.address);
	await two.getByRole('button', { name: 'Sign out' }).click();
	await two.getByRole('button', { name: /^Kit Example/ }).click();
	await two.getByRole('heading', { name: 'Work waiting for you' }).waitFor();

	await pressSave(one);
	const dialog = one.getByRole('dialog', { name: 'Kit Example is signed in now' });
	await dialog.getByRole('button', { name: 'Not now' }).click();
	await dialog.waitFor({ state: 'detached' });
	expect(editing.git('for-each-ref', 'refs/heads/cms')).toBe('');
	expect(await title(one).inputValue()).toBe('Words of Ash');
	await pressSave(one);
	await dialog.getByRole('button', { name: 'Go on as Kit Example' }).click();
	await saved(one);
	expect(editing.git('log', '-1', '--format=%an', 'cms/guidance/first')).toBe('Kit Example');
});

test('behind a single sign-on a new session is taken up without a question, and a new sign-on in another tab', async () => {
	const identity = {
		proxy: '127.0.0.1',
		header: 'X-Editor-Person',
		secretHeader: 'X-Editor-Secret',
		secret,
		people: { 'ash@example.org': 'guidance-lead' },
	};
	await open({ identity }, { 'X-Editor-Person': 'ash@example.org', 'X-Editor-Secret': secret });
	const page = await openPage('first');
	await title(page).fill('Written before the session ended');
	await profile.clearCookies();
	await pressSave(page);
	await saved(page);
	expect(inDraft('first')).toContain('title: Written before the session ended\n');

	// Now the single sign-on itself lets nobody through, in its own words.
	await title(page).fill('Written before the sign-on ended');
	let signedOn = false;
	await profile.route('**/api/**', (route) =>
		signedOn
			? route.continue()
			: route.fulfill({ status: 401, contentType: 'text/html', body: '<h1>401 Authorization Required</h1>' }),
	);
	const pressed = pressSave(page);
	const dialog = page.getByRole('dialog', { name: 'Sign in again' });
	await dialog.getByRole('button', { name: 'continue' }).click();
	// Too early: nobody has signed on.
	await dialog.waitFor();
	signedOn = true;
	await dialog.getByRole('button', { name: 'continue' }).click();
	await pressed;
	await saved(page);
	expect(inDraft('first')).toContain('title: Written before the sign-on ended\n');
});

/** The first page with new words, reviewed and ready to be published. */
async function makeReady(): Promise<void> {
	const [writer, reviewer] = await Promise.all(['guidance-lead', 'legal-adviser'].map(editing.as));
	const first = { collection: 'guidance', slug: 'first' };
	await writer?.save(
		FIRST,
		pageText('GD-001', 'The first page', 'New words.'),
		(await writer.open(FIRST)).id,
	);
	for (const [who, name, message] of [
		[writer, 'status', { ...first, status: 'in review' }],
		[reviewer, 'sign-off', { ...first, language: 'en' }],
		[reviewer, 'status', { ...first, status: 'ready' }],
	] as const)
		expect((await who?.post(name, message))?.status).toBe(200);
}

test('a server that was started anew is heard of again, and publishing says how it ended', async () => {
	const options: Partial<EditingServerOptions> = {
		publish: async ({ onProgress }) => {
			onProgress('Building both sites …');
			return { published: true, links: [{ title: 'The first page', url: 'http://127.0.0.1:1/first/' }] };
		},
	};
	await open(options);
	await makeReady();
	const page = await openPage('first', 'Pat Example');
	const { port } = new URL(editing.address);
	await editing.server.close();
	editing.server = await startEditingServer({
		repository: editing.repository,
		bundle,
		port: Number(port),
		hostNames: [HOST],
		people: ['approver'],
		publish: async () => ({ published: false, message: 'Nobody asked.' }),
		clock: Date.now,
		audit: join(editing.folder, 'audit.jsonl'),
		...options,
	});
	// Whichever request finds first that nobody is signed in any more.
	await page.addLocatorHandler(page.getByRole('dialog', { name: 'Sign in again' }), (dialog) =>
		dialog.getByRole('button', { name: /^Pat Example/ }).click(),
	);
	await page.getByRole('button', { name: 'Publish' }).first().click();
	await page.getByRole('button', { name: 'Publish now' }).click();
	await page.getByRole('heading', { name: 'Published', exact: true }).waitFor();
	await page.getByRole('dialog').getByRole('link', { name: 'The first page' }).waitFor();
});

test('publishing that failed is told as over, with what is wrong', async () => {
	const message = 'Not published. Correct what is listed here, then publish again.';
	await open({ publish: async () => ({ published: false, message }) });
	await makeReady();
	const page = await openPage('first', 'Pat Example');
	await page.getByRole('button', { name: 'Publish', exact: true }).click();
	await page.getByRole('button', { name: 'Publish now' }).click();
	const dialog = page.getByRole('dialog', { name: 'Not published' });
	await dialog.getByText(message).waitFor();
	await dialog.getByRole('button', { name: 'Close', exact: true }).click();
	await dialog.waitFor({ state: 'detached' });
});

test('a fact, which nobody signs off, is reviewed with the same button as a page', async () => {
	await open();
	const writer = await editing.as('guidance-lead');
	const path = 'content/topics/decisions.yaml';
	const { id, text } = await writer.open(path);
	await writer.save(path, text.replace('en: ', 'en: New '), id);
	const topic = { collection: 'topics', slug: 'decisions' };
	expect((await writer.post('status', { ...topic, status: 'in review' }))?.status).toBe(200);

	const page = await profile.newPage();
	await page.goto(`${editing.address}#/collections/topics/entries/decisions`);
	await page.getByRole('button', { name: /^Lee Example/ }).click();
	await page.getByRole('button', { name: 'Review', exact: true }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Ready to publish' }).waitFor();
});
