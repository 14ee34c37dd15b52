import { readFileSync } from 'node:fs';

const data = JSON.parse(readFileSync(new URL('data.json', import.meta.url), 'utf8'));

const inline = {
	Timescale: ({ id }) => {
		const { length, unit } = data.timescales[id];
		return `<span class="timescale">${length} ${unit}${length === 1 ? '' : 's'}</span>`;
	},
	Right: ({ id }) => `<a href="/rights/${id}/">Right ${data.rights[id].number}: ${data.rights[id].title.en}</a>`,
	Organisation: ({ id }) => {
		const { name, phones } = data.organisations[id];
		return `<span class="organisation">${name.en}${phones[0] ? `: ${phones[0].number}` : ''}</span>`;
	},
	Contact: ({ area }) => {
		const { name, covers, contact } = data.areas[area];
		return `<div class="card"><p><strong>${name.en}</strong></p><p>Covers: ${covers.en}</p><p>${contact.phone ?? 'No contact details have been confirmed.'}</p></div>`;
	},
	Term: ({ id, words }) => `<dfn title="${data.terms[id].plain.en.replaceAll('"', '&quot;')}">${words}</dfn>`,
	Passage: ({ id }) => `<div class="passage">${data.passages[id].map((text) => `<p>${text}</p>`).join('')}</div>`,
	Link: ({ to, words }) => `<a href="${data.links[to].path}">${words}</a>`,
};

/** What stands before and after the Markdown inside. */
const block = {
	Notice: ({ kind }) => [`<div class="notice notice-${kind}">`, '</div>'],
	Clause: ({ number, strength }) => [`<div class="clause" id="clause-${number}"><p><strong>${number}</strong> ${strength}</p>`, '</div>'],
	Steps: () => ['<div class="steps">', '</div>'],
	Details: ({ summary }) => [`<details><summary>${summary}</summary>`, '</details>'],
	Say: () => ['<blockquote class="say">', '</blockquote>'],
	Avoid: ({ why }) => ['<div class="avoid">', `<p>${why}</p></div>`],
	Example: ({ title }) => [`<section class="example"><p><strong>${title}</strong></p>`, '</section>'],
	When: ({ pilot, placeholder, is }) => [`<div class="when"><p>${pilot ? `Only in the pilot: ${data.pilots[pilot].name.en}` : `Only if ${placeholder} is ${is}`}</p>`, '</div>'],
	Only: ({ channel }) => [`<div class="only"><p>${channel}</p>`, '</div>'],
	Write: ({ about }) => [`<div class="write"><p>Write ${about}</p>`, '</div>'],
};

export default function (config) {
	for (const [name, render] of Object.entries(inline)) config.addShortcode(name, render);
	for (const [name, render] of Object.entries(block)) {
		config.addPairedShortcode(name, (content, props) => {
			const [before, after] = render(props);
			return `${before}\n\n${content.trim()}\n\n${after}`;
		});
	}
	config.addPassthroughCopy('style.css');
	config.setQuietMode(true);
	return { dir: { output: 'dist' }, markdownTemplateEngine: 'njk' };
}
