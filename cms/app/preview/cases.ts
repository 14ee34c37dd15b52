/** The cases a text depends on, and the text as it is in one of them. */
import type { ConditionKind, MarkupNode, ParsedBody } from '../../../src/markup/index.ts';

/** What the editor answered, by the name of the question; `yes` and `no` for conditions that hold or do not. */
export type Answers = Readonly<Record<string, string>>;

/** The name of the question which channel it is. */
export const CHANNEL = 'channel';

/** One question that the text depends on. */
export interface Question {
	/** `placeholder:meeting wanted`, `pilot:north`, `area:wales` … */
	name: string;
	kind: Exclude<ConditionKind, 'channel'>;
	/** Id or name of what it asks about. */
	value: string;
	/** The answers that make a difference. */
	answers: string[];
}

/** Every question of a body and of the passages it shows, each once, in reading order. */
export function questionsOf(
	{ conditions, references }: ParsedBody,
	passage: (id: string) => ParsedBody | undefined,
	seen = new Set<string>(),
): Question[] {
	const found = new Map<string, Question>();
	const add = (question: Question) => {
		const known = found.get(question.name);
		if (known) known.answers = [...new Set([...known.answers, ...question.answers])];
		else found.set(question.name, question);
	};
	for (const { kind, values, is } of conditions) {
		const [value] = values;
		if (kind === 'channel' || value === undefined) continue;
		add({ name: `${kind}:${value}`, kind, value, answers: is === undefined ? ['yes', 'no'] : [is] });
	}
	for (const { target, id } of references) {
		if (target !== 'passage' || seen.has(id)) continue;
		seen.add(id);
		const body = passage(id);
		if (body) for (const question of questionsOf(body, passage, seen)) add(question);
	}
	return [...found.values()];
}

/**
 * A body with its questions answered: what does not hold is gone, what holds stands without its label. Questions
 * without an answer stay as they are.
 */
export function inCase(body: ParsedBody, answers: Answers): ParsedBody {
	if (Object.values(answers).every((answer) => answer === '')) return body;
	return { ...body, nodes: body.nodes.flatMap((node) => kept(node, answers)) };
}

function kept(node: MarkupNode, answers: Answers): MarkupNode[] {
	if (!('children' in node)) return [node];
	const children = node.children.flatMap((child) => kept(child, answers));
	if (node.kind === 'component') {
		const holds = answered(node.name, node.props, answers);
		if (holds !== undefined) return holds ? children : [];
	}
	// What is left of a paragraph or item without words is no paragraph.
	const emptied = node.children.length > 0 && children.length === 0;
	return emptied && emptiable.has(node.kind) ? [] : [{ ...node, children } as MarkupNode];
}

const emptiable = new Set<MarkupNode['kind']>([
	'paragraph',
	'item',
	'list',
	'strong',
	'emphasis',
	'heading',
	'quote',
]);

/** Whether a condition holds; nothing when it was not asked, or is none. */
function answered(
	name: string,
	props: Readonly<Record<string, string | undefined>>,
	answers: Answers,
): boolean | undefined {
	if (name === 'Only') {
		const channel = answers[CHANNEL];
		return channel ? (props.channel ?? '').split(' ').includes(channel) : undefined;
	}
	if (name !== 'When') return undefined;
	const [kind, value] = Object.entries(props).find(([key]) => key !== 'is') ?? [];
	const answer = answers[`${kind}:${value}`];
	if (!answer) return undefined;
	return answer === (props.is ?? 'yes');
}
