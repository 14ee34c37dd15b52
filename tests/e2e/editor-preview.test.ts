/** The editor shows what is wrong beside the field and in one list, leads to it, and shows the page as readers will see it. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axeFindings, startBrowser } from '../browser.ts';
import { changed, textOf } from '../cms/published.ts';
import { type EditorToRead, serveEditor } from './editor-preview-server.ts';

/** What will be, once the editor has had the time it needs on a busy machine. */
const becomes = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 });

let browser: Browser;
let editor: EditorToRead;
let page: Page;
let preview: FrameLocator;
/** The page of the draft, within the preview. */
let shown: FrameLocator;
let faults: string[];

beforeAll(async () => {
	[browser, editor] = await Promise.all([startBrowser({ withWindows: true }), serveEditor()]);
});
afterAll(async () => {
	await browser?.close();
	await editor?.close();
});

beforeEach(async () => {
	editor.texts.clear();
	editor.saved.length = 0;
	editor.published.length = 0;
	editor.images.clear();
	page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
	faults = [];
	page.on('pageerror', (error) => faults.push(error.message));
	page.on('dialog', (dialog) => {
		faults.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on('console', (message) => {
		// What is not there is asked for: drafts, and translations that nobody has made.
		if (message.type() === 'error' && !/status of 404/.test(message.text())) faults.push(message.text());
	});
	preview = page.frameLocator('#preview-pane');
	shown = preview.frameLocator('iframe');
});
afterEach(async () => {
	await page.close();
	expect(faults).toEqual([]);
});

/** Open an entry, with some of its files in other words. */
async function open(collection: string, id: string, texts: Record<string, string> = {}): Promise<void> {
	for (const [path, text] of Object.entries(texts)) editor.texts.set(`content/${path}`, text);
	await page.goto(`${editor.address}#/collections/${collection}/entries/${id}`);
	await summary().locator('strong').waitFor();
	await shown.locator('main').waitFor();
}

const summary = () => page.getByRole('region', { name: 'Checks' }).getByRole('status');
const issuesOf = (path: string) => page.locator(`[data-issues-of="${path}"]`);
const list = () => preview.locator('.issue-list');
/** The path of the field that has the focus. */
const focused = () =>
	page.evaluate(() => {
		const element = document.activeElement as HTMLElement | null;
		return (
			element?.dataset.path ??
			element?.dataset.ledTo ??
			element?.closest<HTMLElement>('[data-block]')?.dataset.block ??
			''
		);
	});

const letter = 'letters/decision-not-to-charge.en.mdx';
const welshLetter = 'letters/decision-not-to-charge.cy.mdx';
const standard = 'standards/accessible-communication.en.mdx';

describe('issues', () => {
	test('appear beside the field and in the list while somebody types, and go when it is put right', async () => {
		await open('guidance', 'late-letters');
		await becomes(() => summary().innerText()).toContain('Nothing to fix');
		const title = page.getByLabel('Title', { exact: true });
		await title.fill('');
		await becomes(() => issuesOf('en:title').innerText()).toContain('Enter “Title”.');
		expect(await issuesOf('en:title').locator('xpath=..').innerText()).toContain(
			'What the reader is looking for',
		);
		expect(await issuesOf('en:title').innerText()).toContain('Before review');
		await becomes(() => summary().innerText()).toContain('1 to fix.');
		expect(await summary().innerText()).toContain('It can be saved as a draft.');
		await becomes(() => list().innerText()).toContain('Enter “Title”.');
		await title.fill('Letters that are late');
		await becomes(() => summary().innerText()).toContain('Nothing to fix');
		expect(await issuesOf('en:title').innerText()).toBe('');
		await becomes(() => shown.locator('h1').innerText()).toBe('Letters that are late');
	});

	test('are told apart by what waits for them', async () => {
		await open('guidance', 'late-letters', {
			'guidance/late-letters.en.mdx':
				changed('guidance/late-letters.en.mdx', 'owner: ', 'owner: not-').text ?? '',
		});
		await becomes(() => summary().innerText()).toContain('It can be sent for review.');
		expect(await issuesOf('en:owner').innerText()).toContain('Before publishing');
	});

	test('hold up no save of a draft', async () => {
		await open('guidance', 'late-letters');
		await page.getByLabel('Title', { exact: true }).fill('');
		await becomes(() => summary().innerText()).toContain('1 to fix.');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await becomes(() => editor.saved.length).toBe(1);
		expect(editor.saved[0]?.raw).not.toMatch(/^title:/m);
	});

	test('lead into a folded list, item by item', async () => {
		await open('letters', 'decision-not-to-charge', {
			[letter]: changed(letter, '    label: What is our reference for this case?\n', '').text ?? '',
		});
		await list()
			.getByRole('button', { name: /Go to the field.*Label/ })
			.click();
		await becomes(focused).toBe('placeholders.1.label');
		const field = page.locator(':focus');
		await becomes(() => field.isVisible()).toBe(true);
		expect(
			await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? -1),
		).toBeGreaterThan(60);
	});

	test('lead into a folded block and to its attribute', async () => {
		await open('standards', 'accessible-communication', {
			[standard]: changed(standard, 'number="2" strength="must"', 'number="2" strength="shall"').text ?? '',
		});
		await becomes(() => issuesOf('en:blocks.2').innerText()).toContain(
			'Unexpected value “shall” for “Strength” of “Clause”',
		);
		await list()
			.getByRole('button', { name: /Go to the field/ })
			.first()
			.click();
		await becomes(focused).toBe('blocks.2.strength');
	});

	test('lead to the field in another language', async () => {
		await open('letters', 'decision-not-to-charge', {
			[welshLetter]: changed(welshLetter, /^summary: .*$/m, `summary: ${'gair '.repeat(60)}olaf`).text ?? '',
		});
		await becomes(() => list().innerText()).toContain('Welsh:');
		await list()
			.getByRole('button', { name: /Go to the field/ })
			.click();
		await becomes(focused).toBe('summary');
		expect(await issuesOf('cy:summary').innerText()).toContain('expected at most 240');
	});

	test('are found by keyboard from the summary', async () => {
		await open('guidance', 'late-letters', {
			'guidance/late-letters.en.mdx':
				changed('guidance/late-letters.en.mdx', /^ {2}why: .*\n/m, '').text ?? '',
		});
		await page
			.getByRole('region', { name: 'Checks' })
			.getByRole('button', { name: 'Go to the first' })
			.focus();
		await page.keyboard.press('Enter');
		await becomes(focused).toBe('changeNote.why');
	});
});

test('before a fact is changed, the editor sees where it is used', async () => {
	await open('timescales', 'no-charge-standard');
	const uses = page.getByText(/^Used in \d+ places/);
	await uses.click();
	await becomes(() => page.locator('.issue-uses li').allInnerTexts()).toEqual(
		expect.arrayContaining([expect.stringMatching(/^GD-\d{3} .+ \(guidance page/)]),
	);
	await page.getByLabel('Length').fill('33');
	await becomes(() => shown.locator('main').innerText()).toContain('We will tell you within 33 working days');
});

test('a clause that others lead to says so', async () => {
	await open('standards', 'safe-contact');
	await becomes(() => page.getByText(/^Others lead to this clause: .*GD-\d{3}/).count()).toBeGreaterThan(0);
});

test('what is ours in the editor has no serious fault of accessibility', async () => {
	const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, bypassCSP: true });
	const open = await context.newPage();
	await open.goto(`${editor.address}#/collections/standards/new`);
	await open.frameLocator('#preview-pane').locator('.issue-list').waitFor();
	await open.frameLocator('#preview-pane').frameLocator('iframe').locator('main').waitFor();
	const form = (await axeFindings(open)).filter((finding) => /issue-|preview|iframe/.test(finding));
	// The preview is a document of its own, and all of it is ours.
	const frame = await (await open.locator('#preview-pane').elementHandle())?.contentFrame();
	const beside = frame ? await axeFindings(frame as unknown as Page) : ['no preview'];
	expect([...form, ...beside]).toEqual([]);
	await context.close();
});

