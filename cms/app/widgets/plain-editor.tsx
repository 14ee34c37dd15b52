/** A text as its letters: for what the rich editor would change, and for those who know Markdown. */
import { type ClipboardEvent, useId, useRef, useState } from 'react';
import { pasteHtml } from '../../../src/cms/index.ts';
import { direction } from '../../../src/model/language.ts';
import { InsertDialog } from './insert-dialog.tsx';
import { useSurroundings } from './surroundings.ts';

export interface TextEditorProps {
	label: string;
	text: string;
	onChange(text: string): void;
	/** Whether headings may stand in it. */
	headings: boolean;
	path: string;
}

interface PlainEditorProps extends TextEditorProps {
	/** Why it is shown so, when nobody asked for it. */
	notice?: string | undefined;
	onRich?: (() => void) | undefined;
}

export function PlainEditor({ label, text, onChange, headings, path, notice, onRich }: PlainEditorProps) {
	const { language } = useSurroundings();
	const area = useRef<HTMLTextAreaElement>(null);
	const [inserting, setInserting] = useState(false);
	const [said, setSaid] = useState<string[]>([]);
	const noticeId = useId();

	const insert = (words: string) => {
		const element = area.current;
		if (!element) return;
		element.focus();
		element.setRangeText(words, element.selectionStart, element.selectionEnd, 'end');
		onChange(element.value);
	};
	const paste = (event: ClipboardEvent) => {
		const html = event.clipboardData.getData('text/html');
		if (html === '') return;
		event.preventDefault();
		const { markdown, leftOut } = pasteHtml(html, { headings });
		insert(markdown);
		setSaid(leftOut);
	};
	return (
		<div className="blocks-text">
			{notice !== undefined && (
				<p role="note" id={noticeId} className="blocks-notice">
					{notice}
				</p>
			)}
			<div className="blocks-toolbar" role="toolbar" aria-label={`Tools for ${label}`}>
				<button type="button" onClick={() => setInserting(true)}>
					Insert…
				</button>
				{onRich && (
					<button type="button" onClick={onRich}>
						Rich text
					</button>
				)}
			</div>
			<textarea
				ref={area}
				aria-label={label}
				aria-describedby={notice === undefined ? undefined : noticeId}
				data-path={path}
				lang={language}
				dir={direction(language)}
				rows={Math.min(40, Math.max(3, text.split('\n').length + 1))}
				spellCheck
				value={text}
				onChange={({ target }) => onChange(target.value)}
				onPaste={paste}
			/>
			<Said words={said} />
			{inserting && (
				<InsertDialog
					selected={area.current?.value.slice(area.current.selectionStart, area.current.selectionEnd) ?? ''}
					onClose={() => setInserting(false)}
					onInsert={(words) => {
						setInserting(false);
						requestAnimationFrame(() => insert(words));
					}}
				/>
			)}
		</div>
	);
}

/** What was left out of a paste. */
export function Said({ words }: { words: readonly string[] }) {
	return (
		<div role="status" className="blocks-said">
			{words.length > 0 && (
				<>
					<p>Pasted, but not all of it:</p>
					<ul>
						{words.map((each) => (
							<li key={each}>{each}</li>
						))}
					</ul>
				</>
			)}
		</div>
	);
}
