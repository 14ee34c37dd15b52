/** The editor as its users meet it: written, refused with words, corrected, reviewed, published, withdrawn. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { axeFindings, startBrowser } from '../browser.ts';
import { type Office, openOffice } from './editor-office.ts';
import {
	addBlock,
	choose,
	field,
	inLanguage,
	save,
	saved,
	seldom,
	signIn,
	signOut,
	step,
	type,
	write,
} from './editor-writer.ts';

// Each test is the whole way of one person.
vi.setConfig({ testTimeout: 240_000 });

let office: Office;
let browser: Browser;
let profile: BrowserContext;
let page: Page;
/** What pages complained about. */
const faults: string[] = [];

beforeAll(async () => {
	[office, browser] = await Promise.all([openOffice(), startBrowser({ withWindows: true })]);
	profile = await browser.newContext({ viewport: { width: 1280, height: 1000 }, bypassCSP: true });
	profile.setDefaultTimeout(60_000);
	profile.on('page', (opened) => opened.on('pageerror', (error) => faults.push(String(error))));
	profile.on('dialog', (dialog) => void dialog.accept());
	page = await profile.newPage();
});
afterAll(async () => {
	await browser?.close();
	await office?.close();
});

/** What has to be put right, as the editor lists it beside the form. */
const listed = (words: string | RegExp) => page.frameLocator('iframe').first().getByText(words).first();
/** Let an issue of the list lead to its field. */
const leadTo = (words: string) =>
	page
		.frameLocator('iframe')
		.first()
		.getByRole('button', { name: new RegExp(`^Go to the field.*${words}`) })
		.click();
const nothingToFix = () =>
	page
		.getByText(/^Nothing to fix/)
		.first()
		.waitFor();
const stage = (words: string) =>
	page.getByRole('region', { name: 'This entry' }).getByText(words, { exact: true }).waitFor();

/** Begin something new, with what every document needs. */
async function begin(kind: string, texts: Record<string, string>, owner: string): Promise<void> {
	await page.goto(`${office.editor}#/workflow`);
	await page.getByRole('link', { name: kind, exact: true }).click();
	await write(page, texts);
	await choose(page, 'Owner', owner);
	await choose(page, 'Topics', kind === 'Victim page' ? 'Going to court' : 'Letters');
	await choose(page, 'Journey stages', 'Before the trial');
	await choose(page, 'Reviewed by', 'Legal');
	await write(page, {
		Outcome: 'First version',
		'What changed': 'It is new.',
		'Why it changed': 'Readers asked.',
	});
}

async function as(name: string): Promise<void> {
	await signOut(page);
	await signIn(page, name);
}

/** Open a draft from the list of what waits. */
async function open(title: string | RegExp): Promise<void> {
	await page.goto(`${office.editor}#/workflow`);
	await page.getByRole('link', { name: title }).click();
	await saved(page).waitFor();
}

async function sendForReview(): Promise<void> {
	await step(page, 'Send for review', 'Send for review');
	await stage('In review');
}

/** Read what changed, sign every language off, and say that it is ready. */
async function review(title: string | RegExp, languages: readonly string[], seen: string): Promise<void> {
	await open(title);
	await step(page, 'Review');
	const dialog = page.getByRole('dialog');
	await dialog.getByText(seen).first().waitFor();
	for (const language of languages) {
		await dialog.getByRole('button', { name: `Sign off the ${language} text` }).click();
		await dialog.getByText(`${language}:`).waitFor();
	}
	await dialog.getByRole('button', { name: 'Ready to publish' }).click();
	await stage('Ready to publish');
}

/** Publish what is open, and answer the links to it. */
async function publish(): Promise<string[]> {
	await step(page, 'Publish');
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Publish now' }).click();
	await page.getByRole('heading', { name: 'Published', exact: true }).waitFor();
	const links = await dialog
		.getByRole('link')
		.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	await dialog.getByRole('button', { name: 'Close' }).click();
	await stage('Published');
	return links;
}

