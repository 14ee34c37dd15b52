/** The blocks of a body: paragraphs, headings, lists, quotes, tables and components on lines of their own. */
import { componentFor, judgeElement } from './component-use.ts';
import { headingId } from './heading-id.ts';
import { type MarkupNode, wordsOf } from './node.ts';
import { comment, inline } from './walk-inline.ts';
import {
	deeper,
	findPosition,
	type SourceNode,
	type Surroundings,
	sourceOf,
	sourceWords,
	type Walk,
} from './walk-state.ts';

export function block(node: SourceNode, around: Surroundings, walk: Walk): MarkupNode[] {
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
			checkHeadings(node, walk);
			return [
				{
					kind: 'table',
					align: node.align ?? [],
					at,
					children: children.map((row) => tableRow(row, children[0]?.children?.length ?? 0, inside, walk)),
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
		default:
			return inline(node, around, walk);
	}
}

/** One corner may be empty, above the names of the rows; a whole row says of no column what it is. */
function checkHeadings({ children: [head] = [] }: SourceNode, walk: Walk): void {
	if (head?.children?.some((cell) => sourceWords(cell).trim() !== '' || (cell.children?.length ?? 0) > 0))
		return;
	walk.report(
		walk.place(head ?? {}),
		'table-row',
		'Enter the headings of the table',
		'Write above each column what stands in it. A table without headings is better a list.',
	);
}

function tableRow(row: SourceNode, columns: number, around: Surroundings, walk: Walk): MarkupNode {
	const cells = row.children ?? [];
	const tooMany = cells[columns];
	// A browser shows it below no heading, other readers of Markdown not at all.
	if (tooMany)
		walk.report(
			walk.place(tooMany),
			'table-row',
			`Unexpected row of ${cells.length} cells, expected ${columns} at most, as many as the first row has`,
			'Delete the cell, or give its column a heading in the first row. For the sign | itself write \\|.',
		);
	return {
		kind: 'row',
		at: walk.place(row),
		children: cells.map((cell) => ({
			kind: 'cell',
			at: walk.place(cell),
			children: walk.words(cell.children ?? [], { ...around, brackets: { count: 0 } }),
		})),
	};
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
	if (node.children?.length === 0)
		walk.report(
			walk.place(node),
			'list-item',
			'Enter the words of the list item',
			'Write words after the mark at the beginning of the line, or delete the line.',
		);
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
