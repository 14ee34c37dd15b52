/** Example wording to avoid, and why. */
import { z } from 'zod';
import { line } from '../../model/field.ts';
import type { Component } from '../component.ts';
import { h } from '../element.ts';

export const avoid: Component = {
	name: 'Avoid',
	summary: 'Example wording that does harm, with the reason.',
	props: z.strictObject({ why: line('Why', 'What these words do to the reader.', 200) }),
	place: 'block',
	content: 'blocks',
	holds: ['When'],
	render: ({ props, children }, page) => [
		h('figure', { className: ['avoid'] }, [
			h('figcaption', {}, [page.word('avoid')]),
			h('blockquote', {}, page.render(children)),
			h('p', { className: ['avoid-why'] }, [page.word('why', { why: props.why ?? '' })]),
		]),
	],
	examples: [
		{
			name: 'bad words',
			source:
				'<Avoid why="It sounds as if they were not believed.">\n\nYour allegation was not supported.\n\n</Avoid>',
			html: '<figure class="avoid"><figcaption>Avoid</figcaption><blockquote><p>Your allegation was not supported.</p></blockquote><p class="avoid-why">Why: It sounds as if they were not believed.</p></figure>',
		},
	],
	refused: [
		{
			name: 'without a reason',
			source: '<Avoid>\n\nYour allegation was not supported.\n\n</Avoid>',
			issues: ['1:1 Enter “why” for <Avoid>'],
		},
	],
};
