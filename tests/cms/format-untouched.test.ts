/** Files that are opened and saved: nothing changes but what the editor changed. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { editorFormats, readFile, writeFile } from '../../src/cms/index.ts';
import type { Language } from '../../src/model/language.ts';

const files = globSync('content/*/*.{mdx,yaml}')
	.sort()
	.map((path) => ({
		path,
		collection: basename(dirname(path)),
		language: (path.endsWith('.mdx') ? basename(path).split('.').at(-2) : 'en') as Language,
		text: readFileSync(path, 'utf8'),
	}));

test('there are files of most collections to try', () => {
	expect(files.length).toBeGreaterThan(200);
	expect(new Set(files.map(({ collection }) => collection)).size).toBeGreaterThan(12);
});

test('every file, opened and saved, has the same bytes', () => {
	const wrong = files.filter(({ collection, language, text }) => {
		const data = JSON.parse(JSON.stringify(readFile(collection, language, text)));
		return writeFile(collection, language, data) !== text;
	});
	expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('every file, through the formats that Decap calls without folder and language', () => {
	const wrong = files.filter(({ collection, text }) => {
		const format = editorFormats.find(({ name }) => name.endsWith(`-${collection}`));
		return format?.toFile(JSON.parse(JSON.stringify(format.fromFile(text)))) !== text;
	});
	expect(wrong.map(({ path }) => path)).toEqual([]);
});
