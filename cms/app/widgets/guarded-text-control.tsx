/** The widget `guarded-text`: a long text in one editor, its components as parts that open in a form. */
import { useMemo } from 'react';
import { blockKinds } from '../../../src/cms/index.ts';
import { type ControlProps, useControl } from './control.tsx';
import { TextEditor } from './text-editor.tsx';

export function GuardedTextControl(props: ControlProps<string>) {
	const { value = '', onChange, field } = props;
	const { type, frame } = useControl(props as ControlProps<never>);
	const kinds = useMemo(() => blockKinds(type).filter(({ name }) => name !== 'text'), [type]);
	return frame(
		<TextEditor
			label={String(field.get('label', 'Text'))}
			text={value}
			headings
			path={String(field.get('name'))}
			kinds={kinds}
			onChange={onChange}
		/>,
	);
}
