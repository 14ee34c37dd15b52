/**
 * A comparison as elements: the whole text once, with what went and what came in it. The same elements become HTML when
 * a site is built and nodes in a browser. What changed is told by strokes, signs and words, never by colour alone.
 *
 * Nothing in it is a link: a number that is out of date must not be called, and an address of the past may lead nowhere.
 */
import {
	type Block,
	type Comparison,
	type Difference,
	isLeaf,
	type Run,
	type WordDifference,
} from '../../../editions/index.ts';
import { direction, type Language } from '../../../model/languages.ts';
import type { Words } from '../words/index.ts';
import { formNote, type Spoken, showRuns } from './comparison-runs.ts';
import { type Child, element, type Shown } from './shown.ts';

export interface ShownComparison {
	elements: Shown[];
	/** What marks the text among our own words; nothing when both are in one language. */
	quoted: Spoken;
	/** Places where something changed. What belongs to one carries its number: `data-change="1"`. */
	changes: number;
	/** Words that came and went. */
	added: number;
	removed: number;
}

interface Work {
	words: Words['comparison'];
	/** What marks our own words, names in English and the text itself; nothing in what is in the language of the text. */
	ours: Spoken;
	english: Spoken;
	text: Spoken;
	changes: number;
	added: number;
	removed: number;
}

/** Parts of a document that are told in the list of what matters, and not shown as text. */
const untold = new Set(['applies-to', 'facts', 'channels', 'must-say']);

/** `spoken` is the language of the text, and that of our own words in it. */
export function showComparison(
	comparison: Comparison,
	words: Words['comparison'],
	spoken: { text: Language; words: Language },
): ShownComparison {
	const marking = (language: Language): Spoken =>
		language === spoken.text ? {} : { lang: language, dir: direction(language) };
	const work: Work = {
		words,
		ours: marking(spoken.words),
		english: marking('en'),
		text: spoken.words === spoken.text ? {} : { lang: spoken.text, dir: direction(spoken.text) },
		changes: 0,
		added: 0,
		removed: 0,
	};
	const elements = showAll(comparison, work).filter((child): child is Shown => typeof child !== 'string');
	return { elements, quoted: work.text, changes: work.changes, added: work.added, removed: work.removed };
}

/** Blocks in reading order. Neighbours that went or came together are one change. */
function showAll(differences: readonly Difference[], work: Work): Child[] {
	let open = false;
	return differences.flatMap((difference): Child[] => {
		if (difference.is === 'same') {
			open = false;
			return showBlock(difference.block, work, 'same');
		}
		if (difference.is === 'changed') {
			open = false;
			return showChanged(difference, work);
		}
		if (untold.has(difference.block.kind)) return [];
		const shown = showBlock(difference.block, work, difference.is);
		const [first, ...others] = shown;
		if (open || first === undefined || typeof first === 'string') return shown;
		open = true;
		return [asChange(first, nextChange(work)), ...others];
	});
}

function showChanged(difference: Extract<Difference, { is: 'changed' }>, work: Work): Child[] {
	const { kind, from = {}, to = {} } = difference;
	if (untold.has(kind)) return [];
	if ('words' in difference) return around(kind, to, showWords(difference.words, work), work);
	if (kind === 'letter' && difference.blocks.every(({ is }) => is === 'same')) return [];
	const before = work.changes;
	const inside = showAll(difference.blocks, work);
	// Most of what a block carries is said in its words; the rest, or a change that shows in no word, is said here.
	const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
		(key) => from[key] !== to[key],
	);
	const told = kind === 'gap' || kind === 'notice' || work.changes === before ? keys : [];
	const notes = told.map((key) =>
		asChange(
			element('p', { class: 'change-note', ...work.ours }, [
				`${work.words.form}: `,
				...(from[key] === undefined ? [] : [went([from[key]], work), ' ']),
				...(to[key] === undefined ? [] : [came([to[key]], work)]),
			]),
			nextChange(work),
		),
	);
	const holdsText = !['ul', 'ol', 'steps', 'table', 'tr', 'dl'].includes(kind);
	return holdsText
		? around(kind, to, [...notes, ...inside], work)
		: [...notes, ...around(kind, to, inside, work)];
}

/** A block that stayed, went or came; what is inside one that went or came is not marked again. */
function showBlock(
	block: Block,
	work: Work,
	is: Difference['is'] & WordDifference['is'],
	inside = false,
): Child[] {
	if (is === 'same' && (block.kind === 'letter' || untold.has(block.kind))) return [];
	const mark = inside ? 'same' : is;
	if (!isLeaf(block)) {
		const blocks = block.blocks.flatMap((each) => showBlock(each, work, is, true));
		return around(block.kind, block.with, blocks, work, mark);
	}
	const text = showRuns(block.words, work);
	count(block.words, is, work);
	const shown =
		is === 'same' || text.length === 0 ? text : [is === 'added' ? came(text, work) : went(text, work)];
	return around(block.kind, block.with, shown, work, mark);
}

