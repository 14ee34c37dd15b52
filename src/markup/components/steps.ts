/** A procedure: one numbered list, shown as steps. */
import type { Element } from 'hast';
import { z } from 'zod';
import type { Component } from '../component.ts';

export const steps: Component = {
	name: 'Steps',
	summary: 'Shows one numbered list as the steps of a procedure.',
	props: z.strictObject({}),
	place: 'block',
	content: 'blocks',
	holds: [
		'Say',
		'Avoid',
		'Notice',
		'Details',
		'Organisation',
		'Contact',
		'Passage',
		'When',
		'Image',
		'Example',
	],
	check: (node, { report }) => {
		const [list, more] = node.children;
		if (list && (more || list.kind !== 'list' || !list.ordered)) {
			report(
				(more ?? list).at,
				'steps',
				'Unexpected text in <Steps>, expected one numbered list',
				'Begin each step with 1. and a space, and move everything else above or below <Steps>.',
			);
		}
	},
	render: ({ children }, page) => {
		const rendered = page.render(children);
		for (const each of rendered) {
			if (each.type === 'element' && each.tagName === 'ol')
				(each as Element).properties = { className: ['steps'], ...each.properties };
		}
		return rendered;
	},
	examples: [
		{
			name: 'two steps',
			source: '<Steps>\n\n1. Check the name.\n2. Call.\n\n</Steps>',
			html: '<ol class="steps"><li>Check the name.</li><li>Call.</li></ol>',
		},
	],
	refused: [
		{
			name: 'no numbered list',
			source: '<Steps>\n\n- Check the name.\n\n</Steps>',
			issues: ['3:1 Unexpected text in <Steps>, expected one numbered list'],
		},
		{
			name: 'a paragraph too',
			source: '<Steps>\n\n1. Check the name.\n\nThen call.\n\n</Steps>',
			issues: ['5:1 Unexpected text in <Steps>, expected one numbered list'],
		},
	],
};
