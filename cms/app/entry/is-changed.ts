/** Whether a form holds something else than what was opened: in any of its languages. Decap looks at one of them alone. */
import { Map as ImmutableMap, is, List } from 'immutable';

type Values = ImmutableMap<string, unknown>;

/** `opened` are the draft and what is published, as far as they are there. */
export function isChanged(form: Values, opened: readonly Values[]): boolean {
	return !opened.some(
		(each) =>
			is(form.get('data'), each.get('data')) &&
			is(form.get('meta'), each.get('meta')) &&
			is(languagesOf(form), languagesOf(each)),
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
