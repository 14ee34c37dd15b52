import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayInWords } from '../../src/model/day-in-words.ts';
import { obligations } from '../../src/model/letter-template.ts';
import type { SiteInput } from '../../src/release/site-input.ts';
import { withClauses } from '../../src/search/clauses.ts';
import { changes } from '../../src/sites/handbook/data/changes.ts';
import type { Home } from '../../src/sites/handbook/data/home.ts';
import { onOnePage } from '../../src/sites/handbook/data/print.ts';
import { type ReviewsPage, reviewsPage } from '../../src/sites/handbook/data/reviews.ts';
import { pages } from '../../src/sites/handbook/pages.ts';
import type { HistoryEvent } from '../../src/sites/shared/editions/past.ts';
import { serveSite, startBrowser } from '../browser.ts';
import { BUILT } from '../build-sites.ts';
import { all, type BuiltPage, inputOf, pageAt, recordsOf, textsOf, withClass } from './built.ts';

const input = inputOf('handbook');
const english = input.documents.filter(({ language }) => language === 'en');
const at = (path: string) => pageAt('handbook', path);
const words = (page: BuiltPage) => all(page, 'main')[0]?.text ?? '';
const links = (page: BuiltPage) => all(page, 'a').map(({ attributes }) => attributes.href);

describe('the page of a document', () => {
	test.each(english.map((document) => [document.code, document] as const))(
		'%s says whose it is, since when, and when it is read again',
		(_, document) => {
			const shown = words(at(document.path));
			for (const fact of [document.code, document.owner, dayInWords(document.review.lastReviewed, 'en')])
				expect(shown).toContain(fact);
			if (document.state !== 'withdrawn') {
				expect(shown).toContain(dayInWords(document.review.next, 'en'));
				expect(shown).toContain(dayInWords(document.changeNote.inForceFrom ?? '', 'en'));
			}
		},
	);

	test('lists emergencies until they are signed off', () => {
		const at = '2026-11-24T08:00:00Z';
		const listed = (changed: SiteInput) =>
			reviewsPage(changed).flatMap(({ data }) => (data as ReviewsPage).unsigned.map(({ id }) => id));
		const waiting = listed(input);
		expect(waiting).not.toEqual([]);
		for (const id of waiting) expect(words(pageAt('handbook', '/reviews/'))).toContain(id.split('/')[0]);
		const signed = input.histories.map((history) => ({
			...history,
			events: [
				...history.events,
				...history.editions.map(({ number }) => ({ kind: 'sign-off', number, at }) as HistoryEvent),
			],
		}));
		expect(listed({ ...input, histories: signed })).toEqual([]);
	});

	test('says that a review is overdue', () => {
		const overdue = english.filter(({ review, state }) => review.overdue && state !== 'withdrawn');
		expect(overdue).not.toEqual([]);
		for (const { path } of overdue)
			expect(
				withClass(at(path), 'overdue')
					.map(({ text }) => text)
					.join(),
			).toContain('Overdue since');
	});

	test('links to everything that mentions it, and to its neighbours', () => {
		for (const document of english) {
			const found = links(at(document.path));
			expect(
				document.linksHere.filter(({ path }) => !found.includes(path)),
				document.code,
			).toEqual([]);
		}
		const rels = all(at('/guidance/safe-contact/'), 'a').map(({ attributes }) => attributes.rel);
		expect(rels).toContain('prev');
		expect(rels).toContain('next');
	});

	test('of a withdrawn document says when, why and what replaces it', () => {
		const withdrawn = english.flatMap((document) =>
			document.withdrawn ? [{ ...document.withdrawn, path: document.path }] : [],
		);
		expect(withdrawn).not.toEqual([]);
		for (const { path, on, why, replacedBy } of withdrawn) {
			expect(words(at(path))).toContain(`Withdrawn on ${dayInWords(on, 'en')}`);
			expect(words(at(path))).toContain(why);
			if (replacedBy) expect(links(at(path))).toContain(replacedBy.path);
		}
	});

	test('of a translation nobody has checked says so, and leads to the English', () => {
		const drafted = input.documents.filter(({ translation }) => translation?.state === 'machine-drafted');
		expect(drafted).not.toEqual([]);
		for (const { path, languages, language } of drafted) {
			expect(words(at(path))).toContain('A computer made this translation');
			expect(links(at(path))).toContain(languages[0]?.path);
			expect(withClass(at(path), 'body')[0]?.attributes.lang).toBe(language);
		}
	});

	test('in another language marks what stands around the text in that language too', () => {
		const translated = input.documents.filter(({ language }) => language !== 'en');
		const languageAt = new Map(input.documents.map(({ path, language }) => [path, language]));
		expect(translated).not.toEqual([]);
		for (const { code, path, title, language, headings, facts, related } of translated) {
			const own = { language, title };
			const page = at(path);
			const crumb = all(page, 'li').find(({ attributes }) => attributes['aria-current'] === 'page');
			expect({ language: crumb?.attributes.lang, title: crumb?.text }, path).toEqual(own);
			for (const { id } of headings.filter(({ depth }) => depth < 4))
				expect(
					all(page, 'a').find(
						({ attributes, inside }) => inside.includes('nav') && attributes.href === `#${id}`,
					)?.attributes.lang,
					`${path}#${id}`,
				).toBe(language);
			for (const link of related)
				expect(
					all(page, 'a').find(({ attributes, text }) => attributes.href === link.path && text === link.title)
						?.attributes.lang,
					`${path} to ${link.path}`,
				).toBe(languageAt.get(link.path) === 'en' ? undefined : languageAt.get(link.path));
			const inEnglish = input.documents.find((each) => each.code === code && each.language === 'en');
			for (const { type, id } of facts) {
				const name = inEnglish?.facts.find((each) => each.type === type && each.id === id)?.name;
				if (name !== undefined) expect(words(page), `${path}: ${id}`).toContain(name);
			}
		}
	});

	test('names every fact on it that nobody has confirmed', () => {
		for (const { path, facts } of english) {
			for (const { name } of facts.filter(({ verified }) => !verified))
				expect(words(at(path)), path).toContain(name);
		}
	});
});

