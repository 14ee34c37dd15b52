/**
 * The closed-world walk: from the parser’s tree to ours. What is not known here is refused with what is allowed,
 * never passed on.
 */
import type { Root } from 'mdast';
import type { Body, Reference } from '../model/entry.ts';
import { forbiddenCharacters, placeAt } from '../model/gate.ts';
import type { Issue, Place } from '../model/issue.ts';
import { judgeAddress } from './address.ts';
import { componentFor, judgeElement } from './component-use.ts';
import { MAX_DEPTH } from './guard.ts';
import { headingId } from './heading-id.ts';
import type { Alignment, MarkupNode, TextNode } from './node.ts';
import { placeInText, wordsOf } from './node.ts';
import type { Condition, ParseContext, ParsedBody, PlaceholderUse } from './parse.ts';
import { cutAtGaps } from './placeholder-text.ts';
import { marksOf } from './text-place.ts';

/** A node as the parser gives it, as far as we look at it. */
export interface SourceNode {
	type: string;
	position?: { start: Point; end: Point };
	children?: SourceNode[];
	value?: string;
	url?: string;
	title?: string | null;
	name?: string | null;
	depth?: number;
	ordered?: boolean | null;
	start?: number | null;
	spread?: boolean | null;
	checked?: boolean | null;
	align?: Alignment[];
	attributes?: SourceAttribute[];
	data?: { estree?: { body: unknown[] } | null };
}
export interface SourceAttribute {
	type: string;
	name?: string;
	value?: unknown;
	position?: { start: Point };
}
interface Point {
	line: number;
	column: number;
	offset?: number;
}

/** What a node stands in. */
export interface Surroundings {
	depth: number;
	/** Names of the components around it, outermost first. */
	components: readonly string[];
	inHeading: boolean;
	inLink: boolean;
	inItem: boolean;
	inQuote: boolean;
	/** Brackets open in the paragraph so far. */
	brackets: { count: number };
}

/** The work on one body. */
export interface Walk {
	body: Body;
	context: ParseContext;
	/** The lines of the body. */
	lines: readonly string[];
	/** How far the source was read: where the last node with a place begins or ends. */
	cursor: number;
	issues: Issue[];
	references: Reference[];
	placeholders: PlaceholderUse[];
	conditions: Condition[];
	/** Ids of headings so far, and the headings above the present place. */
	ids: Set<string>;
	outline: { depth: number; id: string }[];
	/** How many of each component so far. */
	counts: Map<string, number>;
	place(node: { position?: { start: Point } | undefined }): Place;
	report(at: Place, rule: string, message: string, fix: string, severity?: Issue['severity']): void;
	blocks(nodes: readonly SourceNode[], around: Surroundings): MarkupNode[];
	words(nodes: readonly SourceNode[], around: Surroundings): MarkupNode[];
}

export function walk(root: Root, body: Body, context: ParseContext): ParsedBody {
	const issues: Issue[] = [];
	const state: Walk = {
		body,
		context,
		lines: body.source.split('\n'),
		cursor: 0,
		issues,
		references: [],
		placeholders: [],
		conditions: [],
		ids: new Set(),
		outline: [],
		counts: new Map(),
		place: ({ position }) => ({
			line: (position?.start.line ?? 1) + body.firstLine - 1,
			column: position?.start.column ?? 1,
		}),
		report: (place, rule, message, fix, severity = 'error') =>
			void issues.push({ file: context.file, place, rule, severity, message, fix }),
		blocks: (nodes, around) => nodes.flatMap((node) => block(node, around, state)),
		words: (nodes, around) => nodes.flatMap((node) => inline(node, around, state)),
	};
	const around: Surroundings = {
		depth: 0,
		components: [],
		inHeading: false,
		inLink: false,
		inItem: false,
		inQuote: false,
		brackets: { count: 0 },
	};
	const nodes = state.blocks((root as SourceNode).children ?? [], around);
	const { references, placeholders, conditions } = state;
	return { nodes, references, placeholders, conditions, issues };
}

/** One level further in; undefined when that is too deep, which is reported. */
function deeper(node: SourceNode, around: Surroundings, walk: Walk): Surroundings | undefined {
	if (around.depth < MAX_DEPTH) return { ...around, depth: around.depth + 1 };
	walk.report(
		walk.place(node),
		'too-deep',
		`Unexpected text inside more than ${MAX_DEPTH} others, expected a few levels at most`,
		'Take it out of the inner lists, quotes or emphasis.',
	);
	return undefined;
}

