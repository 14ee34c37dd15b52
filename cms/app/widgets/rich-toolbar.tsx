/** The tools of the rich editor. */
import { type ReactNode, useId, useState } from 'react';
import { Range, Transforms } from 'slate';
import { ReactEditor, useSlate } from 'slate-react';
import { judgeAddress } from '../../../src/markup/index.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { InsertDialog } from './insert-dialog.tsx';
import {
	around,
	changeTable,
	emptyTable,
	hasMark,
	insertBlocks,
	insertWords,
	type RichSlate,
	selectedWords,
	setLink,
	toggleMark,
} from './rich-slate.ts';

const headings = {
	paragraph: 'Paragraph',
	'heading-two': 'Heading',
	'heading-three': 'Heading, level 2',
	'heading-four': 'Heading, level 3',
};

interface RichToolbarProps {
	label: string;
	headings: boolean;
	onPlain(): void;
	/** Tools of its own, where the text may hold blocks. */
	children?: ReactNode;
	linking: boolean;
	setLinking(open: boolean): void;
}

export function RichToolbar({
	label,
	headings: withHeadings,
	onPlain,
	children,
	linking,
	setLinking,
}: RichToolbarProps) {
	const editor = useSlate() as unknown as RichSlate;
	const [inserting, setInserting] = useState(false);
	const act = (change: () => void) => () => {
		if (!editor.selection) Transforms.select(editor, { path: [0, 0], offset: 0 });
		change();
		ReactEditor.focus(editor);
	};
	const block = Object.keys(headings).find((type) => around(editor, type)) ?? 'paragraph';
	const inTable = around(editor, 'table') !== undefined;
	return (
		<div className="blocks-toolbar" role="toolbar" aria-label={`Tools for ${label}`}>
			<Tool name="Bold" pressed={hasMark(editor, 'bold')} onUse={act(() => toggleMark(editor, 'bold'))}>
				<strong>B</strong>
			</Tool>
			<Tool name="Italic" pressed={hasMark(editor, 'italic')} onUse={act(() => toggleMark(editor, 'italic'))}>
				<em>I</em>
			</Tool>
			{withHeadings && (
				<select
					aria-label="Kind of paragraph"
					value={block}
					onChange={({ target }) => {
						const { value } = target;
						act(() => editor.toggleBlock(value === 'paragraph' ? block : value))();
					}}
				>
					{Object.entries(headings).map(([type, name]) => (
						<option key={type} value={type}>
							{name}
						</option>
					))}
				</select>
			)}
			<Tool
				name="List"
				pressed={around(editor, 'bulleted-list', 'numbered-list')?.[0].type === 'bulleted-list'}
				onUse={act(() => editor.toggleList('bulleted-list'))}
			/>
			<Tool
				name="Numbered list"
				pressed={around(editor, 'bulleted-list', 'numbered-list')?.[0].type === 'numbered-list'}
				onUse={act(() => editor.toggleList('numbered-list'))}
			/>
			<Tool
				name="Quote"
				pressed={around(editor, 'quote') !== undefined}
				onUse={act(() => editor.toggleBlock('quote'))}
			/>
			<Tool name="Link…" pressed={around(editor, 'link') !== undefined} onUse={() => setLinking(true)} />
			{inTable ? (
				<>
					<Tool name="Add row" onUse={act(() => changeTable(editor, 'add row'))} />
					<Tool name="Remove row" onUse={act(() => changeTable(editor, 'remove row'))} />
					<Tool name="Add column" onUse={act(() => changeTable(editor, 'add column'))} />
					<Tool name="Remove column" onUse={act(() => changeTable(editor, 'remove column'))} />
				</>
			) : (
				<Tool name="Table" onUse={act(() => insertBlocks(editor, emptyTable()))} />
			)}
			<Tool name="Insert…" onUse={() => setInserting(true)} />
			{children}
			<Tool name="Plain text" onUse={onPlain} />
			{inserting && (
				<InsertDialog
					selected={selectedWords(editor)}
					onClose={() => setInserting(false)}
					onInsert={(words) => {
						setInserting(false);
						insertWords(editor, words);
						requestAnimationFrame(() => ReactEditor.focus(editor));
					}}
				/>
			)}
			{linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
		</div>
	);
}

interface ToolProps {
	name: string;
	pressed?: boolean;
	onUse(): void;
	children?: ReactNode;
}

export function Tool({ name, pressed, onUse, children }: ToolProps) {
	return (
		<button
			type="button"
			aria-label={name}
			aria-pressed={pressed}
			title={name}
			// Keeps the cursor in the text.
			onMouseDown={(event) => event.preventDefault()}
			onClick={onUse}
		>
			{children ?? name}
		</button>
	);
}

function LinkDialog({ editor, onClose }: { editor: RichSlate; onClose(): void }) {
	const link = around(editor, 'link');
	const [url, setUrl] = useState((link?.[0].data as { url?: string } | undefined)?.url ?? '');
	const [words, setWords] = useState('');
	const id = useId();
	const asksWords = !link && !(editor.selection && Range.isExpanded(editor.selection));
	const judged = url === '' ? undefined : judgeAddress(url);
	const finish = (address: string) => {
		setLink(editor, address, words);
		onClose();
		requestAnimationFrame(() => ReactEditor.focus(editor));
	};
	return (
		<Dialog title="Link to another site" onClose={onClose}>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					event.stopPropagation();
					if (judged?.ok) finish(url);
				}}
			>
				<p>To link to one of our documents, close this and use “Insert…”.</p>
				<label htmlFor={`${id}-url`}>Address, beginning https://, mailto: or tel:</label>
				<input
					id={`${id}-url`}
					type="text"
					value={url}
					aria-describedby={`${id}-wrong`}
					onChange={({ target }) => setUrl(target.value.trim())}
				/>
				<p id={`${id}-wrong`} role="status">
					{judged && !judged.ok
						? `Unexpected ${judged.found}, expected ${judged.expected}. ${judged.fix}`
						: ''}
				</p>
				{asksWords && (
					<>
						<label htmlFor={`${id}-words`}>Words of the link: what the reader finds there</label>
						<input
							id={`${id}-words`}
							type="text"
							value={words}
							onChange={({ target }) => setWords(target.value)}
						/>
					</>
				)}
				<button type="submit">Link</button>
				{link && (
					<button type="button" onClick={() => finish('')}>
						Remove the link
					</button>
				)}
				<button type="button" onClick={onClose}>
					Cancel
				</button>
			</form>
		</Dialog>
	);
}
