/** What somebody says beside a step. */
import { useId } from 'react';

interface CommentFieldProps {
	label: string;
	value: string;
	onChange(value: string): void;
}

export function CommentField({ label, value, onChange }: CommentFieldProps) {
	const id = useId();
	return (
		<p>
			<label htmlFor={id}>{label}</label>
			<textarea
				id={id}
				rows={3}
				maxLength={2000}
				value={value}
				onChange={(event) => onChange(event.target.value)}
			/>
		</p>
	);
}
