/** A fact as readers meet it: in a sentence, as a card, and with everything it says. */
import { z } from 'zod';
import { collections, type EntryType } from '../../../src/model/collection.ts';
import { timescaleInWords } from '../../../src/model/timescale.ts';
import { type DraftView, group, words } from './draft-view.ts';
import { inWords } from './handbook-page.ts';
import { finished, type Html, html } from './html.ts';
import type { DraftRenderer } from './render-draft.ts';

/** Sentences and cards in which a fact of each type appears. */
const samples: Partial<
	Record<EntryType, (id: string, view: DraftView) => { name: string; source: string }[]>
> = {
	timescale: (id) => [{ name: 'In a sentence', source: `We will tell you within <Timescale id="${id}" />.` }],
	organisation: (id) => [
		{ name: 'In a sentence', source: `You can talk to <Organisation id="${id}" />.` },
		{ name: 'As a card', source: `<Organisation id="${id}" />` },
	],
	right: (id) => [
		{ name: 'In a sentence', source: `This is part of <Right id="${id}" />.` },
		{ name: 'As a card', source: `<Right id="${id}" />` },
	],
	term: (id, view) => [
		{
			name: 'In a sentence',
			source: `Somebody may speak of <Term id="${id}">${plain(words(group(view.own.term), 'en'))}</Term>.`,
		},
	],
	area: (id) => [{ name: 'As a card', source: `<Contact area="${id}" />` }],
	pilot: (id) => [
		{
			name: 'As a condition',
			source: `<When pilot="${id}">\n\nText that holds in the pilot alone.\n\n</When>`,
		},
	],
	media: (id) => [{ name: 'On a page', source: `<Image id="${id}" />` }],
};

export function factPage(view: DraftView, renderer: DraftRenderer): Html {
	const { type, id, own } = view;
	const known = renderer.facts.get(type, id) !== undefined;
	const shown = samples[type]?.(id, view) ?? [];
	return html`<main id="main"><article class="document"><header class="document-head"><h1>${titleOf(view)}</h1></header><div class="document-body">
${shown.length > 0 && !known && html`<p>Fill in what is marked in the form to see how this appears on a page.</p>`}
${type === 'timescale' && timescaleCard(view, renderer)}
${known && shown.map(({ name, source }) => html`<section><h2>${name}</h2><div class="body">${finished(renderer.sample(source).html)}</div></section>`)}
<section><h2>${type === 'term' ? 'In the glossary' : 'What it says'}</h2>${type === 'term' ? glossaryEntry(own) : said(collections[type].schema, own)}</section>
</div></article></main>`;
}

/** A passage as a page shows it. */
export function passagePage(body: string): Html {
	return html`<main id="main"><article class="document"><header class="document-head"><p class="document-code">Passage</p><p class="intro">This text appears within pages, exactly as below.</p></header><div class="document-body"><div class="body">${finished(body)}</div></div></article></main>`;
}

/** A time limit as lists of them show it. */
function timescaleCard({ id, own }: DraftView, { facts }: DraftRenderer): Html | false {
	const entry = facts.get('timescale', id);
	return (
		entry !== undefined &&
		html`<section><h2>As a card</h2><div class="notice notice-information"><p class="notice-title"><strong>${timescaleInWords(entry.data)}</strong></p><p>${words(own, 'name', 'en')}</p><p>From: ${words(own, 'startsWhen', 'en')}</p><p>To: ${words(own, 'endsWhen', 'en')}</p></div></section>`
	);
}

function glossaryEntry(own: DraftView['own']): Html {
	const synonyms = Array.isArray(own.synonyms) ? own.synonyms.filter((each) => typeof each === 'string') : [];
	return html`<div class="term-entry"><h3>${words(own, 'term', 'en')}</h3><p>${words(own, 'plain', 'en')}</p>
${words(own, 'staff') && html`<p><strong>For staff:</strong> ${words(own, 'staff')}</p>`}
${words(own, 'useInstead') && html`<p><strong>Write instead:</strong> ${words(own, 'useInstead')}</p>`}
<p class="document-facts">${words(own, 'term', 'cy') && html`<span>Welsh: <span lang="cy">${words(own, 'term', 'cy')}</span></span>`} ${synonyms.length > 0 && html`<span>Also: ${synonyms.join(', ')}</span>`}</p></div>`;
}

/** Every key that has a value, under the label of its field. */
function said(schema: z.ZodType, value: unknown): Html {
	const inner = without(schema);
	if (inner instanceof z.ZodObject) {
		const rows = Object.entries(inner.shape as Record<string, z.ZodType>).filter(([key]) => {
			const each = group(value)[key];
			return each !== undefined && each !== '' && !(Array.isArray(each) && each.length === 0);
		});
		return html`<dl class="facts-list">${rows.map(([key, field]) => html`<div><dt>${labelOf(field) ?? key}</dt><dd>${said(field, group(value)[key])}</dd></div>`)}</dl>`;
	}
	if (inner instanceof z.ZodArray && Array.isArray(value))
		return html`<ul>${value.map((each) => html`<li>${said(inner.element as z.ZodType, each)}</li>`)}</ul>`;
	if (typeof value === 'boolean') return html`${value ? 'Yes' : 'No'}`;
	return html`${typeof value === 'string' ? inWords(value) : typeof value === 'number' ? value : ''}`;
}

function without(schema: z.ZodType): z.ZodType {
	return schema instanceof z.ZodOptional ? without(schema.unwrap() as z.ZodType) : schema;
}

function labelOf(field: z.ZodType): string | undefined {
	return field.meta()?.title ?? without(field).meta()?.title;
}

function titleOf({ id, own }: DraftView): string {
	for (const key of ['name', 'title', 'term', 'role', 'file']) {
		const title = words(own, key) || words(own, key, 'en');
		if (title) return title;
	}
	return id;
}

/** Words that cannot be read as marks of Markdown or as tags. */
function plain(text: string): string {
	return text.replace(/[^\p{L}\p{N} ’'-]/gu, '') || 'this';
}
