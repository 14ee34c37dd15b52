/** The content of this repository as the editor is sent it, and drafts made of its files. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { catalogueData, openData } from '../../src/cms/catalogue-data.ts';
import type { DraftFile } from '../../src/cms/draft-issue.ts';
import { parseBody } from '../../src/markup/index.ts';
import { loadContent } from '../../src/model/load.ts';

export const CONTENT = resolve(import.meta.dirname, '../../content');
/** The moment the content was finished for. */
export const AT = '2026-11-23T09:00:00Z';

export const { entries } = loadContent(CONTENT);
const references = entries.flatMap(({ body, file, type, language }) =>
	body ? parseBody(body, { file, type, language }).references : [],
);
/** Through JSON, as the editing server sends it. */
export const sent = JSON.parse(JSON.stringify(catalogueData({ entries }, references))) as ReturnType<
	typeof catalogueData
>;
export const published = openData(sent);

export function textOf(file: string): string {
	return readFileSync(`${CONTENT}/${file}`, 'utf8');
}

/** A file with one stretch of it in other words. The stretch has to be there. */
export function changed(file: string, from: string | RegExp, to: string): DraftFile {
	const before = textOf(file);
	const text = before.replace(from, to);
	if (text === before) throw new Error(`${file} does not have ${from}`);
	return { file, text };
}
