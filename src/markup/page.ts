/** The page that components render on: facts, words, addresses, and a place to report what is wrong. */
import type { ElementContent } from 'hast';
import { mayAppear } from '../model/audience.ts';
import { audienceOf, type Catalogue } from '../model/catalogue.ts';
import { collections } from '../model/collection.ts';
import type { Entry } from '../model/entry.ts';
import { isVerified } from '../model/evidence.ts';
import { inLanguage, type ReferenceTarget } from '../model/field.ts';
import { compare, type Issue } from '../model/issue.ts';
import { direction, type Language } from '../model/language.ts';
import type { Page } from './component.ts';
import { h, toContent } from './element.ts';
import type { MarkupNode } from './node.ts';
import type { Rendered, RenderOptions } from './render.ts';
import { renderNode } from './render-node.ts';
import { markupWords, type WordKey } from './words.ts';

/** Passages in passages, at most. */
const DEEPEST_PASSAGE = 4;

export interface Work {
	facts: Catalogue;
	options: RenderOptions;
	issues: Issue[];
	shown: Map<string, { target: ReferenceTarget; id: string }>;
	clauses: Rendered['clauses'];
	days: Rendered['days'];
	/** File and language of what is being rendered: those of a passage while inside it. */
	file: string;
	language: Language;
	/** Ids of the passages around. */
	passages: readonly string[];
	insideLink: boolean;
}

export function pageFor(work: Work): Page {
	const { facts, options, issues, shown, clauses, days, file, language, insideLink } = work;
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
		compareToday: (day) => {
			const order = compare(options.on, day);
			days[day] = order;
			return order;
		},
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
		clausesOf: (standard) => {
			const { nodes, issues } = options.bodyOf(standard);
			if (nodes.length === 0 && issues.length > 0) return undefined;
			return nodes.flatMap((node) =>
				node.kind === 'component' && node.name === 'Clause' ? (node.props.number ?? []) : [],
			);
		},
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
	const parsed = work.options.bodyOf(entry);
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