describe('a standard', () => {
	test.each(
		english.filter(({ type }) => type === 'standard').map((document) => [document.code, document] as const),
	)('%s gives each clause a permanent place', (_, { path, clauses }) => {
		expect(clauses).not.toEqual([]);
		const ids = new Set(at(path).elements.map(({ attributes }) => attributes.id));
		expect(
			clauses.filter(({ anchor }) => !ids.has(anchor) || !links(at(path)).includes(`#${anchor}`)),
		).toEqual([]);
	});
});

describe('a letter template', () => {
	test.each(
		english.flatMap((document) =>
			document.letter ? [[document.code, document.path, document.letter] as const] : [],
		),
	)('%s lists what it must say and every gap', (_, path, letter) => {
		const shown = words(at(path));
		for (const key of letter.mustSay) expect(shown).toContain(obligations[key]);
		const names = all(at(path), 'th').map(({ text }) => text);
		for (const { name, label, example } of letter.placeholders) {
			expect(names).toContain(name);
			expect(shown).toContain(label);
			expect(shown).toContain(example);
		}
	});
});

describe('by when a letter must be sent', () => {
	test('stands on its page, for standard and Enhanced Rights, and on the first page', () => {
		for (const [path, ...ids] of [
			['/letters/decision-not-to-charge/', 'no-charge-standard', 'no-charge-enhanced'],
			['/letters/charge-stopped/', 'stopped-standard', 'stopped-enhanced'],
			['/letters/charge-changed/', 'charge-altered-standard', 'charge-altered-enhanced'],
		] as const) {
			const expected = ids.map((id) => `/timescales/${id}/`);
			expect(links(at(path)), path).toEqual(expect.arrayContaining(expected));
			expect(withClass(at(path), 'dues')[0]?.text, path).toMatch(/Standard:.*With Enhanced Rights:/s);
			expect(links(at('/'))).toEqual(expect.arrayContaining(expected));
		}
	});

	test('is said to be unset where no timescale belongs to the decision', () => {
		expect(words(at('/letters/late-reply-and-apology/'))).toContain('No timescale in this handbook');
	});
});

