/** Text of a letter template for some channels only. */
import { z } from 'zod';
import { type Channel, channels } from '../../model/channel.ts';
import type { Component } from '../component.ts';
import { h } from '../element.ts';

export const only: Component = {
	name: 'Only',
	summary: 'Text for one or several channels of a letter template.',
	props: z.strictObject({
		channel: z
			.string()
			.refine(
				(value) => {
					const named = value.split(' ');
					return (
						named.every((each) => (channels as readonly string[]).includes(each)) &&
						new Set(named).size === named.length
					);
				},
				`Expected one or several of: ${channels.join(', ')}, with a space between`,
			)
			.meta({ title: 'Channel', description: 'For example letter, or letter email.' }),
	}),
	place: 'block',
	content: 'blocks',
	types: ['letter'],
	holds: [
		'Notice',
		'Organisation',
		'Contact',
		'Passage',
		'When',
		'Write',
		'Steps',
		'Details',
		'Say',
		'Avoid',
	],
	holdsHeadings: true,
	condition: ({ channel }) =>
		channel === undefined ? undefined : { kind: 'channel', values: channel.split(' ') },
	render: ({ props, children }, page) => {
		const named = (props.channel ?? '')
			.split(' ')
			.filter((each): each is Channel => (channels as readonly string[]).includes(each));
		const list = named.map((each) => page.word(each)).join(page.word('or'));
		return [
			h('div', { className: ['only'], dataOnlyChannel: named.join(' ') }, [
				h('p', { className: ['only-label'] }, [page.word('only by', { channels: list })]),
				...page.render(children),
			]),
		];
	},
	examples: [
		{
			name: 'two channels',
			type: 'letter',
			source: '<Only channel="letter email">\n\nYours sincerely\n\n</Only>',
			html: '<div class="only" data-only-channel="letter email"><p class="only-label">Only by letter or email</p><p>Yours sincerely</p></div>',
		},
	],
	refused: [
		{
			name: 'an unknown channel',
			type: 'letter',
			source: '<Only channel="fax">\n\nText.\n\n</Only>',
			issues: [
				'1:7 Unexpected value “fax” for “channel” of <Only>, expected one or several of: letter, email, phone, sms, with a space between',
			],
		},
		{
			name: 'in guidance',
			source: '<Only channel="letter">\n\nText.\n\n</Only>',
			issues: ['1:1 Unexpected <Only> here, expected it in letter templates only'],
		},
	],
};
