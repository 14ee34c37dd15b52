/** What the checks say of files, said of the form: it has neither keys, lines nor tags. */
import { componentDocs } from '../markup/index.ts';
import type { Issue } from '../model/issue.ts';
import { labelOfComponent } from './block-kinds.ts';

const words: { rule: string; says?: RegExp; message: string; fix: string }[] = [
	{ rule: 'empty-body', message: 'Enter “Text”', fix: 'Write it under “Text”, at the end of the form.' },
	{
		rule: 'condition',
		says: /^Unexpected When without a condition/,
		message: 'Choose the case that the text is for',
		fix: 'Choose it under “Which case?”.',
	},
	{
		rule: 'condition',
		says: /^Unexpected half of a condition/,
		message: 'Choose both the placeholder and the answer',
		fix: 'The text is shown when the caseworker gives that answer.',
	},
];

/** “Strength” of “Clause” for “strength” of <Clause>. */
const ATTRIBUTE = /“([\w-]+)” (of|for) <(\w+)>/g;

export function inFormWords<T extends Issue>(issue: T): T {
	const ours = words.find(({ rule, says }) => rule === issue.rule && (!says || says.test(issue.message)));
	return {
		...issue,
		message: ours?.message ?? withoutTags(issue.message),
		fix: ours?.fix ?? withoutTags(issue.fix.replace(/^The key is \w+\. /, '')),
	};
}

function withoutTags(text: string): string {
	return text.replace(ATTRIBUTE, (found, key: string, link: string, name: string) => {
		const prop = componentDocs.find((docs) => docs.name === name)?.props.find((each) => each.name === key);
		return prop ? `“${prop.label}” ${link} “${labelOfComponent(name)}”` : found;
	});
}
