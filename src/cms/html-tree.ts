/** Looking around in parsed HTML. */
import type { DefaultTreeAdapterMap } from 'parse5';

export type Node = DefaultTreeAdapterMap['childNode'];
export type Element = DefaultTreeAdapterMap['element'];

/** The elements of a name below another, none of them within an element of the name `not`. */
export function descendants(node: Element, name: string, not: string): Element[] {
	return node.childNodes.flatMap((each): Element[] => {
		if (!('tagName' in each) || each.tagName === not) return [];
		return each.tagName === name ? [each] : descendants(each, name, not);
	});
}

export function textOf(node: Element): string {
	return node.childNodes
		.map((each) =>
			each.nodeName === '#text'
				? (each as DefaultTreeAdapterMap['textNode']).value
				: 'tagName' in each
					? textOf(each)
					: '',
		)
		.join('');
}

export function attribute(node: Element, name: string): string {
	return node.attrs.find((each) => each.name === name)?.value ?? '';
}
