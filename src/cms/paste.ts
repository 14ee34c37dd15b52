/**
 * What is pasted, as Markdown that our pages take: headings, lists, tables, bold and links are kept. What a page of
 * ours cannot have is left out, and said.
 */
import { type LeftOut, type PastedBlock, readHtml } from './paste-html.ts';
import { BREAK, markdownOf, type Run } from './paste-words.ts';

export interface Pasted {
	markdown: string;
	/** What was left out, each as a sentence that says what to do about it. */
	leftOut: string[];
}

/** Paste a page of Word, a mail of Outlook or a web page. */
export function pasteHtml(html: string, { headings = true } = {}): Pasted {
	const { blocks, leftOut } = readHtml(html);
	return {
		markdown: written(blocks, headings),
		leftOut: [...leftOut].map(([kind, count]) => sentences[kind](count)),
	};
}

/** Paste plain text: an empty line begins a paragraph, a mark at the beginning of a line an item of a list. */
export function pasteText(text: string): Pasted {
	const blocks = text
		.replace(/\r\n?/g, '\n')
		.split(/\n\s*\n/)
		.flatMap((part): PastedBlock[] => {
			const found: PastedBlock[] = [];
			for (const line of part.split('\n')) {
				const [, mark, words = ''] = /^\s*([·•▪§*–-]|\d{1,3}[.)])\s+(.*)$/.exec(line) ?? [];
				const last = found.at(-1);
				if (mark !== undefined)
					found.push({ kind: 'item', level: 1, ordered: /\d/.test(mark), runs: [{ text: words }] });
				else if (last?.kind === 'paragraph') last.runs.push({ text: BREAK }, { text: line });
				else found.push({ kind: 'paragraph', runs: [{ text: line }], quoted: 0 });
			}
			return found;
		});
	return { markdown: written(blocks, false), leftOut: [] };
}

function written(blocks: readonly PastedBlock[], headings: boolean): string {
	const depths = [...new Set(blocks.flatMap((each) => (each.kind === 'heading' ? [each.depth] : [])))].sort();
	const out: string[] = [];
	let above = 1;
	for (let at = 0; at < blocks.length; at++) {
		const block = blocks[at];
		if (!block) continue;
		switch (block.kind) {
			case 'paragraph':
				out.push(quote(markdownOf(block.runs), block.quoted));
				break;
			case 'heading': {
				const words = markdownOf(block.runs, { breaks: false, marks: false });
				if (!/[\p{L}\p{N}]/u.test(words)) {
					out.push(words);
					break;
				}
				// The title of the page is the only heading of the first level, and no level is left out.
				above = Math.min(4, above + 1, 2 + depths.indexOf(block.depth));
				out.push(headings ? `${'#'.repeat(above)} ${words}` : `**${words}**`);
				break;
			}
			case 'item': {
				const end = blocks.findIndex((each, index) => index > at && each.kind !== 'item');
				const items = blocks.slice(at, end === -1 ? blocks.length : end);
				out.push(list(items.filter((each) => each.kind === 'item')));
				at += items.length - 1;
				break;
			}
			case 'table':
				out.push(table(block.rows));
				break;
			case 'rule':
				out.push('***');
		}
	}
	return out.filter((text) => text !== '').join('\n\n');
}

function quote(text: string, depth: number): string {
	return depth === 0 ? text : text.replace(/^/gm, '> '.repeat(Math.min(depth, 3)));
}

/** Items with their level, as lists in lists. */
function list(items: readonly Extract<PastedBlock, { kind: 'item' }>[]): string {
	const open: { level: number; ordered: boolean; count: number; indent: string }[] = [];
	let text = '';
	for (const { level, ordered, runs, more } of items) {
		const words = markdownOf(runs);
		while ((open.at(-1)?.level ?? 0) > level) open.pop();
		let at = open.at(-1);
		const mark = () => (at?.ordered ? `${at.count}. ` : '- ');
		if (more && at) {
			text += `\n\n${indented(words, at.indent + ' '.repeat(mark().length))}`;
			continue;
		}
		if (at && at.level === level && at.ordered !== ordered) {
			open.pop();
			// Two lists that follow each other are kept apart by the mark alone.
			text += '\n';
			at = undefined;
		}
		if (!at || at.level < level) {
			const outer = open.at(-1);
			const indent = outer ? outer.indent + ' '.repeat(outer.ordered ? `${outer.count}. `.length : 2) : '';
			at = { level, ordered, count: 0, indent };
			open.push(at);
		}
		at.count++;
		const own = mark();
		text += `${text === '' ? '' : '\n'}${at.indent}${own}${indented(words, at.indent + ' '.repeat(own.length)).trimStart()}`;
	}
	return text;
}

function indented(text: string, indent: string): string {
	return text.replace(/^(?=.)/gm, indent);
}

function table(rows: readonly (readonly Run[][])[]): string {
	const columns = Math.max(...rows.map(({ length }) => length));
	const filled = rows.filter((row) => row.some((cell) => markdownOf(cell) !== ''));
	const [head, ...body] = filled.map((row, index) =>
		Array.from({ length: columns }, (_, column) =>
			markdownOf(row[column] ?? [], { breaks: false, marks: index > 0 }).replaceAll('|', '&#124;'),
		),
	);
	if (!head) return '';
	const lines = [head, head.map(() => '---'), ...body];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const times = (count: number, one: string, several: string) => (count === 1 ? one : `${count} ${several}`);

const sentences: Record<LeftOut, (count: number) => string> = {
	image: (count) =>
		`${times(count, 'An image', 'images')} left out. Add it as an image with its text alternative.`,
	'crossed-out': () => 'Crossed-out words left out.',
	note: () => 'Footnotes left out. Put what matters into the text.',
	comment: () => 'Comments left out.',
	link: (count) =>
		`The address of ${times(count, 'a link', 'links')} left out, its words kept. A link leads to an address that begins https://, mailto: or tel:.`,
	control: () => 'Buttons, pictures or videos left out.',
	merged: () => 'Merged cells of a table taken apart. Check that every row says what it should.',
	'inner table': () => 'A table inside a table turned into words. Check them.',
};
