/** Judging one use of a component: its name, where it stands and what stands in it. */
import type { Place } from '../model/issue.ts';
import { nearest } from '../model/schema.ts';
import type { Component } from './component.ts';
import { judgeAttributes, referencesOf } from './component-attributes.ts';
import type { ComponentNode, MarkupNode } from './node.ts';
import { components } from './registry.ts';
import type { SourceNode, Surroundings, Walk } from './walk-state.ts';

const byName = new Map<string, Component>(components.map((component) => [component.name, component]));

export function componentFor(name: string): Component | undefined {
	return byName.get(name);
}

/** The node of a component, after its use was judged. Nothing when it cannot be understood. */
export function judgeElement(
	node: SourceNode,
	flow: boolean,
	around: Surroundings,
	walk: Walk,
): MarkupNode[] {
	const at = walk.place(node);
	const name = node.name ?? '';
	const component = byName.get(name);
	if (!component) {
		reportUnknown(name, at, walk);
		return [];
	}
	const block = standsAsBlock(component, flow, around);
	const result: ComponentNode = {
		kind: 'component',
		name,
		props: judgeAttributes(component, node, at, walk),
		block,
		at,
		children: [],
	};
	if (!mayStandHere(component, flow, around, at, walk)) return [];
	result.children = judgeContent(component, node, block, around, at, walk);

	const { type, language } = walk.context;
	const before = walk.counts.get(name) ?? 0;
	walk.counts.set(name, before + 1);
	component.check?.(result, { type, language, before, report: walk.report });
	const condition = component.condition?.(result.props);
	if (condition) walk.conditions.push({ ...condition, place: at });
	for (const [key, target] of referencesOf(component)) {
		const id = result.props[key];
		if (id === undefined) continue;
		const { clause } = result.props;
		walk.references.push({
			file: walk.context.file,
			place: at,
			target,
			id,
			...(clause !== undefined && { clause }),
			via: name,
		});
	}
	// An inline component alone on its line is a paragraph of it.
	return flow && !block ? [{ kind: 'paragraph', at, children: [result] }] : [result];
}

function standsAsBlock({ place, content }: Component, flow: boolean, { inItem }: Surroundings): boolean {
	if (place === 'inline') return false;
	if (place === 'block') return true;
	// Alone in a line of a list a card would break the list up.
	return flow && !(inItem && content === 'nothing');
}

function reportUnknown(name: string, at: Place, walk: Walk): void {
	if (name === '') {
		walk.report(
			at,
			'unknown-component',
			'Unexpected empty tag <>, expected one of our components',
			'Delete <> and </>.',
		);
		return;
	}
	const allowed = components
		.filter(({ types }) => !types || (types as readonly string[]).includes(walk.context.type))
		.map((each) => each.name);
	const near = nearest(name, allowed);
	walk.report(
		at,
		'unknown-component',
		`Unexpected <${name.slice(0, 60)}>, expected one of: ${allowed.join(', ')}`,
		near ? `Write <${near}>.` : 'Delete the tag. For the sign < itself write &lt;.',
	);
}

