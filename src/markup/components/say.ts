/** Example wording to use. */
import { z } from 'zod';
import type { Component } from '../component.ts';
import { h } from '../element.ts';

export const say: Component = {
	name: 'Say',
	summary: 'Example wording that is good.',
	props: z.strictObject({}),
	place: 'block',
	content: 'blocks',
	holds: ['Passage', 'When'],
	render: ({ children }, page) => [
		h('figure', { className: ['say'] }, [
			h('figcaption', {}, [page.word('say')]),
			h('blockquote', {}, page.render(children)),
		]),
	],
	examples: [
		{
			name: 'good words',
			source: '<Say>\n\nI am sorry this took so long.\n\n</Say>',
			html: '<figure class="say"><figcaption>Say</figcaption><blockquote><p>I am sorry this took so long.</p></blockquote></figure>',
		},
	],
	refused: [
		{
			name: 'a notice inside',
			source: '<Say>\n\n<Notice kind="warning">\n\nText.\n\n</Notice>\n\n</Say>',
			issues: ['3:1 Unexpected <Notice> inside <Say>, expected paragraphs, lists or one of: Passage, When'],
		},
		{
			name: 'nothing inside',
			source: '<Say>\n\n</Say>',
			issues: ['1:1 Enter the text inside <Say>'],
		},
	],
};