function block(node: SourceNode, around: Surroundings, walk: Walk): MarkupNode[] {
	findPosition(node, walk);
	const at = walk.place(node);
	const inside = deeper(node, around, walk);
	if (!inside) return [];
	const children = node.children ?? [];
	switch (node.type) {
		case 'paragraph': {
			const words = walk.words(children, { ...inside, brackets: { count: 0 } });
			// A paragraph of a comment alone is nothing.
			return words.length === 0 || words.every((each) => each.kind === 'text' && each.value.trim() === '')
				? []
				: [{ kind: 'paragraph', at, children: words }];
		}
		case 'heading':
			return heading(node, inside, walk);
		case 'thematicBreak': {
			const source = sourceOf(node, walk);
			if (source !== '***' && !source.startsWith('---')) {
				walk.report(
					at,
					'rule-mark',
					`Unexpected “${source.slice(0, 20)}”, expected *** for a line across the page`,
					'Write *** on a line of its own.',
				);
			}
			return [{ kind: 'rule', at }];
		}
		case 'list':
			return [
				{
					kind: 'list',
					ordered: node.ordered === true,
					start: node.start ?? 1,
					tight: children.every((item) => item.spread !== true) && node.spread !== true,
					at,
					children: children.flatMap((item) => listItem(item, inside, walk)),
				},
			];
		case 'blockquote':
			return [{ kind: 'quote', at, children: walk.blocks(children, { ...inside, inQuote: true }) }];
		case 'table':
			return [
				{
					kind: 'table',
					align: node.align ?? [],
					at,
					children: children.map((row) => ({
						kind: 'row',
						at: walk.place(row),
						children: (row.children ?? []).map((cell) => ({
							kind: 'cell',
							at: walk.place(cell),
							children: walk.words(cell.children ?? [], { ...inside, brackets: { count: 0 } }),
						})),
					})),
				},
			];
		case 'mdxJsxFlowElement':
			return judgeElement(node, true, inside, walk);
		case 'mdxFlowExpression':
			return comment(node, walk);
		case 'mdxjsEsm':
			walk.report(
				at,
				'code',
				'Unexpected paragraph that begins with “import” or “export”, expected other words: computers read it as code',
				'Begin the paragraph with another word.',
			);
			return [];
		case 'code':
			walk.report(
				at,
				'code-block',
				'Unexpected block of code, expected paragraphs, lists or tables',
				'Delete the lines of backticks or tildes around it. For example wording write <Say> … </Say>.',
			);
			return [];
		case 'definition':
			walk.report(
				at,
				'definition',
				'Unexpected definition of a link, expected the address in the link itself',
				'Write [words](https://…) where the link stands, and delete this line. If it is no link, write &#91; for the first bracket.',
			);
			return [];
		case 'footnoteDefinition':
			walk.report(
				at,
				'footnote',
				'Unexpected footnote, expected the words in the text itself',
				'Put it in a sentence, or in <Details summary="…"> … </Details>.',
			);
			return [];
		case 'html':
			walk.report(
				at,
				'html',
				'Unexpected HTML, expected Markdown or one of our components',
				'Delete the tags.',
			);
			return [];
		default:
			return inline(node, around, walk);
	}
}

function listItem(node: SourceNode, around: Surroundings, walk: Walk): MarkupNode[] {
	if (node.checked !== null && node.checked !== undefined) {
		walk.report(
			walk.place(node),
			'task-list',
			'Unexpected box for ticking, expected a plain list',
			'Delete the [ ] or [x] at the beginning of the line.',
		);
	}
	const inside = deeper(node, around, walk);
	return inside
		? [
				{
					kind: 'item',
					at: walk.place(node),
					children: walk.blocks(node.children ?? [], { ...inside, inItem: true }),
				},
			]
		: [];
}

