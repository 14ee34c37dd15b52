/** Files that are opened and saved, or written for the first time: their bytes are those of the house. */
import { expect, test } from 'vitest';
import { editorFormats, readFile, writeFile } from '../../src/cms/index.ts';
import { contentFiles, throughDecap } from './content-files.ts';

test('there are files of most collections to try', () => {
	expect(contentFiles.length).toBeGreaterThan(200);
	expect(new Set(contentFiles.map(({ collection }) => collection)).size).toBeGreaterThan(12);
	expect(new Set(contentFiles.map(({ language }) => language)).size).toBeGreaterThan(2);
});

test('every file, opened and saved, has the same bytes', () => {
	const wrong = contentFiles.filter(
		({ collection, language, text }) =>
			writeFile(collection, language, throughDecap(readFile(collection, language, text))) !== text,
	);
	expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('the same through the formats that Decap calls without folder and language', () => {
	const wrong = contentFiles.filter(({ collection, text }) => {
		const format = editorFormats.find(({ name }) => name.endsWith(`-${collection}`));
		return format?.toFile(throughDecap(format.fromFile(text))) !== text;
	});
	expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('every file, written as if it were new, has the lines of the file', () => {
	// The place of a key that was added later may be another.
	const lines = (text: string) => text.split('\n').sort();
	const wrong = contentFiles.filter(({ collection, language, text }) => {
		const { _source, ...data } = readFile(collection, language, text);
		return lines(writeFile(collection, language, throughDecap(data))).join('\n') !== lines(text).join('\n');
	});
	expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('a list of entries comes without bodies, and leaves them alone', () => {
	const { collection, language, text } = contentFiles.find(({ path }) =>
		path.endsWith('safe-contact.en.mdx'),
	) ?? {
		collection: '',
		language: 'en' as const,
		text: '',
	};
	const { blocks, body, ...keys } = readFile(collection, language, text);
	expect(blocks ?? body).toBeDefined();
	expect(writeFile(collection, language, throughDecap(keys))).toBe(text);
});
