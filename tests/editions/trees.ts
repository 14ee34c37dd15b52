/** Made-up documents to compare. */
import { type ContentTree, contentTree, type DocumentView } from '../../src/editions/index.ts';

export function viewOf(values: Partial<DocumentView> = {}): DocumentView {
	return {
		type: 'guidance',
		id: 'made-up',
		code: 'GD-001',
		language: 'en',
		path: '/guidance/made-up/',
		title: 'A made-up page',
		summary: 'What it is.',
		html: '<p>Call.</p>',
		headings: [],
		clauses: [],
		sections: [],
		topics: [],
		stages: [],
		rights: [],
		appliesTo: {},
		owner: 'Guidance lead',
		related: [],
		facts: [],
		...values,
	};
}

/** The tree of a page with this body. */
export function htmlTree(html: string): ContentTree {
	return contentTree(viewOf({ html }));
}
