/** Values for every key of a schema, made by walking it, so that a new key is covered without a new line of test. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ReferenceTarget } from '../../src/model/field.ts';

export interface Filling {
	/** A text for the key at a path such as `review.outcome`; its first word marks it. */
	text(path: string): string;
	/** The entry a reference names. */
	id(target: ReferenceTarget, path: string): string;
	/** Whether an optional key is there. */
	optional(path: string): boolean;
	/** A value that the walk could not choose; undefined leaves it to the walk. */
	choose?(path: string): unknown;
	day: string;
}

/** A value that the schema accepts. Throws at a key the walk does not understand. */
export function filled(schema: z.ZodType, filling: Filling, path = ''): unknown {
	const chosen = filling.choose?.(path);
	if (chosen !== undefined) return chosen;
	if (schema instanceof z.ZodOptional) return filled(schema.unwrap() as z.ZodType, filling, path);
	if (schema instanceof z.ZodObject) {
		return Object.fromEntries(
			Object.entries(schema.shape as Record<string, z.ZodType>)
				.map(([key, field]) => ({ field, key, at: path === '' ? key : `${path}.${key}` }))
				.filter(
					({ field, at }) =>
						!(field instanceof z.ZodOptional) || filling.optional(at) || filling.choose?.(at) !== undefined,
				)
				.map(({ field, key, at }) => [key, filled(field, filling, at)]),
		);
	}
	if (schema instanceof z.ZodArray) {
		const items: unknown[] = [];
		do items.push(filled(schema.element as z.ZodType, filling, path));
		while (!schema.safeParse(items).success && items.length < 12);
		return items;
	}
	if (schema instanceof z.ZodEnum) return schema.options[0];
	if (schema instanceof z.ZodBoolean) return false;
	const target = schema.meta()?.reference;
	if (target) return filling.id(target, path);
	const found = candidates(schema, filling, path).find((value) => schema.safeParse(value).success);
	if (found === undefined) throw new Error(`No value found for the key “${path}”: teach it to the walk`);
	return found;
}

function candidates(schema: z.ZodType, filling: Filling, path: string): unknown[] {
	if (schema instanceof z.ZodNumber) return [2, 1, 12, 100, 2029];
	const text = filling.text(path);
	const word = (text.split(' ')[0] ?? '').toLowerCase();
	return [
		text,
		text.slice(0, 60).trim(),
		word,
		`/${word}/`,
		`${word}.png`,
		`https://${word}.example/`,
		`${word}@example.org`,
		phoneOf(word),
		hashOf(word),
		filling.day,
		`${filling.day}T09:00:00Z`,
	];
}

/** A made-up number that stands for a word. */
export function phoneOf(word: string): string {
	// Long enough that no two of some thousand words share one.
	const number = Number.parseInt(hashOf(word).slice(0, 12), 16) % 1_000_000_000_000;
	return `0991 ${String(number).padStart(12, '0')}`;
}

/** A hash that stands for a word. */
export function hashOf(word: string): string {
	return createHash('sha256').update(word).digest('hex');
}
