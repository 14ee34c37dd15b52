/** The door of the editor’s pure part: the configuration made from the model, and files as the data Decap edits. */
export {
	type Block,
	type ComponentBlock,
	duplicate,
	isComponent,
	isNote,
	isProtected,
	isText,
	type ProtectedBlock,
	type TextBlock,
} from './block.ts';
export { type BlockField, type BlockKind, blockKinds } from './block-kinds.ts';
export { type BlockContext, fromBlocks, toBlocks } from './blocks.ts';
export { type CatalogueChoice, catalogueChoices, matchingChoices } from './catalogue-choices.ts';
export { EDITING_SERVER, type EditorOptions, editorConfig, nextCode, ownWidgets } from './config.ts';
export type { DecapCollection, DecapConfig, DecapField } from './decap-config.ts';
export { type EditorData, type EditorFormat, editorFormats, readFile, writeFile } from './file-format.ts';
export {
	closeNamed,
	isNamed,
	NAMED,
	type NamedNode,
	namingComponents,
	namingTag,
	openNamed,
} from './named-parts.ts';
export { type Pasted, pasteHtml, pasteText } from './paste.ts';
export {
	closeRich,
	keepLetters,
	mayBeRich,
	openRich,
	type RichNode,
	SEALED,
	type Serialiser,
	sealedNode,
} from './rich-text.ts';
export { makeSafe, readable } from './safe-text.ts';
