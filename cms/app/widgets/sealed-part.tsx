/** A component, a note or broken text within the rich editor: shown in a line, edited in a form of its own. */
import { createContext, useContext, useMemo, useState } from 'react';
import { type Element, Transforms } from 'slate';
import { ReactEditor, useSlateStatic } from 'slate-react';
import {
	type Block,
	type BlockContext,
	blockKinds,
	fromBlocks,
	isProtected,
	toBlocks,
} from '../../../src/cms/index.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { BlockForm } from './block-form.tsx';
import { nameOf, summaryOf } from './block-words.ts';
import { useSurroundings } from './surroundings.ts';

/** Opens the form of a sealed part; the text it stands in shows it. */
export const OpenSealed = createContext<(element: Element, block: Block) => void>(() => {});

/** The block that a source holds. */
export function blockOfSource(source: string, context: BlockContext): Block {
	const [block] = toBlocks(source, context);
	return block ?? { kind: 'protected', source, reason: '' };
}

export function SealedPart({ element, source }: { element: Element; source: string }) {
	const { type, language } = useSurroundings();
	const editor = useSlateStatic();
	const open = useContext(OpenSealed);
	const block = useMemo(() => blockOfSource(source, { type, language }), [source, type, language]);
	const kinds = blockKinds(type);
	const name = nameOf(block, kinds);
	return (
		<div className="blocks-sealed" data-kind={block.kind}>
			<p>
				<strong>{name}</strong> {summaryOf(block, kinds)}
			</p>
			{isProtected(block) && <p className="blocks-notice">{block.reason}</p>}
			<button type="button" onClick={() => open(element, block)}>
				Edit<span className="blocks-hidden"> {name}</span>
			</button>
			<button
				type="button"
				onClick={() => {
					Transforms.removeNodes(editor, { at: ReactEditor.findPath(editor as ReactEditor, element) });
				}}
			>
				Remove<span className="blocks-hidden"> {name}</span>
			</button>
		</div>
	);
}

interface SealedDialogProps {
	block: Block;
	onDone(source: string): void;
	onClose(): void;
}

export function SealedDialog({ block: first, onDone, onClose }: SealedDialogProps) {
	const { type } = useSurroundings();
	const kinds = blockKinds(type);
	const [block, setBlock] = useState(first);
	const name = nameOf(block, kinds);
	return (
		<Dialog title={name} onClose={onClose} wide>
			<div className="blocks">
				<BlockForm block={block} kinds={kinds} label={name} path="part" headings onChange={setBlock} />
			</div>
			<button type="button" onClick={() => onDone(fromBlocks([block]).trim())}>
				Done
			</button>
			<button type="button" onClick={onClose}>
				Cancel
			</button>
		</Dialog>
	);
}
