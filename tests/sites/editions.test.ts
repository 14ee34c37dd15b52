/** The pages of the past: histories, editions and what changed, on sites with a made-up past of every kind. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileSites } from '../../src/release/compile.ts';
import { filesBelow } from '../../src/release/digest.ts';
import { fileOf, type SiteName, siteNames } from '../../src/release/index.ts';
import type { EditionInput, HistoryInput, SiteInput } from '../../src/release/site-input.ts';
import { ROOT, WORK } from '../build-sites.ts';
import { htmlFindings } from '../html.ts';
import { textsOf } from './built.ts';
import { buildWithPast, type Past, pastFolder } from './past.ts';

type Site = Past & { out: string };
const sites = {} as Record<SiteName, Site>;
beforeAll(async () => {
	for (const site of siteNames) sites[site] = await buildWithPast(site, pastFolder('pages'));
});

const read = (site: SiteName, path: string) =>
	readFileSync(join(sites[site].out, decodeURIComponent(fileOf(path))), 'utf8');
const wordsOf = (html: string) =>
	html
		.replace(/^.*?<main/s, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&quot;/g, '"')
		.replace(/&#39;|&#x27;/g, '’')
		.replace(/&amp;/g, '&')
		.replace(/\s+/g, ' ');
const said = (site: SiteName, path: string) => wordsOf(read(site, path));
const historyOf = ({ histories }: SiteInput, code: string) =>
	histories.find((history) => history.code === code) as HistoryInput;
const edition = (site: SiteName, code: string, number: number) =>
	historyOf(sites[site].input, code).editions.find((each) => each.number === number) as EditionInput;
const withState = (site: SiteName, state: EditionInput['state']) =>
	sites[site].input.histories.flatMap(({ editions }) => editions.filter((each) => each.state === state));
const pastPaths = (site: SiteName) =>
	filesBelow(sites[site].out)
		.filter((file) => /\/(?:history|editions)\/.*html$|compare\/.*html$/.test(file))
		.map((file) => `/${file.replace(/index\.html$/, '')}`);

describe.each(siteNames)('the past of the %s site', (site) => {
	test('has valid HTML, each page with one first heading', { timeout: 120_000 }, async () => {
		const paths = pastPaths(site);
		expect(paths.length).toBeGreaterThan(20);
		const found: string[] = [];
		for (const path of paths) {
			const html = read(site, path);
			found.push(...(await htmlFindings(html)).map((finding) => `${path}:${finding}`));
			if (html.match(/<h1/g)?.length !== 1) found.push(`${path}: not one first heading`);
		}
		expect(found).toEqual([]);
	});

	test('has links that lead to a page or file, and its own places to a place on it', () => {
		const ids = new Map<string, Set<string>>();
		const idsOf = (path: string) => {
			const found =
				ids.get(path) ?? new Set([...read(site, path).matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id));
			ids.set(path, found);
			return found;
		};
		const broken = pastPaths(site).flatMap((path) =>
			linksOf(read(site, path)).flatMap(({ href, frozen }) => {
				const { origin, pathname, hash, protocol } = new URL(href, `http://site.invalid${path}`);
				if (origin !== 'http://site.invalid' || !protocol.startsWith('http')) return [];
				if (!existsSync(join(sites[site].out, decodeURIComponent(fileOf(pathname)))))
					return [`${path}: ${href}`];
				// What an old text names on another page may be gone from there since.
				const place = decodeURIComponent(hash.slice(1));
				return place && !frozen && !idsOf(pathname).has(place) ? [`${path}: ${href}`] : [];
			}),
		);
		expect(broken).toEqual([]);
	});

	test('has titles of its own for every page of a language', () => {
		const titles = new Map<string, string[]>();
		for (const path of pastPaths(site)) {
			const html = read(site, path);
			const key = `${/<html lang="(\w+)"/.exec(html)?.[1]} ${/<title>([^<]*)</.exec(html)?.[1]}`;
			titles.set(key, [...(titles.get(key) ?? []), path]);
		}
		expect([...titles].filter(([, paths]) => paths.length > 1)).toEqual([]);
	});

	test('shows each text exactly as it was frozen, in an element of its own', () => {
		for (const { editions, code } of sites[site].input.histories) {
			for (const { number, languages, path, state } of editions) {
				if (state === 'published in error') continue;
				const views = sites[site].views.get(`${code} ${number}`);
				const address = (language: string) =>
					language === 'en'
						? path
						: site === 'public'
							? `/${language}${path}`
							: path.replace(/editions\/\d+\/$/, (rest) => `${language}/${rest}`);
				for (const language of languages) {
					const [, ...after] = read(site, address(language)).split(
						` data-edition="${code} ${number} ${language}"`,
					);
					expect(after).toHaveLength(1);
					const inside = after[0]?.slice(after[0].indexOf('>') + 1) ?? '';
					expect(inside.startsWith(`${views?.[language]?.html}</div>`), `${code} ${number} ${language}`).toBe(
						true,
					);
				}
			}
		}
	});

	test('publishes each text as data, and none that was taken away', () => {
		for (const { editions, code } of sites[site].input.histories) {
			for (const { number, path, state } of editions) {
				const file = join(sites[site].out, `${path.slice(1, -1)}.json`);
				expect(existsSync(file)).toBe(state !== 'published in error');
				if (state === 'published in error') continue;
				const data = JSON.parse(readFileSync(file, 'utf8')) as { html: object; text: object; views: object };
				expect(data.views).toEqual(JSON.parse(JSON.stringify(sites[site].views.get(`${code} ${number}`))));
				expect(Object.keys(data.html)).toEqual(Object.keys(data.text));
			}
		}
	});

	test('leaves every page of the past as it is when only the day changes', async () => {
		const [renderer] = await Promise.all(compileSites(ROOT, WORK, [site]));
		const ofToday = new Set(['/print/', ...sites[site].input.documents.map(({ path }) => path)]);
		const later = { ...sites[site].input, today: '2026-11-24', at: '2026-11-24T09:00:00Z' };
		const keys = async (input: SiteInput) => {
			const pages = (await renderer?.pages(input, () => ({}), textsOf(site))) ?? [];
			return new Map(
				pages.flatMap(({ path, later }) =>
					later && !ofToday.has(path) ? [[path, later().key] as const] : [],
				),
			);
		};
		const [before, after] = [await keys(sites[site].input), await keys(later)];
		expect(before.size).toBeGreaterThan(20);
		expect(after).toEqual(before);
	});
});

interface Link {
	href: string;
	/** Whether it stands in a frozen text. */
	frozen: boolean;
}

