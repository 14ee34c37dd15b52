/** What a text says, without how it is written: to tell whether two texts of one meaning differ only in their marks. */
import { guardSource } from './guard.ts';
import { parseTree } from './parser.ts';
import type { SourceNode } from './walk-state.ts';

/**
 * The parser’s tree of a text as one string, without places, line breaks and the space between list items. Two texts
 * with the same shape print the same words in the same way. Nothing for a text that the parser cannot read.
 */
export function shapeOf(source: string): string | undefined {
	if (guardSource(source).some(({ stop }) => stop)) return undefined;
	try {
		return JSON.stringify(bare(parseTree(source) as SourceNode));
	} catch {
		return undefined;
	}
}

function bare(node: SourceNode): unknown {
	const { position, data, spread, children, value, ...rest } = node;
	return {
		...rest,
		...(node.attributes && {
			attributes: node.attributes.map(({ position: _, ...attribute }) => attribute),
		}),
		...(value !== undefined && { value: node.type === 'text' ? plainSpaces(value) : value }),
		...(children && { children: joinTexts(children).map(bare) }),
	};
}

/** Entities and marks cut a text into pieces that belong together. */
function joinTexts(nodes: readonly SourceNode[]): SourceNode[] {
	const joined: SourceNode[] = [];
	for (const node of nodes) {
		const last = joined.at(-1);
		if (node.type === 'text' && last?.type === 'text')
			joined[joined.length - 1] = { ...last, value: (last.value ?? '') + (node.value ?? '') };
		else joined.push(node);
	}
	return joined;
}

function plainSpaces(text: string): string {
	return text.replace(/[ \n]+/g, ' ');
}
