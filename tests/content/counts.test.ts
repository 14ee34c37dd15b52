/** What there is: so much of each kind, and none of it missing what its kind needs. */
import { describe, expect, test } from 'vitest';
import { checkCatalogue } from '../../src/model/catalogue-issues.ts';
import { documentTypes, type EntryType } from '../../src/model/collection.ts';
import { isVerified } from '../../src/model/evidence.ts';
import { direction } from '../../src/model/language.ts';
import { decisionTypes } from '../../src/model/letter-template.ts';
import { AT, catalogue, ownIssues } from './real-content.ts';

const inLanguage = (type: EntryType, language: string) =>
	catalogue.entries.filter((entry) => entry.type === type && entry.language === language);

test('nothing is wrong with it', () => {
	expect([...ownIssues, ...checkCatalogue(catalogue, AT)]).toEqual([]);
});

test('at least eight standards, and fifty clauses', () => {
	const standards = catalogue.all('standard');
	const clauses = standards.flatMap(({ body }) => body?.source.match(/<Clause /g) ?? []);
	expect(standards.length).toBeGreaterThanOrEqual(8);
	expect(clauses.length).toBeGreaterThanOrEqual(50);
});

test('a letter for each decision, and one only', () => {
	expect(
		catalogue
			.all('letter')
			.map(({ data }) => data.decisionType)
			.sort(),
	).toEqual(Object.keys(decisionTypes).sort());
});

test('at least twenty-four guidance pages and twenty victim pages', () => {
	expect(catalogue.all('guidance').length).toBeGreaterThanOrEqual(24);
	expect(catalogue.all('victim-page').length).toBeGreaterThanOrEqual(20);
});

test('at least eight victim pages and two letters in Welsh, and a page from right to left', () => {
	expect(inLanguage('victim-page', 'cy').length).toBeGreaterThanOrEqual(8);
	expect(inLanguage('letter', 'cy').length).toBeGreaterThanOrEqual(2);
	expect(
		catalogue.entries.filter(({ type, language }) => type === 'victim-page' && direction(language) === 'rtl')
			.length,
	).toBeGreaterThanOrEqual(1);
});

test('no translation claims a review that has not been', () => {
	const translations = catalogue.entries.filter(({ language }) => language !== 'en');
	const states = translations.map(
		({ data }) => (data as unknown as { translation: { state: string } }).translation.state,
	);
	expect(new Set(states)).toEqual(new Set(['machine-drafted']));
	expect(catalogue.all('victim-page').filter(({ data }) => data.livedExperienceReview)).toEqual([]);
});

test('the fourteen Areas, the twelve rights, both pilots', () => {
	expect(catalogue.all('area').map(({ id }) => id)).toEqual([
		'cymru-wales',
		'east-midlands',
		'east-of-england',
		'london-north',
		'london-south',
		'mersey-cheshire',
		'north-east',
		'north-west',
		'south-east',
		'south-west',
		'thames-and-chiltern',
		'wessex',
		'west-midlands',
		'yorkshire-and-humberside',
	]);
	expect(catalogue.all('right').map(({ data }) => data.number)).toEqual([
		1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
	]);
	expect(catalogue.all('pilot').map(({ id }) => id)).toEqual(['expedited-review', 'universal-service']);
});

/** England and Wales, with substitute days. 2028 has not been announced by its owner yet. */
const bankHolidays: Record<string, string> = {
	2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
	2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
	2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
	2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
	2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

describe('bank holidays', () => {
	test('of the five years from 2024, and no other', () => {
		expect(catalogue.all('bank-holidays').map(({ id }) => id)).toEqual(Object.keys(bankHolidays));
	});

	test.each(Object.entries(bankHolidays))('%s', (year, days) => {
		const dates = catalogue.get('bank-holidays', year)?.data.days.map(({ date }) => date) ?? [];
		expect(dates).toEqual(days.split(' ').map((day) => `${year}-${day}`));
		expect(dates.filter((date) => [0, 6].includes(new Date(date).getUTCDay()))).toEqual([]);
	});
});

test.each(documentTypes)(
	'every %s is owned by one person, reviewed by another, and not signed by its owner',
	(type) => {
		for (const { file, data } of catalogue.all(type)) {
			expect(data.review.by, file).not.toBe(data.owner);
			expect(data.review.lastReviewed <= '2026-11-23', file).toBe(true);
			expect(data.signOffs?.map(({ person }) => person) ?? [], file).not.toContain(data.owner);
		}
	},
);

test('one document has an edition that is still to come into force', () => {
	const toCome = documentTypes
		.flatMap((type) => catalogue.all(type))
		.filter(({ data }) => (data.changeNote.inForceFrom ?? '') > '2026-11-23');
	expect(toCome.map(({ data }) => data.code)).toEqual(['VCS-08']);
});

test('every clause says its own strength, and numbers run without a gap', () => {
	for (const { file, body } of catalogue.all('standard')) {
		const clauses = [
			...(body?.source.matchAll(/<Clause number="(\d+)" strength="(\w+)">([\s\S]*?)<\/Clause>/g) ?? []),
		];
		expect(
			clauses.map(([, number]) => Number(number)),
			file,
		).toEqual(clauses.map((_, index) => index + 1));
		for (const [, number, strength, words = ''] of clauses)
			expect(words, `${file} ${number}`).toMatch(new RegExp(`\\b${strength}\\b`));
	}
});

test('every sensitive page has neutral words in the browser tab, in each language', () => {
	const sensitive = catalogue.all('victim-page').filter(({ data }) => data.sensitive);
	expect(sensitive.length).toBeGreaterThanOrEqual(3);
	for (const english of sensitive) {
		for (const { file, data } of [english, ...catalogue.translations(english)]) {
			const { tabTitle } = data as { tabTitle?: string };
			expect(tabTitle, file).toBeTruthy();
			expect(tabTitle, file).not.toMatch(/abuse|rape|sex|assault|violen|cam-drin|trais|rhyw|اعتداء|عنف/i);
		}
	}
});

describe('facts that are not verified', () => {
	const unverified = (['timescale', 'organisation'] as const).flatMap((type) =>
		catalogue.all(type).filter(({ data }) => !isVerified(data.evidence)),
	);

	test('there are some, so that the rule has something to hold', () => {
		expect(unverified.length).toBeGreaterThan(3);
	});

	test.each(unverified.map(({ file, type, id }) => [file, type, id] as const))(
		'%s is on no victim page',
		(_, type, id) => {
			const shownBy = catalogue.dependents(type, id).map(({ entry }) => entry);
			const toVictims = shownBy.filter(
				(entry) =>
					entry.type === 'victim-page' ||
					(entry.type === 'passage' && (entry.data as { audience?: string }).audience === 'public'),
			);
			expect(toVictims.map(({ file }) => file)).toEqual([]);
		},
	);

	test('no number of a service on a victim page is unverified', () => {
		const shown = catalogue.entries
			.filter(({ type }) => type === 'victim-page' || type === 'passage')
			.flatMap(({ file }) => catalogue.references(file).filter(({ target }) => target === 'organisation'));
		const doubtful = shown.filter(({ id }) =>
			catalogue.get('organisation', id)?.data.phones.some(({ evidence }) => !isVerified(evidence)),
		);
		const toVictims = doubtful.filter(({ file }) => file.startsWith('victim-pages/'));
		expect(toVictims.map(({ file, id }) => `${file} ${id}`)).toEqual([]);
	});
});
