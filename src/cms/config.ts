/** The configuration of the editor, made from the model: a key that exists there has a field here. */
import type { z } from 'zod';
import {
	collections,
	type documentTypes,
	type EntryType,
	entryTypes,
	isDocumentType,
} from '../model/collection.ts';
import { languages } from '../model/language.ts';
import type { DecapCollection, DecapConfig, DecapField } from './decap-config.ts';
import { type FormRules, fieldsOf } from './fields.ts';
import { formatName } from './file-format.ts';
import { views } from './views.ts';

export interface EditorOptions {
	/** Decap’s `backend`: our editing server, or a stock one. */
	backend: DecapConfig['backend'];
	/** The documents there are, to choose from and to tell the next free code. */
	documents?: readonly { code: string; title: string }[];
}

/** The name of our back-end in the configuration. */
export const EDITING_SERVER = 'editing-server';

/** Widgets of ours that the configuration names; the editor registers each. */
export const ownWidgets = {
	/** The body of standards, letters, victim pages and passages: key `blocks`, a list of blocks. */
	blocks: 'blocks',
	/** The body of guidance: key `body`, one text. */
	guardedText: 'guarded-text',
} as const;

const CONTENT = 'content';

/**
 * The whole configuration.
 *
 * Behind our own server a draft saves with anything, its issues listed beside it, so limits stand in the hints alone.
 * Behind a stock back-end nothing else judges, so the form itself refuses.
 */
export function editorConfig({ backend, documents = [] }: EditorOptions): DecapConfig {
	const rules: FormRules = { refuses: backend.name !== EDITING_SERVER, documents };
	return {
		load_config_file: false,
		backend,
		publish_mode: 'editorial_workflow',
		locale: 'en',
		media_folder: `${CONTENT}/${collections.media.folder}`,
		// Images are named by their file alone.
		public_folder: '',
		// An id is made of small letters, digits and hyphens, whatever the language of the title.
		slug: { encoding: 'ascii', clean_accents: true },
		i18n: { structure: 'multiple_files', locales: [...languages], default_locale: 'en' },
		editor: { preview: true },
		collections: entryTypes.map((type) => collectionOf(type, rules)),
	};
}

function collectionOf(type: EntryType, rules: FormRules): DecapCollection {
	const { folder, name, plural, hasBody } = collections[type];
	const { slug = '{{slug}}', ...view } = views[type];
	return {
		name: folder,
		label: firstLarge(plural),
		label_singular: firstLarge(name),
		folder: `${CONTENT}/${folder}`,
		extension: hasBody ? 'mdx' : 'yaml',
		format: formatName(type),
		// The record of an image is made when the image is uploaded.
		create: type !== 'media',
		// A page that was published is withdrawn, and a fact is named by others: neither may just go.
		delete: false,
		slug,
		...view,
		...(hasBody && { i18n: true }),
		fields: withNextCode(
			type,
			[...fieldsOf(schemaOf(type), rules, translationOf(type)), ...bodyOf(type)],
			rules,
		),
		editor: { preview: true },
	};
}

/** The body, and the mark that tells the English file from its translations. */
function bodyOf(type: EntryType): DecapField[] {
	if (!collections[type].hasBody) return [];
	const language: DecapField = { name: '_language', widget: 'hidden', default: 'en' };
	const body: DecapField =
		type === 'guidance'
			? { name: 'body', label: 'Text', hint: 'What the page says.', widget: ownWidgets.guardedText }
			: { name: 'blocks', label: 'Text', hint: 'What it says, block by block.', widget: ownWidgets.blocks };
	return [{ ...body, required: undefined, i18n: true }, language];
}

/** Say which code is free: codes are never used twice, not even of what was withdrawn. */
function withNextCode(type: EntryType, fields: DecapField[], { documents }: FormRules): DecapField[] {
	if (!isDocumentType(type)) return fields;
	const code = nextCode(
		type,
		documents.map((each) => each.code),
	);
	return fields.map((field) =>
		field.name === 'code' && code ? { ...field, hint: `${field.hint} The next free one is ${code}.` } : field,
	);
}

/** One more than the highest code of the type; nothing when none is known. */
export function nextCode(type: (typeof documentTypes)[number], codes: readonly string[]): string | undefined {
	const { code } = schemaOf(type).shape as Record<string, z.ZodType>;
	const highest = codes
		.filter((each) => code?.safeParse(each).success)
		.sort()
		.at(-1);
	const [, prefix = '', digits = ''] = /^([A-Z]+-)(\d+)$/.exec(highest ?? '') ?? [];
	return digits && prefix + String(Number(digits) + 1).padStart(digits.length, '0');
}

function schemaOf(type: EntryType): z.ZodObject {
	return collections[type].schema as z.ZodObject;
}

function translationOf(type: EntryType): z.ZodType | undefined {
	const collection = collections[type];
	return 'translationSchema' in collection ? collection.translationSchema : undefined;
}

function firstLarge(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
