/** Editing one block as the forms of the editor do, the rich editor’s own writing included. */

import type { BlockContext } from '../../src/cms/blocks.ts';
import {
	type Block,
	closeRich,
	duplicate,
	fromBlocks,
	isComponent,
	isNote,
	isProtected,
	isText,
	mayBeRich,
	openRich,
	type RichNode,
	type Serialiser,
	toBlocks,
} from '../../src/cms/index.ts';

export const WORD = 'Edited';

export interface Edited {
	blocks: Block[];
	/** Which block was edited, from the outside in. */
	path: number[];
	how: 'rich' | 'plain' | 'field' | 'note' | 'protected';
	/** Where the edited block stands in the text. */
	from: number;
	to: number;
}

/** The blocks with one of them edited: once for each block, those inside others too. */
export function editsOf(blocks: readonly Block[], context: BlockContext, serialiser: Serialiser): Edited[] {
	let from = blocks[0]?._lead?.length ?? 0;
	return blocks.flatMap((block, at) => {
		const to = from + (block._src?.length ?? 0);
		const edited = (how: Edited['how'], changed: Block): Edited => ({
			blocks: blocks.map((each, index) => (index === at ? changed : each)),
			path: [at],
			how,
			from,
			to,
		});
		const edits = editsOfOne(block, edited, context, serialiser, from + (block._at ?? 0));
		from = to + (block._gap?.length ?? 0);
		return edits.map((each) => ({ ...each, path: [at, ...each.path.slice(1)] }));
	});
}

function editsOfOne(
	block: Block,
	edited: (how: Edited['how'], changed: Block) => Edited,
	context: BlockContext,
	serialiser: Serialiser,
	contentFrom: number,
): Edited[] {
	if (isText(block)) {
		const { text, how } = editText(block.text, serialiser);
		return [edited(how, { ...block, text })];
	}
	if (isNote(block)) return [edited('note', { ...block, text: `${block.text} ${WORD}` })];
	if (isProtected(block)) return [edited('protected', { ...block, source: `${block.source} ${WORD}` })];
	if (!isComponent(block)) return [];
	const fields = Object.entries(block.props).map(([name, value]) =>
		edited('field', { ...block, props: { ...block.props, [name]: `${value} “${WORD}” & "quoted" <5 {x}` } }),
	);
	const inner = editsOf(toBlocks(block.content ?? '', context), context, serialiser).map((each): Edited => {
		const content = fromBlocks(each.blocks).trim();
		return {
			...edited(each.how, { ...block, content }),
			path: [0, ...each.path],
			from: contentFrom + each.from,
			to: contentFrom + each.to,
		};
	});
	return [...fields, ...inner];
}

/** Every text of the blocks edited at once, those inside others too. */
export function allEdited(blocks: readonly Block[], context: BlockContext, serialiser: Serialiser): Block[] {
	return blocks.map((block) => {
		if (isText(block)) return { ...block, text: editText(block.text, serialiser).text };
		if (!isComponent(block) || !block.content) return block;
		const content = fromBlocks(allEdited(toBlocks(block.content, context), context, serialiser)).trim();
		return { ...block, content };
	});
}

export function editText(text: string, serialiser: Serialiser): { text: string; how: 'rich' | 'plain' } {
	if (!mayBeRich(text, serialiser)) return { text: `${text} ${WORD}`, how: 'plain' };
	const nodes = structuredClone(openRich(text, serialiser));
	const found = lastWords(nodes);
	if (!found) return { text: `${text} ${WORD}`, how: 'plain' };
	found.text = `${found.text} ${WORD}`;
	return { text: closeRich(nodes, text, serialiser), how: 'rich' };
}

/** The last plain words of a text: not in a table, whose widths the rich editor sets anew. */
function lastWords(nodes: RichNode[]): RichNode | undefined {
	return nodes
		.filter(({ type }) => type !== 'table')
		.flatMap(leaves)
		.findLast((leaf) => leaf.code !== true && leaf.text?.trim());
}

function leaves(node: RichNode): RichNode[] {
	return node.text !== undefined ? [node] : (node.children ?? []).flatMap(leaves);
}

/** A list with one of its blocks taken out, put in twice, or moved: the others keep their letters. */
export function rearranged(blocks: readonly Block[]): { name: string; blocks: Block[] }[] {
	const last = blocks.length - 1;
	const middle = blocks[Math.floor(blocks.length / 2)] as Block;
	return [
		{ name: 'the first taken out', blocks: blocks.slice(1) },
		{ name: 'the last taken out', blocks: blocks.slice(0, -1) },
		{ name: 'the last moved to the top', blocks: [blocks[last] as Block, ...blocks.slice(0, -1)] },
		{
			name: 'one copied',
			blocks: blocks.flatMap((each) => (each === middle ? [each, duplicate(each)] : [each])),
		},
	];
}
