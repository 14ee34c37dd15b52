/** A link to a document by its reference code, which stays right when the document moves. */
import { z } from 'zod';
import { reference } from '../../model/field.ts';
import type { Component } from '../component.ts';
import { h, spoken } from '../element.ts';

export const link: Component = {
	name: 'Link',
	summary: 'Links to one of our documents by its code. Without words it prints the title.',
	props: z.strictObject({ to: reference('document', 'Document', 'The reference code, for example GD-004.') }),
	place: 'inline',
	content: 'words or nothing',
	linksWords: true,
	render: (node, page) => {
		const { to = '' } = node.props;
		const entry = page.document(to, node);
		const href = entry && page.href('document', to);
		if (node.children.length > 0) {
			const words = page.renderInsideLink(node.children);
			return href === undefined ? words : [h('a', { href }, words)];
		}
		if (!entry) return [{ type: 'text', value: to }];
		page.show('document', to);
		const title = spoken(
			entry.language === page.language ? { text: entry.data.title } : page.inEnglish(entry.data.title),
		);
		return href === undefined ? [title] : [h('a', { href }, [title])];
	},
	examples: [
		{
			name: 'with words',
			source: 'Read <Link to="GD-001">how to call</Link> first.',
			html: '<p>Read <a href="/guidance/example-guidance/">how to call</a> first.</p>',
		},
		{
			name: 'with the title',
			source: 'Read <Link to="GD-001" /> first.',
			html: '<p>Read <a href="/guidance/example-guidance/">Example guidance</a> first.</p>',
		},
	],
	refused: [
		{
			name: 'a path',
			source: 'Read <Link to="/guidance/phone-calls/">this</Link>.',
			issues: [
				'1:12 Unexpected value “/guidance/phone-calls/” for “to” of <Link>, expected a reference code such as GD-001',
			],
		},
	],
};
