/** The body of a file as the editor holds it: blocks, or of guidance one text. */
import type { BodyType } from '../markup/index.ts';
import { collections, type EntryType } from '../model/collection.ts';
import type { Language } from '../model/language.ts';
import type { Block } from './block.ts';
import { fromBlocks, toBlocks } from './blocks.ts';

type BodyData = { blocks?: unknown; body?: unknown };

export function hasBody(type: EntryType): type is BodyType {
	return collections[type].hasBody;
}

/** Long guidance is one text; everything else is made of blocks. */
export function isOneText(type: EntryType): boolean {
	return type === 'guidance';
}

/** The body as data. */
export function bodyAsData(type: BodyType, language: Language, source: string): BodyData {
	return isOneText(type) ? { body: wordsOf(source) } : { blocks: toBlocks(source, { type, language }) };
}

/** The text below the front matter. `before`: as the file has it; without body in the data it stays. */
export function bodyAsText(type: BodyType, data: BodyData, before = ''): string {
	if (isOneText(type)) {
		if (data.body === undefined) return before;
		const words = wordsOf(String(data.body ?? '').replace(/\r\n?/g, '\n'));
		return words === wordsOf(before) ? before : parted(words);
	}
	if (data.blocks === undefined) return before;
	return parted(fromBlocks((data.blocks ?? []) as Block[]));
}

/** The whole text of a file that cannot be read, shown in place of its body, with the reason. */
export function brokenAsData(type: EntryType, source: string, reason: string): BodyData {
	if (!hasBody(type)) return {};
	return isOneText(type) ? { body: source } : { blocks: [{ kind: 'protected', source, reason }] };
}

export function brokenAsText(type: EntryType, data: BodyData, source: string): string {
	if (!hasBody(type)) return source;
	if (isOneText(type)) return typeof data.body === 'string' ? data.body : source;
	const blocks = data.blocks as Record<string, string>[] | undefined;
	return blocks?.map(({ source: kept, text }) => kept ?? text ?? '').join('\n\n') ?? source;
}

/** Text without the empty lines around it, which the file has and nobody types. */
function wordsOf(source: string): string {
	return source.replace(/^\n+|\n+$/g, '');
}

/** An empty line stands between the keys and the text, and one line break behind it. */
function parted(text: string): string {
	if (text.trim() === '') return '';
	return text.replace(/^(?!\n)/, '\n').replace(/(?<!\n)$/, '\n');
}
