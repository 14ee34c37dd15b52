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
	const issues = result.error.issues.flatMap((problem) => {
		if (problem.code === 'unrecognized_keys') {
			const known = keysAt(schema, problem.path);
			return problem.keys.map((key) => {
				const near = nearest(key, known);
				return {
					...issueAt(file, locate([...problem.path, key])),
					message: `Unexpected key “${key}”, expected one of: ${known.join(', ')}`,
					fix: near ? `Write “${near}”, or delete the key.` : 'Delete the key.',
				};
			});
		}
		const field = schemaAt(schema, problem.path);
		const meta = field?.meta();
		const label = meta?.title ?? String(problem.path.at(-1) ?? 'the file');
		const missing = problem.input === undefined || problem.input === null || problem.input === '';
		return [
			{
				...issueAt(file, locate(problem.path)),
				message: missing ? `Enter “${label}”` : `Unexpected ${shown(problem.input)} for “${label}”, ${wanted(problem)}`,
				fix: meta?.description ?? 'Correct the value.',
			},
		];
	});
	return { issues };
}

function issueAt(file: string, place: Place): Pick<Issue, 'file' | 'place' | 'rule' | 'severity'> {
	return { file, place, rule: 'keys', severity: 'error' };
}

function shown(input: unknown): string {
	if (typeof input === 'string') return `“${input.length > 60 ? `${input.slice(0, 60)}…` : input}”`;
	if (Array.isArray(input)) return input.length === 0 ? 'empty list' : 'list';
	if (typeof input === 'object') return 'group of keys';
	return `${typeof input === 'boolean' ? 'yes-or-no value' : 'number'} ${String(input)}`;
}

function wanted(problem: z.core.$ZodIssue): string {
	switch (problem.code) {
		case 'invalid_type':
			return `expected ${kinds[problem.expected] ?? problem.expected}`;
		case 'invalid_value':
			return `expected one of: ${problem.values.join(', ')}`;
		case 'too_big':
			return `expected at most ${problem.maximum} ${units[problem.origin] ?? ''}`.trim();
		case 'too_small':
			return `expected at least ${problem.minimum} ${units[problem.origin] ?? ''}`.trim();
		default: {
			const message = problem.message.replace(/^Unexpected [^,]+, /, '');
			return message.charAt(0).toLowerCase() + message.slice(1);
		}
	}
}

const kinds: Record<string, string> = {
	string: 'text (put it in double quotes if it looks like a number)',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'a group of keys',
};

const units: Record<string, string> = { string: 'characters', array: 'items' };

/** Every reference that the keys of an entry make. */
export function keyReferences(schema: z.ZodType, data: unknown, path: Path = []): KeyReference[] {
	const inner = unwrap(schema);
	const target = schema.meta()?.reference ?? inner.meta()?.reference;
	if (target && typeof data === 'string') return [{ path, target, id: data }];
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
		.map((word) => ({ word, distance: editDistance(found.toLowerCase(), word.toLowerCase()) }))
		.filter(({ word, distance }) => distance <= Math.max(1, Math.floor(word.length / 3)))
		.sort((a, b) => a.distance - b.distance);
	return best?.word;
}

function editDistance(a: string, b: string): number {
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++) {
			current[j] = Math.min(
				(previous[j] ?? 0) + 1,
				(current[j - 1] ?? 0) + 1,
				(previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
			);
		}
		previous = current;
	}
	return previous[b.length] ?? 0;
}
