/** What an editor reads for each value of a choice. */
import { offenceGroups, staffRoles, victimGroups } from '../model/applies-to.ts';
import { channelNames } from '../model/channel.ts';
import { journeyStageNames } from '../model/journey-stage.ts';
import { languageNames } from '../model/language.ts';
import { decisionTypes, obligations } from '../model/letter-template.ts';

const namesOf = (names: Record<string, { en: string } | { english: string }>) =>
	Object.fromEntries(
		Object.entries(names).map(([value, name]) => [value, 'en' in name ? name.en : name.english]),
	);

/** Choices that the model names. Of others the value itself is a word. */
const named: readonly Record<string, string>[] = [
	offenceGroups,
	victimGroups,
	staffRoles,
	channelNames,
	decisionTypes,
	obligations,
	namesOf(journeyStageNames),
	namesOf(languageNames),
];

/** The values of a choice with their names, in the order of the model. */
export function choices(values: readonly string[]): { label: string; value: string }[] {
	const names = named.find((each) => values.every((value) => Object.hasOwn(each, value)));
	return values.map((value) => ({ value, label: names?.[value] ?? firstLarge(value) }));
}

function firstLarge(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
