/** Ordinary Markdown as elements; components render themselves. */
import type { ElementContent } from 'hast';
import { judgeAddress } from './address.ts';
import { externalLink } from './card.ts';
import type { Page } from './component.ts';
import { componentFor } from './component-use.ts';
import { h, spoken } from './element.ts';
import type { Alignment, MarkupNode } from './node.ts';

export function renderNode(node: MarkupNode, page: Page): ElementContent[] {
	switch (node.kind) {
		case 'text':
			return [{ type: 'text', value: node.value }];
		case 'code':
			return [h('code', {}, [node.value])];
		case 'break':
			return [h('br', {})];
		case 'rule':
			return [h('hr', {})];
		case 'placeholder':
			return [placeholder(node.name, page)];
		case 'paragraph':
			return [h('p', {}, page.render(node.children))];
		case 'strong':
			return [h('strong', {}, page.render(node.children))];
		case 'emphasis':
			return [h('em', {}, page.render(node.children))];
		case 'quote':
			return [h('blockquote', {}, page.render(node.children))];
		case 'heading':
			return [h(`h${node.depth}`, { id: node.id }, page.render(node.children))];
		case 'link':
			return [link(node, page)];
		case 'list': {
			const items = node.children.map((item) =>
				h(
					'li',
					{},
					node.tight ? tightItem(item, page) : page.render('children' in item ? item.children : []),
				),
			);
			return [
				node.ordered ? h('ol', node.start === 1 ? {} : { start: node.start }, items) : h('ul', {}, items),
			];
		}
		case 'table':
			return [table(node.children, node.align, page)];
		case 'item':
		case 'row':
		case 'cell':
			return page.render(node.children);
		case 'component':
			return componentFor(node.name)?.render(node, page) ?? [];
	}
}

/** The words of an item whose list is tight stand in it without a paragraph. */
function tightItem(item: MarkupNode, page: Page): ElementContent[] {
	return ('children' in item ? item.children : []).flatMap((child) =>
		child.kind === 'paragraph' ? page.render(child.children) : page.render([child]),
	);
}

function link(node: Extract<MarkupNode, { kind: 'link' }>, page: Page): ElementContent {
	const words = page.renderInsideLink(node.children);
	// The tree may have come from elsewhere than our parser, so the address is judged again.
	if (!judgeAddress(node.href).ok) return h('span', {}, words);
	if (!node.href.startsWith('https:')) return h('a', { href: node.href }, words);
	const { tagName, properties } = externalLink(node.href) as Extract<ElementContent, { type: 'element' }>;
	return { type: 'element', tagName, properties, children: words };
}

/** A gap shows its example, so that the letter reads as it will, and its name, so that nobody sends the example. */
function placeholder(name: string, page: Page): ElementContent {
	const declared = page.placeholders.find((each) => each.name === name);
	const inner = declared
		? [
				declared.example,
				h('span', { className: ['placeholder-name'] }, [' (', spoken(page.inEnglish(name)), ')']),
			]
		: [spoken(page.inEnglish(name))];
	return h('mark', { className: ['placeholder'], dataName: name }, inner);
}

function table(rows: readonly MarkupNode[], align: readonly Alignment[], page: Page): ElementContent {
	const cellsOf = (row: MarkupNode | undefined) => (row && 'children' in row ? row.children : []);
	const [head, ...body] = rows;
	const isEmpty = (cell: MarkupNode | undefined) =>
		cell !== undefined && 'children' in cell && cell.children.length === 0;
	// Without words above it, the first column names the rows.
	const rowHeads = isEmpty(cellsOf(head)[0]);
	const cell = (
		tagName: 'td' | 'th',
		scope: 'col' | 'row' | undefined,
		index: number,
		content: MarkupNode,
	) => {
		const side = align[index];
		return h(
			tagName,
			{ scope, className: side === 'right' || side === 'center' ? [`align-${side}`] : undefined },
			page.render([content]),
		);
	};
	return h('div', { className: ['table'], role: 'group', tabIndex: 0, ariaLabel: page.word('table') }, [
		h('table', {}, [
			h('thead', {}, [
				h(
					'tr',
					{},
					cellsOf(head).map((each, index) =>
						isEmpty(each) ? cell('td', undefined, index, each) : cell('th', 'col', index, each),
					),
				),
			]),
			body.length > 0 &&
				h(
					'tbody',
					{},
					body.map((row) =>
						h(
							'tr',
							{},
							cellsOf(row).map((each, index) =>
								index === 0 && rowHeads ? cell('th', 'row', index, each) : cell('td', undefined, index, each),
							),
						),
					),
				),
		]),
	]);
}
