/** What the reference page and the editor say about each component, from its own file. */
import type { z } from 'zod';
import type { ReferenceTarget } from '../model/field.ts';
import type { Component } from './component.ts';
import { choicesOf, metaOf } from './component-attributes.ts';
import { components } from './registry.ts';

export interface PropDocs {
	name: string;
	label: string;
	hint: string;
	required: boolean;
	/** The values it can take, where they are few. */
	choices?: string[];
	/** What it names, where it names an entry. */
	reference?: ReferenceTarget;
}

export interface ComponentDocs
	extends Pick<
		Component,
		| 'name'
		| 'summary'
		| 'place'
		| 'content'
		| 'types'
		| 'holds'
		| 'holdsHeadings'
		| 'topLevel'
		| 'examples'
		| 'refused'
	> {
	props: PropDocs[];
}

export const componentDocs: readonly ComponentDocs[] = components.map(
	({ name, summary, place, content, types, holds, holdsHeadings, topLevel, examples, refused, props }) => ({
		name,
		summary,
		place,
		content,
		types,
		holds,
		holdsHeadings,
		topLevel,
		examples,
		refused,
		props: Object.entries(props.shape).map(([key, value]): PropDocs => {
			const field = value as z.ZodType;
			const meta = metaOf(field);
			return {
				name: key,
				label: meta?.title ?? key,
				hint: meta?.description ?? '',
				required: !field.safeParse(undefined).success,
				choices: choicesOf(field),
				reference: meta?.reference,
			};
		}),
	}),
);
