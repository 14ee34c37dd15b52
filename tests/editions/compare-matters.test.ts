/** What is told before the text of a comparison: each thing somebody has to do otherwise, and nothing else. */
import { describe, expect, test } from 'vitest';
import { type DocumentView, type Matter, whatMatters } from '../../src/editions/index.ts';
import { viewOf } from './trees.ts';

const between = (old: Partial<DocumentView>, next: Partial<DocumentView>): Matter[] =>
	whatMatters(viewOf(old), viewOf(next));
const bodies = (old: string, next: string) => between({ html: old }, { html: next });
const time = (words: string, id = 'reply') =>
	`<span class="timescale"><a href="/timescales/${id}/">${words}</a></span>`;
const phone = (number: string) => `<a href="tel:${number.replaceAll(' ', '')}">${number}</a>`;
const mail = (address: string) => `<a href="mailto:${address}">${address}</a>`;

test('corrected commas and words matter to nobody', () => {
	expect(bodies('<p>Call, then write.</p>', '<p>Call; then write it down.</p>')).toEqual([]);
});

describe('clauses', () => {
	const clause = (
		number: number,
		strength: 'must' | 'should' | 'may',
		text: string,
	): DocumentView['clauses'][number] => ({ number: `${number}`, strength, anchor: `VCS-01.${number}`, text });
	const name = 'You must check the name.';
	const write = 'You should write within a day.';

	test('a stronger one', () => {
		expect(
			between(
				{ clauses: [clause(1, 'should', 'You should check the name.')] },
				{ clauses: [clause(1, 'must', name)] },
			),
		).toEqual([{ what: 'strength', clause: 'VCS-01.1', from: 'should', to: 'must', text: name }]);
	});

	test('one that came, though it takes the number of another', () => {
		expect(
			between(
				{ clauses: [clause(1, 'must', name)] },
				{ clauses: [clause(1, 'should', write), clause(2, 'must', name)] },
			),
		).toEqual([{ what: 'clause added', clause: 'VCS-01.1', strength: 'should', text: write }]);
	});

	test('one that went', () => {
		expect(
			between(
				{ clauses: [clause(1, 'must', name), clause(2, 'should', write)] },
				{ clauses: [clause(1, 'must', name)] },
			),
		).toEqual([{ what: 'clause removed', clause: 'VCS-01.2', strength: 'should', text: write }]);
	});
});

describe('time limits', () => {
	test('one that changed, under its heading, told once', () => {
		const html = (words: string) =>
			`<p>Reply within ${time(words)}.</p><h2 id="r">Review</h2><p>Reply within ${time(words)}, always.</p>`;
		expect(bodies(html('20 working days'), html('10 working days'))).toEqual([
			{ what: 'time limit', from: '20 working days', to: '10 working days', where: '' },
		]);
	});

	test('one in the cell of a table', () => {
		const html = (words: string) =>
			`<h2 id="t">Times</h2><div class="table"><table><tbody><tr><td>Reply</td><td>${time(words)}</td></tr></tbody></table></div>`;
		expect(bodies(html('20 days'), html('10 days'))).toEqual([
			{ what: 'time limit', from: '20 days', to: '10 days', where: 'Times' },
		]);
	});

	test('one in a clause', () => {
		const html = (words: string) =>
			`<section class="clause clause-must" id="VCS-01.2"><p class="clause-head"><a href="#VCS-01.2">VCS-01.2</a> <strong>Must</strong></p><p>Reply within ${time(words)}.</p></section>`;
		expect(bodies(html('2 days'), html('1 day'))).toEqual([
			{ what: 'time limit', from: '2 days', to: '1 day', where: 'VCS-01.2' },
		]);
	});

	test('one that came and one that went', () => {
		expect(bodies('<p>Reply soon.</p>', `<p>Reply within ${time('2 days')}.</p>`)).toEqual([
			{ what: 'time limit', to: '2 days', where: '' },
		]);
		expect(bodies(`<p>Reply within ${time('2 days')}.</p>`, '<p>Reply soon.</p>')).toEqual([
			{ what: 'time limit', from: '2 days', where: '' },
		]);
	});

	test('not one that only stands elsewhere', () => {
		const [first, second] = [
			`<p>Reply within ${time('2 days')}.</p>`,
			'<p>Something else altogether is here now.</p>',
		];
		expect(bodies(`${first}${second}`, `${second}${first}`)).toEqual([]);
	});
});

describe('whom to reach', () => {
	test('a number and an address', () => {
		expect(
			bodies(
				`<p>Call ${phone('01632 960 001')} or write to ${mail('a@example.org')}.</p>`,
				`<p>Call ${phone('01632 960 002')} or write to ${mail('b@example.org')}.</p>`,
			),
		).toEqual([
			{ what: 'phone', from: '01632 960 001', to: '01632 960 002', where: '' },
			{ what: 'email', from: 'a@example.org', to: 'b@example.org', where: '' },
		]);
	});

	const service = (values: Partial<DocumentView['facts'][number]> = {}): DocumentView['facts'][number] => ({
		type: 'organisation',
		id: 'made-up-line',
		name: 'Made-up line',
		source: 'A source',
		lastChecked: '2026-05-01',
		verified: true,
		secondary: false,
		...values,
	});

	test('a new name, and whether it is confirmed', () => {
		expect(
			between(
				{ facts: [service()] },
				{ facts: [service({ name: 'Made-up helpline', verified: false, lastChecked: '2026-06-01' })] },
			),
		).toEqual([
			{ what: 'name', from: 'Made-up line', to: 'Made-up helpline' },
			{ what: 'not confirmed', name: 'Made-up helpline' },
		]);
	});

	test('a service that came and one that went', () => {
		expect(between({}, { facts: [service()] })).toEqual([{ what: 'service added', name: 'Made-up line' }]);
		expect(between({ facts: [service()] }, {})).toEqual([{ what: 'service removed', name: 'Made-up line' }]);
	});
});

test('whom it applies to', () => {
	expect(
		between(
			{ appliesTo: { areas: ['wessex'], staffRoles: ['manager'] } },
			{ appliesTo: { areas: ['wessex', 'south-east'], staffRoles: ['manager'] } },
		),
	).toEqual([{ what: 'applies to', key: 'areas', from: ['wessex'], to: ['wessex', 'south-east'] }]);
	expect(between({ appliesTo: { areas: ['wessex'] } }, {})).toEqual([
		{ what: 'applies to', key: 'areas', from: ['wessex'], to: [] },
	]);
});

test('what a letter is, how it goes, what it has to say and what is filled in', () => {
	const gap = (name: string, required = true) => ({
		name,
		type: 'name' as const,
		label: `Which ${name}?`,
		example: 'Sam Example',
		required,
	});
	const letter = { decisionType: 'late-reply', channels: ['letter'], mustSay: ['decision'] } as const;
	expect(
		between(
			{
				letter: {
					...letter,
					channels: ['letter'],
					mustSay: ['decision', 'support'],
					placeholders: [gap('victim name'), gap('old gap')],
				},
			},
			{
				letter: {
					...letter,
					channels: ['letter', 'email'],
					mustSay: ['decision', 'apology-if-late'],
					placeholders: [gap('victim name', false), gap('new gap')],
				},
			},
		),
	).toEqual([
		{ what: 'duty added', duty: 'apology-if-late' },
		{ what: 'duty removed', duty: 'support' },
		{ what: 'channel added', channel: 'email' },
		{ what: 'gap changed', gap: 'victim name', from: 'name, required', to: 'name, optional' },
		{ what: 'gap added', gap: 'new gap' },
		{ what: 'gap removed', gap: 'old gap' },
	]);
});
