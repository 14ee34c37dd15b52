/** Two people changed the same text: both are shown, and a person says what it shall be. Nothing is lost meanwhile. */
import { useState } from 'react';
import type { Conflict } from '../../../src/cms/answers.ts';
import { ask, Dialog } from '../dialog/dialog.tsx';
import { fileWords } from '../entry/differences.tsx';
import { moment } from '../entry/moment.ts';
import { WordDifferences } from '../entry/word-differences.tsx';
import { fieldAt, isSignOffs } from './place-words.ts';
import { type Choice, chosenText, type Section, sectionsOf } from './three-way.ts';

/** Ask what a text shall be. Undefined: nothing was decided, and nothing is to be saved. */
export function settle(conflict: Conflict): Promise<string | undefined> {
	return ask((answer) => <Settle conflict={conflict} answer={answer} />);
}

function Settle({ conflict, answer }: { conflict: Conflict; answer(text: string | undefined): void }) {
	const { base, theirs, yours, by, at, path } = conflict;
	const [sections] = useState(() => sectionsOf(base, theirs, yours));
	const [choices, setChoices] = useState<Record<number, Choice>>({});
	const [written, setWritten] = useState<string>();
	const open = sections.flatMap((section, index) =>
		section.changed === 'both' && choices[index] === undefined ? [index] : [],
	);
	const text = written ?? chosenText(sections, choices);
	const choose = (index: number, choice: Choice) => {
		setWritten(undefined);
		setChoices({ ...choices, [index]: choice });
	};
	return (
		<Dialog title={`${by} also changed this text`} wide onClose={() => answer(undefined)}>
			<p>
				{by} saved the {fileWords(path)} {moment(at)}, after you had opened it. Nothing is lost: choose for
				each place that both of you changed. What only one of you changed is taken in already.
			</p>
			{sections.map((section, index) =>
				section.changed === 'nobody' || (section.changed !== 'both' && isSignOffs(section)) ? null : (
					<Place
						key={section.at}
						section={section}
						field={fieldAt(path, base, section.at)}
						who={by}
						choice={choices[index]}
						choose={(choice) => choose(index, choice)}
					/>
				),
			)}
			<details>
				<summary>The whole text as it will be saved</summary>
				<textarea
					aria-label="The whole text as it will be saved"
					rows={18}
					value={text}
					onChange={(event) => setWritten(event.target.value)}
				/>
			</details>
			<p aria-live="polite">
				{open.length > 0 && written === undefined
					? `${open.length} ${open.length === 1 ? 'place' : 'places'} still to choose.`
					: 'Every place is chosen.'}
			</p>
			<div className="own-buttons">
				<button
					type="button"
					className="own-main"
					disabled={open.length > 0 && written === undefined}
					onClick={() => answer(text)}
				>
					Save this text
				</button>
				<button type="button" onClick={() => answer(undefined)}>
					Go back without saving
				</button>
			</div>
		</Dialog>
	);
}

interface PlaceProps {
	section: Section;
	/** The name of the field it stands in. */
	field: string;
	who: string;
	choice: Choice | undefined;
	choose(choice: Choice): void;
}

/** One place where the texts differ. */
function Place({ section, field, who, choice, choose }: PlaceProps) {
	const { changed, theirs, yours } = section;
	const named = field ? `${field}: ` : '';
	if (changed !== 'both')
		return (
			<div className="own-place">
				<h3>
					{named}
					{changed === 'theirs' ? `changed by ${who} only` : 'changed by you only'}
				</h3>
				<WordDifferences
					before={(changed === 'theirs' ? yours : theirs).join('\n')}
					after={(changed === 'theirs' ? theirs : yours).join('\n')}
				/>
			</div>
		);
	const sides: [Choice, string, string, string][] = [
		['theirs', `Take ${who}’s`, yours.join('\n'), theirs.join('\n')],
		['yours', 'Take yours', theirs.join('\n'), yours.join('\n')],
	];
	return (
		<fieldset className="own-place">
			<legend>{named}changed by both of you</legend>
			<div className="own-sides">
				{sides.map(([side, label, before, after]) => (
					<div key={side}>
						<label>
							<input type="radio" checked={choice === side} onChange={() => choose(side)} /> {label}
						</label>
						<WordDifferences before={before} after={after} added />
					</div>
				))}
			</div>
			<label>
				<input type="radio" checked={choice === 'both'} onChange={() => choose('both')} /> Keep both, one
				after the other
			</label>
		</fieldset>
	);
}
