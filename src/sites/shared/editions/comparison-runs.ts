/** The words of a comparison as elements: what was strong, a gap or in another language is so again. */
import { LANGUAGE_MARK, type Run } from '../../../editions/index.ts';
import type { Words } from '../words/index.ts';
import { type Child, element } from './shown.ts';

/** The attributes of a language. */
export type Spoken = Record<string, string>;

interface Saying {
	words: Words['comparison'];
	/** What marks our own words among those of the text. */
	ours: Spoken;
}

/** A text as elements, each piece in the form it had and marked with its language. */
export function showRuns(runs: readonly Run[], work: Saying): Child[] {
	return ofOneForm(runs).flatMap(({ marks, runs }) => {
		const text = runs.map(({ text, marks = [] }): Child => {
			const lang = marks.find(isLanguage)?.slice(LANGUAGE_MARK.length);
			// Not its direction: the pieces of one sentence would each stand apart, in the order of the text around.
			return lang === undefined ? text : element('span', { lang }, [text]);
		});
		return marks.reduce<Child[]>((inside, mark) => {
			const [kind, value] = [mark.split(' ', 1)[0], mark.slice(mark.indexOf(' ') + 1)];
			if (kind === 'strong') return [element('strong', {}, inside)];
			if (kind === 'emphasis') return [element('em', {}, inside)];
			if (kind === 'code') return [element('code', {}, inside)];
			if (kind === 'placeholder')
				return [element('mark', { class: 'placeholder', 'data-name': value }, inside)];
			if (kind === 'when') return [element('span', { class: 'when' }, inside)];
			if (kind === 'image') return [element('em', {}, pictureOf(inside, work))];
			return inside;
		}, text);
	});
}

/** Neighbours that differ in nothing but the language they are in stand in one element. */
function ofOneForm(runs: readonly Run[]): { marks: string[]; runs: Run[] }[] {
	const all: { marks: string[]; runs: Run[] }[] = [];
	for (const run of runs) {
		const marks = run.marks?.filter((mark) => !isLanguage(mark)) ?? [];
		const last = all.at(-1);
		if (last?.marks.join('\n') === marks.join('\n')) last.runs.push(run);
		else all.push({ marks, runs: [run] });
	}
	return all;
}

function isLanguage(mark: string): boolean {
	return mark.startsWith(LANGUAGE_MARK);
}

function pictureOf(inside: Child[], { words, ours }: Saying): Child[] {
	return words.picture.split('{words}').flatMap((text, index): Child[] => {
		const said = text !== '' && Object.keys(ours).length > 0 ? element('span', ours, [text]) : text;
		return [...(index > 0 ? inside : []), said];
	});
}

/** Of the same words in another form, what that form is: where a link led, what was strong. */
export function formNote(
	runs: readonly Run[],
	others: readonly Run[] | undefined,
	{ words, ours: marking }: Saying,
): Child[] {
	const text = (all: readonly Run[]) =>
		all
			.map((run) => run.text)
			.join('')
			.trim();
	if (!others || text(runs) !== text(others)) return [];
	const [ours, theirs] = [runs, others].map((all) => new Set(all.flatMap(({ marks = [] }) => marks)));
	const own = [...(ours ?? [])].filter((mark) => !theirs?.has(mark) && !isLanguage(mark));
	const told = own.map((mark) => {
		const [kind = '', ...rest] = mark.split(' ');
		const form = (words.forms as Record<string, string>)[kind] ?? words.form;
		return rest.length > 0 ? `${form}: ${rest.join(' ')}` : form;
	});
	return [
		element('span', { class: 'change-form', ...marking }, [
			` (${told.length > 0 ? told.join(', ') : words.forms.plain})`,
		]),
	];
}
