/**
 * Reading a schema as data: the label of a key, the references its values make, and its complaints in an editor’s
 * words.
 */
import { z } from 'zod';
import type { ReferenceTarget } from './field.ts';
import type { Issue, Place } from './issue.ts';

type Path = readonly PropertyKey[];

/** A mention of another entry in the keys of one. */
export interface KeyReference {
	path: Path;
	target: ReferenceTarget;
	id: string;
}

/** Judge a value. Without `data` in the result, `issues` says why, each at its place. */
export function checkKeys<T extends z.ZodType>(
	schema: T,
	value: unknown,
	file: string,
	locate: (path: Path) => Place,
): { data?: z.output<T>; issues: Issue[] } {
	const result = schema.safeParse(value, { reportInput: true });
	if (result.success) return { data: result.data, issues: [] };
	const problems = result.error.issues.flatMap((problem): z.core.$ZodIssue[] =>
		problem.code === 'unrecognized_keys'
			? problem.keys.map((key) => ({ ...problem, keys: [key] }))
			: [problem],
	);
	const issues = problems
		.filter(isFirstOfItsKind)
		.slice(0, MOST_ISSUES)
		.map((problem): Issue => {
			const [unknown] = problem.code === 'unrecognized_keys' ? problem.keys : [];
			const place = locate(unknown === undefined ? problem.path : [...problem.path, unknown]);
			const words =
				unknown === undefined ? inWords(schema, problem) : unknownKey(unknown, keysAt(schema, problem.path));
			return { file, place, rule: 'keys', severity: 'error', ...words };
		});
	return { issues: [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()] };
}

/** A value of another type meets no limit either, which is not worth saying. */
function isFirstOfItsKind(
	{ path }: z.core.$ZodIssue,
	index: number,
	problems: readonly z.core.$ZodIssue[],
): boolean {
	const before = problems[index - 1];
	return before?.code !== 'invalid_type' || before.path.join('\n') !== path.join('\n');
}

/** An editor reads a few issues at a time; a file of another kind must not answer with thousands. */
const MOST_ISSUES = 100;

type Words = Pick<Issue, 'message' | 'fix'>;

function unknownKey(key: string, known: readonly string[]): Words {
	const near = nearest(key, known);
	return {
		message: `Unexpected key “${cut(key)}”, expected one of: ${known.join(', ')}`,
		fix: near ? `Write “${near}”, or delete the key.` : 'Delete the key.',
	};
}

function inWords(schema: z.ZodType, problem: z.core.$ZodIssue): Words {
	const field = schemaAt(schema, problem.path);
	const { title, description } = labelOf(field);
	const label = title ?? String(problem.path.at(-1) ?? 'the file');
	const mayBeAbsent = problem.input === null && field instanceof z.ZodOptional;
	const key = String(problem.path.at(-1) ?? '');
	const missing = problem.input === undefined && key !== '' && Number.isNaN(Number(key));
	return {
		message: mayBeAbsent ? `Enter “${label}”, or delete the key` : messageOf(problem, label),
		fix: `${missing ? `The key is ${key}. ` : ''}${description ?? 'Correct the value.'}`,
	};
}

function messageOf(problem: z.core.$ZodIssue, label: string): string {
	const { input } = problem;
	if (input === undefined || input === null || (typeof input === 'string' && input.trim() === ''))
		return `Enter “${label}”`;
	if (/^(?:Enter|Choose) /.test(problem.message)) return problem.message;
	// A rule of ours says itself what it found: “Unexpected repeat, expected each item once”.
	const [, found, expected] = /^Unexpected ([^,]+), (.+)$/s.exec(problem.message) ?? [];
	if (found) return `Unexpected ${found} in “${label}”, ${expected}`;
	if (problem.code === 'too_big' && typeof input === 'string') {
		return `Unexpected ${input.length} characters in “${label}”, expected at most ${problem.maximum}`;
	}
	return `Unexpected ${shown(input)} for “${label}”, ${wanted(problem)}`;
}

/** The words of a field, which an optional field keeps inside. */
function labelOf(field: z.ZodType | undefined) {
	return (field && (field.meta() ?? unwrap(field).meta())) ?? {};
}

function shown(input: unknown): string {
	if (typeof input === 'string') return `“${cut(input)}”`;
	if (Array.isArray(input)) return input.length === 0 ? 'empty list' : `list of ${input.length}`;
	if (typeof input === 'object') return 'group of keys';
	return `${typeof input === 'boolean' ? 'yes-or-no value' : 'number'} ${String(input)}`;
}

