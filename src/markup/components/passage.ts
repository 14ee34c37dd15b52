/** Reusable text, shown where it stands as if it were written there. */
import { z } from 'zod';
import { reference } from '../../model/field.ts';
import type { Component } from '../component.ts';

export const passage: Component = {
	name: 'Passage',
	summary: 'Shows a passage: one wording, kept in one place.',
	props: z.strictObject({ id: reference('passage', 'Passage', 'The id of the passage.') }),
	place: 'block',
	content: 'nothing',
	render: (node, page) => {
		const { id = '' } = node.props;
		const entry = page.fact('passage', id, node);
		return entry ? page.renderPassage(entry, node) : [];
	},
	examples: [
		{
			name: 'on a page',
			type: 'victim-page',
			site: 'public',
			source: '<Passage id="example-passage" />',
			html: '<p>This is <strong>kept</strong> in one place.</p>',
		},
		{
			name: 'in a Welsh page, when only the English exists',
			type: 'victim-page',
			site: 'public',
			language: 'cy',
			source: '<Passage id="example-passage" />',
			html: '<div lang="en"><p>This is <strong>kept</strong> in one place.</p></div>',
		},
	],
	refused: [
		{
			name: 'in a sentence',
			source: 'See <Passage id="example-passage" />.',
			issues: ['1:5 Unexpected <Passage> within a paragraph, expected it on lines of its own'],
		},
	],
};
