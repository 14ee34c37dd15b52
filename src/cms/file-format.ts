/**
 * A file’s text as the data that Decap edits, and back.
 *
 * Writing changes the file only where its data was changed: everything else keeps its bytes, comments and quotes.
 */
import type { Language } from '../model/language.ts';

/**
 * What Decap holds of one file: its keys; the body as `blocks` (a list of blocks) or, of guidance, `body` (one text).
 * Keys that begin with `_` travel with it and are never written: `_source`, the text as it was read; `_broken`, why it
 * could not be read, in an editor’s words.
 */
export type EditorData = Record<string, unknown>;

/** Read a file. `collection` is its folder. Never throws: a file that cannot be read is kept whole. */
export function readFile(_collection: string, _language: Language, text: string): EditorData {
	return { _source: text };
}

/** Write a file. Empty text: a translation that holds nothing of its own, which is no file. */
export function writeFile(_collection: string, _language: Language, data: EditorData): string {
	return String(data._source ?? '');
}

/** A format as `CMS.registerCustomFormat(name, extension, format)` takes it: Decap tells it neither folder nor language. */
export interface EditorFormat {
	name: string;
	extension: 'mdx' | 'yaml';
	fromFile(text: string): EditorData;
	toFile(data: EditorData): string;
}

/** One format for each collection, which its configuration names. */
export const editorFormats: readonly EditorFormat[] = [];
