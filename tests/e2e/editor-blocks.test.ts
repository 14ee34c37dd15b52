/** Writing in the editor: blocks and long texts, by mouse and by keys, and what of it reaches the file. */
import { globSync, readFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, startBrowser } from '../browser.ts';
import { buildEditorPage, type EditorPage, openEditorPage, serveEditorPage } from './editor-page.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof buildEditorPage>>;
let server: Awaited<ReturnType<typeof serveEditorPage>>;
let editor: EditorPage;

const content = Object.fromEntries(
	globSync('content/*/*.{mdx,yaml}').map((path) => [path.replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
);
const BROKEN = 'content/letters/broken-example.en.mdx';
const letter = content['content/letters/late-reply-and-apology.en.mdx'] ?? '';
const brokenBody =
	'\nDear ((victim name)),\n\n<Callout type="x">\n\nNobody knows this.\n\n</Callout>\n\nAges <5 here.\n\n* one\n* two\n\n- [ ] a box\n\nThe end.\n';
const files = { ...content, [BROKEN]: letter.slice(0, letter.indexOf('\n---\n') + 5) + brokenBody };

beforeAll(async () => {
	[browser, built] = await Promise.all([
		startBrowser({ withWindows: true, staysOnPage: true }),
		buildEditorPage(),
	]);
	server = await serveEditorPage(built.folder);
	editor = await openEditorPage(browser, server.address, files);
});
afterAll(async () => {
	await editor?.close();
	await browser?.close();
	await server?.close();
	built?.remove();
});

const fileOf = (folder: string, id: string) => `content/${folder}/${id}.en.mdx`;
const form = () => editor.page.locator('.blocks').first();
const cards = (within: Locator = form()) => within.locator(':scope > .blocks-list > ol > li');
const status = () => form().locator(':scope > [role="status"]');

/** The rich editor takes over where the cursor is in its own time; people are slower than that. */
const settled = () =>
	editor.page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done))));

/** Where the cursor is: in which part of a text, and after how many letters. */
const cursor = () =>
	editor.page.evaluate(() => {
		const { anchorNode, anchorOffset } = getSelection() ?? {};
		return `${anchorNode?.textContent} ${anchorOffset}`;
	});

/**
 * Put the cursor into a text and to its place by a key. The rich editor may put it back to where the click was before it
 * has seen the key, so the key is pressed until the cursor stays.
 */
async function putCursor(text: Locator, key: string) {
	await text.click();
	await settled();
	let last = '';
	for (let stayed = 0; stayed < 5; ) {
		await editor.page.keyboard.press(key);
		await settled();
		const now = await cursor();
		stayed = now === last ? stayed + 1 : 0;
		last = now;
	}
}

async function typeAtEnd(text: Locator, words: string) {
	await putCursor(text, 'Control+End');
	await editor.page.keyboard.type(words);
}

/** Lines of two texts that differ, where both have as many. */
function changedLines(before: string, after: string): [string, string][] {
	const [was, is] = [before.split('\n'), after.split('\n')];
	expect(is.length).toBe(was.length);
	return was.flatMap((line, index): [string, string][] =>
		line === is[index] ? [] : [[line, is[index] ?? '']],
	);
}

describe.each([
	['standards', 'accessible-communication'],
	['letters', 'decision-not-to-charge'],
	['guidance', 'right-to-review'],
	['victim-pages', 'keeping-you-informed'],
	['passages', 'not-disbelieved'],
])('a document of %s', (folder, id) => {
	const path = fileOf(folder, id);

	test('opened and left: nothing to save', async () => {
		await editor.open(folder, id);
		await form().locator('[data-act="fold"], [contenteditable="true"]').first().focus();
		expect(await editor.page.getByText(/unsaved changes/i).count()).toBe(0);
	});

	test('a key edited: every letter of the text stays', async () => {
		const before = await editor.file(path);
		await editor.open(folder, id);
		const field = editor.page.getByLabel(folder === 'passages' ? 'Name' : 'Title', { exact: true }).first();
		await field.fill(`${await field.inputValue()} Edited`);
		await editor.save();
		const changed = changedLines(before, await editor.file(path));
		expect(changed).toHaveLength(1);
		expect(changed[0]?.[1]).toMatch(/^(?:title|name): .* Edited$/);
	});

	test('a word typed into a text: its paragraph alone is written', async () => {
		const before = await editor.file(path);
		await editor.open(folder, id);
		const fold = cards().first().locator('[data-act="fold"]').first();
		if ((await fold.count()) > 0 && (await fold.getAttribute('aria-expanded')) === 'false')
			await fold.click();
		await typeAtEnd(form().locator('[contenteditable="true"]').first(), ' Typed <5 {x}');
		await editor.save();
		const changed = changedLines(before, await editor.file(path));
		expect(changed).toHaveLength(1);
		expect(changed[0]?.[1]).toBe(`${changed[0]?.[0]} Typed &lt;5 &#123;x&#125;`);
	});
});

