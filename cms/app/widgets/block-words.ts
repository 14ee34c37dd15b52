/** What a block is called, and what it says in a line. */
import { type Block, type BlockKind, isComponent, isProtected } from '../../../src/cms/index.ts';

const MOST_CHARACTERS = 90;

export function kindOf(block: Block, kinds: readonly BlockKind[]): BlockKind | undefined {
	return kinds.find(({ name }) => name === block.kind);
}

export function nameOf(block: Block, kinds: readonly BlockKind[]): string {
	return kindOf(block, kinds)?.label ?? `<${block.kind}>`;
}

export function summaryOf(block: Block, kinds: readonly BlockKind[]): string {
	if (!isComponent(block)) return shortened(isProtected(block) ? block.source : block.text);
	const kind = kindOf(block, kinds);
	const props = (kind?.fields ?? []).flatMap(({ name, options }) => {
		const value = block.props[name];
		const words = options ? value?.split(' ') : [value];
		return value
			? [words?.map((word) => options?.find((each) => each.value === word)?.label ?? word).join(', ')]
			: [];
	});
	return shortened([...props, block.content ?? ''].filter(Boolean).join(' · '));
}

function shortened(text: string): string {
	const line = text
		.replace(/<\/?[A-Z]\w*[^>]*>|\{\/\*|\*\/\}|[*#>|]|^- /gm, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
}

/** A block of this kind, as somebody adds it. `before` are the blocks above it. */
export function newBlock(kind: BlockKind, before: readonly Block[]): Block {
	if (kind.name === 'text' || kind.name === 'comment') return { kind: kind.name, text: '' } as Block;
	const clauses = before.filter((block) => block.kind === 'clause').length;
	const props = Object.fromEntries(
		kind.fields.flatMap(({ name, required, options, multiple }): [string, string][] => {
			if (kind.name === 'clause' && name === 'number') return [[name, String(clauses + 1)]];
			return required && options?.[0] && !multiple ? [[name, options[0].value]] : [];
		}),
	);
	return { kind: kind.name, props, ...(kind.content && { content: '' }) };
}
