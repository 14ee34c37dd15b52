/** A support service: its name and first number in a sentence, or a contact card on a line of its own. */
import type { ElementContent } from 'hast';
import { z } from 'zod';
import { isVerified } from '../../model/evidence.ts';
import { reference } from '../../model/field.ts';
import type { Organisation } from '../../model/organisation.ts';
import { type CardLine, card, checkedLine, externalLink, phoneLink } from '../card.ts';
import type { Component, Page } from '../component.ts';
import { h, spoken, toContent } from '../element.ts';
import type { ComponentNode } from '../node.ts';

export const organisation: Component = {
	name: 'Organisation',
	summary:
		'A service with its phone number. In a sentence: name and number. On a line of its own: a card with everything.',
	props: z.strictObject({
		id: reference('organisation', 'Organisation', 'The id of the service.'),
		show: z.enum(['number']).optional().meta({
			title: 'Show',
			description: 'In a sentence: “number” leaves the name out, for numbers everybody knows.',
		}),
	}),
	place: 'either',
	content: 'nothing',
	render: (node, page) => {
		const { id = '' } = node.props;
		const entry = page.fact('organisation', id, node);
		if (!entry) return [{ type: 'text', value: id }];
		page.show('organisation', id);
		return node.block ? organisationCard(entry.data, id, node, page) : inSentence(entry.data, id, node, page);
	},
	examples: [
		{
			name: 'in a sentence',
			type: 'victim-page',
			site: 'public',
			source: 'You can call <Organisation id="example-helpline" />.',
			html: '<p>You can call <span class="organisation"><a href="/support/#example-helpline">Example Helpline</a> (<a href="tel:08081570000">0808 157 0000</a>)</span>.</p>',
		},
		{
			name: 'its number alone',
			type: 'victim-page',
			site: 'public',
			source: 'Call <Organisation id="example-helpline" show="number" />.',
			html: '<p>Call <a href="tel:08081570000">0808 157 0000</a>.</p>',
		},
		{
			name: 'alone in a line of a list',
			type: 'victim-page',
			site: 'public',
			source: '- <Organisation id="example-helpline" />',
			html: '<ul><li><span class="organisation"><a href="/support/#example-helpline">Example Helpline</a> (<a href="tel:08081570000">0808 157 0000</a>)</span></li></ul>',
		},
		{
			name: 'a card',
			type: 'victim-page',
			site: 'public',
			source: '<Organisation id="example-helpline" />',
			html: '<div class="card" role="group" aria-label="Example Helpline"><p class="card-name"><strong><a href="/support/#example-helpline">Example Helpline</a></strong></p><p>Listens to people harmed by a made-up crime.</p><dl><div><dt>Phone</dt><dd><a href="tel:08081570000">0808 157 0000</a>, free to call<br>24 hours a day</dd></div><div><dt>Relay UK</dt><dd>Dial 18001, then the number</dd></div><div><dt>Languages</dt><dd>English, Welsh</dd></div><div><dt>Website</dt><dd><a href="https://helpline.example.org/" rel="noreferrer noopener">helpline.example.org</a></dd></div></dl><p class="checked">We have this from another body, not from the service itself. Last checked 23 November 2026</p></div>',
		},
	],
	refused: [
		{
			name: 'no id',
			source: 'Call <Organisation />.',
			issues: ['1:6 Enter “id” for <Organisation>'],
		},
	],
};

function nameOf({ name }: Organisation, id: string, page: Page): ElementContent {
	const href = page.href('organisation', id);
	const content = spoken(page.inLanguage(name));
	return href === undefined ? content : h('a', { href }, [content]);
}

function inSentence(data: Organisation, id: string, node: ComponentNode, page: Page): ElementContent[] {
	const [phone] = shownPhones(data, id, node, page);
	if (phone && node.props.show === 'number')
		return toContent([
			phoneLink(phone.number, page.language),
			...unverifiedMark(isVerified(phone.evidence), page),
		]);
	return [
		h('span', { className: ['organisation'] }, [
			nameOf(data, id, page),
			...(phone ? [' (', phoneLink(phone.number, page.language), ')'] : []),
			...unverifiedMark(isVerified(data.evidence) && (!phone || isVerified(phone.evidence)), page),
		]),
	];
}

function organisationCard(data: Organisation, id: string, node: ComponentNode, page: Page): ElementContent[] {
	const lines: CardLine[] = [];
	for (const phone of shownPhones(data, id, node, page)) {
		const label = phone.label && spoken(page.inLanguage(phone.label));
		lines.push({
			name: page.word('phone number'),
			value: [
				...(label ? [label, ': '] : []),
				phoneLink(phone.number, page.language),
				...(phone.free ? [`, ${page.word('free')}`] : []),
				...unverifiedMark(isVerified(phone.evidence), page),
				...(phone.hours ? [h('br', {}), spoken(page.inLanguage(phone.hours))] : []),
			],
		});
	}
	if (data.textNumber)
		lines.push({ name: page.word('text number'), value: [h('bdi', {}, [data.textNumber])] });
	if (data.relay)
		lines.push({ name: page.word('relay'), value: [page.word('relay hint', { number: data.relay })] });
	if (data.languages?.length)
		lines.push({ name: page.word('languages'), value: [spoken(page.inEnglish(data.languages.join(', ')))] });
	if (data.website) lines.push({ name: page.word('website'), value: [externalLink(data.website)] });
	return [
		card({
			name: nameOf(data, id, page),
			label: page.inLanguage(data.name).text,
			about: [h('p', {}, [spoken(page.inLanguage(data.about))])],
			lines,
			end: checkedLine(data.evidence, page),
		}),
	];
}

/** On the public site a number that is not confirmed is an error, never a number. */
function shownPhones(
	data: Organisation,
	id: string,
	node: ComponentNode,
	page: Page,
): Organisation['phones'] {
	if (page.site === 'staff') return data.phones;
	return data.phones.filter((phone) => {
		if (isVerified(phone.evidence)) return true;
		page.report(
			node.at,
			'unverified-fact',
			`Unexpected phone number of “${id}”, which is not verified, expected a verified fact on a public page`,
			'Take the service out and say whom to ask, or have the number verified first.',
		);
		return false;
	});
}

function unverifiedMark(verified: boolean, page: Page): (ElementContent | string)[] {
	return verified
		? []
		: [' ', h('strong', { className: ['mark', 'mark-unverified'] }, [page.word('unverified')])];
}
