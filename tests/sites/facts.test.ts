/** A fact that nobody has confirmed is marked wherever staff read it, and stands nowhere on the public site. */
import { describe, expect, test } from 'vitest';
import { isVerified } from '../../src/model/evidence.ts';
import { timescaleInWords } from '../../src/model/timescale.ts';
import { pages } from '../../src/sites/handbook/pages.ts';
import { all, builtPages, inputOf, pageAt, recordsOf, textsOf, withClass } from './built.ts';

const staff = inputOf('handbook');
const digits = (text: string) => text.replace(/\D/g, '');

/** Words and numbers of facts nobody has confirmed, each with what it belongs to. */
const unconfirmed = [
	...staff.organisations.flatMap(({ id, phones }) =>
		(phones ?? [])
			.filter(({ evidence }) => !isVerified(evidence))
			.map(({ number }) => ({ of: id, value: number })),
	),
	...staff.areas.flatMap(({ id, contact: { phone, email, post, evidence } }) =>
		isVerified(evidence)
			? []
			: [phone, email, post].flatMap((value) => (value === undefined ? [] : [{ of: id, value }])),
	),
	...staff.areas.flatMap(({ id, covers, evidence }) =>
		isVerified(evidence) ? [] : [{ of: id, value: covers.en }],
	),
];
const confirmedNumbers = new Set(
	staff.organisations.flatMap(({ phones }) =>
		(phones ?? []).filter(({ evidence }) => isVerified(evidence)).map(({ number }) => digits(number)),
	),
);

describe('on the public site', () => {
	test('no fact is shown that nobody has confirmed', () => {
		expect(unconfirmed.length).toBeGreaterThan(0);
		const found = builtPages('public').flatMap(({ path, html }) => {
			const numbers = digits(html.replace(/<[^>]*>/g, ''));
			return unconfirmed
				.filter(({ value }) =>
					/^[\d +]+$/.test(value)
						? !confirmedNumbers.has(digits(value)) && numbers.includes(digits(value))
						: html.includes(value),
				)
				.map(({ of, value }) => `${path}: “${value}” of ${of}`);
		});
		expect(found).toEqual([]);
	});

	test('every number one can call is one that was checked', () => {
		for (const page of builtPages('public')) {
			for (const { attributes } of all(page, 'a').filter(({ attributes }) =>
				attributes.href?.startsWith('tel:'),
			)) {
				expect(confirmedNumbers, page.path).toContain(digits(attributes.href ?? ''));
			}
		}
	});

	test('no page says that something is not confirmed: it leaves it out', () => {
		expect(
			builtPages('public')
				.filter((page) => withClass(page, 'mark-unverified').length > 0)
				.map(({ path }) => path),
		).toEqual([]);
	});
});

describe('in the handbook', () => {
	const doubtful = staff.documents
		.filter(({ facts }) => facts.some(({ verified, type }) => !verified && type === 'timescale'))
		.map(({ path }) => [path] as const);
	test('some documents rest on facts nobody has confirmed', () => expect(doubtful.length).toBeGreaterThan(0));
	test.each(doubtful)('%s marks what nobody has confirmed', (path) => {
		expect(all(pageAt('handbook', path), 'main')[0]?.text).toMatch(/not confirmed|heb ei gadarnhau/i);
	});

	const timescales = staff.timescales
		.filter(({ evidence }) => !isVerified(evidence))
		.map(({ path = '' }) => [path] as const);
	test.each(timescales)('%s says that it is not confirmed and what to do', (path) => {
		const main = all(pageAt('handbook', path), 'main')[0]?.text;
		expect(main).toContain('Not confirmed');
		expect(main).toContain('Ask the central team');
	});

	test('results of search that show a fact nobody has confirmed say so', () => {
		const records = recordsOf(pages(staff, () => ({}), textsOf('handbook')));
		const places = [
			...staff.timescales.map(({ path, evidence }) => ({ path, evidence: [evidence] })),
			...staff.organisations.map(({ path, evidence, phones = [] }) => ({
				path,
				evidence: [evidence, ...phones.map((phone) => phone.evidence)],
			})),
			...staff.areas.map(({ path, evidence }) => ({ path, evidence: [evidence] })),
		];
		const doubtful = places.filter(({ evidence }) => !evidence.every(isVerified));
		expect(doubtful.length).toBeGreaterThan(5);
		for (const { path = '', evidence } of places) {
			expect(records.get(path)?.meta.type?.includes('not confirmed'), path).toBe(!evidence.every(isVerified));
		}
	});

	test('what nobody has confirmed has no button that copies it without its mark', () => {
		const offered = builtPages('handbook').flatMap((page) =>
			all(page, 'button').flatMap(({ attributes }) => attributes['data-copy'] ?? []),
		);
		expect(offered.filter((text) => confirmedNumbers.has(digits(text))).length).toBeGreaterThan(5);
		expect(unconfirmed.filter(({ value }) => offered.includes(value))).toEqual([]);
		for (const [path] of timescales)
			expect(
				all(pageAt('handbook', path), 'button').some(({ text }) => text.includes('the time')),
				path,
			).toBe(false);
	});

	test('the result of a timescale gives the time', () => {
		const records = recordsOf(pages(staff, () => ({}), textsOf('handbook')));
		for (const timescale of staff.timescales)
			expect(records.get(timescale.path ?? '')?.meta.type, timescale.id).toContain(
				`Timescale · ${timescaleInWords(timescale)}`,
			);
	});

	test('every fact has a page that says where it comes from', () => {
		for (const { path, evidence } of [
			...staff.timescales,
			...staff.rights,
			...staff.organisations,
			...staff.areas,
		]) {
			if (path !== undefined)
				expect(all(pageAt('handbook', path.replace(/#.*/, '')), 'main')[0]?.text, path).toContain(
					evidence.source,
				);
		}
	});
});
