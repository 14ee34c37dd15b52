/** A named time limit in words: “5 working days”. The only way to state one. */
import { z } from 'zod';
import { dayInWords } from '../../model/day-in-words.ts';
import { isVerified } from '../../model/evidence.ts';
import { reference } from '../../model/field.ts';
import { timescaleInWords } from '../../model/timescale.ts';
import type { Component } from '../component.ts';
import { h, spoken, type Words } from '../element.ts';

export const timescale: Component = {
	name: 'Timescale',
	summary: 'A time limit in words, from its one file. The only way to state a time limit.',
	props: z.strictObject({ id: reference('timescale', 'Timescale', 'The id of the time limit.') }),
	place: 'inline',
	content: 'nothing',
	inLinks: true,
	render: (node, page) => {
		const { id = '' } = node.props;
		const entry = page.fact('timescale', id, node);
		if (!entry) return [{ type: 'text', value: id }];
		const { data } = entry;
		page.show('timescale', id);
		if (data.validTo !== undefined && page.compareToday(data.validTo) > 0) {
			page.report(
				node.at,
				'ended-fact',
				`Unexpected timescale “${id}”, which ended on ${dayInWords(data.validTo)}, expected one that applies`,
				'Name the timescale that replaced it.',
			);
		}
		const words: Words =
			page.language === 'en' || page.language === 'cy'
				? { text: timescaleInWords(data, page.language) }
				: page.inEnglish(timescaleInWords(data));
		const href = page.site === 'staff' && !page.insideLink ? page.href('timescale', id) : undefined;
		const content = spoken(words);
		return [
			h('span', { className: ['timescale'] }, [
				href === undefined ? content : h('a', { href }, [content]),
				...(isVerified(data.evidence)
					? []
					: [' ', h('strong', { className: ['mark', 'mark-unverified'] }, [page.word('unverified')])]),
			]),
		];
	},
	examples: [
		{
			name: 'in a sentence',
			type: 'victim-page',
			site: 'public',
			source: 'Ask within <Timescale id="example-request" />.',
			html: '<p>Ask within <span class="timescale">10 working days</span>.</p>',
		},
		{
			name: 'for staff, with a link to where it comes from',
			source: 'Ask within <Timescale id="example-request" />.',
			html: '<p>Ask within <span class="timescale"><a href="/timescales/example-request/">10 working days</a></span>.</p>',
		},
		{
			name: 'not confirmed',
			source: 'Pay within <Timescale id="example-unverified" />.',
			html: '<p>Pay within <span class="timescale"><a href="/timescales/example-unverified/">3 weeks</a> <strong class="mark mark-unverified">not confirmed</strong></span>.</p>',
		},
		{
			name: 'in Welsh',
			type: 'victim-page',
			site: 'public',
			language: 'cy',
			source: 'Gofynnwch o fewn <Timescale id="example-request" />.',
			html: '<p>Gofynnwch o fewn <span class="timescale">10 diwrnod gwaith</span>.</p>',
		},
		{
			name: 'inside a link',
			source: '[Ask within <Timescale id="example-request" />](https://www.example.org)',
			html: '<p><a href="https://www.example.org" rel="noreferrer noopener">Ask within <span class="timescale">10 working days</span></a></p>',
		},
	],
	refused: [
		{
			name: 'a name instead of an id',
			source: 'Within <Timescale id="Ten days" />.',
			issues: [
				'1:19 Unexpected value “Ten days” for “id” of <Timescale>, expected an id: small letters, digits and single hyphens',
			],
		},
		{
			name: 'text inside',
			source: 'Within <Timescale id="example-request">ten days</Timescale>.',
			issues: ['1:8 Unexpected text inside <Timescale>, expected nothing'],
		},
		{
			name: 'in a heading',
			source: '## Within <Timescale id="example-request" />',
			issues: ['1:11 Unexpected <Timescale> in a heading, expected plain words'],
		},
	],
};
