/** The fields of a file that a draft changes, besides its text, with the names they have in the form. */
import { stringify } from 'yaml';
import { collections, type EntryType } from '../../../src/model/collection.ts';
import { splitFrontMatter } from '../../../src/model/front-matter.ts';
import { nameOf } from '../../../src/model/read-text.ts';
import { readKeys } from '../../../src/model/yaml.ts';

export interface ChangedKey {
	key: string;
	label: string;
	before: string;
	after: string;
}

export function changedKeys(file: string, before: string, after: string): ChangedKey[] {
	const named = nameOf(file);
	if ('issue' in named) return [];
	const { type } = named;
	const [was, is] = [before, after].map((text) => keysOf(type, text)) as [Keys, Keys];
	return (
		[...new Set([...Object.keys(was), ...Object.keys(is)])]
			// The server writes them, and whoever reviews is told of them by name.
			.filter((key) => key !== 'signOffs')
			.map((key) => ({ key, label: labelOf(type, key), before: inWords(was[key]), after: inWords(is[key]) }))
			.filter((each) => each.before !== each.after)
	);
}

type Keys = Record<string, unknown>;

function keysOf(type: EntryType, text: string): Keys {
	const yaml = collections[type].hasBody ? splitFrontMatter(text, '').frontMatter?.yaml : text;
	const value = yaml === undefined ? undefined : readKeys(yaml, '', 1).keys?.value;
	return typeof value === 'object' && value !== null ? (value as Keys) : {};
}

/** The name of a key in the form. */
export function labelOf(type: EntryType, key: string): string {
	const collection = collections[type];
	const schemas = [
		collection.schema,
		'translationSchema' in collection ? collection.translationSchema : undefined,
	];
	for (const schema of schemas) {
		const shape = (schema as { shape?: Record<string, { meta(): { title?: string } | undefined }> })?.shape;
		const title = shape?.[key]?.meta()?.title;
		if (title) return title;
	}
	return key;
}

function inWords(value: unknown): string {
	if (value === undefined) return '';
	return typeof value === 'string' ? value : stringify(value, { lineWidth: 0 }).trim();
}
