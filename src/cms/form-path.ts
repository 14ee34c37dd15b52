/** From a place in a file to the field or block of the form that holds it. */
import type { z } from 'zod';
import type { BodyType } from '../markup/index.ts';
import { collections, type EntryType } from '../model/collection.ts';
import type { Body } from '../model/entry.ts';
import { splitFrontMatter } from '../model/front-matter.ts';
import type { Issue, Place } from '../model/issue.ts';
import type { Language } from '../model/language.ts';
import { type Keys, keyOfPlace, readKeys } from '../model/yaml.ts';
import { isComponent } from './block.ts';
import { toBlocks } from './blocks.ts';
import type { FormPath } from './draft-issue.ts';
import { itemOf, keysOf } from './schema-shape.ts';

interface FileText {
	file: string;
	text: string;
	type: EntryType;
	language: Language;
}

/** A function that tells the field of each issue of one file. What is read for it is read once, and only when asked. */
export function fieldsOfPlaces({ file, text, type, language }: FileText): (issue: Issue) => FormPath {
	const { hasBody } = collections[type];
	const split = hasBody ? splitFrontMatter(text, file).frontMatter : undefined;
	let keys: [FormPath, Place][] | undefined;
	return ({ place, message }) => {
		const known = keyOfPlace(place);
		if (known) return known.map((key) => (typeof key === 'number' ? key : String(key)));
		if (split && place.line >= split.body.firstLine) {
			if (type === 'guidance') return ['body'];
			const path = blockAt(split.body.source, offsetOf(split.body, place), type as BodyType, language);
			const [, missing] = /^Enter “(\w+)” for </.exec(message) ?? [];
			return missing ? [...path, missing] : path;
		}
		if (hasBody && !split) return [];
		keys ??= placesOfKeys(readKeys(split?.yaml ?? text, file, split ? 2 : 1).keys);
		return (
			keys.findLast(
				([, at]) => at.line < place.line || (at.line === place.line && at.column <= place.column),
			)?.[0] ?? []
		);
	};
}

/** Issues as the form is read: field by field, then through the text. */
export function inFormOrder<T extends { path: FormPath; place: Place }>(
	type: EntryType,
	issues: readonly T[],
): T[] {
	const { schema } = collections[type];
	return [...issues].sort(
		(a, b) =>
			compareRanks(ranksOf(schema, a.path), ranksOf(schema, b.path)) ||
			a.place.line - b.place.line ||
			a.place.column - b.place.column,
	);
}

/** The place of each step of a path among the fields around it; what the schema does not know, the text, comes last. */
function ranksOf(schema: z.ZodType | undefined, [first, ...rest]: FormPath): number[] {
	if (first === undefined) return [];
	const item = itemOf(schema);
	if (item) return [Number(first), ...ranksOf(item, rest)];
	const fields = keysOf(schema) ?? {};
	const rank = Object.keys(fields).indexOf(String(first));
	return rank === -1 ? [Number.POSITIVE_INFINITY] : [rank, ...ranksOf(fields[String(first)], rest)];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
	const step = a.findIndex((rank, index) => rank !== b[index]);
	if (step === -1) return a.length - b.length;
	return (a[step] ?? 0) - (b[step] ?? -1);
}

/** Every key, deepest last, with the place where it begins. */
function placesOfKeys(keys: Keys | undefined): [FormPath, Place][] {
	if (!keys) return [];
	const all: [FormPath, Place][] = [];
	const visit = (value: unknown, path: FormPath) => {
		if (path.length > 0) all.push([path, keys.locate(path)]);
		if (typeof value !== 'object' || value === null) return;
		for (const [key, inner] of Object.entries(value))
			visit(inner, [...path, Array.isArray(value) ? Number(key) : key]);
	};
	visit(keys.value, []);
	return all;
}

function offsetOf({ source, firstLine }: Body, { line, column }: Place): number {
	const before = source.split('\n').slice(0, line - firstLine);
	return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}

/** The block that holds a position of a text, and the part of it: an attribute, or a block inside. */
function blockAt(source: string, offset: number, type: BodyType, language: Language): FormPath {
	const blocks = toBlocks(source, { type, language });
	let start = blocks[0]?._lead?.length ?? 0;
	for (const [index, block] of blocks.entries()) {
		const { _src = '', _gap = '', _at } = block;
		const end = start + _src.length + _gap.length;
		if (offset >= end && index < blocks.length - 1) {
			start = end;
			continue;
		}
		const within = offset - start;
		if (!isComponent(block)) return ['blocks', index];
		if (_at !== undefined && block.content !== undefined && within >= _at)
			return ['blocks', index, 'content', ...blockAt(block.content, within - _at, type, language).slice(1)];
		const [, attribute] = /^(\w+)=/.exec(_src.slice(Math.max(0, within))) ?? [];
		return attribute && within > 0 ? ['blocks', index, attribute] : ['blocks', index];
	}
	return ['blocks'];
}
