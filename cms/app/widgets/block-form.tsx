/** The form of one block: its fields, and what stands in it. */
import { useMemo, useRef, useState } from 'react';
import {
	type Block,
	type BlockField,
	type BlockKind,
	type ComponentBlock,
	fromBlocks,
	isComponent,
	isNote,
	isProtected,
	isText,
	type ProtectedBlock,
	toBlocks,
} from '../../../src/cms/index.ts';
import { BlockList } from './block-list.tsx';
import { kindOf } from './block-words.ts';
import { FieldInput } from './field-input.tsx';
import { useSurroundings } from './surroundings.ts';
import { TextEditor } from './text-editor.tsx';

interface BlockFormProps {
	block: Block;
	kinds: readonly BlockKind[];
	onChange(block: Block): void;
	/** What it is called among the others, for screen readers. */
	label: string;
	path: string;
	/** Whether headings may stand in its text, seen from what it stands in. */
	headings: boolean;
}

export function BlockForm({ block, kinds, onChange, label, path, headings }: BlockFormProps) {
	if (isText(block))
		return (
			<TextEditor
				label={label}
				text={block.text}
				headings={headings}
				path={path}
				onChange={(text) => onChange({ ...block, text })}
			/>
		);
	if (isNote(block))
		return (
			<textarea
				aria-label={label}
				data-path={path}
				rows={3}
				value={block.text}
				onChange={({ target }) => onChange({ ...block, text: target.value })}
			/>
		);
	if (isProtected(block))
		return <ProtectedForm block={block} label={label} path={path} onChange={onChange} />;
	return isComponent(block) ? (
		<ComponentForm
			block={block}
			kinds={kinds}
			label={label}
			path={path}
			headings={headings}
			onChange={onChange}
		/>
	) : null;
}

interface ProtectedFormProps extends Pick<BlockFormProps, 'label' | 'path' | 'onChange'> {
	block: ProtectedBlock;
}

function ProtectedForm({ block, label, path, onChange }: ProtectedFormProps) {
	const [unlocked, setUnlocked] = useState(false);
	return (
		<>
			<p role="note" className="blocks-notice">
				This part cannot be shown as a form. It is kept as it is. {block.reason}
			</p>
			<textarea
				aria-label={label}
				className="blocks-source"
				data-path={path}
				readOnly={!unlocked}
				rows={Math.min(30, block.source.split('\n').length + 1)}
				value={block.source}
				onChange={({ target }) => onChange({ ...block, source: target.value })}
			/>
			{!unlocked && (
				<button type="button" onClick={() => setUnlocked(true)}>
					Edit it as text
				</button>
			)}
		</>
	);
}

function ComponentForm({
	block,
	kinds,
	onChange,
	label,
	path,
	headings,
}: BlockFormProps & { block: ComponentBlock }) {
	const kind = kindOf(block, kinds);
	const fields = kind?.fields ?? [];
	const set = (name: string, value: string) =>
		onChange({ ...block, props: { ...block.props, [name]: value } });
	const input = (field: BlockField) => (
		<FieldInput
			key={field.name}
			field={field}
			value={block.props[field.name] ?? ''}
			path={`${path}.${field.name}`}
			onChange={(value) => set(field.name, value)}
		/>
	);
	return (
		<>
			{kind && <p className="blocks-hint">{kind.hint}</p>}
			{kind?.oneOf ? (
				<OneOf kind={kind} block={block} onChange={onChange} path={path} input={input} />
			) : (
				fields.map(input)
			)}
			{block.content !== undefined && (
				<Content
					label={label}
					content={block.content}
					kinds={kinds}
					holds={kind?.holds ?? []}
					headings={headings && kind?.headings === true}
					path={`${path}.content`}
					onChange={(content) => onChange({ ...block, content })}
				/>
			)}
		</>
	);
}

interface OneOfProps {
	kind: BlockKind;
	block: ComponentBlock;
	onChange(block: Block): void;
	path: string;
	input(field: BlockField): React.ReactNode;
}

/** Exactly one of several fields: which one is asked first. */
function OneOf({ kind, block, onChange, path, input }: OneOfProps) {
	const { placeholders } = useSurroundings();
	const filled = kind.oneOf?.find((name) => block.props[name]);
	const [asked, setAsked] = useState(filled ?? '');
	const field = kind.fields.find(({ name }) => name === asked);
	const answer = kind.fields.find(({ name }) => name === 'is');
	const declared = placeholders();
	const named = declared.find(({ name }) => name === block.props.placeholder);
	const answers = named?.type === 'yes or no' ? ['yes', 'no'] : [...(named?.choices ?? [])];
	return (
		<>
			<FieldInput
				field={{
					name: 'case',
					label: 'Which case?',
					hint: 'The text below is for this case alone. The case is printed above it.',
					required: true,
					widget: 'select',
					options: kind.fields
						.filter(({ name }) => kind.oneOf?.includes(name))
						.map(({ name, label }) => ({ value: name, label })),
				}}
				path={`${path}.case`}
				value={asked}
				onChange={(name) => {
					setAsked(name);
					onChange({ ...block, props: {} });
				}}
			/>
			{field &&
				input(
					field.name === 'placeholder' && declared.length > 0
						? { ...field, widget: 'select', options: optionsOf(declared.map(({ name }) => name)) }
						: { ...field, required: true },
				)}
			{asked === 'placeholder' &&
				answer &&
				input(
					answers.length > 0
						? { ...answer, required: true, widget: 'select', options: optionsOf(answers) }
						: { ...answer, required: true },
				)}
		</>
	);
}

function optionsOf(values: readonly string[]) {
	return values.map((value) => ({ value, label: value }));
}

interface ContentProps {
	label: string;
	content: string;
	kinds: readonly BlockKind[];
	holds: readonly string[];
	headings: boolean;
	path: string;
	onChange(content: string): void;
}

/** What stands between the tags of a component: blocks again. */
function Content({ label, content, kinds, holds, headings, path, onChange }: ContentProps) {
	const { type, language } = useSurroundings();
	const sent = useRef(content);
	const read = (text: string): Block[] => {
		const blocks = toBlocks(text, { type, language });
		return blocks.length > 0 ? blocks : [{ kind: 'text', text: '' }];
	};
	const [blocks, setBlocks] = useState(() => read(content));
	if (content !== sent.current) {
		sent.current = content;
		setBlocks(read(content));
	}
	const allowed = useMemo(() => {
		const names = new Set(['text', 'comment', ...holds]);
		return kinds.filter((kind) => kind.nests && names.has(kind.name));
	}, [kinds, holds]);
	return (
		<BlockList
			label={`Inside ${label}`}
			blocks={blocks}
			kinds={kinds}
			allowed={allowed}
			headings={headings}
			path={path}
			onChange={(next) => {
				setBlocks([...next]);
				sent.current = fromBlocks(next).trim();
				onChange(sent.current);
			}}
		/>
	);
}
