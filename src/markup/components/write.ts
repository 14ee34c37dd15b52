/** A part of a letter that the caseworker writes for this one victim. */
import { z } from 'zod';
import { line } from '../../model/field.ts';
import type { Component } from '../component.ts';
import { h } from '../element.ts';

export const write: Component = {
	name: 'Write',
	summary: 'Where the caseworker writes for this victim. Inside are prompts, never sentences to send.',
	props: z.strictObject({ about: line('About', 'What has to be written, for example “the reason”.', 90) }),
	place: 'block',
	content: 'blocks',
	types: ['letter'],
	holds: ['When', 'Say', 'Avoid'],
	render: ({ props, children }, page) => [
		h('div', { className: ['write'], dataWriteAbout: props.about }, [
			h('p', { className: ['write-label'] }, [
				h('strong', {}, [page.word('write', { about: props.about ?? '' })]),
			]),
			...page.render(children),
		]),
	],
	examples: [
		{
			name: 'the reason',
			type: 'letter',
			source: '<Write about="the reason">\n\n- What did we decide?\n- Why?\n\n</Write>',
			html: '<div class="write" data-write-about="the reason"><p class="write-label"><strong>Write this yourself, for this victim: the reason</strong></p><ul><li>What did we decide?</li><li>Why?</li></ul></div>',
		},
	],
	refused: [
		{
			name: 'in a standard',
			type: 'standard',
			source: '<Write about="the reason">\n\nWhy?\n\n</Write>',
			issues: ['1:1 Unexpected <Write> here, expected it in letter templates only'],
		},
	],
};