describe('the page', () => {
	test('has its images, from what the editor has of them', async () => {
		const pixel =
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
		editor.images.set('content/media/court-room.png', pixel);
		editor.published.push({
			file: 'media/court-room.yaml',
			type: 'media',
			id: 'court-room',
			language: 'en',
			data: { file: 'court-room.png', alt: { en: 'An empty court room' }, audience: 'staff' } as never,
		});
		const late = 'guidance/late-letters.en.mdx';
		await open('guidance', 'late-letters', { [late]: `${textOf(late)}\n<Image id="court-room" />\n` });
		const image = shown.getByAltText('An empty court room');
		await becomes(() => image.evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBe(1);
	});

	test('of a letter is shown by channel, case and language', async () => {
		await open('letters', 'decision-not-to-charge');
		const text = () => shown.locator('.sheet-body').innerText();
		await becomes(text).toContain('Only by');
		await preview.getByLabel('Channel').selectOption('sms');
		await becomes(text).not.toContain('Only by');
		expect(await text()).toContain('Could I call you?');
		await preview.getByLabel('Channel').selectOption('letter');
		await becomes(text).toContain('Sam Example');
		const whole = await text();
		await preview.getByLabel('Do we offer a meeting?').selectOption('no');
		await becomes(text).not.toBe(whole);
		await preview.getByLabel('Language').selectOption('cy');
		await becomes(() => shown.locator('html').getAttribute('lang')).toBe('cy');
	});

	test('of a victim is shown on a phone and on paper, in the styles of the site', async () => {
		await open('victim-pages', 'help-at-home');
		const leave = shown.locator('.govuk-exit-this-page__button');
		await becomes(() => leave.isVisible()).toBe(true);
		expect(await leave.evaluate((each) => getComputedStyle(each).backgroundColor)).toBe('rgb(165, 40, 27)');
		expect(await shown.locator('html').evaluate((each) => each.clientWidth)).toBeLessThanOrEqual(362);
		await preview.getByLabel('How').selectOption('print');
		await becomes(() => leave.isVisible()).toBe(false);
		await preview.getByLabel('How').selectOption('screen');
		await becomes(() => leave.isVisible()).toBe(true);
		await preview.getByLabel('As read by').selectOption('handbook');
		await becomes(() => shown.locator('.document-code').innerText()).toContain('VP-016');
	});

	test('leads nowhere', async () => {
		await open('victim-pages', 'help-at-home');
		const before = page.url();
		await shown.locator('.body a').first().click();
		await shown.locator('.body a').first().press('Enter');
		expect(await shown.locator('h1').innerText()).toBe('Help with domestic abuse');
		expect(page.url()).toBe(before);
		expect(page.context().pages()).toHaveLength(1);
	});

	test('of a standard shows its clauses', async () => {
		await open('standards', 'accessible-communication');
		await becomes(() => shown.locator('#VCS-07\\.1').innerText()).toContain('Must');
	});
});

test('what tries to become code in a text of the form stays text', async () => {
	const attacks = [
		'<img src=x onerror=alert(1)>',
		'"><script>alert(1)</script>',
		"' onmouseover='alert(1)",
		'</textarea></iframe><svg onload=alert(1)>',
		'javascript:alert(1)',
	];
	await open('victim-pages', 'help-at-home');
	for (const [index, attack] of attacks.entries()) {
		await page.getByLabel('Title', { exact: true }).fill(`Title ${index} ${attack}`);
		await page.getByLabel('Summary', { exact: true }).fill(attack);
		await becomes(() => shown.locator('h1').innerText()).toBe(`Title ${index} ${attack}`);
		expect(await shown.locator('script, svg, img, [onerror], [onload], [onmouseover]').count()).toBe(0);
	}
});

test('a file that cannot be read is told of, and shown whole', async () => {
	await open('guidance', 'late-letters', {
		'guidance/late-letters.en.mdx': textOf('guidance/late-letters.en.mdx')
			.replace(/^---\n$/m, '--- \n')
			.replace(/^owner: .*$/m, 'owner: [a'),
	});
	await becomes(() => summary().innerText()).toContain('to fix');
});
