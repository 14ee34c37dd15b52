/**
 * A file’s text as the data that Decap edits, and back.
 *
 * Writing changes the file only where its data was changed: everything else keeps its bytes, comments and quotes.
 */
import type { z } from 'zod';
import { collections, type EntryType, entryTypes } from '../model/collection.ts';
import { splitFrontMatter } from '../model/front-matter.ts';
import type { Language } from '../model/language.ts';
import { readKeys } from '../model/yaml.ts';
import { bodyAsData, bodyAsText, brokenAsData, brokenAsText, hasBody, isOneText } from './body-format.ts';
import { editYaml } from './edit-yaml.ts';
import { mergeValue } from './merge-value.ts';
import { isGroup } from './normal-value.ts';
import { type PrintStyle, printBlock } from './print-yaml.ts';

/**
 * What Decap holds of one file: its keys; the body as `blocks` (a list of blocks) or, of guidance, `body` (one text).
 * Keys that begin with `_` travel with it and are never written: `_source`, the text as it was read; `_broken`, why it
 * could not be read, in an editor’s words; `_language`, in files that have translations.
 */
export type EditorData = Record<string, unknown>;

/** Read a file. `collection` is its folder. Never throws: a file that cannot be read is kept whole. */
export function readFile(collection: string, language: Language, text: string): EditorData {
	const type = typeOf(collection);
	const read = readSource(type, text);
	const hidden = { _source: text, ...(hasBody(type) && { _language: language }) };
	if (read.broken !== undefined)
		return { ...brokenAsData(type, text, read.broken), ...hidden, _broken: read.broken };
	return { ...read.keys, ...(hasBody(type) && bodyAsData(type, language, read.body)), ...hidden };
}

/**
 * Write a file. Empty text: a translation that holds nothing of its own, which is no file.
 * Throws, in an editor’s words, when keys were typed for a file whose own keys cannot be read.
 */
export function writeFile(collection: string, language: Language, data: EditorData): string {
	const type = typeOf(collection);
	const schema = schemaOf(type, language);
	const keys = keysOnly(data);
	const source = typeof data._source === 'string' ? data._source : undefined;
	const before = source === undefined ? undefined : readSource(type, source);
	if (before?.broken !== undefined) {
		if (mergeValue(schema, undefined, keys) !== undefined) throw new Error(cannotHold(before.broken));
		return brokenAsText(type, data, source ?? '');
	}
	const after = mergeValue(schema, before?.keys, keys);
	const said = isGroup(after) ? after : {};
	if (!hasBody(type)) return keysAsText(before, said, {});
	const body = bodyAsText(type, data, before?.body);
	if (language !== 'en' && body.trim() === '' && Object.keys(said).every((key) => key === 'translation'))
		return '';
	const text = (style: PrintStyle) => `---\n${keysAsText(before, said, style)}---\n${body}`;
	// Some words would be read as a mark of YAML, unless they stand in quotes.
	const plain = text({});
	return splitFrontMatter(plain, '').frontMatter ? plain : text({ quoted: true });
}

/** What a file says. */
interface Said {
	broken?: undefined;
	keys: Record<string, unknown>;
	yaml: string;
	body: string;
}

/** Why a file does not say anything, in an editor’s words. */
interface Broken {
	broken: string;
	keys?: undefined;
}

/** Lists and searches read the same files again and again: what each text said is kept, as far as a session goes. */
const known = new Map<EntryType, Map<string, Said | Broken>>(entryTypes.map((type) => [type, new Map()]));
const MOST_KNOWN = 10_000;

function readSource(type: EntryType, text: string): Said | Broken {
	const ofType = known.get(type) as Map<string, Said | Broken>;
	const before = ofType.get(text);
	if (before) return before;
	const said = readAnew(type, text);
	if (ofType.size >= MOST_KNOWN) ofType.clear();
	ofType.set(text, said);
	return said;
}

