/**
 * The text of a document as blocks, and back.
 *
 * Nothing is lost: a block that was not changed gives back its own letters, and what stands between blocks is kept.
 * A block that was changed is written in one plain way. What is not understood is kept whole, with the reason.
 */
import { type BodyType, type Part, parseBody } from '../markup/index.ts';
import type { Language } from '../model/language.ts';
import type { Block, HiddenKeys } from './block.ts';
import { componentOfKind, kindOfComponent } from './block-kinds.ts';
import { partsOf } from './isolate.ts';
import { isUnchanged, keyOf, print } from './print-block.ts';

export interface BlockContext {
	type: BodyType;
	language: Language;
}

/** Cut a body into blocks. */
export function toBlocks(source: string, context: BlockContext): Block[] {
	const parts = mergeProse(partsOf(source));
	const first = parts[0]?.from ?? source.length;
	const end = parts.at(-1)?.to ?? source.length;
	if (parts.length === 0)
		return source === ''
			? []
			: [remember({ kind: 'text', text: '' }, '', { _i: 0, _lead: source, _end: '' })];
	return parts.map((part, index) => {
		const next = parts[index + 1];
		return remember(blockOf(part, source, context), source.slice(part.from, part.to), {
			...(part.kind === 'component' && part.content && { _at: part.content.from - part.from }),
			_i: index,
			...(index === 0 && { _lead: source.slice(0, first) }),
			...(next ? { _gap: source.slice(part.to, next.from) } : { _end: source.slice(end) }),
		});
	});
}

/** Write blocks as the text of a document. Empty ones are left out. */
export function fromBlocks(blocks: readonly Block[]): string {
	const lead = blocks.find(({ _lead }) => _lead !== undefined)?._lead;
	const end = blocks.find(({ _end }) => _end !== undefined)?._end;
	const written = blocks
		.map((block) => ({ block, text: print(block), same: isUnchanged(block) }))
		.filter(({ text }) => text.trim() !== '');
	if (written.length === 0) return blocks.length === 0 ? '' : (lead ?? '\n');
	const texts = written.map(({ block, text, same }, index) => {
		const next = written[index + 1];
		if (!next) return text + (end ?? '\n');
		const follows = block._i !== undefined && next.block._i === block._i + 1;
		const gap = follows ? block._gap : undefined;
		// Beside a block that was changed an empty line is needed, or the two could become one.
		return text + (gap !== undefined && ((same && next.same) || EMPTY_LINE.test(gap)) ? gap : '\n\n');
	});
	return (lead ?? '\n') + texts.join('');
}

const EMPTY_LINE = /\n[^\S\n]*\n/;

function remember<T extends Block>(block: T, src: string, hidden: HiddenKeys): T {
	return { ...block, ...hidden, _src: src, _key: keyOf(block) };
}

/** Paragraphs that follow each other are one text. */
function mergeProse(parts: readonly Part[]): Part[] {
	const merged: Part[] = [];
	for (const part of parts) {
		const last = merged.at(-1);
		if (part.kind === 'prose' && last?.kind === 'prose') last.to = part.to;
		else merged.push({ ...part });
	}
	return merged;
}

function blockOf(part: Part, source: string, context: BlockContext): Block {
	const text = source.slice(part.from, part.to);
	switch (part.kind) {
		case 'prose':
			return { kind: 'text', text };
		case 'comment':
			return { kind: 'comment', text: part.text };
		case 'component': {
			const { name, props, content } = part;
			const kind = kindOfComponent(name);
			if (componentOfKind(kind)?.content === 'nothing') return { kind, props };
			return { kind, props, content: content ? source.slice(content.from, content.to) : '' };
		}
		case 'other':
			return { kind: 'protected', source: text, reason: reasonFor(text, context) };
	}
}

/** Why a text is no block, as the checks say it. */
function reasonFor(source: string, { type, language }: BlockContext): string {
	const { issues } = parseBody({ source, firstLine: 1 }, { file: '', type, language });
	const issue = issues.find(({ severity }) => severity === 'error');
	return issue
		? `${issue.message}. ${issue.fix}`
		: 'It cannot be read where it stands. Check the tags before and after it.';
}
