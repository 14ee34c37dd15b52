/** Judging one whole file as loading does: bytes, front matter, keys, body. */

import type { BodyType } from '../../src/markup/index.ts';
import { parseBody } from '../../src/markup/index.ts';
import { collections } from '../../src/model/collection.ts';
import { splitFrontMatter } from '../../src/model/front-matter.ts';
import { checkBytes } from '../../src/model/gate.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { Language } from '../../src/model/language.ts';
import { checkKeys } from '../../src/model/schema.ts';
import { readKeys } from '../../src/model/yaml.ts';

const KEYS = 'name: An example\naudience: public\n';

/** A file of the plainest kind around a body: a passage. Its body begins on line 6. */
export function withKeys(body: string): string {
	return `---\n${KEYS}---\n\n${body}\n`;
}

export function judgeFile(
	file: string | Uint8Array,
	type: BodyType = 'passage',
	language: Language = 'en',
): Issue[] {
	const name = `${collections[type].folder}/example.${language}.mdx`;
	const gate = checkBytes(typeof file === 'string' ? new TextEncoder().encode(file) : file, name);
	if (gate.text === undefined || gate.issues.length > 0) return gate.issues;
	const split = splitFrontMatter(gate.text, name);
	if (!split.frontMatter) return split.issues;
	const { keys, issues } = readKeys(split.frontMatter.yaml, name, 2);
	if (!keys) return issues;
	// The keys of other types are judged by their own tests; here the front matter is that of a passage.
	const checked = checkKeys(collections.passage.schema, keys.value, name, keys.locate);
	return [...checked.issues, ...parseBody(split.frontMatter.body, { file: name, type, language }).issues];
}
