/**
 * What a file is to say after an edit: what it said, with what the editor changed and nothing else.
 *
 * A form gives back all of an entry, in its own spelling. Whatever means the same as before keeps the spelling of the
 * file, and keys that no form knows stay.
 */
import type { z } from 'zod';
import { isGroup, isSame, normalValue, ownValue } from './normal-value.ts';
import { itemOf, keysOf } from './schema-shape.ts';

/** `before`: the value in the file, undefined when it is new. `after`: the value in the form. */
export function mergeValue(schema: z.ZodType, before: unknown, after: unknown): unknown {
	const wanted = normalValue(schema, after);
	if (
		before !== undefined &&
		isSame(normalValue(schema, before), wanted) &&
		hasSameExtras(schema, before, after)
	)
		return before;
	if (isGroup(wanted) && isGroup(before) && isGroup(after)) return mergeGroup(schema, before, after, wanted);
	if (Array.isArray(wanted) && Array.isArray(before) && Array.isArray(after))
		return mergeList(schema, before, after);
	return wanted;
}

type Group = Record<string, unknown>;

function mergeGroup(schema: z.ZodType, before: Group, after: Group, wanted: Group): Group {
	const fields = keysOf(schema) ?? {};
	const known = Object.entries(fields).map(([key, field]): [string, unknown] => {
		const was = ownValue(before, key);
		// A switch that is missing in the file and that nobody touched stays missing, to be asked for.
		if (was === undefined && ownValue(after, key) === undefined) return [key, undefined];
		if (was === undefined) return [key, ownValue(wanted, key)];
		return [key, mergeValue(field, was, ownValue(after, key)) ?? ownValue(wanted, key)];
	});
	const extra = extraKeys(schema, before).filter((key) => key in after);
	return Object.fromEntries(
		[...known, ...extra.map((key): [string, unknown] => [key, after[key]])].filter(
			([, value]) => value !== undefined,
		),
	);
}

/** Each item keeps its spelling wherever it moved; one that is like no other was changed in its place, or is new. */
function mergeList(
	schema: z.ZodType,
	before: readonly unknown[],
	after: readonly unknown[],
): unknown[] | undefined {
	const item = itemOf(schema);
	if (!item) return [...after];
	const same = (a: unknown, b: unknown) =>
		isSame(normalValue(item, a), normalValue(item, b)) && hasSameExtras(item, a, b);
	const items = after.map((each, index) => {
		const kept = before.find((was) => same(was, each));
		if (kept !== undefined) return kept;
		const was = before[index];
		const moved = after.some((other) => same(was, other));
		return mergeValue(item, moved ? undefined : was, each);
	});
	const said = items.filter((each) => each !== undefined);
	return said.length > 0 ? said : undefined;
}

/** Keys of the file that no form knows. They are changed by nobody, but an item that holds them may be another. */
function hasSameExtras(schema: z.ZodType, before: unknown, after: unknown): boolean {
	if (!isGroup(before) || !isGroup(after)) return true;
	return extraKeys(schema, before).every((key) => isSame(before[key], after[key]));
}

function extraKeys(schema: z.ZodType, value: Group): string[] {
	const fields = keysOf(schema) ?? {};
	return Object.keys(value).filter((key) => !(key in fields));
}
