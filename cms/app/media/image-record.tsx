/** What has to be said of an image before it is kept: what it shows, who may see it, whose it is. */
import { useId, useState } from 'react';
import type { ImageRecord } from '../../../src/cms/protocol.ts';
import { ask, Dialog } from '../dialog/dialog.tsx';

/** Ask for the record of an image. Undefined: the image is not to be added. */
export function askForRecord(name: string): Promise<ImageRecord | undefined> {
	return ask((answer) => <RecordForm name={name} answer={answer} />);
}

function RecordForm({ name, answer }: { name: string; answer(record: ImageRecord | undefined): void }) {
	const [english, setEnglish] = useState('');
	const [welsh, setWelsh] = useState('');
	const [audience, setAudience] = useState<ImageRecord['audience']>();
	const [credit, setCredit] = useState('');
	const complete = english.trim() && credit.trim() && audience;
	const add = () => {
		if (!audience) return;
		answer({
			alt: { en: english.trim(), ...(welsh.trim() && { cy: welsh.trim() }) },
			audience,
			credit: credit.trim(),
		});
	};
	return (
		<Dialog title={`Add the image ${name}`} onClose={() => answer(undefined)}>
			<Field
				label="What does it show?"
				hint="Read aloud to those who cannot see it."
				value={english}
				onChange={setEnglish}
			/>
			<Field label="The same in Welsh (optional)" value={welsh} onChange={setWelsh} />
			<fieldset className="own-place">
				<legend>Who may see it?</legend>
				<label>
					<input type="radio" checked={audience === 'staff'} onChange={() => setAudience('staff')} /> Staff
					only
				</label>{' '}
				<label>
					<input type="radio" checked={audience === 'public'} onChange={() => setAudience('public')} />{' '}
					Everybody
				</label>
			</fieldset>
			<Field
				label="Whose is it?"
				hint="The owner and the terms it may be used under, for example “Drawn by the team”."
				value={credit}
				onChange={setCredit}
			/>
			<div className="own-buttons">
				<button type="button" className="own-main" disabled={!complete} onClick={add}>
					Add the image
				</button>
				<button type="button" onClick={() => answer(undefined)}>
					Do not add it
				</button>
			</div>
		</Dialog>
	);
}

interface FieldProps {
	label: string;
	hint?: string;
	value: string;
	onChange(value: string): void;
}

function Field({ label, hint, value, onChange }: FieldProps) {
	const id = useId();
	return (
		<p>
			<label htmlFor={id}>{label}</label>
			{hint && (
				<span id={`${id}-hint`} className="own-hint">
					{hint}
				</span>
			)}
			<input
				id={id}
				aria-describedby={hint && `${id}-hint`}
				value={value}
				onChange={(event) => onChange(event.target.value)}
			/>
		</p>
	);
}
