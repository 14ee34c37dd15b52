/** Judging files by their bytes, front-matter boundary and body alone, whatever their keys say. */
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Parser } from '../markup/worker-pool.ts';
import { collections, documentTypes, type EntryType, entryTypes } from '../model/collection.ts';
import { splitFrontMatter } from '../model/front-matter.ts';
import { checkBytes } from '../model/gate.ts';
import type { Issue } from '../model/issue.ts';
import { type Language, languages } from '../model/language.ts';

/**
 * Judge one file. The type is that of the folder it lies in; elsewhere the type that has least to say is taken,
 * because a loose file may be of any.
 */
export async function judgeMarkup(path: string, parser: Parser): Promise<Issue[]> {
	const gate = checkBytes(readFileSync(path), path);
	if (gate.text === undefined || gate.issues.some(({ severity }) => severity === 'error')) return gate.issues;
	const { frontMatter, issues } = splitFrontMatter(gate.text, path);
	if (!frontMatter) return issues;
	const language =
		languages.find((each) => basename(path).endsWith(`.${each}.mdx`)) ?? ('en' satisfies Language);
	const ofFolder = entryTypes.find(
		(type) => collections[type].folder === basename(dirname(path)) && collections[type].hasBody,
	);
	const types: readonly EntryType[] = ofFolder ? [ofFolder] : documentTypes;
	const judged = await Promise.all(
		types.map((type) => parser.parse(frontMatter.body, { file: path, type, language })),
	);
	const [best] = judged.map((body) => body.issues).sort((a, b) => a.length - b.length);
	return [...gate.issues, ...(best ?? [])];
}
