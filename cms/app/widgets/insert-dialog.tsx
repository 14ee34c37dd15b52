/** Inserting a placeholder of the letter, or something that is named and never typed: a time limit, a service, a right. */
import { componentDocs } from '../../../src/markup/index.ts';
import type { ReferenceTarget } from '../../../src/model/field.ts';
import { useChoices } from './choices.ts';
import { ChooseDialog } from './choose-dialog.tsx';
import { useSurroundings } from './surroundings.ts';

/** Components that stand in a sentence, by what they name; what they are called when somebody looks for one. */
const inline: { component: string; key: string; target: ReferenceTarget; name: string }[] = [
	{ component: 'Timescale', key: 'id', target: 'timescale', name: 'Time limits' },
	{ component: 'Organisation', key: 'id', target: 'organisation', name: 'Services and their numbers' },
	{ component: 'Link', key: 'to', target: 'document', name: 'Links to our documents' },
	{ component: 'Term', key: 'id', target: 'term', name: 'Words of the glossary' },
	{ component: 'Right', key: 'id', target: 'right', name: 'Rights' },
];
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
		inline.map(({ target }) => target),
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
		...inline.map(({ name, target }) => ({ name, choices: choices[target] ?? [] })),
	];
	return (
		<ChooseDialog
			title="Insert into the text"
			groups={groups}
			missing={missing}
			onClose={onClose}
			onChoose={({ value }, group) => {
				const found = inline.find(({ name }) => name === group);
				onInsert(found ? tag(found.component, found.key, value, selected) : `((${value}))`);
			}}
		/>
	);
}

function tag(name: string, key: string, value: string, selected: string): string {
	const open = `<${name} ${key}="${value}"`;
	const goesAround = componentDocs.find((docs) => docs.name === name)?.content === 'words or nothing';
	return goesAround && selected.trim() !== '' ? `${open}>${selected}</${name}>` : `${open} />`;
}
