/** The pages of an evidence pack: one that explains it and how to check it, and each text as it was read. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { dayInWords } from '../model/day-in-words.ts';
import { dayOf } from '../model/day-of.ts';
import { direction, languageNames } from '../model/languages.ts';
import { type Checkpoint, DEMONSTRATION } from './checkpoint.ts';
import type { LanguageViews, SignOffNote } from './edition.ts';
import type { EvidenceText } from './evidence.ts';
import type { EvidenceChoice, EvidenceQuestion } from './evidence-choice.ts';
import { frozenParts } from './frozen-parts.ts';
import type { Register } from './register.ts';
import type { DocumentEvent, PublishedEdition } from './standing.ts';

export interface EvidenceParts {
	question: EvidenceQuestion;
	choice: EvidenceChoice;
	register: Register;
	latest: Checkpoint;
	texts: readonly EvidenceText[];
	views: ReadonlyMap<PublishedEdition, LanguageViews>;
}

/** The pages by their names in the pack. The verifier expects each text to be read to the letter as it is written here. */
export function evidencePages(parts: EvidenceParts): [string, string][] {
	const { choice, texts, views } = parts;
	const readable = choice.documents.flatMap(({ editions }) => editions);
	return [
		['index.html', page(titleOf(parts), 'en', explanation(parts))],
		...texts.map(({ code, number, language, html, text }): [string, string] => {
			const edition = readable.find(
				(each) => each.code === code && each.number === number,
			) as PublishedEdition;
			const view = views.get(edition)?.[language];
			const frozen = frozenParts(view ? { en: view } : {});
			// What its text says before its body, line by line.
			const [heading = '', ...head] = frozen.text.en?.split('\n\n')[0]?.split('\n') ?? [];
			const title = `${code}, edition ${number}: ${heading}`;
			// Images stand in the pack beside the pages.
			const body = (frozen.html.en ?? '').replaceAll('src="/media/', 'src="../media/');
			return [
				readingPage(code, number, language),
				page(
					title,
					language,
					`<p class="what" lang="en" dir="ltr">${escaped(code)}, edition ${number}. Published ${day(dayOf(edition.published))}, in force from ${day(edition.inForceFrom)}. This page is for reading. What was hashed: <a href="../${escaped(html)}">${escaped(html)}</a> and <a href="../${escaped(text)}">${escaped(text)}</a>. <a href="../index.html">Back</a></p>
<h1>${escaped(heading)}</h1>${head.map((line) => `<p>${escaped(line)}</p>`).join('')}${body}`,
				),
			];
		}),
	];
}

const readingPage = (code: string, number: number, language: string) =>
	`editions/${code}-${number}.${language}.html`;

function titleOf({ question: { code, on }, choice }: EvidenceParts): string {
	const [only] = choice.documents;
	const what = code === undefined ? 'Everything that stood' : `${code} ${only?.document.title ?? ''}`;
	return on === undefined ? `Evidence: ${what}` : `Evidence: ${what}, as at ${dayInWords(on)}`;
}

function explanation(parts: EvidenceParts): string {
	const { choice, latest, register, texts } = parts;
	const demonstration = latest.remarks.includes(DEMONSTRATION);
	const files = texts.map(({ code, number, html, text }) => {
		const edition = choice.documents
			.flatMap(({ editions }) => editions)
			.find((each) => each.code === code && each.number === number);
		const language = /\.(\w+)\.html$/.exec(html)?.[1] ?? '';
		return `<tr><td>${escaped(text)}</td><td><code>${edition?.parts.text[language]}</code></td></tr><tr><td>${escaped(html)}</td><td><code>${edition?.parts.html[language]}</code></td></tr>`;
	});
	return `<h1>${escaped(titleOf(parts))}</h1>
<p>This pack holds what was published, word for word, with the proof that it stands in the register of the site. The register has one entry for everything that happened to every document. Nobody can change, drop or add an earlier entry without every later checkpoint showing it.</p>
${demonstration ? '<p class="warning"><strong>Demonstration.</strong> The register was signed with a key that everybody has. The hashes hold together, but the signature proves nothing about who wrote them.</p>' : ''}
${choice.documents.map((each) => documentPart(each, parts)).join('\n')}
<h2>How to check it</h2>
<ol>
<li>Unpack the ZIP file. With Node 20 or newer, run <code>node verify.mjs</code> in its folder. It has 200 lines and needs nothing else: read it, or have it read. It says “Sound”, or everything that is wrong: of the entries, the texts, the images, and every word of the pages in <code>editions/</code>. This page is put together from the same entries and is not checked itself. The verifier names the dates of each edition: if this page says anything else, the verifier is right.</li>
<li>The pack brings the key it was signed with (key.txt). Compare it with the one on the page “register” of the site, or better with one that you were given another way, and run <code>node verify.mjs --key THE-KEY</code>.</li>
<li>Without any of this, hash a text yourself (<code>sha256sum texts/*</code>, or <code>Get-FileHash</code> on Windows) and compare the result with the table below, and with the entry in register.jsonl on the site.</li>
<li>If you kept an earlier checkpoint of the site, check the site itself against it: <code>node verify.mjs ADDRESS-OF-THE-SITE --kept FILE</code>.</li>
</ol>
<table><caption>SHA-256 of each text</caption><tbody>${files.join('')}</tbody></table>
<h2>What it proves, and what it does not</h2>
<ul>
<li>Each entry here is one of the ${latest.size} entries of the register “${escaped(latest.origin)}” whose root is <code>${bytesToHex(latest.root)}</code>, and each text has the hash in its entry.</li>
<li>Where an earlier checkpoint is included, the register that was signed then already held the entry.</li>
<li>It does not prove that there is no other entry about the same document. The whole register, on the site, does: <code>node verify.mjs ADDRESS-OF-THE-SITE</code>.</li>
<li>It does not prove when something was written to anybody who does not trust the one who signed. A checkpoint that somebody else kept does.</li>
</ul>
<h2>Checkpoint</h2>
<pre>${escaped(latest.body)}</pre>
<p>The register had ${register.lines.length} entries when this pack was made; the last is of ${escaped(register.entries.at(-1)?.at ?? '')}.</p>`;
}

