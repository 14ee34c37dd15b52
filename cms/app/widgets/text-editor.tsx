/**
 * One text, in the rich editor where that loses nothing, else as its letters with a word of why. An error in the rich
 * editor never takes the text with it.
 */
import { Component, type ReactNode, useRef, useState } from 'react';
import { type BlockKind, mayBeRich } from '../../../src/cms/index.ts';
import { PlainEditor, type TextEditorProps } from './plain-editor.tsx';
import { RichEditor } from './rich-editor.tsx';
import { slateText } from './slate-text.ts';

const WOULD_CHANGE =
	'This text is shown as its letters, because the rich editor would change what it says. You can edit it here.';
const FAILED = 'The rich editor stopped. Your text is here as its letters, as you left it.';

interface Mode {
	rich: boolean;
	notice?: string;
	/** Counts anew when the text came from elsewhere than from this editor. */
	round: number;
}

export function TextEditor({ kinds, ...props }: TextEditorProps & { kinds?: readonly BlockKind[] }) {
	const { text, onChange } = props;
	const sent = useRef(text);
	const begin = (round: number): Mode =>
		mayBeRich(text, slateText) ? { rich: true, round } : { rich: false, notice: WOULD_CHANGE, round };
	const [mode, setMode] = useState(() => begin(0));
	if (text !== sent.current) {
		sent.current = text;
		setMode(begin(mode.round + 1));
	}
	const change = (next: string) => {
		sent.current = next;
		onChange(next);
	};
	const show = (rich: boolean, notice?: string) =>
		setMode({ rich, round: mode.round + 1, ...(notice !== undefined && { notice }) });
	if (!mode.rich)
		return (
			<PlainEditor
				key={mode.round}
				{...props}
				onChange={change}
				notice={mode.notice}
				onRich={() => (mayBeRich(text, slateText) ? show(true) : show(false, WOULD_CHANGE))}
			/>
		);
	return (
		<Kept key={mode.round} onError={() => show(false, FAILED)}>
			<RichEditor {...props} onChange={change} onPlain={() => show(false)} kinds={kinds} />
		</Kept>
	);
}

class Kept extends Component<{ onError(): void; children: ReactNode }, { failed: boolean }> {
	override state = { failed: false };
	static getDerivedStateFromError() {
		return { failed: true };
	}
	override componentDidCatch() {
		this.props.onError();
	}
	override render() {
		return this.state.failed ? null : this.props.children;
	}
}
