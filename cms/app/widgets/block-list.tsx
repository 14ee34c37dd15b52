/** Blocks one below the other: added, moved, copied, removed and folded, by mouse or by keys. */
import { useEffect, useRef, useState } from 'react';
import { type Block, type BlockKind, duplicate, isComponent } from '../../../src/cms/index.ts';
import { BlockIssues } from '../issues/block-issues.tsx';
import { AddBlock } from './add-block.tsx';
import { BlockForm } from './block-form.tsx';
import { nameOf, newBlock, summaryOf } from './block-words.ts';
import { useSurroundings } from './surroundings.ts';

interface BlockListProps {
	label: string;
	blocks: readonly Block[];
	kinds: readonly BlockKind[];
	/** The kinds that may be added here. */
	allowed: readonly BlockKind[];
	headings: boolean;
	path: string;
	onChange(blocks: readonly Block[]): void;
}

/** A block is the same one after it was edited or moved: its form keeps its cursor, and stays folded or open. */
const keys = new WeakMap<Block, number>();
let lastKey = 0;

function keyOf(block: Block): number {
	const known = keys.get(block);
	if (known !== undefined) return known;
	keys.set(block, ++lastKey);
	return lastKey;
}

/** Where the way is closed, the focus goes on to the other way. */
const UP = ['[data-act="up"]', '[data-act="down"]'];
const DOWN = UP.toReversed();

export function BlockList({ label, blocks, kinds, allowed, headings, path, onChange }: BlockListProps) {
	const { announce, language } = useSurroundings();
	const [open, setOpen] = useState<ReadonlyMap<number, boolean>>(new Map());
	const [removed, setRemoved] = useState<{ block: Block; at: number; name: string }>();
	const [wanted, setWanted] = useState<{ key: number; controls: readonly string[] }>();
	const list = useRef<HTMLOListElement>(null);

	useEffect(() => {
		if (!wanted) return;
		const card = list.current?.querySelector(`:scope > [data-key="${wanted.key}"]`);
		const found = [...wanted.controls, 'button'].map((control) =>
			card?.querySelector<HTMLElement>(`${control}:not(:disabled)`),
		);
		found.find((control) => control)?.focus();
		setWanted(undefined);
	}, [wanted]);

	const isOpen = (block: Block) => open.get(keyOf(block)) ?? !isComponent(block);
	const place = (at: number, count = blocks.length) => `${at + 1} of ${count}`;
	const insert = (block: Block, at: number) => {
		onChange([...blocks.slice(0, at), block, ...blocks.slice(at)]);
		setOpen(new Map(open).set(keyOf(block), true));
	};
	const add = (kind: BlockKind, at: number) => {
		const block = newBlock(kind, blocks.slice(0, at));
		insert(block, at);
		setWanted({
			key: keyOf(block),
			controls: ['.blocks-body :is(input, select, textarea, [contenteditable="true"])'],
		});
		announce(`${kind.label} added, ${place(at, blocks.length + 1)}`);
	};
	const move = (from: number, to: number) => {
		const block = blocks[from];
		if (!block || to < 0 || to >= blocks.length) return;
		const rest = blocks.filter((_, index) => index !== from);
		onChange([...rest.slice(0, to), block, ...rest.slice(to)]);
		setWanted({ key: keyOf(block), controls: to < from ? UP : DOWN });
		announce(`${nameOf(block, kinds)} moved, now ${place(to)}`);
	};
	const copy = (at: number) => {
		const block = blocks[at];
		if (!block) return;
		const made = duplicate(block);
		insert(made, at + 1);
		setWanted({ key: keyOf(made), controls: ['[data-act="fold"]'] });
		announce(`${nameOf(block, kinds)} copied, ${place(at + 1, blocks.length + 1)}`);
	};
	const remove = (at: number) => {
		const block = blocks[at];
		if (!block) return;
		const name = nameOf(block, kinds);
		setRemoved({ block, at, name });
		onChange(blocks.filter((_, index) => index !== at));
		announce(`${name} removed. To have it back use “Put back”.`);
	};
	return (
		<fieldset className="blocks-list" aria-label={label}>
			{blocks.length === 0 && <AddBlock kinds={allowed} where="here" onAdd={(kind) => add(kind, 0)} />}
			<ol ref={list}>
				{blocks.map((block, at) => {
					const key = keyOf(block);
					const name = nameOf(block, kinds);
					const title = `${name}, ${place(at)}`;
					const unfolded = isOpen(block);
					const blockPath = `${path}.${at}`;
					return (
						<li key={key} data-key={key} data-block={blockPath} data-kind={block.kind}>
							<div className="blocks-head">
								<button
									type="button"
									data-act="fold"
									aria-expanded={unfolded}
									onClick={() => setOpen(new Map(open).set(key, !unfolded))}
								>
									<strong>{name}</strong>
									<span className="blocks-hidden">, {place(at)}</span>{' '}
									{!unfolded && <span>{summaryOf(block, kinds)}</span>}
								</button>
								<Act act="up" name={`Move up: ${title}`} off={at === 0} onUse={() => move(at, at - 1)}>
									↑
								</Act>
								<Act
									act="down"
									name={`Move down: ${title}`}
									off={at === blocks.length - 1}
									onUse={() => move(at, at + 1)}
								>
									↓
								</Act>
								<Act act="copy" name={`Copy: ${title}`} onUse={() => copy(at)}>
									Copy
								</Act>
								<Act act="remove" name={`Remove: ${title}`} onUse={() => remove(at)}>
									Remove
								</Act>
							</div>
							<BlockIssues path={blockPath} language={language} folded={!unfolded} />
							{unfolded && (
								<div className="blocks-body">
									<BlockForm
										block={block}
										kinds={kinds}
										label={title}
										headings={headings}
										path={blockPath}
										onChange={(next) => {
											keys.set(next, key);
											onChange(blocks.map((each, index) => (index === at ? next : each)));
										}}
									/>
								</div>
							)}
							<AddBlock kinds={allowed} where={`below ${title}`} onAdd={(kind) => add(kind, at + 1)} />
						</li>
					);
				})}
			</ol>
			{removed && (
				<p className="blocks-removed">
					{removed.name} removed.{' '}
					<button
						type="button"
						onClick={() => {
							insert(removed.block, Math.min(removed.at, blocks.length));
							setWanted({ key: keyOf(removed.block), controls: ['[data-act="fold"]'] });
							setRemoved(undefined);
							announce(`${removed.name} put back`);
						}}
					>
						Put back
					</button>
				</p>
			)}
		</fieldset>
	);
}

interface ActProps {
	act: string;
	name: string;
	off?: boolean;
	onUse(): void;
	children: React.ReactNode;
}

function Act({ act, name, off = false, onUse, children }: ActProps) {
	return (
		<button type="button" data-act={act} aria-label={name} title={name} disabled={off} onClick={onUse}>
			{children}
		</button>
	);
}