function heading(node: SourceNode, around: Surroundings, walk: Walk): MarkupNode[] {
	const at = walk.place(node);
	const depth = node.depth ?? 2;
	const children = walk.words(node.children ?? [], { ...around, inHeading: true, brackets: { count: 0 } });
	const words = wordsOf(children).trim();
	const { report } = walk;
	if (!/^#/.test(sourceOf(node, walk))) {
		report(
			at,
			'heading-mark',
			'Unexpected heading with a line below it, expected one that begins ##',
			'Write ## and a space before the words, and delete the line of = or - below. Or put an empty line between.',
		);
		return [];
	}
	if (depth === 1) {
		report(
			at,
			'heading-depth',
			'Unexpected heading #, expected ##: the title of the page is the only one of the first level',
			'Write ## instead of #.',
		);
		return [];
	}
	if (depth > 4) {
		report(
			at,
			'heading-depth',
			`Unexpected heading ${'#'.repeat(depth)}, expected ##, ### or ####`,
			'Use a higher level, or make it a paragraph.',
		);
		return [];
	}
	if (words === '') {
		report(
			at,
			'heading-words',
			'Enter the words of the heading',
			'Write words after the #, or delete the line.',
		);
		return [];
	}
	const holder = around.components.find((name) => !componentFor(name)?.holdsHeadings);
	if (around.inItem || around.inQuote || holder !== undefined || walk.context.type === 'passage') {
		const where = around.inItem
			? 'a list'
			: around.inQuote
				? 'a quote'
				: holder !== undefined
					? `<${holder}>`
					: 'a passage';
		report(
			at,
			'heading-place',
			`Unexpected heading inside ${where}, expected paragraphs and lists there`,
			'Make it a paragraph with **strong** words, or move it out.',
		);
		return [];
	}
	const above = walk.outline.at(-1)?.depth ?? 1;
	if (depth > above + 1) {
		report(
			at,
			'heading-order',
			`Unexpected heading ${'#'.repeat(depth)} below ${above === 1 ? 'the title' : '#'.repeat(above)}, expected ${'#'.repeat(above + 1)}`,
			`Write ${'#'.repeat(above + 1)}, so that no level is left out.`,
		);
	}
	while ((walk.outline.at(-1)?.depth ?? 0) >= depth) walk.outline.pop();
	const id = headingId(
		words,
		walk.outline.map((each) => each.id),
		walk.ids,
	);
	if (id === undefined) {
		report(
			at,
			'heading-repeated',
			`Unexpected second heading “${words}” in the same part, expected each heading once`,
			'Use words that tell the two apart.',
		);
		return [];
	}
	walk.ids.add(id);
	walk.outline.push({ depth, id });
	return [{ kind: 'heading', depth: depth as 2 | 3 | 4, id, at, children }];
}

function inline(node: SourceNode, around: Surroundings, walk: Walk): MarkupNode[] {
	findPosition(node, walk);
	const at = walk.place(node);
	const children = node.children ?? [];
	switch (node.type) {
		case 'text':
			return text(node, around, walk);
		case 'inlineCode': {
			const value = node.value ?? '';
			checkCharacters(value, at, walk);
			if (walk.context.type === 'letter' && cutAtGaps(value).some(({ kind }) => kind !== 'words')) {
				walk.report(
					at,
					'placeholder',
					'Unexpected placeholder between backticks, expected it in plain words',
					'Delete the backticks around it.',
				);
			}
			return [{ kind: 'code', value, at }];
		}
		case 'break':
			return [{ kind: 'break', at }];
		case 'strong':
		case 'emphasis': {
			const inside = deeper(node, around, walk);
			return inside ? [{ kind: node.type, at, children: walk.words(children, inside) }] : [];
		}
		case 'link':
			return link(node, around, walk);
		case 'mdxJsxTextElement':
			return judgeElement(node, false, around, walk);
		case 'mdxTextExpression':
			return comment(node, walk);
		case 'image':
		case 'imageReference':
			walk.report(
				at,
				'image',
				'Unexpected image by its address, expected one by its id',
				'Write <Image id="…" /> on a line of its own, with the id of an image in the media folder.',
			);
			return [];
		case 'linkReference':
			walk.report(
				at,
				'definition',
				'Unexpected link by reference, expected the address in the link itself',
				'Write [words](https://…).',
			);
			return walk.words(children, around);
		case 'footnoteReference':
			walk.report(
				at,
				'footnote',
				'Unexpected mark of a footnote, expected the words in the text itself',
				'Put it in a sentence, or in <Details summary="…"> … </Details>.',
			);
			return [];
		case 'delete':
			walk.report(
				at,
				'strikethrough',
				'Unexpected crossed-out words, expected words that hold',
				'Delete the words, or the tildes around them. For the sign itself write &#126;.',
			);
			return [];
		case 'html':
			walk.report(
				at,
				'html',
				'Unexpected HTML, expected Markdown or one of our components',
				'Delete the tags.',
			);
			return [];
		default:
			walk.report(
				at,
				'unknown-mark',
				`Unexpected ${node.type}, expected ordinary Markdown or one of our components`,
				'Write it in plain words.',
			);
			return [];
	}
}

