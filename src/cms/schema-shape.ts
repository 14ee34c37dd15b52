/** What a schema of the model says about itself, as the form and the file need it: its kind, limits and words. */
import { z } from 'zod';
import type { ReferenceTarget } from '../model/field.ts';

export interface SchemaShape {
	optional: boolean;
	/** The schema without `optional`. */
	inner: z.ZodType;
	title?: string;
	description?: string;
	reference?: ReferenceTarget;
	multiline?: boolean;
}

/** Take a schema apart. The words of an optional field stand inside or outside. */
export function shapeOf(schema: z.ZodType): SchemaShape {
	let inner = schema;
	while (inner instanceof z.ZodOptional) inner = inner.unwrap() as z.ZodType;
	const { title, description, reference, multiline } = { ...inner.meta(), ...schema.meta() };
	return { optional: inner !== schema, inner, title, description, reference, multiline };
}

/** The keys of a group of keys; nothing when it is none. */
export function keysOf(schema: z.ZodType | undefined): Record<string, z.ZodType> | undefined {
	const inner = schema && shapeOf(schema).inner;
	return inner instanceof z.ZodObject ? (inner.shape as Record<string, z.ZodType>) : undefined;
}

/** What the items of a list are; nothing when it is none. */
export function itemOf(schema: z.ZodType | undefined): z.ZodType | undefined {
	const inner = schema && shapeOf(schema).inner;
	return inner instanceof z.ZodArray ? (inner.element as z.ZodType) : undefined;
}

export interface Limits {
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
	minItems?: number;
	maxItems?: number;
	/** Regular expressions that a text has to meet. */
	patterns: string[];
}

/** The limits of a field, in the words of JSON Schema. */
export function limitsOf(schema: z.ZodType): Limits {
	const { pattern, allOf, ...limits } = z.toJSONSchema(shapeOf(schema).inner, {
		unrepresentable: 'any',
	}) as z.core.JSONSchema.JSONSchema;
	const patterns = [pattern, ...(allOf ?? []).map((each) => each.pattern)];
	return { ...(limits as Omit<Limits, 'patterns'>), patterns: patterns.filter((each) => each !== undefined) };
}

/** What a text has to be, in the words of the model: “Expected a code such as GD-001”. */
export function expectationOf(schema: z.ZodType): string | undefined {
	const { inner } = shapeOf(schema);
	const own = [inner, ...((inner.def as { checks?: z.core.$ZodCheck[] }).checks ?? [])];
	for (const each of own) {
		const { error } = ('_zod' in each ? each._zod.def : {}) as { error?: (issue: object) => unknown };
		const words = error?.({});
		if (typeof words === 'string' && words.startsWith('Expected')) return words;
	}
	return undefined;
}
