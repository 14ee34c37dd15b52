/** What counts as the words of a document, and what is only how they look. */
import { expect, test } from 'vitest';
import { contentTree, type DocumentView } from '../../src/editions/index.ts';
import { viewOf } from './trees.ts';

const view = viewOf({ html: '<p>Call before <strong>noon</strong>.</p>' });
const ofHtml = (html: string) => contentTree({ ...view, html }).blocks.find(({ kind }) => kind === 'body');

test.each([
	['white space', '<p>Call  before\n<strong>noon</strong>.</p>\n'],
	['a space inside or outside what is strong', '<p>Call before<strong> noon</strong>.</p>'],
	['a class of the layout', '<p class="details-text">Call before <strong>noon</strong>.</p>'],
	['a language', '<p lang="en">Call before <strong><span lang="en">noon</span></strong>.</p>'],
	['a box of the layout', '<div><p>Call before <strong>noon</strong>.</p></div>'],
	['a space that does not break', '<p>Call\u00A0before <strong>noon</strong>.</p>'],
	[
		'the day a fact was checked',
		'<p>Call before <strong>noon</strong>.</p><p class="checked">Last checked 1 May 2026</p>',
	],
])('%s is no word', (_, html) => {
	expect(ofHtml(html)).toEqual(ofHtml(view.html));
});

test.each([
	['a word', '<p>Call after <strong>noon</strong>.</p>'],
	['what is strong', '<p>Call before noon.</p>'],
	['the kind of element', '<h2 id="x">Call before <strong>noon</strong>.</h2>'],
	['a link', '<p>Call before <a href="/x/"><strong>noon</strong></a>.</p>'],
	[
		'a condition',
		'<div class="when" data-when-pilot="early"><p>Call before <strong>noon</strong>.</p></div>',
	],
	['a notice', '<div class="notice notice-safety"><p>Call before <strong>noon</strong>.</p></div>'],
	['a picture', '<p>Call before <strong>noon</strong>.</p><p><img src="/media/a.webp" alt="A clock"></p>'],
	['a paragraph of its own', '<p>Call before</p><p><strong>noon</strong>.</p>'],
])('%s is one', (_, html) => {
	expect(ofHtml(html)).not.toEqual(ofHtml(view.html));
});

test.each([
	['the strength of a clause', 'clause clause-must', 'clause clause-should', 'section'],
	['the kind of a notice', 'notice notice-warning', 'notice notice-safety', 'div'],
])('%s is one', (_, before, after, element) => {
	const html = (name: string) => `<${element} class="${name}"><p>Call.</p></${element}>`;
	expect(ofHtml(html(before))).not.toEqual(ofHtml(html(after)));
});

test('where a link leads, the source of a picture and the words for it are words', () => {
	for (const [before, after] of [
		['<p><a href="/x/">Here</a></p>', '<p><a href="/y/">Here</a></p>'],
		['<p><img src="/media/a.webp" alt="A clock"></p>', '<p><img src="/media/b.webp" alt="A clock"></p>'],
		['<p><img src="/media/a.webp" alt="A clock"></p>', '<p><img src="/media/a.webp" alt="A watch"></p>'],
	] as const)
		expect(ofHtml(before)).not.toEqual(ofHtml(after));
});

test('a list with room between its items says the same as one without', () => {
	expect(ofHtml('<ul><li><p>Call.</p></li></ul>')).toEqual(ofHtml('<ul><li>Call.</li></ul>'));
});

test('an empty cell and a rule stay', () => {
	expect(ofHtml('<table><tbody><tr><td>1</td><td></td></tr></tbody></table><hr>')).toEqual({
		kind: 'body',
		blocks: [
			{
				kind: 'table',
				blocks: [
					{
						kind: 'tr',
						blocks: [
							{ kind: 'td', blocks: [{ kind: 'p', words: [{ text: '1' }] }] },
							{ kind: 'td', blocks: [] },
						],
					},
				],
			},
			{ kind: 'hr', words: [] },
		],
	});
});

const fact = {
	type: 'timescale',
	id: 'reply',
	name: 'Reply',
	source: 'A source',
	lastChecked: '2026-05-01',
	verified: true,
	secondary: false,
} as const;

test.each<[string, Partial<DocumentView>]>([
	['the owner', { owner: 'Somebody else' }],
	['where it is listed', { topics: [{ id: 'x', name: 'X' }], stages: ['at-court'], rights: ['right-1'] }],
	['what else to read', { related: [{ title: 'Other', path: '/other/' }] }],
	['the id of a heading', { headings: [{ depth: 2, id: 'x', text: 'X' }] }],
])('%s is no word', (_, values) => {
	expect(contentTree({ ...view, ...values })).toEqual(contentTree(view));
});

test('the day and the source of a fact are no words, whether it is confirmed is', () => {
	const withFact = (values: object) => contentTree({ ...view, facts: [{ ...fact, ...values }] });
	expect(withFact({ lastChecked: '2026-06-01', source: 'Another' })).toEqual(withFact({}));
	expect(withFact({ verified: false })).not.toEqual(withFact({}));
	expect(withFact({ name: 'A full reply' })).not.toEqual(withFact({}));
});

test.each<[string, Partial<DocumentView>]>([
	['the title', { title: 'Another' }],
	['the summary', { summary: 'Another' }],
	['whom it applies to', { appliesTo: { areas: ['wessex'] } }],
	['the gaps of a letter', { letter: letterWith('text') }],
	['what a page helps with', { victimPage: { helpsWith: ['know whom to call'], sensitive: true } }],
])('%s is a word', (_, values) => {
	expect(contentTree({ ...view, ...values })).not.toEqual(contentTree(view));
});

test('the type of a gap is a word, the order of Areas is not', () => {
	expect(contentTree({ ...view, letter: letterWith('name') })).not.toEqual(
		contentTree({ ...view, letter: letterWith('text') }),
	);
	expect(contentTree({ ...view, appliesTo: { areas: ['a', 'b'] } })).toEqual(
		contentTree({ ...view, appliesTo: { areas: ['b', 'a'] } }),
	);
});

function letterWith(type: 'text' | 'name'): DocumentView['letter'] {
	return {
		decisionType: 'late-reply',
		channels: ['letter'],
		mustSay: ['decision'],
		placeholders: [
			{ name: 'victim name', type, label: 'Their name', example: 'Sam Example', required: true },
		],
	};
}