function text(node: SourceNode, around: Surroundings, walk: Walk): MarkupNode[] {
	const value = node.value ?? '';
	const at = walk.place(node);
	const { start, end } = node.position ?? {};
	const marks =
		start?.offset !== undefined && end?.offset !== undefined
			? marksOf(value, walk.body.source, start.offset, end.offset, at.line, at.column)
			: undefined;
	const whole: TextNode = marks ? { kind: 'text', value, at, marks } : { kind: 'text', value, at };
	for (const { index, rule, message, fix } of forbiddenCharacters(value))
		walk.report(placeInText(whole, index), rule, message, fix);

	const pieces = cutAtGaps(value, around.brackets);
	if (pieces.every(({ kind }) => kind === 'words')) return [whole];
	if (walk.context.type !== 'letter') {
		for (const piece of pieces) {
			if (piece.kind === 'gap') {
				walk.report(
					placeInText(whole, piece.from),
					'placeholder',
					`Unexpected placeholder ${piece.written}, expected placeholders in letter templates only`,
					'Write the words themselves. To show how a placeholder is typed, put it between backticks.',
				);
			}
		}
		return [whole];
	}
	return pieces.map((piece): MarkupNode => {
		const place = placeInText(whole, piece.from);
		if (piece.kind === 'gap') {
			walk.placeholders.push({ name: piece.name, place });
			return { kind: 'placeholder', name: piece.name, at: place };
		}
		if (piece.kind === 'wrong') {
			const written = piece.written.replace(/\s+/g, ' ').trim();
			const splitFix =
				'Write the two opening brackets, the name and the two closing brackets together, without bold or other marks inside: ((victim name)). For ordinary brackets put a space between.';
			if (piece.why === 'name')
				walk.report(
					place,
					'placeholder',
					`Unexpected placeholder ${written}, expected a name of small letters, digits and single spaces, 40 at most`,
					'Write for example ((victim name)). For ordinary brackets put a space between.',
				);
			else if (piece.why === 'unclosed')
				walk.report(
					place,
					'placeholder',
					`Unexpected “${written}”, expected )) after the name of a placeholder`,
					splitFix,
				);
			else
				walk.report(
					place,
					'placeholder',
					`Unexpected “${written}”, expected (( before the name of a placeholder`,
					splitFix,
				);
		}
		return { kind: 'text', value: value.slice(piece.from, piece.to), at: place };
	});
}

function link(node: SourceNode, around: Surroundings, walk: Walk): MarkupNode[] {
	const { report } = walk;
	const at = walk.place(node);
	const href = node.url ?? '';
	if (!sourceOf(node, walk).startsWith('[')) {
		const written = sourceWords(node);
		report(
			at,
			'bare-address',
			`Unexpected bare address ${written}, expected a link with words`,
			`Write [the name of the page](${href.replace(/^http:/, 'https:')}).`,
		);
		return [];
	}
	if (around.inLink) {
		report(
			at,
			'link-in-link',
			'Unexpected link inside a link, expected one at a time',
			'Take one of the two out.',
		);
		return [];
	}
	if (node.title)
		report(
			at,
			'link-title',
			'Unexpected words after the address of the link, expected the address alone',
			'Delete the words in quotes. Say what matters in the sentence.',
		);
	const judged = judgeAddress(href);
	if (!judged.ok)
		report(at, 'address', `Unexpected ${judged.found}, expected ${judged.expected}`, judged.fix);
	const inside = deeper(node, around, walk);
	if (!inside) return [];
	const children = walk.words(node.children ?? [], { ...inside, inLink: true });
	if (wordsOf(children).trim() === '')
		report(
			at,
			'link-words',
			'Enter the words of the link',
			'Write what the reader finds there between the square brackets.',
		);
	return [{ kind: 'link', href, at, children }];
}

/** A comment has no code in it; anything else between curly brackets is refused. */
function comment(node: SourceNode, walk: Walk): MarkupNode[] {
	const estree = node.data?.estree;
	const isComment =
		estree !== undefined && estree !== null && estree.body.length === 0 && (node.value ?? '').trim() !== '';
	if (!isComment) {
		walk.report(
			walk.place(node),
			'expression',
			'Unexpected text between curly brackets, expected ordinary words',
			'Delete the brackets, or write &#123; for “{”. A note to other editors is written {/* like this */}.',
		);
	}
	return [];
}

/** Report characters that were refused in the file but came in as `&#…;`. */
export function checkCharacters(value: string, at: Place, walk: Walk): void {
	for (const { rule, message, fix } of forbiddenCharacters(value)) walk.report(at, rule, message, fix);
}

function sourceOf({ position }: SourceNode, { body }: Walk): string {
	const [start, end] = [position?.start.offset, position?.end.offset];
	return start === undefined || end === undefined ? '' : body.source.slice(start, end);
}

/**
 * Give a node its place where the parser left none, as it does around bare addresses: the words are looked for
 * behind what was read before.
 */
function findPosition(node: SourceNode, walk: Walk): void {
	const leaf = node.children === undefined || node.children.length === 0;
	if (!node.position) {
		const words = sourceWords(node);
		const [firstLine = ''] = words.split('\n');
		const found = walk.body.source.indexOf(firstLine, walk.cursor);
		const offset = found === -1 ? walk.cursor : found;
		const end = Math.min(walk.body.source.length, offset + (found === -1 ? 0 : words.length));
		node.position = {
			start: { ...placeAt(walk.body.source, offset), offset },
			end: { ...placeAt(walk.body.source, end), offset: end },
		};
	}
	walk.cursor = (leaf ? node.position.end.offset : node.position.start.offset) ?? walk.cursor;
}

function sourceWords({ value, children = [] }: SourceNode): string {
	return value ?? children.map(sourceWords).join('');
}
