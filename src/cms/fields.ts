/** The form of an entry, made from its schema: every key is a field with the model’s words and limits. */
import { z } from 'zod';
import { choices } from './choice-names.ts';
import type { DecapField } from './decap-config.ts';
import { startingValue } from './new-entry.ts';
import { relation } from './relations.ts';
import { expectationOf, itemOf, keysOf, limitsOf, type SchemaShape, shapeOf } from './schema-shape.ts';

export interface FormRules {
	/** Whether the form refuses to save what breaks a limit. Otherwise limits stand in the hints. */
	refuses: boolean;
	/** The documents to choose from. */
	documents: readonly { code: string; title: string }[];
}

interface Setting {
	rules: FormRules;
	/** Keys from the root of the entry. */
	path: readonly string[];
	/** The same key in the schema of a translation; absent when it is not translated. */
	translated?: z.ZodType;
	/** Whether a new entry has it: what is optional begins empty, or it would be filled in by nobody. */
	starts: boolean;
}

/** Keys that the editing server fills in, at a sign-off or with an image. They travel with the entry and are not shown. */
const serverKeys: readonly string[] = ['signOffs', 'translation.translatedFrom', 'file'];

/** The fields of a group of keys. `translated` is the group in a translation, where there is one. */
export function fieldsOf(
	schema: z.ZodType,
	rules: FormRules,
	translated?: z.ZodType,
	at: Pick<Setting, 'path' | 'starts'> = { path: [], starts: true },
): DecapField[] {
	const english = keysOf(schema) ?? {};
	const inTranslation = keysOf(translated) ?? {};
	const added = Object.entries(inTranslation).filter(([key]) => !(key in english));
	const inForm = ([key, field]: [string, z.ZodType]) =>
		fieldOf(key, field, { ...at, rules, path: [...at.path, key], translated: inTranslation[key] });
	// Decap shows what is translated beside the English text too; our editor knows better.
	const elsewhere = (field: DecapField) =>
		rules.refuses
			? { ...field, hint: `${field.hint} Leave it empty in English.` }
			: { ...field, only_translated: true };
	return [...Object.entries(english).map(inForm), ...added.map(inForm).map(elsewhere)];
}

function fieldOf(name: string, schema: z.ZodType, setting: Setting): DecapField {
	const { rules, path, translated } = setting;
	const shape = shapeOf(schema);
	if (serverKeys.includes(path.join('.')))
		return { name, widget: 'hidden', ...(translated && { i18n: true }) };
	const starting = startingValue(path);
	const starts = setting.starts && !shape.optional;
	return {
		name,
		label: shape.title ?? name,
		...hintOf(schema, shape),
		// A translation may lag behind: its empty fields never hold up the English text.
		required: shape.optional ? false : rules.refuses && !translated ? true : undefined,
		...(translated && { i18n: true }),
		...kindOf(schema, shape, { ...setting, starts }),
		...(starts && starting !== undefined && { default: starting }),
	};
}

/** The widget of a field and what it has to know. */
function kindOf(schema: z.ZodType, shape: SchemaShape, setting: Setting): Partial<DecapField> {
	const { inner } = shape;
	if (inner instanceof z.ZodObject) {
		return {
			widget: 'object',
			...(shape.optional && { collapsed: true }),
			fields: fieldsOf(inner, setting.rules, setting.translated, setting),
		};
	}
	if (inner instanceof z.ZodArray) return listOf(schema, shape, setting);
	// A switch always has an answer: required without one, it would refuse until it is turned on and off again.
	if (inner instanceof z.ZodBoolean)
		return { widget: 'boolean', required: false, ...(!shape.optional && { default: false }) };
	if (inner instanceof z.ZodEnum) return { widget: 'select', options: choices(inner.options as string[]) };
	if (inner instanceof z.ZodNumber) {
		const { minimum, maximum } = limitsOf(schema);
		return {
			widget: 'number',
			value_type: 'int',
			...(setting.rules.refuses && { min: minimum, max: maximum }),
		};
	}
	if (shape.reference === 'document') return documentChoice(schema, setting.rules);
	if (shape.reference) return relation(shape.reference);
	if (inner instanceof z.ZodISODate) {
		return { widget: 'datetime', format: 'YYYY-MM-DD', date_format: 'YYYY-MM-DD', time_format: false };
	}
	// Shown and chosen in the time of the editor’s computer; written in universal time.
	if (inner instanceof z.ZodISODateTime) return { widget: 'datetime', format: 'YYYY-MM-DDTHH:mm:ssZ' };
	const isLong = shape.multiline || (limitsOf(schema).maxLength ?? 0) > ONE_LINE;
	return { widget: isLong ? 'text' : 'string', ...patternOf(schema, setting.rules) };
}