describe('what a letter must say', () => {
	const owed = (path: string) => withClass(at(path), 'conditional').map(({ text }) => text.trim());

	test('names what is owed only to some', () => {
		expect(owed('/letters/decision-not-to-charge/')).toEqual([
			'The right to ask for a review, and how soon (when it applies)',
			'The offer of a meeting (when it is owed)',
			'An apology when it is late',
		]);
	});

	test('is without condition what the letter is for', () => {
		expect(owed('/letters/pre-trial-meeting-offer/')).not.toContain(
			'The offer of a meeting (when it is owed)',
		);
		expect(owed('/letters/late-reply-and-apology/')).toEqual([]);
	});
});

describe('what is new, on the first page', () => {
	const newest = input.histories
		.flatMap(({ editions }) => editions.map(({ published }) => published))
		.sort()
		.at(-1);
	const home = pages(input, () => ({}), textsOf('handbook')).find(({ path }) => path === '/')?.data as Home;

	test('is what the newest release brought, then the one before; in each major changes first', () => {
		const releases = home.changes.map(({ published = '' }) => published);
		expect(releases[0]).toBe(newest);
		expect(releases).toEqual([...releases].sort().reverse());
		for (const release of new Set(releases)) {
			const majors = home.changes.filter(({ published }) => published === release).map(({ major }) => major);
			expect(majors, release).toEqual([...majors].sort((a, b) => Number(b) - Number(a)));
		}
		const shown = withClass(at('/'), 'change').map(({ text }) => text);
		expect(shown).toHaveLength(home.changes.length);
		for (const [index, { document, what }] of home.changes.entries()) {
			expect(shown[index]).toContain(`${document.code} ${document.title}`);
			expect(shown[index]).toContain(what);
		}
	});

	test('is in a working copy what nobody has published yet', () => {
		const [first] = english.filter(({ state }) => state === 'in force');
		const documents = input.documents.map((document) =>
			document.code === first?.code ? { ...document, unpublished: true as const } : document,
		);
		const [change, next] = changes({ ...input, documents });
		expect([change?.document.code, change?.published]).toEqual([first?.code, undefined]);
		expect(next?.published).toBe(newest);
	});
});

describe('a pilot', () => {
	test.each(['/', '/pilots/', '/pilots/expedited-review/', '/areas/', '/areas/north-west/'])(
		'says on %s the month it began, and no day',
		(path) => {
			expect(words(at(path))).toMatch(/since (January|June) 202[56]/i);
			expect(words(at(path))).not.toMatch(/since \d/i);
		},
	);
});

describe('a timescale', () => {
	test.each(input.timescales.map((timescale) => [timescale.id, timescale] as const))(
		'%s says its rule, its source and how sure it is',
		(_, { path = '', startsWhen, endsWhen, evidence }) => {
			const shown = words(at(path));
			for (const text of [startsWhen.en, endsWhen.en, evidence.source]) expect(shown).toContain(text);
			expect(shown.includes('Not confirmed')).toBe(
				evidence.mark === 'dated' || evidence.mark === 'unverified',
			);
		},
	);
});

describe('search', () => {
	test('finds every document by code and clause, and marks what is withdrawn', () => {
		const found = recordsOf(pages(input, () => ({}), textsOf('handbook')));
		for (const { path, state, code, clauses } of input.documents) {
			const record = found.get(path);
			expect(record?.meta.code).toBe(code);
			expect(record?.meta.withdrawn, code).toBe(state === 'withdrawn' ? 'yes' : undefined);
			const ids = record?.sections.flatMap(withClauses).map(({ id }) => id) ?? [];
			expect(clauses.filter(({ anchor }) => !ids.includes(anchor))).toEqual([]);
		}
	});
});

