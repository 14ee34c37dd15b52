/** The contact card of an Area’s Victim Liaison Unit. */
import { z } from 'zod';
import { mayAppear } from '../../model/audience.ts';
import { isVerified } from '../../model/evidence.ts';
import { reference } from '../../model/field.ts';
import { type CardLine, card, checkedLine, externalLink, phoneLink } from '../card.ts';
import type { Component } from '../component.ts';
import { h, spoken } from '../element.ts';

export const contact: Component = {
	name: 'Contact',
	summary: 'The contact card of an Area. Where a number is not confirmed it says so and gives the web page.',
	props: z.strictObject({ area: reference('area', 'Area', 'The id of the Area.') }),
	place: 'block',
	content: 'nothing',
	render: (node, page) => {
		const { area: id = '' } = node.props;
		const entry = page.fact('area', id, node);
		if (!entry) return [h('p', {}, [id])];
		page.show('area', id);
		const { name, covers, contact: ways, notes } = entry.data;
		const known = isVerified(ways.evidence);
		const lines: CardLine[] = [];
		if (known && ways.phone)
			lines.push({ name: page.word('phone number'), value: [phoneLink(ways.phone, page.language)] });
		if (known && ways.email)
			lines.push({
				name: page.word('email address'),
				value: [h('a', { href: `mailto:${ways.email}` }, [ways.email])],
			});
		if (known && ways.hours)
			lines.push({ name: page.word('hours'), value: [spoken(page.inLanguage(ways.hours))] });
		if (known && ways.post) lines.push({ name: page.word('post'), value: [h('bdi', {}, [ways.post])] });
		if (ways.website)
			lines.push({ name: page.word('website'), value: [externalLink(ways.website, page.word('area page'))] });
		const reachable = known && (ways.phone !== undefined || ways.email !== undefined);
		const href = page.href('area', id);
		const heading = spoken(page.inLanguage(name));
		return [
			card({
				name: href === undefined ? heading : h('a', { href }, [heading]),
				label: page.inLanguage(name).text,
				about: [
					h('p', {}, [`${page.word('covers')}: `, spoken(page.inLanguage(covers))]),
					...(reachable
						? []
						: [
								h('p', { className: ['not-confirmed'] }, [
									page.word(ways.website ? 'contact not confirmed' : 'contact not known'),
								]),
							]),
					...(notes ?? [])
						.filter(({ audience }) => mayAppear(audience, page.site))
						.map(({ text }) => h('p', {}, [`${page.word('note')}: `, spoken(page.inLanguage(text))])),
				],
				lines,
				end: checkedLine(ways.evidence, page),
			}),
		];
	},
	examples: [
		{
			name: 'nothing confirmed but the web page',
			type: 'victim-page',
			site: 'public',
			source: '<Contact area="example-area" />',
			html: '<div class="card" role="group" aria-label="Example Area"><p class="card-name"><strong><a href="/find-your-area/#example-area">Example Area</a></strong></p><p>Covers: Exampleshire</p><p class="not-confirmed">The phone number and email address are not confirmed. Use the web page to find them.</p><dl><div><dt>Website</dt><dd><a href="https://www.example.org/area" rel="noreferrer noopener">Web page of this Area</a></dd></div></dl><p class="checked">Last checked 23 November 2026</p></div>',
		},
	],
	refused: [
		{
			name: 'in a sentence',
			source: 'Ask <Contact area="example-area" /> first.',
			issues: ['1:5 Unexpected <Contact> within a paragraph, expected it on lines of its own'],
		},
	],
};