function cut(text: string): string {
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function wanted(problem: z.core.$ZodIssue): string {
	switch (problem.code) {
		case 'invalid_type':
			return `expected ${kinds[problem.expected] ?? problem.expected}`;
		case 'invalid_value':
			return `expected one of: ${problem.values.join(', ')}`;
		case 'too_big':
			return `expected at most ${counted(Number(problem.maximum), problem.origin)}`;
		case 'too_small':
			return `expected ${problem.inclusive === false ? 'more than' : 'at least'} ${counted(Number(problem.minimum), problem.origin)}`;
		default:
			return problem.message.charAt(0).toLowerCase() + problem.message.slice(1);
	}
}

function counted(limit: number, origin: string): string {
	const unit = units[origin];
	return unit ? `${limit} ${unit}${limit === 1 ? '' : 's'}` : String(limit);
}

const kinds: Record<string, string> = {
	string: 'text (put it in double quotes if it looks like a number)',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'a group of keys',
};

const units: Record<string, string> = { string: 'character', array: 'item' };

/** Every reference that the keys of an entry make. */
export function keyReferences(schema: z.ZodType, data: unknown, path: Path = []): KeyReference[] {
	if (data === undefined) return [];
	const { inner, target, inside } = referenceOf(schema);
	if (target && typeof data === 'string') return [{ path, target, id: data }];
	if (!inside) return [];
	if (inner instanceof z.ZodArray && Array.isArray(data)) {
		return data.flatMap((item, index) => keyReferences(inner.element as z.ZodType, item, [...path, index]));
	}
	if (inner instanceof z.ZodObject && typeof data === 'object' && data !== null) {
		return Object.entries(inner.shape).flatMap(([key, field]) =>
			keyReferences(field as z.ZodType, (data as Record<string, unknown>)[key], [...path, key]),
		);
	}
	return [];
}

interface Reference {
	inner: z.ZodType;
	target: ReferenceTarget | undefined;
	/** Whether anything in it may refer to an entry: most keys do not. */
	inside: boolean;
}

/** What a schema holds and refers to, looked up once: every key of every document asks. */
const known = new WeakMap<z.ZodType, Reference>();

function referenceOf(schema: z.ZodType): Reference {
	const found = known.get(schema);
	if (found) return found;
	const inner = unwrap(schema);
	const parts =
		inner instanceof z.ZodArray
			? [inner.element as z.ZodType]
			: inner instanceof z.ZodObject
				? (Object.values(inner.shape) as z.ZodType[])
				: [];
	const reference: Reference = {
		inner,
		target: schema.meta()?.reference ?? inner.meta()?.reference,
		inside: parts.map(referenceOf).some(({ target, inside }) => target !== undefined || inside),
	};
	known.set(schema, reference);
	return reference;
}

function unwrap(schema: z.ZodType): z.ZodType {
	return schema instanceof z.ZodOptional ? unwrap(schema.unwrap() as z.ZodType) : schema;
}

function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
	const [key, ...rest] = path;
	if (key === undefined) return schema;
	const inner = unwrap(schema);
	if (inner instanceof z.ZodArray) return schemaAt(inner.element as z.ZodType, rest);
	if (inner instanceof z.ZodObject) {
		const field = inner.shape[String(key)] as z.ZodType | undefined;
		return field && schemaAt(field, rest);
	}
	return undefined;
}

function keysAt(schema: z.ZodType, path: Path): string[] {
	const at = schemaAt(schema, path);
	const inner = at && unwrap(at);
	return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

/** The known word most like the one found, if any is close enough to be a slip of the hand. */
export function nearest(found: string, known: readonly string[]): string | undefined {
	const [best] = known
		// Lengths too far apart are no slip of the hand, and a very long word would take long to compare.
		.filter((word) => Math.abs(word.length - found.length) <= Math.max(1, Math.floor(word.length / 3)))
		.map((word) => ({ word, distance: editDistance(found.toLowerCase(), word.toLowerCase()) }))
		.filter(({ word, distance }) => distance <= Math.max(1, Math.floor(word.length / 3)))
		.sort((a, b) => a.distance - b.distance);
	return best?.word;
}

/** Letters to add, drop, change or swap with their neighbour. */
function editDistance(a: string, b: string): number {
	let before: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++) {
			const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
			current[j] = Math.min(
				(previous[j] ?? 0) + 1,
				(current[j - 1] ?? 0) + 1,
				(previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
				i > 1 && j > 1 ? swapped : Infinity,
			);
		}
		[before, previous] = [previous, current];
	}
	return previous[b.length] ?? 0;
}
