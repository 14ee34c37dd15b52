/** The files of content as the editor opens them. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { EditorData } from '../../src/cms/index.ts';
import type { Language } from '../../src/model/language.ts';

export interface ContentFile {
	path: string;
	/** The folder. */
	collection: string;
	language: Language;
	text: string;
}

export const contentFiles: readonly ContentFile[] = globSync('content/*/*.{mdx,yaml}')
	.sort()
	.map((path) => ({
		path,
		collection: basename(dirname(path)),
		language: (path.endsWith('.mdx') ? basename(path).split('.').at(-2) : 'en') as Language,
		text: readFileSync(path, 'utf8'),
	}));

/** Data as Decap gives it back: it has been through its own kinds of list and map. */
export function throughDecap(data: EditorData): EditorData {
	return JSON.parse(JSON.stringify(data)) as EditorData;
}
