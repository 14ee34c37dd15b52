/** How the rich editor shows what it holds. */
import type { ReactNode } from 'react';
import { type NodeEntry, Text } from 'slate';
import type { RenderElementProps, RenderLeafProps } from 'slate-react';
import { NAMED, type RichNode, SEALED } from '../../../src/cms/index.ts';
import { componentDocs } from '../../../src/markup/index.ts';
import { NamedPart } from './named-part.tsx';
import { SealedPart } from './sealed-part.tsx';

const tags: Record<
	string,
	'p' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'ul' | 'ol' | 'li' | 'blockquote' | 'tr' | 'td'
> = {
	paragraph: 'p',
	'heading-one': 'h2',
	'heading-two': 'h2',
	'heading-three': 'h3',
	'heading-four': 'h4',
	'heading-five': 'h5',
	'heading-six': 'h6',
	'bulleted-list': 'ul',
	'numbered-list': 'ol',
	'list-item': 'li',
	quote: 'blockquote',
	'table-row': 'tr',
	'table-cell': 'td',
};

export function RichElement({ attributes, children, element }: RenderElementProps) {
	const node = element as unknown as RichNode & { data?: { url?: string } };
	switch (node.type) {
		case 'link':
			return (
				<a {...attributes} href={node.data?.url} onClick={(event) => event.preventDefault()}>
					{children}
				</a>
			);
		case 'break':
			return (
				<span {...attributes}>
					<br contentEditable={false} />
					{children}
				</span>
			);
		case 'thematic-break':
			return (
				<div {...attributes}>
					<div contentEditable={false}>
						<hr />
					</div>
					{children}
				</div>
			);
		case 'table':
			return (
				<table {...attributes}>
					<tbody>{children}</tbody>
				</table>
			);
		case NAMED:
			return (
				<NamedPart attributes={attributes} element={element}>
					{children}
				</NamedPart>
			);
		case SEALED:
			return (
				<div {...attributes}>
					<div contentEditable={false}>
						<SealedPart element={element} source={node.source ?? ''} />
					</div>
					{children}
				</div>
			);
		default: {
			const Tag = tags[node.type ?? ''] ?? 'p';
			return <Tag {...attributes}>{children}</Tag>;
		}
	}
}

export function RichLeaf({ attributes, children, leaf }: RenderLeafProps) {
	const marks = leaf as unknown as Record<string, unknown>;
	let inner: ReactNode = children;
	if (marks.bold) inner = <strong>{inner}</strong>;
	if (marks.italic) inner = <em>{inner}</em>;
	if (marks.code) inner = <code>{inner}</code>;
	if (marks.delete) inner = <s>{inner}</s>;
	return (
		<span {...attributes} className={typeof marks.named === 'string' ? `blocks-${marks.named}` : undefined}>
			{inner}
		</span>
	);
}

const names = componentDocs.map(({ name }) => name).join('|');
const MARKED = new RegExp(`\\(\\([^()]+\\)\\)|</?(?:${names})\\b[^<>]*>`, 'g');

/** Placeholders and tags stand out from the words. */
export function namedRanges([node, path]: NodeEntry) {
	if (!Text.isText(node) || (node as unknown as RichNode).code === true) return [];
	return [...node.text.matchAll(MARKED)].map(({ 0: found, index }) => ({
		anchor: { path, offset: index },
		focus: { path, offset: index + found.length },
		named: found.startsWith('(') ? 'gap' : 'tag',
	}));
}
