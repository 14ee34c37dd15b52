/** The door of editions: what was published, when, and how one state differs from another. Runs in Node and in a browser. */
export { type Block, type Branch, isLeaf, type Leaf, type Run, textOfBlock } from './block.ts';
export { type ContentTree, contentTree } from './content-tree.ts';
export type {
	Cause,
	DocumentView,
	Edition,
	EditionFacts,
	FactInput,
	LinkInput,
	SignOffNote,
} from './edition.ts';
export { type FrozenParts, frozenParts, hashesOfParts } from './frozen-parts.ts';
export {
	appendEntry,
	type NewEntry,
	NO_LINE,
	type Register,
	readRegister,
	registerText,
} from './register.ts';
export type { PartHashes, RegisterEntry } from './register-entry.ts';