function linksOf(html: string): Link[] {
	const page = parse(html);
	const frozen = new Set(
		elementsOf(page)
			.filter(({ attrs }) => attrs.some(({ name }) => name === 'data-edition'))
			.flatMap((element) => elementsOf(element)),
	);
	return elementsOf(page).flatMap((element) => {
		const href = element.tagName === 'a' ? element.attrs.find(({ name }) => name === 'href') : undefined;
		return href ? [{ href: href.value, frozen: frozen.has(element) }] : [];
	});
}

function elementsOf(node: DefaultTreeAdapterTypes.ParentNode): DefaultTreeAdapterTypes.Element[] {
	return node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsOf(child)] : []));
}

describe('an edition of the handbook says how it stands', () => {
	test('superseded: on which day and by which', () => {
		const old = edition('handbook', 'VCS-01', 1);
		expect(said('handbook', old.path)).toContain('Superseded on 1 May 2026 by edition 2');
		expect(read('handbook', old.path)).toContain(`href="${edition('handbook', 'VCS-01', 2).path}"`);
	});

	test('in force', () => {
		const [now] = withState('handbook', 'in force');
		expect(said('handbook', now?.path ?? '')).toContain('In force. This edition applies now.');
	});

	test('not yet in force: from when, and which applies until then', () => {
		const coming = edition('handbook', 'GD-004', 3);
		const shown = said('handbook', coming.path);
		expect(shown).toContain('Not yet in force');
		expect(shown).toContain('applies from 4 January 2027. Until then edition 2 applies.');
	});

	test('withdrawn: when, why and what replaces it', () => {
		const [withdrawn] = withState('handbook', 'withdrawn');
		const shown = said('handbook', withdrawn?.path ?? '');
		expect(shown).toContain('Withdrawn on 21 November 2026');
		expect(shown).toContain('Its text is part of another page.');
		expect(shown).toContain('Use this instead');
	});

	test('an emergency: why, who decided, and that it was signed off since', () => {
		const shown = said('handbook', edition('handbook', 'GD-002', 2).path);
		expect(shown).toContain('Published in an emergency');
		expect(shown).toContain(
			'as Head of the central team decided. A number had been taken over by a stranger.',
		);
		expect(shown).toContain('It has been signed off since.');
	});

	test('published in error: why, without its words, and with its hash', () => {
		const wrong = edition('handbook', 'GD-003', 2);
		const shown = said('handbook', wrong.path);
		expect(shown).toContain('Published in error');
		expect(shown).toContain('removed from reading on 2 May 2026. It was a draft.');
		expect(shown).toContain(wrong.hash);
		expect(shown).not.toContain(sites.handbook.views.get('GD-003 2')?.en?.summary);
		expect(read('handbook', wrong.path)).not.toContain('data-edition');
	});

	test('with its dates, its change, who signed it by role, and its hash', () => {
		const old = edition('handbook', 'VCS-01', 2);
		const shown = said('handbook', old.path);
		for (const fact of [
			'What was changed in edition 2.',
			'Readers asked for it.',
			'To act: Manager, Prosecutor by 1 June 2026',
			'Approved: Legal adviser, 1 May 2026 (English)',
			'From 1 May 2026, until 17 August 2026',
			old.hash,
		])
			expect(shown).toContain(fact);
	});

	test('leads to the same heading and clause of today, and to editions beside it', () => {
		const html = read('handbook', edition('handbook', 'VCS-01', 2).path);
		const today = historyOf(sites.handbook.input, 'VCS-01').path;
		const document = sites.handbook.input.documents.find(({ code }) => code === 'VCS-01');
		expect(html).toContain(`href="${today}#VCS-01.1"`);
		for (const { id } of document?.headings.filter(({ depth }) => depth < 4) ?? [])
			expect(html).toContain(`href="${today}#${id}"`);
		expect(html).toContain(`href="${edition('handbook', 'VCS-01', 1).path}" rel="prev"`);
		expect(html).toContain(`href="${edition('handbook', 'VCS-01', 3).path}" rel="next"`);
	});

	test('in Welsh: the tab says so, headings are marked, and facts are named in English around it', () => {
		const { code, number, path } = edition('handbook', 'VP-001', 1);
		const html = read('handbook', path.replace('editions/', 'cy/editions/'));
		expect(html).toMatch(/<title>[^<]*, edition 1 \(Welsh\) – Handbook<\/title>/);
		expect(html).toMatch(
			/>Today<span class="visually-hidden">: <span lang="cy" dir="ltr">[^<]+<\/span><\/span><\/a>/,
		);
		const views = sites.handbook.views.get(`${code} ${number}`);
		const names = views?.en?.facts.map(({ name }) => name) ?? [];
		expect(names).not.toEqual(views?.cy?.facts.map(({ name }) => name));
		const listed = said('handbook', path.replace('editions/', 'cy/editions/')).split(
			'Facts on this page then',
		)[1];
		for (const name of names) expect(listed).toContain(`${name}:`);
	});

	test('without what applies only today: no time limit of today on an old letter', () => {
		const old = edition('handbook', 'LT-001', 1);
		expect(said('handbook', old.path)).not.toContain('By when');
		expect(said('handbook', old.path)).toContain('What you fill in');
	});
});

