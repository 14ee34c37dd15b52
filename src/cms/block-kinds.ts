/** The kinds of block a document of one type may have: their names, fields and what may stand in them. */
import { type BodyType, type ComponentDocs, componentDocs, type PropDocs } from '../markup/index.ts';
import { channels } from '../model/channel.ts';
import type { ReferenceTarget } from '../model/field.ts';
import { choices } from './choice-names.ts';

export interface BlockField {
	name: string;
	label: string;
	hint: string;
	required: boolean;
	widget: 'string' | 'select' | 'relation';
	/** For a select. */
	options?: { value: string; label: string }[];
	/** For a select: several, written with spaces between. */
	multiple?: boolean;
	/** For a relation: what is chosen from. */
	target?: ReferenceTarget;
}

export interface BlockKind {
	/** The `kind` of its blocks. */
	name: string;
	label: string;
	hint: string;
	fields: BlockField[];
	/** Names of fields of which exactly one is filled in: the editor asks which first. */
	oneOf?: string[];
	/** The name of its component; absent for text, comments and protected text. */
	component?: string;
	/** Whether blocks may stand in it. */
	content: boolean;
	/** Kinds that may stand in it, besides text. */
	holds: string[];
	/** Whether headings may stand in its text. */
	headings: boolean;
	/** Whether it may stand inside another block. */
	nests: boolean;
}

/** The kind of the blocks of a component: its name in small letters with hyphens. */
export function kindOfComponent(name: string): string {
	return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
}

/** The component whose blocks are of this kind. */
export function componentOfKind(kind: string): ComponentDocs | undefined {
	return componentDocs.find(({ name }) => kindOfComponent(name) === kind);
}

/** Every kind of block that may stand in a document of this type. */
export function blockKinds(type: BodyType): BlockKind[] {
	const kinds = componentDocs.filter(
		({ place, types }) => place !== 'inline' && (!types || types.includes(type)),
	);
	const allowed = new Set(kinds.map(({ name }) => name));
	return [
		{
			...plain('text', 'Text', 'Paragraphs, headings, lists, quotes and tables.'),
			headings: type !== 'passage',
		},
		...kinds.map((docs) => componentKind(docs, type, allowed)),
		plain('comment', 'Note to editors', 'Seen here alone. It is never published.'),
		{
			...plain('protected', 'Protected text', 'Text that no form can show. It is kept as it is.'),
			nests: true,
		},
	];
}

function plain(name: string, label: string, hint: string): BlockKind {
	return {
		name,
		label,
		hint,
		fields: [],
		content: false,
		holds: [],
		headings: false,
		nests: true,
	};
}

function componentKind(docs: ComponentDocs, type: BodyType, allowed: ReadonlySet<string>): BlockKind {
	return {
		name: kindOfComponent(docs.name),
		label: labelOfComponent(docs.name),
		hint: docs.summary,
		component: docs.name,
		fields: docs.props.filter(({ name }) => may(docs, type, name)).map((prop) => fieldOf(docs, prop)),
		...(docs.name === 'When' && {
			oneOf: docs.props.map(({ name }) => name).filter((name) => name !== 'is' && may(docs, type, name)),
		}),
		content: docs.content !== 'nothing',
		holds: (docs.holds ?? []).filter((name) => allowed.has(name)).map(kindOfComponent),
		headings: docs.holdsHeadings === true && type !== 'passage',
		nests: docs.topLevel !== true,
	};
}

/** What an editor calls a component, where its name alone does not say it. */
/** What a component is called in the form. */
export function labelOfComponent(name: string): string {
	return labels[name] ?? name;
}

const labels: Record<string, string> = {
	Contact: 'Contact of an Area',
	Details: 'Folded details',
	Say: 'Words to say',
	Avoid: 'Words to avoid',
	When: 'Only in one case',
	Only: 'Only for a channel',
	Write: 'To be written by the caseworker',
};

/** Only letters have placeholders, and answers to them. */
function may(docs: ComponentDocs, type: BodyType, name: string): boolean {
	return type === 'letter' || docs.name !== 'When' || (name !== 'placeholder' && name !== 'is');
}

function fieldOf(docs: ComponentDocs, { choices: values, reference, ...prop }: PropDocs): BlockField {
	const { name, label, hint, required } = prop;
	const field = { name, label, hint, required };
	if (docs.name === 'Only' && name === 'channel')
		return {
			...field,
			hint: 'One or several.',
			widget: 'select',
			multiple: true,
			options: choices(channels),
		};
	if (values) return { ...field, widget: 'select', options: choices(values) };
	return reference ? { ...field, widget: 'relation', target: reference } : { ...field, widget: 'string' };
}