describe('blocks', () => {
	const path = fileOf('standards', 'clear-language');

	test('by keys alone: added, filled in, moved up, copied, removed and put back', async () => {
		const before = await editor.file(path);
		await editor.open('standards', 'clear-language');
		const { keyboard } = editor.page;
		const count = await cards().count();

		await cards()
			.first()
			.getByRole('button', { name: /^Add a block below/ })
			.last()
			.focus();
		await keyboard.press('Enter');
		await cards()
			.first()
			.getByRole('button', { name: /^Notice/ })
			.focus();
		await keyboard.press('Enter');
		expect(await cards().count()).toBe(count + 1);
		expect(await status().textContent()).toBe(`Notice added, 2 of ${count + 1}`);
		// The focus is on its first field.
		expect(await editor.page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
		await keyboard.press('w');
		await cards().nth(1).locator('[contenteditable="true"]').focus();
		await keyboard.type('Ask first.');

		await cards()
			.nth(1)
			.getByRole('button', { name: /^Move up: Notice/ })
			.first()
			.focus();
		await keyboard.press('Enter');
		expect(await status().textContent()).toBe(`Notice moved, now 1 of ${count + 1}`);
		// At the top the way up is closed: the focus goes on to the way down.
		expect(await editor.page.evaluate(() => document.activeElement?.getAttribute('data-act'))).toBe('down');
		await editor.save();
		const notice = '<Notice kind="warning">\n\nAsk first.\n\n</Notice>\n\n';
		const [keys = '', body = ''] = before.split('\n---\n\n');
		expect(await editor.file(path)).toBe(`${keys}\n---\n\n${notice}${body}`);

		await cards()
			.first()
			.getByRole('button', { name: /^Copy: Notice/ })
			.first()
			.press('Enter');
		await editor.save();
		expect(await editor.file(path)).toBe(`${keys}\n---\n\n${notice}${notice}${body}`);

		await cards()
			.first()
			.getByRole('button', { name: /^Remove: Notice/ })
			.first()
			.press('Enter');
		await editor.save();
		expect(await editor.file(path)).toBe(`${keys}\n---\n\n${notice}${body}`);

		await editor.page.getByRole('button', { name: 'Put back' }).press('Enter');
		await editor.save();
		expect(await editor.file(path)).toBe(`${keys}\n---\n\n${notice}${notice}${body}`);
	});

	test('a field of a clause: its tag alone is written', async () => {
		const before = await editor.file(path);
		await editor.open('standards', 'clear-language');
		const clause = form().locator('[data-kind="clause"]').first();
		await clause.locator('[data-act="fold"]').click();
		await clause.getByLabel('Strength').selectOption('should');
		await editor.save();
		expect(changedLines(before, await editor.file(path))).toEqual([
			['<Clause number="1" strength="must">', '<Clause number="1" strength="should">'],
		]);
	});

	test('a service is chosen by its words', async () => {
		const victimPage = fileOf('victim-pages', 'keeping-you-informed');
		await editor.open('victim-pages', 'keeping-you-informed');
		const before = await editor.file(victimPage);
		await cards()
			.last()
			.getByRole('button', { name: /^Add a block below/ })
			.last()
			.click();
		await cards()
			.last()
			.getByRole('button', { name: /^Organisation/ })
			.last()
			.click();
		await cards().last().getByRole('button', { name: 'Organisation', exact: true }).click();
		await editor.page.getByLabel('Search by any word').fill('samaritans');
		await editor.page
			.getByRole('dialog')
			.getByRole('button', { name: /^Samaritans/ })
			.click();
		await editor.save();
		expect(await editor.file(victimPage)).toBe(`${before}\n<Organisation id="samaritans" />\n`);
	});
});

describe('a letter', () => {
	const path = fileOf('letters', 'late-reply-and-apology');

	test('a placeholder of the letter and a time limit are inserted at the cursor', async () => {
		const before = await editor.file(path);
		await editor.open('letters', 'late-reply-and-apology');
		const card = cards().first();
		if ((await card.locator('[data-act="fold"]').first().getAttribute('aria-expanded')) === 'false')
			await card.locator('[data-act="fold"]').first().click();
		const text = card.locator('[contenteditable="true"]').first();
		await typeAtEnd(text, ' Write to ');
		const insert = async (search: string, name: RegExp) => {
			await card.getByRole('button', { name: 'Insert…' }).first().click();
			await editor.page.getByLabel('Search by any word').fill(search);
			await editor.page.getByRole('dialog').getByRole('button', { name }).first().click();
			await editor.page.getByRole('dialog').waitFor({ state: 'detached' });
			// The text has the cursor again with the next frame.
			await settled();
		};
		await insert('victim name', /^\(\(victim name\)\)/);
		await editor.page.keyboard.type(' within ');
		await insert('enhanced no charge', /working day/);
		await editor.page.keyboard.type('.');
		expect(await text.textContent()).not.toContain('<Timescale');
		await text.getByText('1 working day', { exact: true }).last().waitFor();
		await editor.save();
		const changed = changedLines(before, await editor.file(path));
		expect(changed).toHaveLength(1);
		expect(changed[0]?.[1]).toBe(
			`${changed[0]?.[0]} Write to ((victim name)) within <Timescale id="no-charge-enhanced" />.`,
		);
	});

	test('what a sentence names is taken away by one press of a key', async () => {
		const before = await editor.file(path);
		await editor.open('letters', 'late-reply-and-apology');
		const text = cards().first().locator('[contenteditable="true"]').first();
		const fold = cards().first().locator('[data-act="fold"]').first();
		if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
		const named = text.getByText('1 working day', { exact: true });
		const count = await named.count();
		expect(count).toBeGreaterThan(0);
		await putCursor(text, 'Control+End');
		await editor.page.keyboard.press('Backspace');
		await settled();
		await editor.page.keyboard.press('Backspace');
		await settled();
		expect(await named.count()).toBe(count - 1);
		await editor.save();
		const changed = changedLines(before, await editor.file(path));
		expect(changed).toHaveLength(1);
		expect(changed[0]?.[1]).toMatch(/ within(?:&#x20;)?$/);
	});

	test('a case is chosen among the answers of the letter', async () => {
		const before = await editor.file(path);
		await editor.open('letters', 'late-reply-and-apology');
		await cards()
			.last()
			.getByRole('button', { name: /^Add a block below/ })
			.last()
			.click();
		await cards()
			.last()
			.getByRole('button', { name: /^Only in one case/ })
			.last()
			.click();
		const card = cards().last();
		await card.getByLabel('Which case?').selectOption('placeholder');
		await card.getByLabel('Placeholder').selectOption('safe to send');
		await card.getByLabel('Answer').selectOption('yes');
		await typeAtEnd(card.locator('[contenteditable="true"]'), 'You can send it.');
		await editor.save();
		expect(await editor.file(path)).toBe(
			`${before}\n<When placeholder="safe to send" is="yes">\n\nYou can send it.\n\n</When>\n`,
		);
	});
});

describe('what is broken', () => {
	test('is shown with its reason and kept, while the text around it is edited', async () => {
		await editor.open('letters', 'broken-example');
		const before = await editor.file(BROKEN);
		expect(await cards().evaluateAll((list) => list.map((each) => each.getAttribute('data-kind')))).toEqual([
			'text',
			'protected',
			'protected',
			'text',
		]);
		expect(await cards().nth(1).getByRole('note').textContent()).toContain('Unexpected <Callout>');
		expect(await cards().nth(1).locator('textarea').getAttribute('readonly')).not.toBeNull();
		// A box for ticking would be lost in the rich editor.
		const boxes = cards().nth(3);
		expect(await boxes.getByRole('note').textContent()).toContain(
			'the rich editor would change what it says',
		);
		await boxes.locator('textarea').fill(`${await boxes.locator('textarea').inputValue()} Edited.`);
		await typeAtEnd(cards().first().locator('[contenteditable="true"]'), ' Hello.');
		await editor.save();
		expect(await editor.file(BROKEN)).toBe(
			before.replace('((victim name)),', '((victim name)), Hello.').replace('The end.', 'The end. Edited.'),
		);
	});

	test('is put right as text', async () => {
		await editor.open('letters', 'broken-example');
		const before = await editor.file(BROKEN);
		await cards().nth(2).getByRole('button', { name: 'Edit it as text' }).click();
		await cards().nth(2).locator('textarea').fill('Ages under 5 here.');
		await editor.save();
		expect(await editor.file(BROKEN)).toBe(before.replace('Ages <5 here.', 'Ages under 5 here.'));
	});
});

describe('a long text', () => {
	const path = fileOf('guidance', 'phone-calls');

	test('its components open in a form, and that part alone is written', async () => {
		const before = await editor.file(path);
		await editor.open('guidance', 'phone-calls');
		const avoid = form().locator('.blocks-sealed[data-kind="avoid"]').first();
		await avoid.getByRole('button', { name: /^Edit/ }).click();
		const dialog = editor.page.getByRole('dialog');
		await dialog.getByLabel('Why').fill('It sounds cold.');
		await dialog.getByRole('button', { name: 'Done' }).click();
		await editor.save();
		const changed = changedLines(before, await editor.file(path));
		expect(changed).toHaveLength(1);
		expect(changed[0]?.[1]).toBe('<Avoid why="It sounds cold.">');
	});

	test('a component is put in where the cursor is', async () => {
		const before = await editor.file(path);
		await editor.open('guidance', 'phone-calls');
		const text = form().locator('[contenteditable="true"]');
		await putCursor(text.locator('p').first(), 'End');
		await form().getByRole('button', { name: 'Add a block at the cursor' }).click();
		await form()
			.getByRole('button', { name: /^Passage/ })
			.click();
		const dialog = editor.page.getByRole('dialog').first();
		await dialog.getByRole('button', { name: 'Passage', exact: true }).click();
		await editor.page.getByLabel('Search by any word').fill('safe contact');
		await editor.page.getByRole('dialog').last().getByRole('button', { name: /safe/i }).first().click();
		await dialog.getByRole('button', { name: 'Done' }).click();
		await editor.save();
		const after = await editor.file(path);
		expect(after.replace(/<Passage id="safe-contact-check" \/>\n\n/, '')).toBe(before);
		expect(after).not.toBe(before);
	});

	test('as plain text: what is typed is what is written', async () => {
		const before = await editor.file(path);
		await editor.open('guidance', 'phone-calls');
		await form().getByRole('button', { name: 'Plain text' }).click();
		const area = form().locator('textarea');
		await area.fill(`${await area.inputValue()}\n\nA *word*.`);
		await editor.save();
		expect(await editor.file(path)).toBe(`${before}\nA *word*.\n`);
		// Seen as rich text again, it keeps its marks.
		await form().getByRole('button', { name: 'Rich text' }).click();
		await form().locator('[contenteditable="true"]').waitFor();
		expect(await editor.page.getByText(/unsaved changes/i).count()).toBe(0);
	});
});

describe('pasting', () => {
	const path = fileOf('passages', 'ask-us');
	const paste = (text: Locator, data: Record<string, string>) =>
		text.evaluate((element, entries) => {
			const clipboardData = new DataTransfer();
			for (const [type, value] of Object.entries(entries)) clipboardData.setData(type, value);
			element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
		}, data);

	test('from Word: lists, tables, bold and links are kept, signs made safe, the rest said', async () => {
		const before = await editor.file(path);
		await editor.open('passages', 'ask-us');
		const text = form().locator('[contenteditable="true"]').first();
		await typeAtEnd(text, ' More:');
		await paste(text, {
			'text/html':
				"<html><body><p class=MsoNormal>A <b>strong</b> word, &lt;5 and {x}. <a href='https://www.example.org/'>Link</a> <img src='file:///c:/x.png'></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>One</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Two</p><table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table></body></html>",
			'text/plain': 'ignored',
		});
		expect(await form().getByText('An image left out.').count()).toBe(1);
		await editor.save();
		expect(await editor.file(path)).toBe(
			`${before.trimEnd()} More:\n\nA **strong** word, &lt;5 and &#123;x&#125;. [Link](https://www.example.org/)\n\n- One\n- Two\n\n| A   | B   |\n| --- | --- |\n| 1   | 2   |\n`,
		);
	});

	test('plain words go into the sentence', async () => {
		const before = await editor.file(path);
		await editor.open('passages', 'ask-us');
		const text = form().locator('[contenteditable="true"]').first();
		await putCursor(text.locator('p').first(), 'Control+Home');
		await paste(text, { 'text/plain': 'If <5 {y} then ' });
		await editor.save();
		const after = await editor.file(path);
		const changed = changedLines(before, after);
		expect(changed).toHaveLength(1);
		expect(changed[0]?.[1]).toBe(`If &lt;5 &#123;y&#125; then ${changed[0]?.[0]}`);
	});
});

test.each([
	['letters', 'decision-not-to-charge', 1280],
	['guidance', 'phone-calls', 360],
])(
	'axe finds nothing in our own parts of %s: %s, folded and open, at %i pixels',
	async (folder, id, width) => {
		await editor.page.setViewportSize({ width, height: 900 });
		await editor.open(folder, id);
		const folds = form().locator('[data-act="fold"][aria-expanded="false"]');
		for (let left = 3; left > 0 && (await folds.count()) > 0; left--) await folds.first().click();
		const found = await axeFindings(editor.page);
		await editor.page.setViewportSize({ width: 1280, height: 900 });
		// What stands around is Decap's.
		expect(
			found.filter((each) => /^(?!region).*(?:#blocks|\.blocks|data-(?:act|path|block))/.test(each)),
		).toEqual([]);
	},
);

test('nothing went wrong on the page', () => {
	expect(editor.faults).toEqual([]);
});
