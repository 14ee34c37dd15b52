/** A worked example. */
import { z } from 'zod';
import { line } from '../../model/field.ts';
import type { Component } from '../component.ts';
import { h } from '../element.ts';

export const example: Component = {
	name: 'Example',
	summary: 'A worked example, with obviously made-up people.',
	props: z.strictObject({ title: line('Title', 'What it shows.', 120) }),
	place: 'block',
	content: 'blocks',
	holds: ['Say', 'Avoid', 'Notice', 'Passage', 'When', 'Steps', 'Details'],
	render: ({ props, children }, page) => [
		h('figure', { className: ['example'] }, [
			h('figcaption', {}, [page.word('example', { title: props.title ?? '' })]),
			h('div', { className: ['example-text'] }, page.render(children)),
		]),
	],
	examples: [
		{
			name: 'a case',
			source: '<Example title="Counting the days">\n\nSam Example is told on Monday.\n\n</Example>',
			html: '<figure class="example"><figcaption>Example: Counting the days</figcaption><div class="example-text"><p>Sam Example is told on Monday.</p></div></figure>',
		},
	],
	refused: [
		{
			name: 'without a title',
			source: '<Example>\n\nText.\n\n</Example>',
			issues: ['1:1 Enter “title” for <Example>'],
		},
	],
};