/** What can be read in a field of one line. Longer text gets more room, though it stays one line in the file. */
const ONE_LINE = 120;

function listOf(schema: z.ZodType, shape: SchemaShape, setting: Setting): Partial<DecapField> {
	const item = itemOf(schema) as z.ZodType;
	const itemShape = shapeOf(item);
	const { minItems, maxItems } = limitsOf(schema);
	const limits = setting.rules.refuses ? { min: minItems, max: maxItems } : {};
	if (itemShape.inner instanceof z.ZodEnum)
		return { ...kindOf(item, itemShape, setting), multiple: true, ...limits };
	if (itemShape.reference && itemShape.reference !== 'document')
		return { ...relation(itemShape.reference), multiple: true, ...limits };
	const list = {
		widget: 'list',
		// Without it Decap begins every list with one empty item.
		default: [],
		label_singular: singular(itemShape.title ?? shape.title ?? 'item'),
		...limits,
	};
	const keys = keysOf(item);
	const inside: Setting = { ...setting, starts: true };
	if (!keys) {
		const { i18n, ...field } = fieldOf('item', item, inside);
		return { ...list, collapsed: false, field: { ...field, ...(setting.translated && { i18n: true }) } };
	}
	return {
		...list,
		collapsed: true,
		summary: summaryOf(keys),
		fields: fieldsOf(item, setting.rules, itemOf(setting.translated), inside),
	};
}

/** Documents are named by code. One that is not in the list, a draft perhaps, keeps its code. */
function documentChoice(schema: z.ZodType, rules: FormRules): Partial<DecapField> {
	if (rules.documents.length === 0) return { widget: 'string', ...patternOf(schema, rules) };
	return {
		widget: 'select',
		options: rules.documents.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
	};
}

/** One regular expression for all limits of a text, where the form is to refuse what breaks one. */
function patternOf(schema: z.ZodType, rules: FormRules): Pick<DecapField, 'pattern'> {
	const { minLength = 0, maxLength, patterns } = limitsOf(schema);
	if (!rules.refuses || (maxLength === undefined && patterns.length === 0)) return {};
	const whole = patterns.map((pattern) => `(?=[\\s\\S]*?(?:${pattern}))`).join('');
	const words = [
		expectationOf(schema) ?? 'Expected text without line breaks or spaces at its ends',
		most(maxLength),
	];
	return {
		pattern: [`^${whole}[\\s\\S]{${minLength},${maxLength ?? ''}}$`, words.filter(Boolean).join('. ')],
	};
}

function most(maxLength: number | undefined): string {
	return maxLength === undefined ? '' : `At most ${maxLength} characters`;
}

/** The hint of the model, and the limit that an editor would otherwise learn of too late. */
function hintOf(schema: z.ZodType, { inner, description = '' }: SchemaShape): Pick<DecapField, 'hint'> {
	// What is written in two languages has the hint at each.
	if (keysOf(schema)?.en) return {};
	const limit = inner instanceof z.ZodString ? most(limitsOf(schema).maxLength) : '';
	return { hint: limit ? `${description} ${limit}.` : description };
}

/** What a closed item of a list says: its first texts that are always there. */
function summaryOf(keys: Record<string, z.ZodType>): string {
	const texts = Object.entries(keys).flatMap(([key, schema]) => {
		const { inner, optional } = shapeOf(schema);
		if (optional) return [];
		if (keysOf(schema)?.en) return [`${key}.en`];
		return inner instanceof z.ZodString || inner instanceof z.ZodISODate ? [key] : [];
	});
	return texts
		.slice(0, 2)
		.map((path) => `{{fields.${path}}}`)
		.join(' · ');
}

function singular(title: string): string {
	return title.replace(/s$/, '').toLowerCase();
}
