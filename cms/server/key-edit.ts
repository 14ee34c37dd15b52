/** Changing keys of a file in place: every other byte stays. */
import { editYaml } from '../../src/cms/edit-yaml.ts';
import { splitFrontMatter } from '../../src/model/front-matter.ts';
import { readKeys } from '../../src/model/yaml.ts';

/** The text with its keys as `change` makes them; undefined when the keys cannot be read. */
export function editKeys(
	text: string,
	change: (keys: Record<string, unknown>) => Record<string, unknown>,
): string | undefined {
	const { frontMatter } = splitFrontMatter(text, '');
	if (!frontMatter) return undefined;
	const keys = readKeys(frontMatter.yaml, '', 2).keys?.value as Record<string, unknown> | undefined;
	if (!keys) return undefined;
	const yaml = editYaml(frontMatter.yaml, keys, change(keys));
	return `---\n${yaml.endsWith('\n') ? yaml : `${yaml}\n`}---\n${frontMatter.body.source}`;
}

/** The keys of a text; undefined when they cannot be read. */
export function keysOf(text: string): Record<string, unknown> | undefined {
	const { frontMatter } = splitFrontMatter(text, '');
	if (!frontMatter) return undefined;
	return readKeys(frontMatter.yaml, '', 2).keys?.value as Record<string, unknown> | undefined;
}