describe('coming in', () => {
	it('is asked who it is, and led on to the page it came for', async () => {
		await page.goto(`${office.editor}#/edit/guidance/appeals`);
		await page.getByRole('heading', { name: 'Sign in to the editor' }).waitFor();
		expect(await page.getByRole('main').getByRole('button').count()).toBe(4);
		expect(await axeFindings(page)).toEqual([]);
		await signIn(page, 'Ash Example');
		await field(page, 'Title').waitFor();
		expect(page.url()).toContain('#/collections/guidance/entries/appeals');
		await saved(page).waitFor();
	});

	it('comes from a page of the handbook', async () => {
		const reading = await profile.newPage();
		await reading.goto(`${office.handbook}guidance/appeals/`);
		const link = reading.getByRole('link', { name: 'Edit this page' });
		expect(await link.getAttribute('href')).toBe(`${office.editor}#/edit/guidance/appeals`);
		await reading.goto(office.public);
		expect(await reading.getByRole('link', { name: 'Edit this page' }).count()).toBe(0);
		await reading.close();
	});

	it('follows where a fact is used to an entry, and from there to another', async () => {
		const follow = async (title: string) => {
			await page.getByText(/^(?:Used|Named) in \d+ places/).click();
			await page.getByRole('link', { name: title, exact: true }).click();
			await expect
				.poll(() => field(page, 'Title').inputValue(), { timeout: 60_000 })
				.toBe(title.replace(/^\S+ /, ''));
			await saved(page).waitFor();
		};
		await page.goto(`${office.editor}#/collections/timescales/entries/no-charge-enhanced`);
		await follow('GD-001 Talk to a victim by phone');
		await follow('GD-005 Write and talk in a trauma-informed way');
		expect(page.url()).toContain('#/collections/guidance/entries/trauma-informed-communication');
	});

	it('sees what waits for it', async () => {
		await page.goto(`${office.editor}#/workflow`);
		await page.getByText('Nothing waits for you.').waitFor();
		for (const part of ['.own-header', '.own-page']) expect(await axeFindings(page, part)).toEqual([]);
	});
});

