/** Folded detail: read by those who need it, out of the way of those who do not. */
import { z } from 'zod';
import { line } from '../../model/field.ts';
import type { Component } from '../component.ts';
import { h } from '../element.ts';

export const details: Component = {
	name: 'Details',
	summary: 'Folds away detail that only some readers need. Nothing that everybody must read.',
	props: z.strictObject({ summary: line('Summary', 'What is inside, as a reader would ask for it.', 120) }),
	place: 'block',
	content: 'blocks',
	holds: [
		'Notice',
		'Organisation',
		'Contact',
		'Passage',
		'Steps',
		'Say',
		'Avoid',
		'Example',
		'When',
		'Image',
	],
	holdsHeadings: true,
	render: ({ props, children }, page) => [
		h('details', { className: ['details'] }, [
			h('summary', {}, [props.summary ?? '']),
			h('div', { className: ['details-text'] }, page.render(children)),
		]),
	],
	examples: [
		{
			name: 'folded text',
			source: '<Details summary="If there is no phone number">\n\nWrite a letter.\n\n</Details>',
			html: '<details class="details"><summary>If there is no phone number</summary><div class="details-text"><p>Write a letter.</p></div></details>',
		},
	],
	refused: [
		{
			name: 'no summary',
			source: '<Details>\n\nWrite a letter.\n\n</Details>',
			issues: ['1:1 Enter “summary” for <Details>'],
		},
		{
			name: 'open from the start',
			source: '<Details summary="More" open>\n\nWrite a letter.\n\n</Details>',
			issues: ['1:25 Unexpected “open” in <Details>, expected one of: summary'],
		},
	],
};
