/** A call-out: something that must not be missed, set apart from the text. */
import { z } from 'zod';
import { line } from '../../model/field.ts';
import type { Component } from '../component.ts';
import { h } from '../element.ts';

const kinds = ['information', 'warning', 'safety'] as const;

export const notice: Component = {
	name: 'Notice',
	summary: 'Sets something apart that must not be missed. Use it rarely: a page of notices has none.',
	props: z.strictObject({
		kind: z.enum(kinds).meta({
			title: 'Kind',
			description: 'Safety when somebody could be in danger; warning when something could go wrong.',
		}),
		title: line('Title', 'Leave empty for “Information”, “Warning” or “Safety”.', 90).optional(),
	}),
	place: 'block',
	content: 'blocks',
	holds: ['Organisation', 'Contact', 'Passage', 'When'],
	render: ({ props, children }, page) => {
		const kind = kinds.find((each) => each === props.kind) ?? 'information';
		return [
			h('div', { className: ['notice', `notice-${kind}`], role: 'note' }, [
				h('p', { className: ['notice-title'] }, [h('strong', {}, [props.title ?? page.word(kind)])]),
				...page.render(children),
			]),
		];
	},
	examples: [
		{
			name: 'a safety notice',
			source: '<Notice kind="safety">\n\nAsk if it is safe to talk.\n\n</Notice>',
			html: '<div class="notice notice-safety" role="note"><p class="notice-title"><strong>Safety</strong></p><p>Ask if it is safe to talk.</p></div>',
		},
		{
			name: 'a title of its own',
			source: '<Notice kind="warning" title="Not confirmed">\n\nAsk the central team.\n\n</Notice>',
			html: '<div class="notice notice-warning" role="note"><p class="notice-title"><strong>Not confirmed</strong></p><p>Ask the central team.</p></div>',
		},
	],
	refused: [
		{
			name: 'another kind',
			source: '<Notice kind="danger">\n\nText.\n\n</Notice>',
			issues: [
				'1:9 Unexpected value “danger” for “kind” of <Notice>, expected one of: information, warning, safety',
			],
		},
		{
			name: 'no kind',
			source: '<Notice>\n\nText.\n\n</Notice>',
			issues: ['1:1 Enter “kind” for <Notice>'],
		},
		{
			name: 'on one line',
			source: '<Notice kind="safety">Text.</Notice>',
			issues: ['1:1 Unexpected <Notice> within a paragraph, expected it on lines of its own'],
		},
	],
};
