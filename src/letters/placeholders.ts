/**
 * Placeholders of a letter template: every gap in its text is declared, and every declared gap is used.
 */
import type { ParsedBody } from '../markup/index.ts';
import type { DataOf } from '../model/collection.ts';
import type { Entry } from '../model/entry.ts';
import type { Issue, Place } from '../model/issue.ts';
import { nearest } from '../model/schema.ts';

/** What of a body is judged here. */
type LetterBody = Pick<ParsedBody, 'placeholders' | 'bracketed' | 'conditions'>;

/** A placeholder met in a body: in the text, or as the condition of a When. */
interface UsedPlaceholder {
	name: string;
	place: Place;
	/** The value that a condition compares with. */
	is?: string;
}

/** The placeholders that a body uses, as gaps and in conditions. */
function usedPlaceholders({ placeholders, conditions }: LetterBody): UsedPlaceholder[] {
	return [
		...placeholders,
		...conditions
			.filter(({ kind }) => kind === 'placeholder')
			.flatMap(({ values, is, place }) => values.map((name) => ({ name, is, place }))),
	];
}

/**
 * Judge the placeholders of one language of a letter. `english` is the entry that declares them; `letter` the
 * entry whose body uses them.
 */
export function checkPlaceholders(english: Entry<'letter'>, letter: Entry, body: LetterBody): Issue[] {
	const used = usedPlaceholders(body);
	const declared = english.data.placeholders;
	const issues: Issue[] = [];
	const report = (
		file: string,
		place: Place,
		rule: string,
		severity: Issue['severity'],
		message: string,
		fix: string,
	) => issues.push({ file, place, rule, severity, message, fix });

	for (const { name, place, is } of used) {
		const placeholder = declared.find((each) => each.name === name);
		if (!placeholder) {
			const near = nearest(
				name,
				declared.map((each) => each.name),
			);
			report(
				letter.file,
				place,
				'undeclared-placeholder',
				'error',
				`Unexpected placeholder “${name}”, expected one that is declared`,
				near ? `Write ((${near})), or declare “${name}”.` : `Declare “${name}” in ${english.file}.`,
			);
		} else if (is !== undefined) {
			const answers = answersOf(placeholder);
			if (!answers?.includes(is)) {
				report(
					letter.file,
					place,
					'impossible-condition',
					'error',
					`Unexpected answer “${is}” to “${name}”, expected ${answers ? `one of: ${answers.join(', ')}` : 'a placeholder answered by yes or no or by a choice'}`,
					'Correct the condition.',
				);
			}
		}
	}
	for (const { name, place, written } of body.bracketed) {
		if (declared.some((each) => each.name === name)) {
			report(
				letter.file,
				place,
				'placeholder',
				'error',
				`Unexpected “${written}”, expected the placeholder ((${name}))`,
				`Write ((${name})): nobody is asked for what stands in other brackets, and the victim would read “${written}”.`,
			);
		}
	}
	if (letter.language === 'en') {
		for (const [index, { name }] of declared.entries()) {
			if (!used.some((each) => each.name === name)) {
				report(
					letter.file,
					letter.locate(['placeholders', index]),
					'unused-placeholder',
					'warning',
					`Unexpected placeholder “${name}”, which the letter never uses`,
					`Put ((${name})) into the text, or delete the declaration.`,
				);
			}
			if (declared.findIndex((each) => each.name === name) < index) {
				report(
					letter.file,
					letter.locate(['placeholders', index, 'name']),
					'repeated-placeholder',
					'error',
					`Unexpected second declaration of “${name}”, expected one`,
					'Delete one of the two.',
				);
			}
		}
	} else {
		const translated = (letter.data as unknown as { placeholders?: { name: string }[] }).placeholders ?? [];
		for (const [index, { name }] of translated.entries()) {
			if (!declared.some((each) => each.name === name)) {
				report(
					letter.file,
					letter.locate(['placeholders', index, 'name']),
					'undeclared-placeholder',
					'error',
					`Unexpected placeholder “${name}”, expected a name declared in ${english.file}`,
					'Use the English name; translate only its words.',
				);
			}
		}
	}
	return issues;
}

/** The answers a condition can name; undefined when the placeholder takes free text. */
function answersOf({
	type,
	choices,
}: DataOf<'letter'>['placeholders'][number]): readonly string[] | undefined {
	if (type === 'yes or no') return ['yes', 'no'];
	return type === 'choice' ? choices : undefined;
}
