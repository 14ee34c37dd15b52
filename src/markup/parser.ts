/**
 * The one parser: Markdown with MDX and the marks of GFM (tables, addresses written bare, footnotes, strikethrough,
 * tasks). What it makes is judged by the walk, and never used as it is.
 *
 * Looking for bare addresses at every letter takes as long as all other reading. So a text is read for those marks alone
 * whose signs stand in it; the tree is the same.
 */
import type { Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

const markdown = unified().use(remarkParse).use(remarkMdx);
const withoutGfm = markdown().freeze();
const withTables = markdown().use(remarkTables).freeze();
const withGfm = markdown().use(remarkGfm).freeze();

/** No table is without a bar or a colon beside a dash in the row below its head. */
const TABLE = /\||:-|-:/;
/** An address holds one of the first, a footnote, strikethrough or task one of the last; “&” and “\” may write them otherwise. */
const OTHER_MARK = /@|www\.|https?:|[&\\]|~|\[\^|\[[\sx]\]/i;

/** Read a text. Throws with the complaint of the parser when it cannot be read. */
export function parseTree(source: string): Root {
	const parser = OTHER_MARK.test(source) ? withGfm : TABLE.test(source) ? withTables : withoutGfm;
	return parser.parse(source) as Root;
}

function remarkTables(this: Processor): void {
	const data = this.data();
	data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable()];
	data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown()];
}