/** What a text says. One that is empty says nothing: a translation that nobody has begun. */
function readAnew(type: EntryType, text: string): Said | Broken {
	if (text.trim() === '') return { keys: {}, yaml: '', body: '' };
	const split = hasBody(type) ? splitFrontMatter(text, '') : undefined;
	const yaml = split ? split.frontMatter?.yaml : text;
	const read = yaml === undefined ? undefined : readKeys(yaml, '', split ? 2 : 1);
	if (yaml !== undefined && read?.keys) {
		return { keys: read.keys.value as Said['keys'], yaml, body: split?.frontMatter?.body.source ?? '' };
	}
	const [issue] = [...(split?.issues ?? []), ...(read?.issues ?? [])];
	return { broken: `Line ${issue?.place.line}: ${issue?.message}. ${issue?.fix}` };
}

function keysAsText(before: Said | undefined, after: object, style: PrintStyle): string {
	if (Object.keys(after).length === 0) return '';
	return before ? editYaml(before.yaml, before.keys, after, style) : printBlock(after, 0, style);
}

/** What was typed into the form, without the body and without what only travels along. */
function keysOnly(data: EditorData): EditorData {
	return Object.fromEntries(
		Object.entries(data).filter(([key]) => !key.startsWith('_') && key !== 'blocks' && key !== 'body'),
	);
}

function cannotHold(why: string): string {
	return `This file cannot be read, so what you typed has no place in it yet. Repair its text first. ${why}`;
}

function typeOf(collection: string): EntryType {
	const type = entryTypes.find((each) => collections[each].folder === collection);
	if (!type) throw new Error(`Unexpected collection “${collection}”, expected a folder of content`);
	return type;
}

function schemaOf(type: EntryType, language: Language): z.ZodType {
	const collection = collections[type];
	return language !== 'en' && 'translationSchema' in collection
		? collection.translationSchema
		: collection.schema;
}

/** A format as `CMS.registerCustomFormat(name, extension, format)` takes it: Decap tells it neither folder nor language. */
export interface EditorFormat {
	name: string;
	extension: 'mdx' | 'yaml';
	fromFile(text: string): EditorData;
	toFile(data: EditorData): string;
}

/** The name of the format of a collection, which its configuration holds. */
export function formatName(type: EntryType): string {
	const { folder } = collections[type];
	if (!hasBody(type)) return `plain-yaml-${folder}`;
	return `${isOneText(type) ? 'mdx-text' : 'mdx-blocks'}-${folder}`;
}

/** One format for each collection. */
export const editorFormats: readonly EditorFormat[] = entryTypes.map((type) => {
	const { folder } = collections[type];
	return {
		name: formatName(type),
		extension: hasBody(type) ? 'mdx' : 'yaml',
		fromFile(text) {
			const read = readSource(type, text);
			return readFile(folder, languageOf(type, read.keys ?? {}), text);
		},
		toFile: (data) => writeFile(folder, languageOf(type, data), data),
	};
});

/**
 * Which language the keys are of; any translation may stand for all, for they differ from English alone in what keys
 * they have. A form of English says so itself; a file shows it by the state of its translation.
 */
function languageOf(type: EntryType, data: EditorData): Language {
	if (!hasBody(type)) return 'en';
	if (typeof data._language === 'string') return data._language as Language;
	return isGroup(data.translation) || !hasSharedKey(type, data) ? 'cy' : 'en';
}

/** Whether anything is said that English alone holds. Lists without items and switches that are off are what nobody touched. */
function hasSharedKey(type: EntryType, data: EditorData): boolean {
	return Object.entries(mergeValue(schemaOf(type, 'en'), undefined, data) ?? {}).some(
		([key, value]) =>
			value !== false &&
			!(Array.isArray(value) && value.length === 0) &&
			mergeValue(schemaOf(type, 'cy'), undefined, { [key]: data[key] }) === undefined,
	);
}
