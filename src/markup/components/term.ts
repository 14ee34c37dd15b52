/** A term of the glossary, where it is first used on a page. */
import { z } from 'zod';
import { reference } from '../../model/field.ts';
import type { Component } from '../component.ts';
import { h, spoken } from '../element.ts';

export const term: Component = {
	name: 'Term',
	summary: 'Links a legal word to its meaning, at its first use on a page.',
	props: z.strictObject({ id: reference('term', 'Term', 'The id of the term.') }),
	place: 'inline',
	content: 'words or nothing',
	linksWords: true,
	render: (node, page) => {
		const { id = '' } = node.props;
		const entry = page.fact('term', id, node);
		if (entry && node.children.length === 0) page.show('term', id);
		const words =
			node.children.length > 0
				? page.renderInsideLink(node.children)
				: [entry ? spoken(page.inLanguage(entry.data.term)) : id];
		const href = entry && page.href('term', id);
		return [h(href === undefined ? 'span' : 'a', { className: ['term'], href }, words)];
	},
	examples: [
		{
			name: 'with the words of the sentence',
			type: 'victim-page',
			site: 'public',
			source: 'We <Term id="example-charge">charged</Term> them.',
			html: '<p>We <a class="term" href="/words/#example-charge">charged</a> them.</p>',
		},
		{
			name: 'with the words of the glossary',
			source: 'A <Term id="example-charge" /> is made.',
			html: '<p>A <a class="term" href="/glossary/#example-charge">charge</a> is made.</p>',
		},
	],
	refused: [
		{
			name: 'a link inside',
			source: 'A <Term id="example-charge">[charge](https://www.example.org)</Term>.',
			issues: ['1:29 Unexpected link inside a link, expected one at a time'],
		},
	],
};
