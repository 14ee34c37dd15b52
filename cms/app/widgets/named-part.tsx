/** What a sentence names, in the words its readers see instead of the tag in the file. */
import { createContext, type ReactNode, useContext } from 'react';
import type { RenderElementProps } from 'slate-react';
import { type CatalogueChoice, type NamedNode, namingComponents } from '../../../src/cms/index.ts';
import { useChoices } from './choices.ts';

const targets = namingComponents.map(({ target }) => target);
const Choices = createContext<ReturnType<typeof useChoices>['choices']>({});

/** What can be named, asked for once for all parts of a text. */
export function NamedChoices({ children }: { children: ReactNode }) {
	return <Choices.Provider value={useChoices(targets).choices}>{children}</Choices.Provider>;
}

export function NamedPart({ attributes, children, element }: RenderElementProps) {
	const { open, close } = element as unknown as NamedNode;
	const [, component, key, value] = /^<(\w+)\s+([\w-]+)="([^"]*)"/.exec(open) ?? [];
	const naming = namingComponents.find((each) => each.component === component && each.key === key);
	const choice = useContext(Choices)[naming?.target ?? 'document']?.find((each) => each.value === value);
	const title = choice && naming ? `${naming.name}: ${choice.label}` : open;
	if (close !== undefined)
		return (
			<span {...attributes} className="blocks-named" title={title}>
				{children}
			</span>
		);
	return (
		<span {...attributes} className="blocks-named" title={title}>
			<span contentEditable={false}>{choice ? shown(component, choice) : open}</span>
			{children}
		</span>
	);
}

/** A time limit is read as its length; everything else as its name. */
function shown(component: string | undefined, { label, detail }: CatalogueChoice): string {
	return component === 'Timescale' ? (detail ?? label) : label;
}
