/** Markdown as the rich editor holds it, and back: Decap’s own reading and writing, with our settings. */
import { markdownToSlate, slateToMarkdown } from 'decap-cms-widget-markdown/dist/esm/serializers/index.js';

/** A node of the editor’s tree, as far as we look at it. */
export interface SlateNode {
	type?: string;
	text?: string;
	data?: Record<string, unknown>;
	children?: SlateNode[];
	[mark: string]: unknown;
}

/** The marks that our documents use. */
const settings = { bullet: '-', emphasis: '_', rule: '*', ruleSpaces: false, ruleRepetition: 3 };
const options = { voidCodeBlock: true, remarkPlugins: [{ settings }] };

export function toSlate(markdown: string): SlateNode[] {
	return markdownToSlate(markdown, options);
}

export function fromSlate(nodes: readonly SlateNode[]): string {
	return slateToMarkdown(nodes, options);
}
