/**
 * What rendered HTML may hold: elements, attributes, classes and addresses. Independent of how it was made, so
 * that a mistake in rendering, or an edition changed on disk, is found here.
 */
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import { judgeAddress } from './address.ts';

type Rule = (value: string) => boolean;

const oneOf =
	(...values: string[]): Rule =>
	(value) =>
		values.includes(value);
const matching =
	(pattern: RegExp): Rule =>
	(value) =>
		pattern.test(value);
const words: Rule = (value) => value.length <= 1000;

/** Every class that rendering writes. */
export const outputClasses: readonly string[] = [
	...[
		'align-center',
		'align-right',
		'avoid',
		'avoid-why',
		'card',
		'card-name',
		'checked',
		'clause',
		'clause-anchor',
		'clause-head',
	],
	...[
		'clause-may',
		'clause-must',
		'clause-should',
		'details',
		'details-text',
		'example',
		'example-text',
		'image',
		'image-words',
	],
	...[
		'mark',
		'mark-unverified',
		'not-confirmed',
		'notice',
		'notice-information',
		'notice-safety',
		'notice-title',
		'notice-warning',
	],
	...[
		'only',
		'only-label',
		'organisation',
		'placeholder',
		'placeholder-name',
		'right',
		'say',
		'steps',
		'strength',
		'strength-may',
	],
	...[
		'strength-must',
		'strength-should',
		'table',
		'term',
		'timescale',
		'when',
		'when-label',
		'write',
		'write-label',
	],
];

const everywhere: Record<string, Rule> = {
	class: (value) => value.split(' ').every((name) => outputClasses.includes(name)),
	lang: oneOf('en', 'cy', 'ar', 'ur'),
	dir: oneOf('ltr', 'rtl'),
};
const condition: Record<string, Rule> = {
	'data-when-pilot': words,
	'data-when-area': words,
	'data-when-role': words,
	'data-when-offence': words,
	'data-when-victim': words,
	'data-when-placeholder': words,
	'data-when-is': words,
};
const id: Rule = matching(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.-]*$/u);

/** Every element that rendering writes, with the attributes it may have beside class, lang and dir. */
export const outputElements: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
	a: { href: (value) => judgeAddress(value).ok, rel: oneOf('noreferrer noopener'), 'aria-label': words },
	bdi: {},
	blockquote: {},
	br: {},
	code: {},
	dd: {},
	details: {},
	div: {
		role: oneOf('note', 'group'),
		tabindex: oneOf('0'),
		'aria-label': words,
		...condition,
		'data-only-channel': matching(/^[a-z]+(?: [a-z]+)*$/),
		'data-write-about': words,
	},
	dl: {},
	dt: {},
	em: {},
	figcaption: {},
	figure: {},
	h2: { id },
	h3: { id },
	h4: { id },
	hr: {},
	img: {
		src: (value) => /^\/[a-z0-9/._-]+\.(?:png|jpg|webp)$/.test(value) && judgeAddress(value).ok,
		alt: words,
		loading: oneOf('lazy'),
		decoding: oneOf('async'),
	},
	li: {},
	mark: { 'data-name': words },
	ol: { start: matching(/^\d{1,9}$/) },
	p: {},
	section: { id },
	span: condition,
	strong: {},
	summary: {},
	table: {},
	tbody: {},
	td: {},
	th: { scope: oneOf('col', 'row') },
	thead: {},
	tr: {},
	ul: {},
};

/** Attributes that an element may not be without. */
const needed: Record<string, readonly string[]> = {
	img: ['src', 'alt'],
	h2: ['id'],
	h3: ['id'],
	h4: ['id'],
	section: ['id'],
	th: ['scope'],
	mark: ['data-name'],
};

/** What is wrong with a piece of rendered HTML; empty when it keeps every rule. */
export function checkHtml(html: string): string[] {
	const problems: string[] = [];
	const ids = new Set<string>();
	const root = parseFragment(html, {
		onParseError: ({ code }) =>
			problems.push(`Unexpected HTML that does not parse (${code}), expected what rendering writes`),
	});

	const look = (node: DefaultTreeAdapterTypes.ChildNode, insideLink: boolean): void => {
		if (node.nodeName === '#text') return;
		if (!('tagName' in node) || node.namespaceURI !== 'http://www.w3.org/1999/xhtml') {
			problems.push(`Unexpected ${node.nodeName}, expected elements and text`);
			return;
		}
		const { tagName, attrs, childNodes } = node;
		const rules = Object.hasOwn(outputElements, tagName) ? outputElements[tagName] : undefined;
		if (!rules) problems.push(`Unexpected <${tagName}>, expected one of the elements that rendering writes`);
		if (tagName === 'a' && insideLink)
			problems.push('Unexpected <a> inside <a>, expected one link at a time');
		for (const { name, value } of attrs) {
			const rule =
				rules && Object.hasOwn(rules, name)
					? rules[name]
					: Object.hasOwn(everywhere, name)
						? everywhere[name]
						: undefined;
			if (!rule?.(value))
				problems.push(
					`Unexpected ${name}="${value.slice(0, 80)}" on <${tagName}>, expected what rendering writes`,
				);
			if (name === 'id') {
				if (ids.has(value)) problems.push(`Unexpected second id “${value}”, expected each once`);
				ids.add(value);
			}
		}
		for (const name of Object.hasOwn(needed, tagName) ? (needed[tagName] ?? []) : []) {
			if (!attrs.some((attribute) => attribute.name === name))
				problems.push(`Unexpected <${tagName}> without ${name}, expected it`);
		}
		const href = attrs.find(({ name }) => name === 'href')?.value;
		if (href?.startsWith('https:') && !attrs.some(({ name }) => name === 'rel'))
			problems.push(
				`Unexpected link to ${href.slice(0, 80)} without rel, expected rel="noreferrer noopener"`,
			);
		for (const child of childNodes) look(child, insideLink || tagName === 'a');
	};
	for (const child of root.childNodes) look(child, false);
	// A browser that has to mend what it reads shows something else than was written.
	if (decoded(serialize(root)) !== decoded(html)) {
		problems.push('Unexpected HTML that a browser would mend, expected what rendering writes');
	}
	return problems;
}

/** Text with the references that writers of HTML choose differently resolved. */
function decoded(html: string): string {
	const characters: Record<string, string> = {
		lt: '<',
		gt: '>',
		amp: '&',
		quot: '"',
		nbsp: '\u00A0',
		'#x3C': '<',
		'#x26': '&',
		'#x22': '"',
		'#x27': "'",
		'#x60': '`',
	};
	return html.replace(
		/&(lt|gt|amp|quot|nbsp|#x3C|#x26|#x22|#x27|#x60);/g,
		(_, name: string) => characters[name] ?? '',
	);
}
