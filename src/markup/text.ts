/** The words of rendered content, for search and for comparing editions. */
import type { ElementContent } from 'hast';

export interface Section {
	/** Id of the heading; empty for the part above the first. */
	id: string;
	heading: string;
	/** 2 to 4; 0 for the part above the first heading. */
	depth: number;
	text: string;
}

const lines = new Set([
	'p',
	'li',
	'h2',
	'h3',
	'h4',
	'blockquote',
	'figcaption',
	'figure',
	'summary',
	'details',
	'div',
	'section',
	'tr',
	'table',
	'dt',
	'dd',
	'hr',
	'br',
	'ul',
	'ol',
]);
const cells = new Set(['td', 'th']);

/** What a reader reads, one line for each paragraph, item or row. */
export function textOf(nodes: readonly ElementContent[]): string {
	return tidy(collect(nodes));
}

/** The words under each heading, in reading order. */
export function sectionsOf(nodes: readonly ElementContent[]): Section[] {
	const sections: Section[] = [{ id: '', heading: '', depth: 0, text: '' }];
	const look = (list: readonly ElementContent[]) => {
		for (const node of list) {
			const section = sections.at(-1) as Section;
			if (node.type !== 'element') {
				section.text += collect([node]);
			} else if (/^h[2-4]$/.test(node.tagName)) {
				sections.push({
					id: String(node.properties.id ?? ''),
					heading: textOf(node.children),
					depth: Number(node.tagName[1]),
					text: '',
				});
			} else if (holdsHeading(node.children)) {
				look(node.children);
			} else {
				section.text += collect([node]);
			}
		}
	};
	look(nodes);
	return sections
		.map((section) => ({ ...section, text: tidy(section.text) }))
		.filter(({ depth, text }) => depth > 0 || text !== '');
}

function holdsHeading(nodes: readonly ElementContent[]): boolean {
	return nodes.some(
		(node) => node.type === 'element' && (/^h[2-4]$/.test(node.tagName) || holdsHeading(node.children)),
	);
}

function collect(nodes: readonly ElementContent[]): string {
	let text = '';
	for (const node of nodes) {
		if (node.type === 'text') text += node.value;
		else if (node.type === 'element') {
			const inner = node.tagName === 'img' ? String(node.properties.alt ?? '') : collect(node.children);
			text += lines.has(node.tagName) ? `\n${inner}\n` : cells.has(node.tagName) ? `${inner} ` : inner;
		}
	}
	return text;
}

function tidy(text: string): string {
	return text
		.split('\n')
		.map((line) => line.replace(/ {2,}/g, ' ').trim())
		.filter((line) => line !== '')
		.join('\n');
}
