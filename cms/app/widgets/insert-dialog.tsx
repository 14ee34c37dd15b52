/** Inserting a placeholder of the letter, or something that is named and never typed: a time limit, a service, a right. */
import { namingComponents, namingTag } from '../../../src/cms/index.ts';
import { useChoices } from './choices.ts';
import { ChooseDialog } from './choose-dialog.tsx';
import { useSurroundings } from './surroundings.ts';

const PLACEHOLDERS = 'Placeholders of this letter';

interface InsertDialogProps {
	/** The words that are selected, which a link or a word of the glossary goes around. */
	selected: string;
	onInsert(text: string): void;
	onClose(): void;
}

export function InsertDialog({ selected, onInsert, onClose }: InsertDialogProps) {
	const { type, placeholders } = useSurroundings();
	const { choices, missing } = useChoices(
		namingComponents.map(({ target }) => target),
		true,
	);
	const groups = [
		...(type === 'letter'
			? [
					{
						name: PLACEHOLDERS,
						choices: placeholders().map(({ name, label }) => ({
							value: name,
							label: `((${name}))`,
							...(label && { detail: label }),
						})),
					},
				]
			: []),
		...namingComponents.map(({ name, target }) => ({ name, choices: choices[target] ?? [] })),
	];
	return (
		<ChooseDialog
			title="Insert into the text"
			groups={groups}
			missing={missing}
			onClose={onClose}
			onChoose={({ value }, group) => {
				const found = namingComponents.find(({ name }) => name === group);
				onInsert(found ? namingTag(found, value, selected) : `((${value}))`);
			}}
		/>
	);
}
