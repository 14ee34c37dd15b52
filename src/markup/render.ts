/**
 * Writing a parsed body as plain semantic HTML, with the facts it names put in.
 *
 * Everything goes through elements as data and one serialiser, so that no text can become markup. Ids, classes
 * and attributes are ours alone.
 */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { type Audience, mayAppear } from '../model/audience.ts';
import { audienceOf, type Catalogue } from '../model/catalogue.ts';
import { collections, type EntryType } from '../model/collection.ts';
import type { Entry } from '../model/entry.ts';
import { isVerified } from '../model/evidence.ts';
import { inLanguage, type ReferenceTarget } from '../model/field.ts';
import { type Issue, sortIssues } from '../model/issue.ts';
import { direction, type Language } from '../model/language.ts';
import type { Placeholder } from '../model/letter-template.ts';
import type { ClauseStrength } from '../model/standard.ts';
import { judgeAddress } from './address.ts';
import { externalLink } from './card.ts';
import type { Page } from './component.ts';
import { componentFor } from './component-use.ts';
import { h, spoken, toContent } from './element.ts';
import type { Alignment, MarkupNode } from './node.ts';
import { type ParsedBody, parseBody } from './parse.ts';
import { type Section, sectionsOf, textOf } from './text.ts';
import { markupWords, type WordKey } from './words.ts';

export interface RenderOptions {
	site: Audience;
	language: Language;
	type: EntryType;
	id: string;
	/** The reference code of the document. */
	code?: string;
	/** The day it is for: pilots and time limits begin and end. */
	on: string;
	/** The declared placeholders of a letter, for their examples. */
	placeholders?: readonly Placeholder[];
	/** Where a thing stands on this site; a document by its code. */
	href(target: ReferenceTarget, id: string): string | undefined;
	/** Words of the interface that differ from those in words.ts. */
	words?: Record<string, string>;
	/** The parsed body of a passage by its file, when it is already known. */
	bodyOf?(file: string): ParsedBody | undefined;
}

export interface Rendered {
	html: string;
	headings: { depth: number; id: string; text: string }[];
	clauses: { number: string; strength: ClauseStrength; anchor: string; text: string }[];
	/** All words a reader sees. */
	text: string;
	/** The same by heading; the first has no heading. */
	sections: Section[];
	/** Facts whose words are on the page, each once, in the order they appear. */
	shown: { target: ReferenceTarget; id: string }[];
	issues: Issue[];
}

/** Passages in passages, at most. */
const DEEPEST_PASSAGE = 4;

/** Write a body as HTML. Bodies with errors render as far as they were understood. */
export function renderBody(parsed: ParsedBody, facts: Catalogue, options: RenderOptions): Rendered {
	const issues: Issue[] = [];
	const shown = new Map<string, { target: ReferenceTarget; id: string }>();
	const clauses: Rendered['clauses'] = [];
	const page = pageFor({
		facts,
		options,
		issues,
		shown,
		clauses,
		file: fileOf(options),
		language: options.language,
		passages: [],
		insideLink: false,
	});
	const content = page.render(parsed.nodes);
	const ids = new Set<string>();
	const fragments: string[] = [];
	walkElements(content, ({ properties, tagName }) => {
		if (typeof properties.id === 'string') ids.add(properties.id);
		if (tagName === 'a' && typeof properties.href === 'string' && properties.href.startsWith('#'))
			fragments.push(properties.href.slice(1));
	});
	reportDeadFragments(parsed.nodes, ids, fragments, page);
	const sections = sectionsOf(content);
	return {
		html: toHtml({ type: 'root', children: content }),
		headings: sections.flatMap(({ depth, id, heading }) =>
			depth === 0 ? [] : [{ depth, id, text: heading }],
		),
		clauses,
		text: textOf(content),
		sections,
		shown: [...shown.values()],
		issues: sortIssues(issues),
	};
}

interface Work {
	facts: Catalogue;
	options: RenderOptions;
	issues: Issue[];
	shown: Map<string, { target: ReferenceTarget; id: string }>;
	clauses: Rendered['clauses'];
	/** File and language of what is being rendered: those of a passage while inside it. */
	file: string;
	language: Language;
	/** Ids of the passages around. */
	passages: readonly string[];
	insideLink: boolean;
}

