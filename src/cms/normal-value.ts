/**
 * What an editor meant by what a form holds.
 *
 * Decap leaves behind "", null and [] where a field was cleared, times where a day was chosen, and text where a number
 * was typed. Here that becomes what the model expects: a cleared field is absent, a day is a day.
 */
import { z } from 'zod';
import { canonicalJson } from '../model/canonical.ts';
import { dayOf } from '../model/document.ts';
import { itemOf, keysOf, shapeOf } from './schema-shape.ts';

/** Whether two values mean the same. */
export function isSame(a: unknown, b: unknown): boolean {
	return canonicalJson(a) === canonicalJson(b);
}

/** A value in the one form it has in a file; undefined when nothing is said. Keys unknown to the schema are left out. */
export function normalValue(schema: z.ZodType, value: unknown): unknown {
	const { inner, optional, multiline } = shapeOf(schema);
	if (isBlank(value)) return undefined;
	if (inner instanceof z.ZodObject) return normalGroup(inner, value);
	if (inner instanceof z.ZodArray) return normalList(inner, value);
	if (inner instanceof z.ZodBoolean) return normalSwitch(value, optional);
	if (inner instanceof z.ZodNumber) return normalNumber(value);
	if (inner instanceof z.ZodISODate) return normalDay(value);
	if (inner instanceof z.ZodISODateTime) return normalMoment(value);
	return typeof value === 'object' ? value : normalText(String(value), multiline);
}

/** Nothing at all, or nothing but space, or the day of today that no form has filled in. */
function isBlank(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	return typeof value === 'string' && (value.trim() === '' || value === '{{now}}');
}

/**
 * A group of keys. Switches and lists that nobody touched say “no” and “none” once anything else is said, for there
 * the model wants an answer.
 */
function normalGroup(schema: z.ZodType, value: unknown): unknown {
	if (!isGroup(value)) return value;
	const fields = Object.entries(keysOf(schema) ?? {});
	const given = fields.map(([key, field]) => [key, field, normalValue(field, ownValue(value, key))] as const);
	if (given.every(([, , each]) => each === undefined || each === false)) return undefined;
	return Object.fromEntries(
		given
			.map(([key, field, each]) => [key, each ?? untouched(field)])
			.filter(([, each]) => each !== undefined),
	);
}

/** What a required field says that cannot be left open. */
function untouched(field: z.ZodType): false | [] | undefined {
	const { optional, inner } = shapeOf(field);
	if (optional) return undefined;
	if (inner instanceof z.ZodBoolean) return false;
	return inner instanceof z.ZodArray && inner.safeParse([]).success ? [] : undefined;
}

function normalList(schema: z.ZodType, value: unknown): unknown {
	const item = itemOf(schema);
	if (!Array.isArray(value) || !item) return value;
	const items = value.map((each) => normalValue(item, each)).filter((each) => each !== undefined);
	return items.length > 0 ? items : undefined;
}

/** A switch that may be absent says “no” by being so. */
function normalSwitch(value: unknown, optional: boolean): unknown {
	const on = typeof value === 'string' ? value === 'true' : value;
	return on === false && optional ? undefined : on;
}

function normalNumber(value: unknown): unknown {
	const words = typeof value === 'string' ? value.trim() : '';
	return /^-?\d+(?:\.\d+)?$/.test(words) ? Number(words) : value;
}

/** The day in the United Kingdom, of a day that came with a time. */
function normalDay(value: unknown): unknown {
	const words = value instanceof Date ? isoOf(value.getTime()) : String(value).trim();
	if (words === undefined) return undefined;
	if (!/^\d{4}-\d{2}-\d{2}T/.test(words)) return words;
	return HAS_ZONE.test(words) && !Number.isNaN(Date.parse(words)) ? dayOf(words) : words.slice(0, 10);
}

function normalMoment(value: unknown): unknown {
	if (value instanceof Date) return isoOf(value.getTime());
	const words = String(value).trim();
	return HAS_ZONE.test(words) ? (isoOf(Date.parse(words)) ?? words) : words;
}

const HAS_ZONE = /T.*(?:Z|[+-]\d{2}:?\d{2})$/;

function isoOf(time: number): string | undefined {
	return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/\.000Z$/, 'Z');
}

/** Text without what a keyboard or another program left at its ends, and on one line where the model has one. */
function normalText(text: string, multiline = false): string {
	const tidy = text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').normalize('NFC').trim();
	return multiline ? tidy : tidy.replace(/\s*\n\s*/g, ' ');
}

export function ownValue(value: object, key: string): unknown {
	return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

export function isGroup(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