describe('a history in the handbook', () => {
	test('has major changes first in each year, with who must act and by when', () => {
		const shown = said('handbook', '/standards/timeliness/history/');
		expect(shown.indexOf('Major changes')).toBeLessThan(shown.indexOf('Minor changes and other events'));
		expect(shown.indexOf('Edition 2')).toBeLessThan(shown.lastIndexOf('Edition 3'));
		expect(shown).toContain('To act: Manager, Prosecutor by 1 June 2026');
		expect(shown).toContain('Changed by: Time limit for a full reply to a complaint.');
	});

	test('tells of reviews, withdrawals, errors, emergencies and what is to come', () => {
		const { input } = sites.handbook;
		expect(said('handbook', `${historyOf(input, 'VCS-01').path}history/`)).toMatch(
			/Reviewed, no change , 1 October 2026/,
		);
		const withdrawn = input.histories.find(({ events }) => events.some(({ kind }) => kind === 'withdrawal'));
		expect(said('handbook', `${withdrawn?.path}history/`)).toMatch(/Withdrawn , 21 November 2026/);
		expect(said('handbook', `${historyOf(input, 'GD-003').path}history/`)).toContain(
			'Edition 2 published in error',
		);
		const emergency = said('handbook', `${historyOf(input, 'GD-002').path}history/`);
		expect(emergency).toContain('Edition 2 signed off');
		expect(emergency).toContain('Published before sign-off, as Head of the central team decided');
		expect(said('handbook', `${historyOf(input, 'GD-004').path}history/`)).toContain(
			'Edition 3 applies from 4 January 2027',
		);
	});
});

