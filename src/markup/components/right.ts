/** A right under the Victims’ Code, by number and name. */
import { z } from 'zod';
import { reference } from '../../model/field.ts';
import type { Component } from '../component.ts';
import { h, spoken } from '../element.ts';

export const right: Component = {
	name: 'Right',
	summary: 'Names a right under the Victims’ Code and links to it.',
	props: z.strictObject({ id: reference('right', 'Right', 'right-1 to right-12.') }),
	place: 'inline',
	content: 'nothing',
	render: (node, page) => {
		const { id = '' } = node.props;
		const entry = page.fact('right', id, node);
		if (!entry) return [{ type: 'text', value: id }];
		page.show('right', id);
		const title = spoken(page.inLanguage(entry.data.title));
		const words = page.wordAround('right', { title }, { number: String(entry.data.number) });
		const href = page.href('right', id);
		return [h(href === undefined ? 'span' : 'a', { className: ['right'], href }, words)];
	},
	examples: [
		{
			name: 'in a sentence',
			source: 'This comes from <Right id="right-6" />.',
			html: '<p>This comes from <a class="right" href="/rights/right-6/">Right 6: To an example</a>.</p>',
		},
		{
			name: 'in an Arabic page, with the English name marked as English',
			type: 'victim-page',
			site: 'public',
			language: 'ar',
			source: 'هذا من <Right id="right-6" />.',
			html: '<p>هذا من <a class="right" href="/your-rights/#right-6">الحق 6: <span lang="en" dir="ltr">To an example</span></a>.</p>',
		},
	],
	refused: [
		{
			name: 'in a link',
			source: '[See <Right id="right-6" />](https://www.example.org)',
			issues: ['1:6 Unexpected <Right> in a link, expected plain words'],
		},
	],
};
