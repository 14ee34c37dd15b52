/** A victim page as victims see it. What leads elsewhere is there and leads nowhere. */
import { documentState } from '../../../src/model/document.ts';
import { direction } from '../../../src/model/language.ts';
import { fill, wordsFor } from '../../../src/sites/shared/words/index.ts';
import { type DraftView, group, texts, words } from './draft-view.ts';
import { inWords, isDay } from './handbook-page.ts';
import { finished, type Html, html } from './html.ts';
import type { DraftRenderer } from './render-draft.ts';

/** The passage that a page begins with when somebody could be in danger. */
const EMERGENCY = 'emergency';

export function publicPage(view: DraftView, body: string, renderer: DraftRenderer, at: string): Html {
	const { language, shared, own } = view;
	const say = wordsFor(language);
	const withdrawn = group(shared.withdrawn);
	const from = words(shared, 'changeNote', 'inForceFrom');
	const state = documentState(
		{
			withdrawn: isDay(withdrawn.on) ? { on: withdrawn.on } : undefined,
			changeNote: { inForceFrom: isDay(from) ? from : undefined },
		},
		at,
	);
	const emergency = shared.sensitive === true ? renderer.passage(EMERGENCY) : undefined;
	const next =
		renderer.facts.document(words(shared, 'nextStep'), language) ??
		renderer.facts.document(words(shared, 'nextStep'));
	return html`
<section class="leave" aria-label="${say.exit.button}"><div class="govuk-exit-this-page"><span class="govuk-button govuk-button--warning govuk-exit-this-page__button"><span class="visually-hidden">${say.exit.emergency}</span> ${say.exit.button}</span></div></section>
<header class="site-header"><p class="demonstration">${say.demonstration}</p><span class="site-name">${say.siteName}</span></header>
<main id="main"><article>
<h1>${words(own, 'title')}</h1>
${emergency && html`<div class="emergency-line" role="region" aria-label="${say.emergency}"${emergency.language === language ? finished('') : html` lang="${emergency.language}" dir="${direction(emergency.language)}"`}>${finished(emergency.html)}</div>`}
${language !== 'en' && words(own, 'translation', 'state') === 'machine-drafted' && html`<div class="notice notice-warning"><p>${say.machineDrafted} <a href="#main" lang="en" hreflang="en" dir="ltr">${wordsFor('en').readInEnglish}</a></p></div>`}
${state === 'not yet in force' && html`<div class="notice notice-warning"><p>${say.notYet}</p></div>`}
${
	state === 'withdrawn'
		? html`<div class="notice notice-warning"><p class="notice-title">${say.withdrawn.title}</p><p>${fill(say.withdrawn.on, { day: inWords(words(withdrawn, 'on'), language) })}</p><p lang="en" dir="ltr">${words(withdrawn, 'why')}</p></div><h2 id="older">${say.withdrawn.older}</h2>`
		: html`<div class="helps-with"><p>${say.helpsYou}:</p><ul>${texts(own, 'helpsWith').map((each) => html`<li>${each}</li>`)}</ul></div>`
}
<div class="body">${finished(body)}</div>
</article>
${next && html`<nav class="next-step" aria-label="${say.whatNext}"><p>${say.whatNext}</p><a href="#main">${next.data.title}</a></nav>`}
<section class="about-page" aria-labelledby="where-from"><h2 id="where-from">${say.whereFrom}</h2><p>${fill(say.lastChecked, { day: inWords(words(shared, 'review', 'lastReviewed'), language) })}. ${fill(say.code, { code: words(shared, 'code') })}.</p></section>
</main>`;
}

/** What the tab and the history show. */
export function tabTitle({ language, own }: DraftView): string {
	return words(own, 'tabTitle') || `${words(own, 'title')} – ${wordsFor(language).siteName}`;
}
