/** The widget `blocks`: the text of a document as a list of blocks. */
import { fromJS, type List } from 'immutable';
import { useMemo, useRef, useState } from 'react';
import { type Block, blockKinds } from '../../../src/cms/index.ts';
import { BlockList } from './block-list.tsx';
import { type ControlProps, useControl } from './control.tsx';

type Value = List<unknown>;

export function BlocksControl(props: ControlProps<Value>) {
	const { value, onChange, field } = props;
	const { type, frame } = useControl(props as ControlProps<never>);
	const kinds = useMemo(() => blockKinds(type), [type]);
	const sent = useRef(value);
	const [blocks, setBlocks] = useState(() => plain(value));
	// Decap puts other values in when a draft is restored or filled in from another language.
	if (value !== sent.current) {
		sent.current = value;
		setBlocks(plain(value));
	}
	const change = (next: readonly Block[]) => {
		setBlocks([...next]);
		sent.current = fromJS(next as unknown) as Value;
		onChange(sent.current);
	};
	return frame(
		<BlockList
			label={String(field.get('label', 'Text'))}
			blocks={blocks}
			kinds={kinds}
			allowed={kinds}
			headings={type !== 'passage'}
			path={String(field.get('name'))}
			onChange={change}
		/>,
	);
}

function plain(value: Value | undefined): Block[] {
	return (value?.toJS() ?? []) as Block[];
}