function documentPart(
	chosen: EvidenceChoice['documents'][number],
	{ question, register, texts }: EvidenceParts,
): string {
	const { document, editions } = chosen;
	const rows = document.editions.map((edition) => {
		const languages = texts.filter((each) => each.code === edition.code && each.number === edition.number);
		const reading = languages
			.map(
				({ language }) =>
					`<a href="${readingPage(edition.code, edition.number, language)}">${languageNames[language].english}</a>`,
			)
			.join(', ');
		const missing = edition.error !== undefined ? `Removed: ${escaped(edition.error)}` : 'Not in this pack';
		return `<tr><th scope="row">${edition.number}</th><td>${escaped(edition.published)}</td><td>${day(edition.inForceFrom)}</td><td>${changeOf(edition)}</td><td>${[...edition.signOffs, ...edition.signedLater].map(signOff).join('<br>') || 'None'}</td><td>${reading || missing}${edition.redacted ? '<br>Personal data was taken out' : ''}</td></tr>`;
	});
	const answer =
		question.on === undefined
			? ''
			: `<p class="answer">${answerOf(chosen, question.on)}${endOf(register, question.on)}</p>`;
	const events = document.events.map((event) => `<li>${escaped(event.at)}: ${eventInWords(event)}</li>`);
	return `<section><h2>${escaped(document.code)} ${escaped(document.title)}</h2>${answer}
<table><caption>Its editions (${editions.length} of ${document.editions.length} in this pack)</caption><thead><tr><th scope="col">Edition</th><th scope="col">Published</th><th scope="col">In force from</th><th scope="col">What changed</th><th scope="col">Signed off</th><th scope="col">Text</th></tr></thead><tbody>${rows.join('')}</tbody></table>
${events.length > 0 ? `<p>What else happened:</p><ul>${events.join('')}</ul>` : ''}</section>`;
}

/** What stood on the day that was asked about. */
function answerOf(
	{ document, inForce, published, withdrawn }: EvidenceChoice['documents'][number],
	on: string,
): string {
	const applied =
		inForce === undefined
			? 'no edition was in force'
			: withdrawn !== undefined
				? `no edition was in force any longer: edition ${inForce} was withdrawn on ${day(withdrawn)}`
				: `edition ${inForce} was in force`;
	const seen =
		published === undefined
			? ', and none had been published'
			: published === inForce
				? ''
				: `; the latest that had been published was edition ${published}`;
	const taken = document.editions
		.filter(({ number, error }) => error !== undefined && (number === inForce || number === published))
		.map(({ number }) => ` Edition ${number} was published in error, and its text was taken away later.`);
	return `On ${day(on)}: ${applied}${seen}.${taken.join('')}`;
}

/** Of a day after the last entry the register knows only what it knew then. */
function endOf({ entries }: Register, on: string): string {
	const last = dayOf(entries.at(-1)?.at ?? '');
	return on > last
		? ` The last entry of the register is of ${day(last)}: what was published after that day is not told here.`
		: '';
}

function changeOf({ changeNote, causes, emergency }: PublishedEdition): string {
	// The register of the public does not say why, and who signed.
	const told = changeNote.what !== '';
	return [
		...(told
			? [
					`${changeNote.kind === 'major' ? 'Major. ' : 'Minor. '}${escaped(changeNote.what)} ${escaped(changeNote.why)}`,
				]
			: []),
		...(causes ?? []).map(({ name }) => `Because of: ${escaped(name)}.`),
		...(emergency ? [`Emergency: ${escaped(emergency.reason)} (${escaped(emergency.by)})`] : []),
	].join('<br>');
}

function signOff({ role, by, language, at }: SignOffNote): string {
	return `${escaped(by)} (${role}, ${languageNames[language].english}), ${escaped(at)}`;
}

function eventInWords(event: DocumentEvent): string {
	switch (event.kind) {
		case 'review':
			return `reviewed on ${day(event.on)}${event.by === '' ? '' : ` by ${escaped(event.by)}`}. ${escaped(event.outcome)}`;
		case 'withdrawal':
			return `withdrawn on ${day(event.on)}. ${escaped(event.why)}${event.replacedBy === undefined ? '' : ` Replaced by ${escaped(event.replacedBy)}.`}`;
		case 'error':
			return `edition ${event.number} was published in error and removed. ${escaped(event.why)}`;
		case 'redaction':
			return `personal data was taken out of edition ${event.number}. ${escaped(event.why)}`;
		case 'merge':
			return `merged into ${escaped(event.into)}.`;
		case 'rename':
			return `moved from ${escaped(event.from)} to ${escaped(event.to)}.`;
		case 'sign-off':
			return `edition ${event.number} signed off afterwards: ${signOff(event.signOff)}.`;
	}
}

const day = (date: string) => escaped(dayInWords(date));

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function page(title: string, language: EvidenceText['language'], body: string): string {
	return `<!doctype html>
<html lang="${language}" dir="${direction(language)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:bold}td,th{border:1px solid #767676;padding:.4rem;text-align:left;vertical-align:top}code,pre{overflow-wrap:anywhere;white-space:pre-wrap}.warning,.answer,.what{border-left:.3rem solid;padding-left:1rem}@media screen and (max-width:45rem){table{display:block;overflow-x:auto}}</style></head>
<body>
${body}
</body></html>
`;
}
