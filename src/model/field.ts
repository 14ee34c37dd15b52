/**
 * The fields that every schema is made of.
 *
 * A field carries, beside its type and limits, the label (`title`) and hint (`description`) that the editor
 * shows, and for a reference the type of thing it names. Forms, messages and the reference page derive from
 * here, so a key cannot exist without words for the person who fills it in.
 */
import { z } from 'zod';

/** What a reference can name. Documents are named by code, everything else by id. */
export type ReferenceTarget =
	| 'document'
	| 'area'
	| 'pilot'
	| 'right'
	| 'timescale'
	| 'organisation'
	| 'term'
	| 'passage'
	| 'person'
	| 'topic'
	| 'media';

declare module 'zod' {
	interface GlobalMeta {
		/** Set on a field that names another entry. */
		reference?: ReferenceTarget;
		/** Set on text that runs to several lines. */
		multiline?: boolean;
	}
}

/** The form of an id: the file name without language and ending. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The form of a reference code of each document type, permanent once published. */
export const CODE_PATTERN = /^(?:VCS-\d{2}|LT-\d{3}|GD-\d{3}|VP-\d{3})$/;

/** One line of text. `max` counts characters. */
export function line(title: string, description: string, max = 120) {
	return z
		.string()
		.min(1, `Enter ${lower(title)}`)
		.max(max)
		.regex(/^\S(?:[^\n]*\S)?$/, 'Unexpected line break or space at an end, expected one line of text')
		.meta({ title, description });
}

/** Text of one or more paragraphs, without markup. */
export function paragraph(title: string, description: string, max = 1200) {
	return z
		.string()
		.min(1, `Enter ${lower(title)}`)
		.max(max)
		.regex(/\S/, `Enter ${lower(title)}`)
		.meta({ title, description, multiline: true });
}

/** A text in English and, where it exists, in Welsh. */
export function bilingual(title: string, description: string, max = 400) {
	return z
		.strictObject({
			en: line(`${title} in English`, description, max),
			cy: line(`${title} in Welsh`, 'Leave empty until a translator has supplied it.', max).optional(),
		})
		.meta({ title, description });
}

export type Bilingual = { en: string; cy?: string | undefined };

/** The text in the language asked for, or in English where there is none. */
export function inLanguage(text: Bilingual, language: string): string {
	return (language === 'cy' && text.cy) || text.en;
}

/** A day: `2026-11-23`. */
export function day(title: string, description: string) {
	return z.iso.date('Expected a date such as 2026-11-23').meta({ title, description });
}

/** A moment in universal time: `2026-11-23T09:00:00Z`. */
export function moment(title: string, description: string) {
	return z.iso
		.datetime({ error: 'Expected a date and time in universal time, such as 2026-11-23T09:00:00Z' })
		.meta({ title, description });
}

/** The id (or, for a document, the code) of another entry. */
export function reference(target: ReferenceTarget, title: string, description: string) {
	const form =
		target === 'document'
			? z.string().regex(CODE_PATTERN, 'Expected a reference code such as GD-001')
			: z.string().regex(ID_PATTERN, 'Expected an id: small letters, digits and single hyphens');
	return form.meta({ title, description, reference: target });
}

/** An address of a page elsewhere. */
export function webAddress(title: string, description: string) {
	return z
		.url({
			protocol: /^https$/,
			hostname: z.regexes.domain,
			error: 'Expected an address that begins https://',
		})
		.meta({ title, description });
}

/** A list without repeats. */
export function listOf<T extends z.ZodType>(item: T, title: string, description: string) {
	return z
		.array(item)
		.refine((items) => new Set(items.map((each) => JSON.stringify(each))).size === items.length, {
			error: 'Unexpected repeat, expected each item once',
		})
		.meta({ title, description });
}

function lower(title: string): string {
	return title.charAt(0).toLowerCase() + title.slice(1);
}
