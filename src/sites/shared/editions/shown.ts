/** Elements as data, which become HTML when a site is built and nodes in a browser. Text stays text in both. */

export interface Shown {
	name: string;
	attributes: Record<string, string>;
	children: Child[];
}

export type Child = Shown | string;

export function element(name: string, attributes: Record<string, string>, children: Child[]): Shown {
	return { name, attributes, children };
}

/** As HTML. Names of elements and attributes are ours alone; texts and values are written so that they stay such. */
export function htmlOf(children: readonly Child[]): string {
	return children
		.map((child) => {
			if (typeof child === 'string') return escaped(child);
			const attributes = Object.entries(child.attributes)
				.map(([key, value]) => ` ${key}="${escaped(value)}"`)
				.join('');
			if (child.name === 'hr') return `<hr${attributes}>`;
			return `<${child.name}${attributes}>${htmlOf(child.children)}</${child.name}>`;
		})
		.join('');
}

/** As nodes of a page. */
export function nodesOf(children: readonly Child[]): (Node | string)[] {
	return children.map((child) => {
		if (typeof child === 'string') return child;
		const made = document.createElement(child.name);
		for (const [key, value] of Object.entries(child.attributes)) made.setAttribute(key, value);
		made.append(...nodesOf(child.children));
		return made;
	});
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
