/** The parts of Decap’s Markdown widget that the rich editor is made of; they come without types. */
declare module 'decap-cms-widget-markdown/dist/esm/serializers/index.js' {
	import type { RichNode } from '../../../src/cms/rich-text.ts';

	interface Options {
		voidCodeBlock: boolean;
		remarkPlugins: object[];
	}
	export function markdownToSlate(markdown: string, options: Options): RichNode[];
	export function slateToMarkdown(nodes: readonly RichNode[], options: Options): string;
}

declare module 'decap-cms-widget-markdown/dist/esm/MarkdownControl/plugins/*' {
	import type { Editor } from 'slate';

	const withPlugin: <T extends Editor>(editor: T) => T;
	export default withPlugin;
}

declare module 'decap-cms-backend-test' {
	export class TestBackend {}
}