describe('losing nothing', () => {
	const address = () => `${office.editor}#/edit/guidance/appeals`;

	it('keeps what was written when the session ends, and saves it after signing in over the form', async () => {
		await page.goto(address());
		await write(page, { Title: 'Explain what an appeal is' });
		await profile.clearCookies();
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		const dialog = page.getByRole('dialog', { name: 'Sign in again' });
		await dialog.getByRole('button', { name: /^Ash Example/ }).click();
		await saved(page).waitFor();
		await stage('Draft');
		expect(office.git('show', 'cms/guidance/appeals:content/guidance/appeals.en.mdx')).toContain(
			'title: Explain what an appeal is\n',
		);
	});

	it('shows both texts when somebody else saved first, and keeps what was chosen of each', async () => {
		const other = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
		const theirs = await other.newPage();
		await theirs.goto(address());
		await signIn(theirs, 'Eira Example');
		await saved(theirs).waitFor();
		await write(theirs, { Title: 'An appeal in plain words', 'What changed': 'Words of Eira.' });
		await save(theirs);
		await other.close();

		await write(page, { Title: 'An appeal, step by step', 'Why it changed': 'Reasons of Ash.' });
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		const dialog = page.getByRole('dialog', { name: 'Eira Example also changed this text' });
		await dialog.waitFor();
		expect(await axeFindings(page, '.own-dialog')).toEqual([]);
		await dialog.getByRole('radio', { name: 'Take yours' }).check();
		await dialog.getByRole('button', { name: 'Save this text' }).click();
		await saved(page).waitFor();
		const text = office.git('show', 'cms/guidance/appeals:content/guidance/appeals.en.mdx');
		for (const kept of [
			'title: An appeal, step by step\n',
			'what: Words of Eira.\n',
			'why: Reasons of Ash.\n',
		])
			expect(text).toContain(kept);
	});

	it('brings an earlier save back, and discards a draft', async () => {
		await seldom(page, 'History');
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('button', { name: 'Bring this back' }).last().click();
		await dialog.waitFor({ state: 'detached' });
		await expect
			.poll(
				() =>
					field(page, 'Title')
						.inputValue()
						.catch(() => ''),
				{ timeout: 20_000 },
			)
			.toBe('Explain what an appeal is');
		await seldom(page, 'Discard draft', 'Discard the draft');
		await page.waitForURL(/#\/collections\/guidance$/);
		expect(office.git('for-each-ref', 'refs/heads/cms')).toBe('');
	});
});

describe('writing', () => {
	it('writes a standard: refused with words three times, corrected, sent for review', async () => {
		await begin(
			'Standard',
			{ 'Reference code': 'VCS-9', Title: 'T'.repeat(91), Summary: 'When a person is told face to face.' },
			'Head of victim',
		);
		await addBlock(page, 'Clause');
		await write(page, { Number: '1' });
		await field(page, 'Strength').selectOption('Must');
		await type(page, 'You tell people face to face.');
		await listed('Unexpected “VCS-9” for “Reference code”, expected a code such as VCS-01').waitFor();
		await listed('Unexpected 91 characters in “Title”, expected at most 90').waitFor();
		await listed('Unexpected clause without the word “must”').waitFor();

		await write(page, { Title: 'Told face to face' });
		await save(page);
		await step(page, 'Send for review');
		await page.getByRole('dialog').getByRole('button', { name: 'Send for review' }).click();
		await page
			.getByRole('alert')
			.getByText(/Unexpected “VCS-9”/)
			.first()
			.waitFor();
		await page.keyboard.press('Escape');

		await write(page, { 'Reference code': 'VCS-09' });
		await leadTo('without the word “must”');
		await page.locator('.blocks [contenteditable="true"]').last().click();
		await page.keyboard.press('Control+a');
		await page.keyboard.type('You must tell people face to face when they ask for it.');
		await nothingToFix();
		await save(page);
		await sendForReview();
	});

	it('writes a letter: refused with words three times, corrected, sent for review', async () => {
		await begin(
			'Letter template',
			{
				'Reference code': 'LT-009',
				Title: 'Meeting offered to a child',
				Summary: 'Offers a meeting before the trial.',
			},
			'Letters editor',
		);
		await choose(page, 'Decision type', 'Offer of a pre-trial meeting');
		await addBlock(page, 'Text');
		await type(page, 'Dear ((child name)), we would like to meet you.');
		await listed('Enter “Channels”').waitFor();
		await choose(page, 'Channels', 'Letter');
		await listed(/child name.*(?:declare|placeholder)/i).waitFor();
		await page.getByRole('button', { name: 'Add placeholder' }).click();
		await write(page, { Name: 'child name', Label: 'What is the child called?', Example: 'Sam Example' });
		await choose(page, 'Type', 'name');
		await listed(/LT-008|in force for/).waitFor();
		await page.locator('[id^="appliesTo-field"] button').first().click();
		await choose(page, 'Victim groups (optional)', 'Children');
		await nothingToFix();
		await save(page);
		await sendForReview();
	});

	it('writes a page for victims with Welsh: refused with words three times, corrected, sent for review', async () => {
		await begin(
			'Victim page',
			{ 'Reference code': 'VP-026', Title: 'Meeting the lawyer' },
			'Public information',
		);
		await choose(page, 'Next step', 'VP-013');
		await listed('Enter “Summary”').waitFor();
		await listed('Enter “What this page helps with”').waitFor();
		await page.getByRole('switch', { name: 'Sensitive' }).click();
		await listed(/Enter .*tab/i).waitFor();

		await write(page, { Summary: 'Who meets you before the trial, and what you can ask.' });
		await page.getByRole('button', { name: 'Add thing it helps with' }).click();
		await page.locator('[id^="item-field"]').last().fill('know what to ask');
		await page.getByRole('switch', { name: 'Sensitive' }).click();
		await addBlock(page, 'Text');
		await type(page, 'You can ask who will speak for you in court. Pellucid words help us find this page.');
		await nothingToFix();
		await save(page);

		await inLanguage(page, 'Welsh');
		await write(page, { Title: 'Cwrdd â’r cyfreithiwr', Summary: 'Pwy sy’n cwrdd â chi cyn y treial.' });
		await choose(page, 'State', 'in review');
		await page.getByRole('button', { name: 'Add thing it helps with' }).click();
		await page.locator('[id^="item-field"]').last().fill('gwybod beth i’w ofyn');
		await addBlock(page, 'Text');
		await type(page, 'Gallwch ofyn pwy fydd yn siarad ar eich rhan yn y llys.');
		await nothingToFix();
		await save(page);
		await sendForReview();
		const drafts = office.git('for-each-ref', '--format=%(refname:short)', 'refs/heads/cms');
		expect(drafts.trim().split('\n')).toEqual([
			'cms/letters/meeting-offered-to-a-child',
			'cms/standards/told-face-to-face',
			'cms/victim-pages/meeting-the-lawyer',
		]);
	});

	it('cannot review what it wrote', async () => {
		await open(/Meeting the lawyer/);
		await step(page, 'See what changed');
		const dialog = page.getByRole('dialog');
		await dialog.getByText('Pellucid words').waitFor();
		await dialog
			.getByText(/You wrote in this draft/)
			.first()
			.waitFor();
		expect(await dialog.getByRole('button', { name: /^Sign off/ }).count()).toBe(0);
		expect(await axeFindings(page, '.own-dialog')).toEqual([]);
		await dialog.getByRole('button', { name: 'Close' }).click();
	});
});

describe('reviewing', () => {
	it('sees what waits, what changed, signs it off and says that it is ready', async () => {
		await as('Lee Example');
		await page.getByText('3 waiting for you').waitFor();
		await review(/Told face to face/, ['English'], 'You must tell people face to face when they ask for it.');
		await review(/Meeting offered to a child/, ['English'], 'we would like to meet you');
		await review(/Meeting the lawyer/, ['English', 'Welsh'], 'Gallwch ofyn pwy fydd');
		await step(page, 'Publish');
		await page
			.getByRole('dialog')
			.getByText(/you may not publish/)
			.waitFor();
		await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click();
	});
});

describe('publishing', () => {
	it('shows it to readers, in search too, and says where', async () => {
		await as('Pat Example');
		await open(/Meeting the lawyer/);
		const links = await publish();
		expect(links).toContain(`${office.public}information/meeting-the-lawyer/`);
		const reader = await profile.newPage();
		await reader.goto(`${office.public}information/meeting-the-lawyer/`);
		await reader.getByRole('heading', { level: 1, name: 'Meeting the lawyer' }).waitFor();
		await reader.goto(`${office.public}cy/information/meeting-the-lawyer/`);
		await reader.getByRole('heading', { level: 1, name: 'Cwrdd â’r cyfreithiwr' }).waitFor();
		await reader.goto(`${office.public}search/`);
		await reader.locator('[data-search-page] input[type=search]').fill('pellucid');
		await reader.locator('.search-results').getByRole('link', { name: 'Meeting the lawyer' }).waitFor();
		await reader.close();
	});

	it('publishes the standard and the letter, each as the work of its people', async () => {
		await open(/Told face to face/);
		expect(await publish()).toContain(`${office.handbook}standards/told-face-to-face/`);
		await open(/Meeting offered to a child/);
		expect(await publish()).toContain(`${office.handbook}letters/meeting-offered-to-a-child/`);
		expect(office.git('for-each-ref', 'refs/heads/cms')).toBe('');
		const authors = office.git('log', '--no-merges', '--format=%an', 'main', '--', 'content/standards');
		expect(authors).toContain('Ash Example');
		const reader = await profile.newPage();
		await reader.goto(`${office.handbook}standards/told-face-to-face/`);
		await reader.getByText('You must tell people face to face when they ask for it.').first().waitFor();
		await reader.close();
	});
});

describe('withdrawing', () => {
	it('goes through the same hands, and tells readers', async () => {
		await as('Ash Example');
		await page.goto(`${office.editor}#/edit/victim-pages/meeting-the-lawyer`);
		await seldom(page, 'Withdraw');
		await page.getByLabel(/^Why is it withdrawn/).fill('It is said on another page now.');
		await page.getByRole('dialog').getByRole('button', { name: 'Make the draft' }).click();
		await stage('Draft');
		await sendForReview();
		await as('Lee Example');
		await review(/Meeting the lawyer/, ['English'], 'It is said on another page now.');
		await as('Pat Example');
		await open(/Meeting the lawyer/);
		await publish();
		const reader = await profile.newPage();
		await reader.goto(`${office.public}information/meeting-the-lawyer/`);
		await reader.getByText('It is said on another page now.').first().waitFor();
		await reader.close();
	});

	it('ends with nothing broken', async () => {
		expect(faults).toEqual([]);
		expect(office.git('fsck', '--strict')).not.toMatch(/error|missing/);
		expect(await office.stop()).toBe(0);
	});
});