function pageFor(work: Work): Page {
	const { facts, options, issues, shown, clauses, file, language, insideLink } = work;
	const inEnglish = (text: string) =>
		language === 'en'
			? { text }
			: { text, lang: 'en', dir: direction(language) === 'rtl' ? ('ltr' as const) : undefined };
	const template = (key: WordKey) =>
		(language === options.language ? options.words?.[key] : undefined) ?? markupWords[language][key];
	const report: Page['report'] = (place, rule, message, fix, severity = 'error') =>
		void issues.push({ file, place, rule, severity, message, fix });
	const missing = (what: string, id: string, name: string, at: MarkupNode['at']) =>
		report(
			at,
			'missing-target',
			`Unexpected ${what} “${id}” in ${name}, expected one that exists`,
			`Create “${id}” first, or name another ${what}.`,
		);
	const forStaff = (what: string, id: string, at: MarkupNode['at']) =>
		report(
			at,
			'staff-material',
			`Unexpected ${what} “${id}” for staff on a public page, expected material for the public`,
			'Take it out, or use one whose audience is the public.',
		);

	const page: Page = {
		facts,
		site: options.site,
		language,
		code: options.code,
		on: options.on,
		placeholders: options.placeholders ?? [],
		insideLink,
		href: (target, id) => options.href(target, id),
		word: (key, gaps = {}) => template(key).replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap),
		wordAround: (key, inside, gaps = {}) =>
			toContent(
				template(key)
					.split(/(\{\w+\})/)
					.map((part) => {
						const name = /^\{(\w+)\}$/.exec(part)?.[1];
						return name === undefined ? part : (inside[name] ?? gaps[name] ?? part);
					}),
			),
		inLanguage: (text) =>
			language === 'en' || (language === 'cy' && text.cy !== undefined)
				? { text: inLanguage(text, language) }
				: inEnglish(text.en),
		inEnglish,
		fact: (target, id, node) => {
			const entry = facts.get(target, id);
			const what = collections[target].name;
			if (!entry) missing(what, id, node.name, node.at);
			else if (!mayAppear(audienceOf(entry), options.site)) {
				forStaff(what, id, node.at);
				return undefined;
			} else if (options.site === 'public' && !verified(entry)) {
				report(
					node.at,
					'unverified-fact',
					`Unexpected ${what} “${id}”, which is not verified, expected a verified fact on a public page`,
					'Take it out and say whom to ask, or have the fact verified first.',
				);
				return undefined;
			}
			return entry;
		},
		document: (code, node) => {
			const entry = facts.document(code, language) ?? facts.document(code);
			if (!entry) missing('document', code, node.name, node.at);
			else if (!mayAppear(audienceOf(entry), options.site)) {
				forStaff(collections[entry.type].name, code, node.at);
				return undefined;
			}
			return entry;
		},
		show: (target, id) => void shown.set(`${target}:${id}`, { target, id }),
		addClause: (clause) => void clauses.push(clause),
		report,
		render: (nodes) => nodes.flatMap((node) => renderNode(node, page)),
		renderInsideLink: (nodes) => pageFor({ ...work, insideLink: true }).render(nodes),
		renderPassage: (entry, node) => renderPassage(entry, node, work, page),
	};
	return page;
}

/** Facts that promise something. An Area’s contact says itself what is not confirmed. */
function verified({ type, data }: Entry): boolean {
	if (type !== 'timescale' && type !== 'organisation' && type !== 'right') return true;
	return isVerified((data as Entry<'timescale'>['data']).evidence);
}

function renderPassage(
	english: Entry<'passage'>,
	node: MarkupNode,
	work: Work,
	page: Page,
): ElementContent[] {
	const { id } = english;
	if (work.passages.includes(id) || work.passages.length >= DEEPEST_PASSAGE) {
		page.report(
			node.at,
			'passage-cycle',
			`Unexpected passage “${id}”, which shows itself again, expected passages that end`,
			'Take one of the mentions out.',
		);
		return [];
	}
	const entry = work.facts.get('passage', id, work.language) ?? english;
	page.show('passage', id);
	const parsed = work.options.bodyOf?.(entry.file) ?? parsedPassage(entry);
	const inside = pageFor({
		...work,
		file: entry.file,
		language: entry.language,
		passages: [...work.passages, id],
	});
	const content = inside.render(parsed.nodes);
	if (entry.language === work.language) return content;
	return [
		h(
			'div',
			{
				lang: entry.language,
				dir: direction(work.language) === direction(entry.language) ? undefined : direction(entry.language),
			},
			content,
		),
	];
}

/** A passage is parsed once for all pages that show it. Bodies never change once read. */
const parsedPassages = new WeakMap<object, ParsedBody>();

function parsedPassage({ body, file, language }: Entry<'passage'>): ParsedBody {
	const source = body ?? { source: '', firstLine: 1 };
	const known = parsedPassages.get(source);
	if (known) return known;
	const parsed = parseBody(source, { file, type: 'passage', language });
	parsedPassages.set(source, parsed);
	return parsed;
}

