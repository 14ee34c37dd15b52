/** Frozen HTML as normalised blocks: the meaning of its elements stays, ids and classes of presentation go. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { type Block, LANGUAGE_MARK, normalRuns, type Run } from './block.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that hold text alone. The `summary` of what is folded is called `fold`: a document has a summary of its own. */
const leaves = new Set(['p', 'h2', 'h3', 'h4', 'summary', 'figcaption', 'dt', 'hr']);
/** Elements that hold blocks; what is only there for the layout hands its content to what is around it. */
const branches = new Set([
	'ul',
	'ol',
	'li',
	'dl',
	'dd',
	'blockquote',
	'details',
	'table',
	'tr',
	'th',
	'td',
	'figure',
	'section',
]);
const layout = new Set(['div', 'thead', 'tbody']);
/** Classes that say what a part is. */
const meanings = ['notice', 'card', 'when', 'only', 'write', 'say', 'avoid', 'example', 'clause', 'steps'];
/** Elements and classes that say what a piece of text is. */
const inlineMarks: Record<string, string> = { strong: 'strong', em: 'emphasis', code: 'code' };
const inlineMeanings = ['term', 'timescale', 'organisation', 'right'];

/** What a piece has from the elements around it. */
interface Around {
	marks: readonly string[];
	/** Whether other languages are marked. */
	languages: boolean;
}

/** The blocks of a piece of frozen HTML; `languages` marks what is in another language than the page. */
export function htmlBlocks(html: string, { languages = false } = {}): Block[] {
	return blocksOf(parseFragment(html).childNodes, { marks: [], languages });
}

function blocksOf(nodes: readonly Node[], around: Around): Block[] {
	const blocks: Block[] = [];
	let runs: Run[] = [];
	const end = () => {
		const words = normalRuns(runs);
		if (words.length > 0) blocks.push({ kind: 'p', words });
		runs = [];
	};
	for (const node of nodes) {
		if (!isElement(node) || !isBlock(node)) {
			runs.push(...runsOf(node, around));
			continue;
		}
		end();
		blocks.push(...blocksOfElement(node, around));
	}
	end();
	return blocks;
}

function blocksOfElement(element: Element, outside: Around): Block[] {
	const { tagName, childNodes } = element;
	const classes = classesOf(element);
	// The day a fact was last checked is no word of the document.
	if (classes.includes('checked')) return [];
	const around = inLanguageOf(element, outside);
	const meaning = meanings.find((each) => classes.includes(each));
	if (layout.has(tagName) && meaning === undefined) return blocksOf(childNodes, around);
	const carried = carriedBy(element, classes);
	const kind = meaning ?? (tagName === 'summary' ? 'fold' : tagName);
	const base = { kind, ...(Object.keys(carried).length > 0 && { with: carried }) };
	if (!leaves.has(tagName)) return [{ ...base, blocks: blocksOf(childNodes, around) }];
	const words = normalRuns(childNodes.flatMap((child) => runsOf(child, around)));
	return words.length > 0 || tagName === 'hr' ? [{ ...base, words }] : [];
}

/** What a block carries beside its text. */
function carriedBy(element: Element, classes: readonly string[]): Record<string, string> {
	const carried: Record<string, string> = {};
	for (const { name, value } of element.attrs) {
		if (name.startsWith('data-')) carried[name.replace('data-', '')] = value;
		else if (name === 'start' || name === 'scope') carried[name] = value;
	}
	const notice = classes.includes('notice') && classes.find((each) => each.startsWith('notice-'));
	if (notice) carried.is = notice.replace('notice-', '');
	const strength = classes.includes('clause') && classes.find((each) => each.startsWith('clause-'));
	if (strength) carried.strength = strength.replace('clause-', '');
	return Object.fromEntries(Object.entries(carried).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function runsOf(node: Node, outside: Around): Run[] {
	if (node.nodeName === '#text' && 'value' in node) return [{ text: node.value, marks: [...outside.marks] }];
	if (!isElement(node)) return [];
	if (node.tagName === 'br') return [{ text: ' ', marks: [...outside.marks] }];
	const around = inLanguageOf(node, outside);
	const marks = [...new Set([...around.marks, ...marksOf(node)])].sort();
	if (node.tagName === 'img') return [{ text: attribute(node, 'alt') ?? '', marks }];
	return node.childNodes.flatMap((child) => runsOf(child, { ...around, marks }));
}

/** The language of an element goes for all that is in it, in place of the one around. */
function inLanguageOf(element: Element, around: Around): Around {
	const language = around.languages ? attribute(element, 'lang') : undefined;
	if (language === undefined) return around;
	const marks = around.marks.filter((mark) => !mark.startsWith(LANGUAGE_MARK));
	return { ...around, marks: [...marks, LANGUAGE_MARK + language].sort() };
}

function marksOf(element: Element): string[] {
	const classes = classesOf(element);
	const marks = inlineMeanings.filter((each) => classes.includes(each));
	const own = inlineMarks[element.tagName];
	if (own) marks.push(own);
	const href = attribute(element, 'href');
	if (href !== undefined) marks.push(`link ${href}`);
	const src = attribute(element, 'src');
	if (src !== undefined) marks.push(`image ${src}`);
	const name = attribute(element, 'data-name');
	if (name !== undefined) marks.push(`placeholder ${name}`);
	const conditions = element.attrs.flatMap(({ name, value }) =>
		name.startsWith('data-when-') ? [`${name.replace('data-when-', '')} ${value}`] : [],
	);
	if (conditions.length > 0) marks.push(`when ${conditions.join(' ')}`);
	return marks;
}

function isElement(node: Node): node is Element {
	return 'tagName' in node;
}

function isBlock({ tagName }: Element): boolean {
	return leaves.has(tagName) || branches.has(tagName) || layout.has(tagName);
}

function classesOf(element: Element): string[] {
	return attribute(element, 'class')?.split(/\s+/) ?? [];
}

function attribute({ attrs }: Element, name: string): string | undefined {
	return attrs.find((each) => each.name === name)?.value;
}
