/**
 * Writing a parsed body as plain semantic HTML, with the facts it names put in.
 *
 * Everything goes through elements as data and one serialiser, so that no text can become markup. Ids, classes
 * and attributes are ours alone.
 */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Audience } from '../model/audience.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { collections, type EntryType } from '../model/collection.ts';
import type { Entry } from '../model/entry.ts';
import type { ReferenceTarget } from '../model/field.ts';
import { type Issue, sortIssues } from '../model/issue.ts';
import type { Language } from '../model/language.ts';
import type { Placeholder } from '../model/letter-template.ts';
import type { ClauseStrength } from '../model/standard.ts';
import type { Page } from './component.ts';
import type { MarkupNode } from './node.ts';
import { pageFor } from './page.ts';
import type { ParsedBody } from './parsed-body.ts';
import { type Section, sectionsOf, textOf } from './text.ts';

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
	/** The parsed body of a passage or standard that this one shows or names. */
	bodyOf(entry: Entry): ParsedBody;
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
	/** How its day stands to the days that its words depend on: on any other that stands the same, it reads the same. */
	days: Record<string, number>;
	issues: Issue[];
}

/** Write a body as HTML. Bodies with errors render as far as they were understood. */
export function renderBody(parsed: ParsedBody, facts: Catalogue, options: RenderOptions): Rendered {
	const issues: Issue[] = [];
	const shown = new Map<string, { target: ReferenceTarget; id: string }>();
	const clauses: Rendered['clauses'] = [];
	const days: Rendered['days'] = {};
	const page = pageFor({
		facts,
		options,
		issues,
		shown,
		clauses,
		days,
		file: fileOf(options),
		language: options.language,
		passages: [],
		insideLink: false,
	});
	const { nodes } = parsed;
	const content = page.render(nodes);
	const ids = new Set<string>();
	const fragments: string[] = [];
	walkElements(content, ({ properties, tagName }) => {
		if (typeof properties.id === 'string') ids.add(properties.id);
		if (tagName === 'a' && typeof properties.href === 'string' && properties.href.startsWith('#'))
			fragments.push(properties.href.slice(1));
	});
	reportDeadFragments(nodes, ids, fragments, page);
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
		days,
		issues: sortIssues(issues),
	};
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
