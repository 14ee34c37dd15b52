/** Writing one block: its own letters when it was not changed, else one plain form that the parser reads. */
import { type Block, type ComponentBlock, isComponent, isNote, isProtected } from './block.ts';
import { componentOfKind } from './block-kinds.ts';

/** What a block holds, as a text to compare. */
export function keyOf(block: Block): string {
	if (isComponent(block)) return JSON.stringify([filled(block), block.content ?? null]);
	return isProtected(block) ? block.source : block.text;
}

export function isUnchanged(block: Block): boolean {
	return block._src !== undefined && block._key === keyOf(block);
}

export function print(block: Block): string {
	if (isUnchanged(block)) return block._src ?? '';
	if (isComponent(block)) return printComponent(block);
	if (isNote(block)) return block.text.trim() === '' ? '' : `{/* ${commentText(block.text)} */}`;
	return tidy(isProtected(block) ? block.source : block.text);
}

/** The tags that did not change are kept, and so is the content that did not. */
function printComponent(block: ComponentBlock): string {
	const name = componentOfKind(block.kind)?.name ?? block.kind;
	const { _src: src, _at: at } = block;
	const [keptProps, keptContent] = JSON.parse(block._key ?? '[null,null]') as [unknown, string | null];
	const content = tidy(block.content ?? '');
	const open = `<${name}${Object.entries(filled(block))
		.map(([key, value]) => ` ${key}="${attributeText(value)}"`)
		.join('')}`;
	if (componentOfKind(block.kind)?.content === 'nothing') return `${open} />`;
	if (src !== undefined && at !== undefined && keptContent !== null) {
		const head = src.slice(0, at);
		const tail = src.slice(at + keptContent.length);
		const sameProps = JSON.stringify(keptProps) === JSON.stringify(filled(block));
		const spacious = /\n[^\S\n]*\n$/.test(head) && /^\n[^\S\n]*\n/.test(tail);
		if (sameProps && spacious && content !== '') return head + content + tail;
		if (!sameProps && block.content === keptContent && head.startsWith(`<${name}`))
			return `${open}>${/\s*$/.exec(head)?.[0] ?? ''}${keptContent}${tail}`;
	}
	return content === '' ? `${open}>\n\n</${name}>` : `${open}>\n\n${content}\n\n</${name}>`;
}

/** The attributes that have a value, in the order in which the component names them. */
function filled({ kind, props }: ComponentBlock): Record<string, string> {
	const order = componentOfKind(kind)?.props.map(({ name }) => name) ?? [];
	return Object.fromEntries(order.flatMap((name) => (props[name] ? [[name, props[name]]] : [])));
}

function attributeText(value: string): string {
	return value
		.replace(/&(?=#?\w+;)/g, '&amp;')
		.replaceAll('"', '&quot;')
		.replace(/\s*\n\s*/g, ' ');
}

function commentText(text: string): string {
	return tidy(text).replaceAll('*/', '* /');
}

/** Line ends and tabs as files have them; no empty lines at the ends. */
function tidy(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replaceAll('\t', '    ')
		.normalize('NFC')
		.replace(/^(?:[^\S\n]*\n)+/, '')
		.trimEnd();
}
