/**
 * The normalised content of a document: what it says, in which order and form, without anything that only decides how
 * it looks. Two states of a document with equal blocks have the same words.
 */

/** A piece of text in one form. */
export interface Run {
	text: string;
	/**
	 * What it is, sorted: `strong`, `emphasis`, `code`, `term`, `timescale`, `organisation`, `link /guidance/x/`,
	 * `image /media/x.webp`, `placeholder victim name`, `when pilot early-advice`; and where languages were asked for,
	 * `lang en` of what is not in the language of the page.
	 */
	marks?: string[];
}

interface OfKind {
	/** `p`, `h2`, `li`, `notice`, `clause`, `when` … */
	kind: string;
	/** What it carries beside its text: the strength of a clause, the condition of a part, the type of a gap. */
	with?: Record<string, string>;
}

/** A paragraph, a heading, a name: text alone. */
export interface Leaf extends OfKind {
	words: Run[];
}

/** A list, a table, a clause: other blocks. */
export interface Branch extends OfKind {
	blocks: Block[];
}

export type Block = Leaf | Branch;

/** The mark of a text in another language. It tells how words sound, and is none of them. */
export const LANGUAGE_MARK = 'lang ';

export function isLeaf(block: Block): block is Leaf {
	return 'words' in block;
}

/** The text of a block, one line a leaf. */
export function textOfBlock(block: Block): string {
	return isLeaf(block)
		? block.words.map(({ text }) => text).join('')
		: block.blocks
				.map(textOfBlock)
				.filter((text) => text !== '')
				.join('\n');
}

/** Runs with white space collapsed and neighbours of one form joined: equal text has equal runs. */
export function normalRuns(runs: readonly Run[]): Run[] {
	const joined: Required<Run>[] = [];
	const add = (text: string, marks: string[]) => {
		const last = joined.at(-1);
		if (last && same(last.marks, marks)) last.text += text;
		else joined.push({ text, marks });
	};
	const pieces = runs.flatMap(({ text, marks = [] }) =>
		(text.normalize('NFC').match(/\s+|\S+/g) ?? []).map((piece) => ({ text: piece, marks })),
	);
	for (const [index, { text, marks }] of pieces.entries()) {
		if (/\S/.test(text)) {
			add(text, marks);
			continue;
		}
		const next = pieces.slice(index).find((piece) => /\S/.test(piece.text));
		const last = joined.at(-1);
		if (!next || !last || last.text.endsWith(' ')) continue;
		// A space between two forms belongs to what both have in common.
		add(
			' ',
			last.marks.filter((mark) => next.marks.includes(mark)),
		);
	}
	return joined.map(({ text, marks }) => (marks.length > 0 ? { text, marks } : { text }));
}

function same(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((each, index) => each === b[index]);
}