describe('what changed in an edition', () => {
	test('begins with what matters', () => {
		const shown = said('handbook', `${edition('handbook', 'VCS-01', 3).path}changes/`);
		expect(shown).toMatch(/Clause VCS-01\.1: was should, now must\./);
		expect(shown).toMatch(/Time limit: was 20 working days, now \d+ working days?\. \(VCS-01\.\d\)/);
		expect(shown.indexOf('What matters')).toBeLessThan(shown.indexOf('The text'));
	});

	test('says of every word that came or went that it did, and makes no link of any', () => {
		for (const site of siteNames) {
			for (const path of pastPaths(site).filter((each) => each.endsWith('/changes/'))) {
				const compared = elementsOf(parse(read(site, path))).find(({ attrs }) =>
					attrs.some(({ name }) => name === 'data-compared'),
				);
				const inside = compared ? elementsOf(compared) : [];
				const marked = inside.filter(({ tagName }) => tagName === 'ins' || tagName === 'del');
				expect(marked.length, path).toBeGreaterThan(0);
				const words = path.startsWith('/cy/') ? ['ychwanegwyd: ', 'tynnwyd: '] : ['added: ', 'removed: '];
				for (const { tagName, childNodes } of marked) {
					const [spoken] = childNodes;
					const text = spoken && 'childNodes' in spoken ? spoken.childNodes[0] : undefined;
					expect(text && 'value' in text && text.value, path).toBe(words[tagName === 'ins' ? 0 : 1]);
				}
				expect(
					inside.filter(({ tagName }) => tagName === 'a' || tagName === 'img'),
					path,
				).toEqual([]);
			}
		}
	});

	test('compares with the last one that may be read', () => {
		const shown = said('handbook', `${edition('handbook', 'GD-003', 3).path}changes/`);
		expect(shown).toContain('Edition 1 , published 2 March 2026, beside edition 3');
		expect(
			existsSync(join(sites.handbook.out, `${edition('handbook', 'GD-003', 2).path.slice(1)}changes`)),
		).toBe(false);
	});
});