function renderNode(node: MarkupNode, page: Page): ElementContent[] {
	switch (node.kind) {
		case 'text':
			return [{ type: 'text', value: node.value }];
		case 'code':
			return [h('code', {}, [node.value])];
		case 'break':
			return [h('br', {})];
		case 'rule':
			return [h('hr', {})];
		case 'placeholder':
			return [placeholder(node.name, page)];
		case 'paragraph':
			return [h('p', {}, page.render(node.children))];
		case 'strong':
			return [h('strong', {}, page.render(node.children))];
		case 'emphasis':
			return [h('em', {}, page.render(node.children))];
		case 'quote':
			return [h('blockquote', {}, page.render(node.children))];
		case 'heading':
			return [h(`h${node.depth}`, { id: node.id }, page.render(node.children))];
		case 'link':
			return [link(node, page)];
		case 'list': {
			const items = node.children.map((item) =>
				h(
					'li',
					{},
					node.tight ? tightItem(item, page) : page.render('children' in item ? item.children : []),
				),
			);
			return [
				node.ordered ? h('ol', node.start === 1 ? {} : { start: node.start }, items) : h('ul', {}, items),
			];
		}
		case 'table':
			return [table(node.children, node.align, page)];
		case 'item':
		case 'row':
		case 'cell':
			return page.render(node.children);
		case 'component':
			return componentFor(node.name)?.render(node, page) ?? [];
	}
}

/** The words of an item whose list is tight stand in it without a paragraph. */
function tightItem(item: MarkupNode, page: Page): ElementContent[] {
	return ('children' in item ? item.children : []).flatMap((child) =>
		child.kind === 'paragraph' ? page.render(child.children) : page.render([child]),
	);
}

function link(node: Extract<MarkupNode, { kind: 'link' }>, page: Page): ElementContent {
	const words = page.renderInsideLink(node.children);
	// The tree may have come from elsewhere than our parser, so the address is judged again.
	if (!judgeAddress(node.href).ok) return h('span', {}, words);
	if (!node.href.startsWith('https:')) return h('a', { href: node.href }, words);
	const { tagName, properties } = externalLink(node.href) as Extract<ElementContent, { type: 'element' }>;
	return { type: 'element', tagName, properties, children: words };
}

/** A gap shows its example, so that the letter reads as it will, and its name, so that nobody sends the example. */
function placeholder(name: string, page: Page): ElementContent {
	const declared = page.placeholders.find((each) => each.name === name);
	const inner = declared
		? [
				declared.example,
				h('span', { className: ['placeholder-name'] }, [' (', spoken(page.inEnglish(name)), ')']),
			]
		: [spoken(page.inEnglish(name))];
	return h('mark', { className: ['placeholder'], dataName: name }, inner);
}

function table(rows: readonly MarkupNode[], align: readonly Alignment[], page: Page): ElementContent {
	const cellsOf = (row: MarkupNode | undefined) => (row && 'children' in row ? row.children : []);
	const [head, ...body] = rows;
	const isEmpty = (cell: MarkupNode | undefined) =>
		cell !== undefined && 'children' in cell && cell.children.length === 0;
	// Without words above it, the first column names the rows.
	const rowHeads = isEmpty(cellsOf(head)[0]);
	const cell = (
		tagName: 'td' | 'th',
		scope: 'col' | 'row' | undefined,
		index: number,
		content: MarkupNode,
	) => {
		const side = align[index];
		return h(
			tagName,
			{ scope, className: side === 'right' || side === 'center' ? [`align-${side}`] : undefined },
			page.render([content]),
		);
	};
	return h('div', { className: ['table'], role: 'group', tabIndex: 0, ariaLabel: page.word('table') }, [
		h('table', {}, [
			h('thead', {}, [
				h(
					'tr',
					{},
					cellsOf(head).map((each, index) =>
						isEmpty(each) ? cell('td', undefined, index, each) : cell('th', 'col', index, each),
					),
				),
			]),
			body.length > 0 &&
				h(
					'tbody',
					{},
					body.map((row) =>
						h(
							'tr',
							{},
							cellsOf(row).map((each, index) =>
								index === 0 && rowHeads ? cell('th', 'row', index, each) : cell('td', undefined, index, each),
							),
						),
					),
				),
		]),
	]);
}

/** Links to a heading or clause of the page that is not there. */
function reportDeadFragments(
	nodes: readonly MarkupNode[],
	ids: ReadonlySet<string>,
	fragments: readonly string[],
	page: Page,
): void {
	const dead = new Set(fragments.filter((id) => !ids.has(id)));
	if (dead.size === 0) return;
	const look = (list: readonly MarkupNode[]): void => {
		for (const node of list) {
			if (node.kind === 'link' && node.href.startsWith('#') && dead.has(node.href.slice(1))) {
				page.report(
					node.at,
					'missing-heading',
					`Unexpected link to ${node.href}, expected a heading of this page: ${[...ids].join(', ') || 'it has none'}`,
					'Write # and one of these ids.',
				);
			}
			if ('children' in node) look(node.children);
		}
	};
	look(nodes);
}

function walkElements(
	nodes: readonly ElementContent[],
	visitor: (element: Extract<ElementContent, { type: 'element' }>) => void,
): void {
	for (const node of nodes) {
		if (node.type !== 'element') continue;
		visitor(node);
		walkElements(node.children, visitor);
	}
}

function fileOf({ type, id, language }: RenderOptions): string {
	return `${collections[type].folder}/${id}.${collections[type].hasBody ? `${language}.mdx` : 'yaml'}`;
}
