/**
 * A block: one part of a document’s text as the editor holds it, with what is needed to give the file its own letters
 * back. Hidden keys begin with `_`; they travel with the block and are never written.
 */
export interface HiddenKeys {
	/** The block as the file has it. */
	_src?: string;
	/** What the block held when it was read, to tell whether it was changed since. */
	_key?: string;
	/** What stands between it and the next block of the file. */
	_gap?: string;
	/** Which block of the file it was, counted from 0. */
	_i?: number;
	/** Of the first block of the file: what stands before it. */
	_lead?: string;
	/** Of the last block of the file: what stands after it. */
	_end?: string;
	/** Where its content begins in `_src`. */
	_at?: number;
}

/** Paragraphs, headings, lists, quotes and tables, in Markdown. */
export interface TextBlock extends HiddenKeys {
	kind: 'text';
	text: string;
}

/** A note to other editors, never published. */
export interface CommentBlock extends HiddenKeys {
	kind: 'comment';
	text: string;
}

/** Text that is no block we know, kept letter by letter. */
export interface ProtectedBlock extends HiddenKeys {
	kind: 'protected';
	source: string;
	/** Why, and what to do, in words for an editor. */
	reason: string;
}

/** A component; its kind is its name in small letters: `notice`. */
export interface ComponentBlock extends HiddenKeys {
	kind: string;
	props: Record<string, string>;
	/** What stands between its tags: text that is made of blocks too. Absent where nothing may. */
	content?: string;
}

export type Block = TextBlock | CommentBlock | ProtectedBlock | ComponentBlock;

export function isText(block: Block): block is TextBlock {
	return block.kind === 'text';
}
export function isNote(block: Block): block is CommentBlock {
	return block.kind === 'comment';
}
export function isProtected(block: Block): block is ProtectedBlock {
	return block.kind === 'protected';
}
export function isComponent(block: Block): block is ComponentBlock {
	return 'props' in block;
}

/** A copy that stands by itself, as new. */
export function duplicate(block: Block): Block {
	const { _gap, _i, _lead, _end, ...copy } = block;
	return copy as Block;
}