function mayStandHere(
	component: Component,
	flow: boolean,
	around: Surroundings,
	at: Place,
	walk: Walk,
): boolean {
	const { name, place, types, inLinks, content } = component;
	const tag = `<${name}>`;
	const { report } = walk;
	if (types && !(types as readonly string[]).includes(walk.context.type)) {
		report(
			at,
			'component-place',
			`Unexpected ${tag} here, expected it in ${types.map((type) => placeNames[type]).join(' and ')} only`,
			'Take it out, or use another component.',
		);
		return false;
	}
	if (place === 'block' && !flow) {
		const fix =
			content === 'nothing'
				? `Put <${name} … /> on a line of its own, with an empty line before and after.`
				: `Put <${name}> and </${name}> on lines of their own, with an empty line after the first and before the second.`;
		report(
			at,
			'component-place',
			`Unexpected ${tag} within a paragraph, expected it on lines of its own`,
			fix,
		);
		return false;
	}
	if (around.inHeading || (around.inLink && !inLinks)) {
		report(
			at,
			'component-place',
			`Unexpected ${tag} in a ${around.inHeading ? 'heading' : 'link'}, expected plain words`,
			'Write the words themselves, and use the component in the text below.',
		);
		return false;
	}
	if (component.topLevel && (around.inItem || around.inQuote)) {
		report(
			at,
			'component-place',
			`Unexpected ${tag} in a list or quote, expected it by itself`,
			'Put it on lines of its own that begin with its tag.',
		);
		return false;
	}
	const parentName = around.components.at(-1);
	const parent = parentName === undefined ? undefined : byName.get(parentName);
	if (flow && parent && standsAsBlock(component, flow, around) && !parent.holds?.includes(name)) {
		const allowed = parent.holds?.length
			? `paragraphs, lists or one of: ${parent.holds.join(', ')}`
			: 'paragraphs and lists';
		report(
			at,
			'component-place',
			`Unexpected ${tag} inside <${parent.name}>, expected ${allowed}`,
			`Close <${parent.name}> before it, or take it out.`,
		);
		return false;
	}
	return true;
}

const placeNames: Record<string, string> = {
	standard: 'standards',
	letter: 'letter templates',
	guidance: 'guidance',
	'victim-page': 'victim pages',
	passage: 'passages',
};

function judgeContent(
	component: Component,
	node: SourceNode,
	block: boolean,
	around: Surroundings,
	at: Place,
	walk: Walk,
): MarkupNode[] {
	const { name, content } = component;
	const inside: Surroundings = {
		...around,
		depth: around.depth + 1,
		components: [...around.components, name],
		inItem: false,
		inLink: around.inLink || component.linksWords === true,
	};
	const source = node.children ?? [];
	const empty = source.every(({ type }) => type === 'mdxTextExpression' || type === 'mdxFlowExpression');
	if (content === 'nothing') {
		if (!empty)
			walk.report(
				at,
				'component-content',
				`Unexpected text inside <${name}>, expected nothing`,
				`Write <${name} … /> and move the text out.`,
			);
		return [];
	}
	if (empty) {
		if (content !== 'words or nothing')
			walk.report(
				at,
				'component-content',
				`Enter the text inside <${name}>`,
				`Write text between <${name}> and </${name}>, or delete both.`,
			);
		for (const child of source) walk.words([child], inside);
		return [];
	}
	if (block) {
		warnOfTightTags(name, node, walk);
		return walk.blocks(source, { ...inside, inLink: around.inLink });
	}
	if (source.some(({ type }) => blockTypes.has(type))) {
		walk.report(
			at,
			'component-content',
			`Unexpected paragraphs inside <${name}>, expected a few words`,
			`Write <${name}>, the words and </${name}> on one line.`,
		);
		return [];
	}
	return walk.words(source, inside);
}

/** Without empty lines between tags and text the editor may change what the text means. */
function warnOfTightTags(name: string, { children = [] }: SourceNode, walk: Walk): void {
	const { lines } = walk;
	const first = children[0]?.position?.start.line ?? 1;
	const last = children.at(-1)?.position?.end.line ?? lines.length;
	const line = blank(lines[first - 2]) ? (blank(lines[last]) ? undefined : last) : first;
	if (line === undefined) return;
	walk.report(
		{ line: line + walk.body.firstLine - 1, column: 1 },
		'component-lines',
		`Unexpected text next to the tags of <${name}>, expected empty lines between`,
		`Put an empty line after <${name}> and before </${name}>.`,
		'warning',
	);
}

function blank(line: string | undefined): boolean {
	return line === undefined || /^[\s>]*$/.test(line);
}

const blockTypes = new Set([
	'paragraph',
	'heading',
	'list',
	'blockquote',
	'table',
	'code',
	'thematicBreak',
	'mdxJsxFlowElement',
]);
