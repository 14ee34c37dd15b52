/** Judging the attributes of one use of a component: each known, each a plain text, each a value its schema takes. */
import { z } from 'zod';
import type { ReferenceTarget } from '../model/field.ts';
import type { Place } from '../model/issue.ts';
import { nearest } from '../model/schema.ts';
import type { Component } from './component.ts';
import { cutAtGaps } from './placeholder-text.ts';
import { checkCharacters, type SourceAttribute, type SourceNode, type Walk } from './walk-state.ts';

export function judgeAttributes(
	component: Component,
	node: SourceNode,
	at: Place,
	walk: Walk,
): Record<string, string> {
	const props: Record<string, string> = {};
	const shape = component.props.shape as Record<string, z.ZodType>;
	const keys = Object.keys(shape);
	for (const attribute of node.attributes ?? []) {
		const place = attribute.position ? walk.place({ position: attribute.position }) : at;
		const value = plainValue(attribute, place, component, keys, walk);
		if (value === undefined) continue;
		const [key, text] = value;
		if (key in props) {
			walk.report(
				place,
				'attribute',
				`Unexpected second “${key}” of <${component.name}>, expected it once`,
				'Delete one of the two.',
			);
			continue;
		}
		props[key] = text;
		checkCharacters(text, place, walk);
		if (cutAtGaps(text).some(({ kind }) => kind === 'gap'))
			walk.report(
				place,
				'placeholder',
				`Unexpected placeholder in “${key}” of <${component.name}>, expected words that need no filling in`,
				'Write it in other words, and put the placeholder into the text below.',
			);
		const field = shape[key] as z.ZodType;
		const judged = field.safeParse(text);
		if (!judged.success) {
			const choices = choicesOf(field);
			const near = choices && nearest(text, choices);
			const expected = choices ? `one of: ${choices.join(', ')}` : expectedOf(judged.error, field);
			walk.report(
				place,
				'attribute',
				`Unexpected value “${shown(text)}” for “${key}” of <${component.name}>, expected ${expected}`,
				near ? `Write ${key}="${near}".` : (field.meta()?.description ?? 'Correct the value.'),
			);
		}
	}
	const tried = new Set((node.attributes ?? []).map(({ name }) => name));
	for (const key of keys) {
		// What was written wrongly, or may hide in curly brackets, is not missing too.
		if (tried.has(key) || tried.has(undefined) || shape[key]?.safeParse(undefined).success) continue;
		walk.report(
			at,
			'attribute',
			`Enter “${key}” for <${component.name}>`,
			shape[key]?.meta()?.description ?? 'Add the attribute.',
		);
	}
	return props;
}

function plainValue(
	attribute: SourceAttribute,
	place: Place,
	{ name }: Component,
	keys: readonly string[],
	walk: Walk,
): [string, string] | undefined {
	if (attribute.type !== 'mdxJsxAttribute' || attribute.name === undefined) {
		walk.report(
			place,
			'attribute',
			`Unexpected curly brackets in <${name}>, expected attributes written name="value"`,
			'Write each attribute with its value between double quotes.',
		);
		return undefined;
	}
	const key = attribute.name;
	if (!keys.includes(key)) {
		const near = nearest(key, keys);
		const expected = keys.length === 0 ? 'none' : `one of: ${keys.join(', ')}`;
		walk.report(
			place,
			'attribute',
			`Unexpected “${key.slice(0, 60)}” in <${name}>, expected ${expected}`,
			near ? `Write ${near}="…".` : 'Delete it.',
		);
		return undefined;
	}
	if (typeof attribute.value !== 'string') {
		const found = attribute.value === null || attribute.value === undefined ? 'no value' : 'curly brackets';
		walk.report(
			place,
			'attribute',
			`Unexpected ${found} for “${key}” of <${name}>, expected text between double quotes`,
			`Write ${key}="…".`,
		);
		return undefined;
	}
	return [key, attribute.value];
}

/** The attributes of a component that name an entry. */
export function referencesOf(component: Component): [key: string, target: ReferenceTarget][] {
	const known = referenceKeys.get(component);
	if (known) return known;
	const found = Object.entries(component.props.shape).flatMap(([key, field]): [string, ReferenceTarget][] => {
		const target = metaOf(field as z.ZodType)?.reference;
		return target ? [[key, target]] : [];
	});
	referenceKeys.set(component, found);
	return found;
}
const referenceKeys = new WeakMap<Component, [string, ReferenceTarget][]>();

/** The label and hint of an attribute, optional or not. */
export function metaOf(field: z.ZodType): z.GlobalMeta | undefined {
	return field.meta() ?? (field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType).meta() : undefined);
}

/** The values a choice can take. */
export function choicesOf(field: z.ZodType): string[] | undefined {
	if (field instanceof z.ZodOptional) return choicesOf(field.unwrap() as z.ZodType);
	return field instanceof z.ZodEnum ? field.options.map(String) : undefined;
}

function expectedOf(error: z.ZodError, field: z.ZodType): string {
	const [first] = error.issues;
	if (first?.code === 'too_big') return `at most ${first.maximum} characters`;
	if (first?.code === 'too_small') return 'some text';
	const message = (first?.message ?? metaOf(field)?.title ?? 'another value')
		.replace(/^Unexpected [^,]+, /, '')
		.replace(/^expected /i, '');
	return message;
}

function shown(text: string): string {
	const line = text.replace(/\s+/g, ' ');
	return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