describe('the whole handbook on one page', () => {
	test('holds every document in force, and every place in it is its own', () => {
		const page = at('/print/');
		const ids = page.elements.flatMap(({ attributes }) => attributes.id ?? []);
		expect(ids.length).toBe(new Set(ids).size);
		expect(english.filter(({ state, code }) => state !== 'withdrawn' && !ids.includes(code))).toEqual([]);
	});

	test('moves headings down a level, and turns links into places on the page', () => {
		const html =
			'<h2 id="why">Why</h2><p><a href="#why">up</a> <a href="/guidance/b/">B</a> <a href="/elsewhere/">C</a></p><section id="VCS-01.1"></section>';
		expect(onOnePage(html, 'VCS-01', new Map([['/guidance/b/', 'GD-002']]))).toBe(
			'<h3 id="VCS-01-why">Why</h3><p><a href="#VCS-01-why">up</a> <a href="#GD-002">B</a> <a href="/elsewhere/">C</a></p><section id="VCS-01.1"></section>',
		);
	});
});

describe('in a browser', () => {
	let browser: Browser;
	let site: Awaited<ReturnType<typeof serveSite>>;
	let page: Page;

	beforeAll(async () => {
		[browser, site] = await Promise.all([startBrowser(), serveSite(BUILT, 'handbook')]);
		page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	}, 60_000);

	afterAll(async () => {
		await browser?.close();
		await site?.close();
	});

	const open = (path: string) => page.goto(new URL(path, site.address).href);
	const verdicts = (selector: string) => page.locator(`${selector} .verdict`).allTextContents();

	test('the choice of an Area and a role marks what does not apply, puts it last, and can be forgotten', async () => {
		await open('/pilots/');
		expect(await verdicts('.documents')).toEqual([]);
		await page.locator('[data-choice] summary').click();
		await page.selectOption('[name=area]', 'wessex');
		expect(await verdicts('.documents')).toContain(
			'Does not apply to you. Applies in: Cymru-Wales, North West, West Midlands, Yorkshire and Humberside.',
		);
		expect(await page.locator('.documents > li').last().getAttribute('data-pilots')).toBe('expedited-review');
		await page.selectOption('[name=area]', 'north-west');
		expect(await verdicts('.documents')).toContain('Applies in your Area');
		await open('/guidance/expedited-review-pilot/');
		expect(await verdicts('.document-head')).toEqual(['Applies in your Area']);
		await page.locator('[data-choice] summary').click();
		await page.locator('[data-choice-clear]').click();
		expect(await verdicts('main')).toEqual([]);
		expect(await page.evaluate(() => localStorage.length)).toBe(0);
	}, 60_000);

	test('a list is narrowed by stage and topic, and says how much is left', async () => {
		await open('/guidance/');
		const count = () => page.locator('.documents > li:visible').count();
		const whole = await count();
		await page.selectOption('[name=stages]', 'appeal');
		expect(await count()).toBeLessThan(whole);
		expect(await page.locator('[data-filter] [role=status]').textContent()).toMatch(/^\d+ of \d+ shown\.$/);
	}, 60_000);

	test('a letter shows the text of one channel', async () => {
		await open('/letters/decision-not-to-charge/');
		await page.selectOption('[data-channels] select', 'sms');
		expect(await page.locator('[data-only-channel=phone]').first().isVisible()).toBe(false);
		expect(await page.locator('[data-only-channel~=sms]').first().isVisible()).toBe(true);
	}, 60_000);

	test('without scripts there is nothing that does not work', async () => {
		const plain = await browser.newPage({ javaScriptEnabled: false });
		for (const path of ['/', '/guidance/', '/letters/decision-not-to-charge/', '/standards/timeliness/']) {
			await plain.goto(new URL(path, site.address).href);
			expect(await plain.locator('button:visible, select:visible, input:visible').count(), path).toBe(0);
		}
		await plain.close();
	}, 60_000);
});
