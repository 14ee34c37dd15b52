/** A document as its page in the handbook shows it to staff. */

import { type Channel, channelNames } from '../../../src/model/channel.ts';
import type { DocumentType } from '../../../src/model/collection.ts';
import { dayInWords } from '../../../src/model/day-in-words.ts';
import { documentState, nextReview } from '../../../src/model/document.ts';
import { direction, type Language, languageNames } from '../../../src/model/language.ts';
import { decisionTypes, obligations } from '../../../src/model/letter-template.ts';
import { typeNames } from '../../../src/sites/handbook/sections.ts';
import { wordsFor } from '../../../src/sites/shared/words/index.ts';
import { type DraftView, group, texts, words } from './draft-view.ts';
import { finished, type Html, html } from './html.ts';
import type { DraftRenderer } from './render-draft.ts';

const english = wordsFor('en');

export function handbookPage(view: DraftView, body: string, renderer: DraftRenderer, at: string): Html {
	const { type, language, shared, own } = view;
	const inOwn = language === 'en' ? finished('') : html` lang="${language}" dir="${direction(language)}"`;
	const text = html`<div class="body${type === 'letter' ? ' sheet-body' : ''}"${inOwn}>${finished(body)}</div>`;
	return html`
<header class="top"><p class="demonstration">${english.demonstration}</p><div class="top-row"><span class="site-name">${english.handbookName}</span></div></header>
<main id="main"><article class="document">
<header class="document-head">
<p class="document-code"><span class="type-mark type-${type}">${typeNames[type as DocumentType]}</span> <span class="code">${words(shared, 'code')}</span></p>
<h1${inOwn}>${words(own, 'title')}</h1>
<p class="intro"${inOwn}>${words(own, 'summary')}</p>
${states(view, at)}
</header>
<div class="side">${facts(view, renderer)}</div>
<div class="document-body">
${type === 'letter' && letterParts(view)}
${type === 'victim-page' && html`<div class="helps-with"${inOwn}><p>${wordsFor(language).helpsYou}:</p><ul>${texts(own, 'helpsWith').map((each) => html`<li>${each}</li>`)}</ul></div>`}
${type === 'letter' ? sheet(text) : text}
</div>
</article></main>`;
}

function sheet(text: Html): Html {
	return html`<section class="sheet" aria-labelledby="the-text"><h2 id="the-text">The text</h2>
<ul class="sheet-key"><li><span class="key-placeholder">A gap</span> shows an example, then its name.</li><li><span class="key-when">A condition</span> says when its text is used.</li><li><span class="key-write">Write this yourself</span> holds prompts, not words to send.</li></ul>
${text}</section>`;
}

/** What a reader has to know before the text. */
function states({ shared, own, language, catalogue }: DraftView, at: string): Html[] {
	const found: Html[] = [];
	const withdrawn = group(shared.withdrawn);
	const inForceFrom = words(group(shared.changeNote), 'inForceFrom');
	const state = documentState(
		{
			withdrawn: isDay(withdrawn.on) ? { on: withdrawn.on } : undefined,
			changeNote: { inForceFrom: isDay(inForceFrom) ? inForceFrom : undefined },
		},
		at,
	);
	if (state === 'withdrawn') {
		const by = catalogue.document(words(withdrawn, 'replacedBy'));
		found.push(
			html`<div class="notice notice-safety"><p class="notice-title"><strong>Withdrawn on ${inWords(words(withdrawn, 'on'))}</strong></p><p>${words(withdrawn, 'why')}</p>${by && html`<p>Use this instead: ${words(withdrawn, 'replacedBy')} ${by.data.title}.</p>`}</div>`,
		);
	}
	if (state === 'not yet in force')
		found.push(
			html`<div class="notice notice-warning"><p class="notice-title"><strong>Not yet in force</strong></p><p>This applies from ${inWords(inForceFrom)}. Until then, do not rely on it.</p></div>`,
		);
	const translation = words(own, 'translation', 'state');
	if (language !== 'en' && translation !== 'reviewed')
		found.push(
			html`<div class="notice notice-warning"><p class="notice-title"><strong>${translation === 'in review' ? 'This translation is being reviewed' : 'A computer made this translation'}</strong></p><p>No translator has approved the ${languageNames[language].english} yet. Do not send it before one has.</p></div>`,
		);
	return found;
}

function facts({ shared, catalogue }: DraftView, { facts }: DraftRenderer): Html {
	const change = group(shared.changeNote);
	const review = group(shared.review);
	const person = (id: string) => catalogue.get('person', id)?.data.role ?? id;
	const everyMonths = Number(review.everyMonths);
	const lastReviewed = words(review, 'lastReviewed');
	const rows: [string, string | undefined][] = [
		['For', decisionTypes[words(shared, 'decisionType') as keyof typeof decisionTypes]],
		[
			'Channels',
			texts(shared, 'channels')
				.map((each) => channelNames[each as Channel] ?? each)
				.join(', '),
		],
		['In force from', inWords(words(change, 'inForceFrom'))],
		['Owner', person(words(shared, 'owner'))],
		['Last reviewed', lastReviewed && `${inWords(lastReviewed)}, ${person(words(review, 'by'))}`],
		[
			'Next review',
			isDay(lastReviewed) && everyMonths > 0 ? inWords(nextReview({ lastReviewed, everyMonths })) : '',
		],
		[words(change, 'kind') === 'minor' ? 'Change, minor' : 'Change, major', words(change, 'what')],
		['Why', words(change, 'why')],
		[
			'Topics',
			texts(shared, 'topics')
				.map((id) => facts.get('topic', id)?.data.name.en ?? id)
				.join(', '),
		],
		['Browser tab', words(shared, 'tabTitle')],
	];
	return html`<section class="facts" aria-label="About this document"><details class="fold"><summary>About this document: owner, review, change</summary><dl class="facts-list">${rows.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></details></section>`;
}

function letterParts({ shared }: DraftView): Html {
	return html`<section aria-labelledby="what-it-must-say"><h2 id="what-it-must-say">What it must say</h2><ul class="ticks">${texts(shared, 'mustSay').map((each) => html`<li>${obligations[each as keyof typeof obligations] ?? each}</li>`)}</ul></section>`;
}

export function isDay(value: unknown): value is string {
	return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

export function inWords(day: string, language: Language = 'en'): string {
	return isDay(day) ? dayInWords(day, language) : day;
}