function showWords(differences: readonly WordDifference[], work: Work): Child[] {
	return differences.flatMap(({ is, runs }, index): Child[] => {
		if (is === 'same') return showRuns(runs, work);
		count(runs, is, work);
		const other = differences[is === 'removed' ? index + 1 : index - 1];
		const others = other && other.is !== 'same' && other.is !== is ? other.runs : undefined;
		const text = [...showRuns(runs, work), ...formNote(runs, others, work)];
		const shown = is === 'removed' ? went(text, work) : came(text, work);
		const isFirst = is === 'removed' || others === undefined;
		const isLast = is === 'added' || others === undefined;
		return [
			asChange(shown, isFirst ? nextChange(work) : work.changes),
			...(isLast
				? [element('span', { class: 'visually-hidden', ...work.ours }, [` ${work.words.end} `])]
				: []),
		];
	});
}

const sameElement = new Set(
	'p h2 h3 h4 hr ul ol li dl dt dd blockquote table tr th td figcaption'.split(' '),
);
/** Where a single paragraph is no paragraph of its own. */
const holdsWords = new Set(['li', 'td', 'th', 'dd']);
const boxes = new Set(['notice', 'card', 'when', 'only', 'write', 'details']);
const figures = new Set(['say', 'avoid', 'example', 'figure']);

/** The element of a kind of block, around what is in it. Names of boxes are those that styles of both sites know. */
function around(
	kind: string,
	carried: Record<string, string> | undefined,
	content: Child[],
	{ words, ours, english, text }: Work,
	is: 'same' | 'removed' | 'added' = 'same',
): Child[] {
	const mark = is === 'same' ? '' : is === 'added' ? 'came' : 'went';
	const inside = holdsWords.has(kind) ? withoutParagraph(content) : content;
	const made = (name: string, ...classes: (string | undefined)[]) => {
		const names = [...classes, mark].filter(Boolean).join(' ');
		return [element(name, names ? { class: names } : {}, inside)];
	};
	if (kind === 'table')
		return [
			element('div', { class: 'table', role: 'group', tabindex: '0', 'aria-label': words.table, ...ours }, [
				element('table', { ...(mark && { class: mark }), ...text }, [element('tbody', {}, inside)]),
			]),
		];
	if (kind === 'th')
		return [element('th', { scope: carried?.scope ?? 'col', ...(mark && { class: mark }) }, inside)];
	if (kind === 'ol')
		return [
			element(
				'ol',
				{ ...(carried?.start && { start: carried.start }), ...(mark && { class: mark }) },
				inside,
			),
		];
	if (sameElement.has(kind)) return made(kind);
	if (boxes.has(kind)) return made('div', kind, kind === 'notice' ? `notice-${carried?.is}` : undefined);
	if (figures.has(kind)) return made('figure', kind === 'figure' ? undefined : kind);
	if (kind === 'clause') return made('section', 'clause', `clause-${carried?.strength}`);
	if (kind === 'steps') return made('ol', 'steps');
	if (kind === 'title') return made('p', 'compared-title');
	if (kind === 'summary') return made('p', 'compared-summary');
	if (kind === 'fold') return [element('p', mark ? { class: mark } : {}, [element('strong', {}, inside)])];
	if (kind === 'helps-with') return [element('div', { class: 'helps-with' }, [element('ul', {}, inside)])];
	if (kind === 'item') return made('li');
	if (kind === 'choices') return made('ul');
	if (kind === 'gap')
		return [
			element('div', { class: `gap ${mark}`.trim() }, [
				element('p', {}, [element('strong', english, [carried?.name ?? ''])]),
				...inside,
			]),
		];
	if (kind === 'letter') return [element('h2', ours, [words.gaps]), ...inside];
	if (kind === 'label' || kind === 'hint' || kind === 'sample') return made('p');
	// The body and other parts that are only there to be told apart.
	return inside;
}

function withoutParagraph(content: Child[]): Child[] {
	const [only, ...others] = content;
	const isBare = typeof only === 'object' && only.name === 'p' && Object.keys(only.attributes).length === 0;
	return isBare && others.length === 0 ? only.children : content;
}

function went(inside: Child[], { words, ours }: Work): Shown {
	return element('del', {}, [
		element('span', { class: 'visually-hidden', ...ours }, [`${words.removed} `]),
		...inside,
	]);
}

function came(inside: Child[], { words, ours }: Work): Shown {
	return element('ins', {}, [
		element('span', { class: 'visually-hidden', ...ours }, [`${words.added} `]),
		...inside,
	]);
}

function nextChange(work: Work): number {
	work.changes++;
	return work.changes;
}

/** A part of a place one can go to. */
function asChange(shown: Shown, number: number): Shown {
	return { ...shown, attributes: { ...shown.attributes, 'data-change': `${number}` } };
}

function count(runs: readonly Run[], is: WordDifference['is'], work: Work): void {
	if (is === 'same') return;
	work[is] += runs.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
}
