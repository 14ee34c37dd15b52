/** An image from the media folder, always with its text alternative. */
import { z } from 'zod';
import { reference } from '../../model/field.ts';
import type { Component } from '../component.ts';
import { h } from '../element.ts';

export const image: Component = {
	name: 'Image',
	summary: 'An image by its id. Its text alternative comes from the media folder.',
	props: z.strictObject({ id: reference('media', 'Image', 'The id of an image in the media folder.') }),
	place: 'block',
	content: 'nothing',
	render: (node, page) => {
		const { id = '' } = node.props;
		const entry = page.fact('media', id, node);
		const src = entry && page.href('media', id);
		if (!entry) return [];
		page.show('media', id);
		const alt = page.inLanguage(entry.data.alt);
		if (src === undefined) return [h('p', { className: ['image-words'] }, [spokenAlt(alt)])];
		return [
			h('figure', { className: ['image'] }, [
				h('img', { src, alt: alt.text, lang: alt.lang, loading: 'lazy', decoding: 'async' }),
			]),
		];
	},
	examples: [
		{
			name: 'by its id',
			source: '<Image id="example-room" />',
			html: '<figure class="image"><img src="/media/example-room.png" alt="An empty court room" loading="lazy" decoding="async"></figure>',
		},
	],
	refused: [
		{
			name: 'by its address',
			source: '![A court room](/media/court.png)',
			issues: ['1:1 Unexpected image by its address, expected one by its id'],
		},
	],
};

function spokenAlt({ text, lang, dir }: { text: string; lang?: string; dir?: 'ltr' | 'rtl' }) {
	return h('span', { lang, dir }, [text]);
}
