/** Whether a form holds something else than what was opened: in any of its languages. Decap looks at one of them alone. */
import { Map as ImmutableMap, is, List } from 'immutable';

type Values = ImmutableMap<string, unknown>;

/**
 * `state` after a field told its value, and `before`; `opened` are the draft and what is published, as far as they are
 * there. Fields also tell values that nobody changed.
 */
export function isChanged(state: Values, before: Values, opened: readonly Values[]): boolean {
	const form = state.get('entry') as Values;
	const was = before.get('entry') as Values;
	// A field of a new entry puts in the day itself.
	if (isSame(form, was) || JSON.stringify(was.get('data')).includes('{{now}}'))
		return before.get('hasChanged') === true;
	return !opened.some((each) => isSame(form, each));
}

function isSame(form: Values, other: Values): boolean {
	return (
		is(form.get('data'), other.get('data')) &&
		is(form.get('meta'), other.get('meta')) &&
		is(languagesOf(form), languagesOf(other))
	);
}

/** What the other languages hold. A field that was only looked at holds nothing. */
function languagesOf(entry: Values): ImmutableMap<string, unknown> {
	const languages = (entry.get('i18n') ?? ImmutableMap()) as ImmutableMap<string, Values>;
	return languages
		.map((language) => ((language.get('data') ?? ImmutableMap()) as Values).filterNot(isEmpty))
		.filterNot((data) => data.isEmpty());
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '' || (List.isList(value) && value.isEmpty());
}