describe('the page of today', () => {
	test('says which edition it is, and leads to its history and its last change', () => {
		const { path, editions } = historyOf(sites.handbook.input, 'VCS-01');
		const html = read('handbook', path);
		expect(wordsOf(html)).toContain('3 , published 17 August 2026');
		for (const to of [`${path}history/`, editions[2]?.path, `${editions[2]?.path}changes/`])
			expect(html).toContain(`href="${to}"`);
	});

	test('of a working copy says what readers do not see yet', () => {
		const document = (code: string) =>
			sites.handbook.input.documents.find((each) => each.code === code)?.path ?? '';
		expect(said('handbook', document('GD-001'))).toContain(
			'Not yet published. Readers see edition 1 , which has other words.',
		);
		expect(said('handbook', document('GD-010'))).toContain(
			'Not yet published. Readers do not see this document yet.',
		);
		expect(said('handbook', document('VCS-01'))).not.toContain('Not yet published');
	});

	test('says that a new edition is published and not yet in force', () => {
		const { path } = historyOf(sites.handbook.input, 'GD-004');
		expect(said('handbook', path)).toContain('A new edition applies from 4 January 2027.');
		expect(said('public', historyOf(sites.public.input, 'VP-003').path)).toContain(
			'This page changes on 4 January 2027. Until then, rely on what is here.',
		);
	});
});

describe('the past of a page for victims', () => {
	const staffWords = [
		'What was changed in edition',
		'Readers asked',
		'Legal adviser',
		'To act',
		'Manager',
		'Approved',
	];

	test('is told without anything that only staff are told', () => {
		for (const path of pastPaths('public'))
			for (const word of staffWords) expect(said('public', path), path).not.toContain(word);
	});

	test('says in plain words what changed, and when', () => {
		const { path } = historyOf(sites.public.input, 'VP-003');
		const shown = said('public', `${path}history/`);
		expect(shown).toContain('We changed this page on 1 May 2026.');
		expect(shown).toMatch(/Time limit: was 20 working days, now \d+ working days?\./);
		expect(shown).toContain('We put this page here on 2 March 2026.');
		const { path: old } = historyOf(sites.public.input, 'VP-024');
		expect(said('public', `${old}history/`)).toContain(
			'No time limit, phone number or service on the page changed.',
		);
	});

	test('stands in Welsh where the page does', () => {
		const { path, editions } = historyOf(sites.public.input, 'VP-001');
		expect(editions[0]?.languages).toContain('cy');
		expect(said('public', `/cy${path}history/`)).toContain('Newidiwyd y dudalen hon ar 1 Mai 2026.');
		expect(said('public', `/cy${editions[0]?.path}`)).toContain('Hen fersiwn o’r dudalen hon yw hon');
		expect(said('public', `/cy${editions[1]?.path}changes/`)).toContain('Beth a newidiodd ar 1 Mai 2026');
	});

	test('can be left as quickly, and is as neutral as the page itself', () => {
		for (const path of pastPaths('public')) expect(read('public', path), path).toContain('data-exit');
		for (const { code, path, editions } of sites.public.input.histories) {
			const today = sites.public.input.documents.find((each) => each.code === code && each.language === 'en');
			const tab = today?.victimPage?.tabTitle;
			if (tab === undefined) continue;
			for (const each of [`${path}history/`, ...editions.map(({ path }) => path)]) {
				const title = /<title>([^<]*)</.exec(read('public', each))?.[1] ?? '';
				expect(title.startsWith(tab), `${each}: ${title}`).toBe(true);
			}
		}
	});

	test('of a sensitive page begins with the emergency line', () => {
		const sensitive = sites.public.input.histories.filter(({ code }) =>
			sites.public.input.documents.some((each) => each.code === code && each.victimPage?.sensitive),
		);
		expect(sensitive).not.toEqual([]);
		for (const { path, editions } of sensitive)
			for (const each of [`${path}history/`, ...editions.map(({ path }) => path)])
				expect(read('public', each), each).toContain('emergency-line');
	});

	test('shows what was frozen for the public alone', () => {
		const view = sites.public.views.get('VP-001 1')?.en;
		expect(read('public', edition('public', 'VP-001', 1).path)).toContain(view?.html);
	});
});
