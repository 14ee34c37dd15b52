/** One field of a block: a line of text, a choice of a few, or a choice of everything there is of one kind. */
import { useId, useState } from 'react';
import type { BlockField } from '../../../src/cms/index.ts';
import type { ReferenceTarget } from '../../../src/model/field.ts';
import { useChoices } from './choices.ts';
import { ChooseDialog } from './choose-dialog.tsx';

interface FieldInputProps {
	field: BlockField;
	value: string;
	onChange(value: string): void;
	/** Where the field stands in the form, so that a message can lead to it. */
	path: string;
}

export function FieldInput({ field, value, onChange, path }: FieldInputProps) {
	const id = useId();
	const hint = `${id}-hint`;
	const marks = { id, 'aria-describedby': hint, 'data-path': path };
	const several = field.widget === 'select' && field.multiple;
	return (
		<div className="blocks-field">
			{several ? (
				<Several field={field} value={value} onChange={onChange} hint={hint} path={path} />
			) : (
				<>
					<label htmlFor={id}>
						{field.label}
						{field.required ? '' : ' (optional)'}
					</label>
					{field.widget === 'select' && (
						<select {...marks} value={value} onChange={({ target }) => onChange(target.value)}>
							{(!field.required ||
								value === '' ||
								!field.options?.some((option) => option.value === value)) && (
								<option value={field.options?.some((option) => option.value === value) ? '' : value}>
									{value === '' || field.options?.some((option) => option.value === value) ? 'Choose' : value}
								</option>
							)}
							{field.options?.map((option) => (
								<option key={option.value} value={option.value}>
									{option.label}
								</option>
							))}
						</select>
					)}
					{field.widget === 'string' && (
						<input {...marks} type="text" value={value} onChange={({ target }) => onChange(target.value)} />
					)}
					{field.widget === 'relation' && field.target && (
						<Relation
							marks={marks}
							label={field.label}
							target={field.target}
							value={value}
							onChange={onChange}
							clearable={!field.required}
						/>
					)}
				</>
			)}
			<p id={hint} className="blocks-hint">
				{field.hint}
			</p>
		</div>
	);
}

function Several({
	field,
	value,
	onChange,
	hint,
	path,
}: FieldInputProps & {
	hint: string;
}) {
	const chosen = value.split(' ').filter(Boolean);
	return (
		<fieldset aria-describedby={hint} data-path={path}>
			<legend>{field.label}</legend>
			{field.options?.map((option) => (
				<label key={option.value} className="blocks-tick">
					<input
						type="checkbox"
						checked={chosen.includes(option.value)}
						onChange={({ target }) => {
							const next = new Set(chosen);
							if (target.checked) next.add(option.value);
							else next.delete(option.value);
							onChange(
								(field.options ?? [])
									.map((each) => each.value)
									.filter((each) => next.has(each))
									.join(' '),
							);
						}}
					/>{' '}
					{option.label}
				</label>
			))}
		</fieldset>
	);
}

interface RelationProps {
	marks: { id: string; 'aria-describedby': string; 'data-path': string };
	label: string;
	target: ReferenceTarget;
	value: string;
	onChange(value: string): void;
	clearable: boolean;
}

function Relation({ marks, label, target, value, onChange, clearable }: RelationProps) {
	const [open, setOpen] = useState(false);
	const { choices, missing } = useChoices([target], open);
	const all = choices[target] ?? [];
	const chosen = all.find((choice) => choice.value === value);
	return (
		<div className="blocks-relation">
			<button type="button" {...marks} onClick={() => setOpen(true)}>
				{chosen ? (
					<>
						{chosen.label} <span className="blocks-id">{value}</span>
					</>
				) : (
					value || 'Choose'
				)}
			</button>
			{clearable && value !== '' && (
				<button type="button" onClick={() => onChange('')}>
					Clear<span className="blocks-hidden"> {label}</span>
				</button>
			)}
			{open && (
				<ChooseDialog
					title={`Choose: ${label}`}
					groups={[{ name: label, choices: all }]}
					missing={missing}
					onClose={() => setOpen(false)}
					onChoose={(choice) => {
						setOpen(false);
						onChange(choice.value);
					}}
				/>
			)}
		</div>
	);
}
