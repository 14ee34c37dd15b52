/** Markdown as the rich editor holds it, and back: Decap’s own reading and writing, with our settings. */
import { markdownToSlate, slateToMarkdown } from 'decap-cms-widget-markdown/dist/esm/serializers/index.js';
import type { Serialiser } from '../../../src/cms/rich-text.ts';

/** The marks that our documents use. */
const settings = { bullet: '-', emphasis: '_', rule: '*', ruleSpaces: false, ruleRepetition: 3 };
const options = { voidCodeBlock: true, remarkPlugins: [{ settings }] };

export const slateText: Serialiser = {
	toSlate: (markdown) => markdownToSlate(markdown, options),
	fromSlate: (nodes) => slateToMarkdown(nodes, options),
};
