/** A text as it will be read. Its writing is taken only where the words were changed. */
import {
	type ClipboardEvent,
	type KeyboardEvent,
	useCallback,
	useEffect,
	useMemo,
	useRef,
	useState,
} from 'react';
import { type Descendant, type Element, Transforms } from 'slate';
import { Editable, ReactEditor, Slate } from 'slate-react';
import {
	type Block,
	type BlockKind,
	closeRich,
	pasteHtml,
	pasteText,
	type RichNode,
	sealedNode,
} from '../../../src/cms/index.ts';
import { direction } from '../../../src/model/language.ts';
import { AddBlock } from './add-block.tsx';
import { newBlock } from './block-words.ts';
import { NamedChoices } from './named-part.tsx';
import { Said, type TextEditorProps } from './plain-editor.tsx';
import { namedRanges, RichElement, RichLeaf } from './rich-elements.tsx';
import {
	around,
	createRichSlate,
	insertBlocks,
	insertMarkdown,
	insertWords,
	nextCell,
	startingValue,
	takeSelection,
	toggleMark,
} from './rich-slate.ts';
import { RichToolbar } from './rich-toolbar.tsx';
import { OpenSealed, SealedDialog } from './sealed-part.tsx';
import { slateText } from './slate-text.ts';
import { useSurroundings } from './surroundings.ts';

/** How long somebody pauses before what they typed is written down; leaving the field does it at once. */
const PAUSE = 200;

interface RichEditorProps extends TextEditorProps {
	onPlain(): void;
	/** The kinds of block that may be put into the text. */
	kinds?: readonly BlockKind[] | undefined;
}

export function RichEditor({ label, text, onChange, headings, path, onPlain, kinds }: RichEditorProps) {
	const { language } = useSurroundings();
	const editor = useMemo(createRichSlate, []);
	const before = useRef(text);
	const [start] = useState(() => startingValue(text));
	const [linking, setLinking] = useState(false);
	const [said, setSaid] = useState<string[]>([]);
	const [sealed, setSealed] = useState<{ block: Block; element?: Element }>();
	const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
	const latest = useRef(onChange);
	latest.current = onChange;

	const write = useCallback(() => {
		if (waiting.current === undefined) return;
		clearTimeout(waiting.current);
		waiting.current = undefined;
		latest.current(closeRich(editor.children as RichNode[], before.current, slateText));
	}, [editor]);
	useEffect(() => write, [write]);

	const changed = () => {
		if (editor.operations.every(({ type }) => type === 'set_selection')) return;
		clearTimeout(waiting.current);
		waiting.current = setTimeout(write, PAUSE);
	};
	const paste = (event: ClipboardEvent) => {
		// What was copied in the editor comes back as it was.
		if (event.clipboardData.types.includes('application/x-slate-fragment')) return;
		event.preventDefault();
		takeSelection(editor);
		const html = event.clipboardData.getData('text/html');
		const words = event.clipboardData.getData('text/plain');
		if (html === '' && !/[\r\n]/.test(words)) {
			insertWords(editor, words);
			return;
		}
		const { markdown, leftOut } = html === '' ? pasteText(words) : pasteHtml(html, { headings });
		insertMarkdown(editor, markdown);
		setSaid(leftOut);
	};
	const press = (event: KeyboardEvent) => {
		if (handleKey(event, editor, headings, () => setLinking(true))) {
			event.preventDefault();
			return;
		}
		for (const handler of editor.keyDownHandlers ?? []) if (handler(event, editor) === false) break;
	};
	return (
		<div className="blocks-text">
			<Slate editor={editor} initialValue={start as Descendant[]} onChange={changed}>
				<RichToolbar
					label={label}
					headings={headings}
					linking={linking}
					setLinking={setLinking}
					onPlain={() => {
						write();
						onPlain();
					}}
				>
					{kinds && (
						<AddBlock
							kinds={kinds}
							where="at the cursor"
							onAdd={(kind) => setSealed({ block: newBlock(kind, []) })}
						/>
					)}
				</RichToolbar>
				<OpenSealed value={(element, block) => setSealed({ element, block })}>
					<NamedChoices>
						<Editable
							className="blocks-rich"
							aria-label={label}
							aria-multiline
							data-path={path}
							lang={language}
							dir={direction(language)}
							spellCheck
							decorate={namedRanges}
							renderElement={RichElement}
							renderLeaf={RichLeaf}
							onPaste={paste}
							onKeyDown={press}
							onBlur={write}
						/>
					</NamedChoices>
				</OpenSealed>
			</Slate>
			<Said words={said} />
			{sealed && (
				<SealedDialog
					block={sealed.block}
					onClose={() => setSealed(undefined)}
					onDone={(source) => {
						setSealed(undefined);
						if (sealed.element)
							Transforms.setNodes(editor, { source } as object, {
								at: ReactEditor.findPath(editor, sealed.element),
							});
						else if (source !== '') insertBlocks(editor, [sealedNode(source) as Descendant]);
					}}
				/>
			)}
		</div>
	);
}

/** Keys that mean something else here than in Decap: what our pages cannot have is not made. */
function handleKey(
	event: KeyboardEvent,
	editor: ReturnType<typeof createRichSlate>,
	headings: boolean,
	link: () => void,
): boolean {
	const { key } = event;
	if (around(editor, 'table-cell') && !event.ctrlKey && !event.metaKey && !event.altKey) {
		if (key === 'Tab') return nextCell(editor, event.shiftKey);
		return key === 'Enter';
	}
	if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
	if (key === 'b') toggleMark(editor, 'bold');
	else if (key === 'i') toggleMark(editor, 'italic');
	else if (key === 'k') link();
	else if (/^[234]$/.test(key) && headings)
		editor.toggleBlock({ 2: 'heading-two', 3: 'heading-three', 4: 'heading-four' }[key] ?? '');
	else return /^[1-6u`]$/.test(key) || (event.shiftKey && /^[SsCc]$/.test(key));
	ReactEditor.focus(editor);
	return true;
}
