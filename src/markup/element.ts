/** Building HTML elements as data; the serialiser escapes every text and attribute. */
import type { Element, ElementContent } from 'hast';

type Attributes = Record<string, string | number | boolean | string[] | undefined>;
type Child = ElementContent | string | undefined | false;

/** An element. Attributes that are undefined are left out; strings become text. */
export function h(tagName: string, attributes: Attributes, children: readonly Child[] = []): Element {
	const properties: Element['properties'] = {};
	for (const [name, value] of Object.entries(attributes)) if (value !== undefined) properties[name] = value;
	return { type: 'element', tagName, properties, children: toContent(children) };
}

export function toContent(children: readonly Child[]): ElementContent[] {
	return children
		.filter(
			(child): child is ElementContent | string => child !== undefined && child !== false && child !== '',
		)
		.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child));
}

/** A text in the language of the page, or marked with the language it is in. */
export interface Words {
	text: string;
	/** Set when it is not the language of the page. */
	lang?: string;
	dir?: 'ltr' | 'rtl';
}

/** The text, inside an element only when it has to carry its language. */
export function spoken({ text, lang, dir }: Words): ElementContent {
	return lang === undefined ? { type: 'text', value: text } : h('span', { lang, dir }, [text]);
}
