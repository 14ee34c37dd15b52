/** Choosing one of many by its words. */
import { useId, useState } from 'react';
import { type CatalogueChoice, matchingChoices } from '../../../src/cms/index.ts';
import { Dialog } from '../dialog/dialog.tsx';

export interface ChoiceGroup {
	name: string;
	choices: readonly CatalogueChoice[];
}

interface ChooseDialogProps {
	title: string;
	groups: readonly ChoiceGroup[];
	/** Said when what there is to choose from could not be had. */
	missing?: boolean;
	onChoose(choice: CatalogueChoice, group: string): void;
	onClose(): void;
}

/** As many as somebody reads through; the search finds the others. */
const MOST_SHOWN = 30;

export function ChooseDialog({ title, groups, missing = false, onChoose, onClose }: ChooseDialogProps) {
	const [search, setSearch] = useState('');
	const id = useId();
	const found = groups
		.map(({ name, choices }) => ({ name, choices: matchingChoices(choices, search) }))
		.filter(({ choices }) => choices.length > 0);
	const count = found.reduce((sum, { choices }) => sum + choices.length, 0);
	return (
		<Dialog title={title} onClose={onClose} wide>
			<label htmlFor={id}>Search by any word</label>
			<input id={id} type="search" value={search} onChange={({ target }) => setSearch(target.value)} />
			<p role="status">
				{missing
					? 'The editing server did not say what there is to choose from. Close this and try again.'
					: `${count} found`}
			</p>
			<div className="blocks-choices">
				{found.map(({ name, choices }) => (
					<section key={name} aria-label={name}>
						{groups.length > 1 && <h3>{name}</h3>}
						<ul>
							{choices.slice(0, MOST_SHOWN).map((choice) => (
								<li key={choice.value}>
									<button type="button" onClick={() => onChoose(choice, name)}>
										<strong>{choice.label}</strong>
										{choice.detail !== undefined && <span>{choice.detail}</span>}
									</button>
								</li>
							))}
						</ul>
						{choices.length > MOST_SHOWN && (
							<p>{choices.length - MOST_SHOWN} more: add a word to the search.</p>
						)}
					</section>
				))}
			</div>
			<button type="button" onClick={onClose}>
				Cancel
			</button>
		</Dialog>
	);
}
