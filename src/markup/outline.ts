/**
 * What a body is made of at its top level, with the stretch of text each part takes: for the editor, which changes
 * one part and must leave every other letter as it is.
 */
import { componentFor } from './component-use.ts';
import { guardSource } from './guard.ts';
import { parseTree } from './parser.ts';
import { isComment } from './walk-inline.ts';
import type { SourceNode } from './walk-state.ts';

/** A stretch of a text: from the first letter up to, not including, the last. */
export interface Stretch {
	from: number;
	to: number;
}

export type Part =
	/** A paragraph, heading, list, quote, table or line. */
	| ({ kind: 'prose' } & Stretch)
	/** A note to other editors, alone. */
	| ({ kind: 'comment'; text: string } & Stretch)
	/** A component on lines of its own, with plain attributes that it has. `content` is what stands between its tags. */
	| ({ kind: 'component'; name: string; props: Record<string, string>; content?: Stretch } & Stretch)
	/** Anything else, which a body must not have. */
	| ({ kind: 'other' } & Stretch);

/** The parts of a body in reading order; nothing when the parser cannot read it. Only white space is between them. */
export function outlineBody(source: string): Part[] | undefined {
	if (guardSource(source).some(({ stop }) => stop)) return undefined;
	try {
		return parseTree(source).children.map((node) => partOf(node as SourceNode));
	} catch {
		return undefined;
	}
}

function partOf(node: SourceNode): Part {
	const stretch = stretchOf(node, node);
	if (node.type === 'mdxJsxFlowElement') return componentPart(node, stretch);
	if (node.type === 'mdxFlowExpression' && isComment(node))
		return { kind: 'comment', text: (node.value ?? '').trim().replace(/^\/\*\s*|\s*\*\/$/g, ''), ...stretch };
	return { kind: proseTypes.has(node.type) ? 'prose' : 'other', ...stretch };
}

function componentPart(node: SourceNode, stretch: Stretch): Part {
	const component = componentFor(node.name ?? '');
	if (!component) return { kind: 'other', ...stretch };
	// Alone on its line an inline component is a paragraph.
	if (component.place === 'inline') return { kind: 'prose', ...stretch };
	const props: Record<string, string> = {};
	for (const { type, name, value } of node.attributes ?? []) {
		const plain = type === 'mdxJsxAttribute' && name !== undefined && typeof value === 'string';
		if (!plain || !(name in component.props.shape) || name in props) return { kind: 'other', ...stretch };
		props[name] = value;
	}
	const [first] = node.children ?? [];
	const last = node.children?.at(-1);
	if (component.content === 'nothing')
		return first
			? { kind: 'other', ...stretch }
			: { kind: 'component', name: component.name, props, ...stretch };
	return {
		kind: 'component',
		name: component.name,
		props,
		...(first && last && { content: stretchOf(first, last) }),
		...stretch,
	};
}

function stretchOf(first: SourceNode, last: SourceNode): Stretch {
	return { from: first.position?.start.offset ?? 0, to: last.position?.end.offset ?? 0 };
}

const proseTypes = new Set(['paragraph', 'heading', 'list', 'blockquote', 'table', 'thematicBreak']);
