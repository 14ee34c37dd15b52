/** The configuration of the editor against the model it is made from. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
	type DecapCollection,
	type DecapField,
	editorConfig,
	editorFormats,
	ownWidgets,
} from '../../src/cms/index.ts';
import { collections, documentTypes, type EntryType, entryTypes } from '../../src/model/collection.ts';

const ours = { name: 'editing-server' };
const documents = [
	{ code: 'GD-004', title: 'Safe contact' },
	{ code: 'GD-028', title: 'Late letters' },
	{ code: 'VCS-09', title: 'Timeliness' },
];
const config = editorConfig({ backend: ours, documents });
const stock = editorConfig({ backend: { name: 'gitlab', repo: 'example/handbook' } });

const collectionOf = (type: EntryType, from = config) =>
	from.collections.find(({ name }) => name === collections[type].folder) as DecapCollection;
const translationOf = (type: EntryType) => {
	const collection = collections[type];
	return 'translationSchema' in collection ? collection.translationSchema : undefined;
};

/** Every key of a schema, by the schema’s own account: `review.everyMonths`, `placeholders[].name`. */
function keysOfSchema(schema: z.ZodType): string[] {
	const walk = (json: z.core.JSONSchema.JSONSchema, path: string): string[] => [
		...Object.entries(json.properties ?? {}).flatMap(([key, inner]) => {
			const at = path === '' ? key : `${path}.${key}`;
			return [at, ...walk(inner as z.core.JSONSchema.JSONSchema, at)];
		}),
		...(json.items && !Array.isArray(json.items) && typeof json.items === 'object'
			? walk(json.items, `${path}[]`)
			: []),
	];
	return walk(z.toJSONSchema(schema, { unrepresentable: 'any' }) as z.core.JSONSchema.JSONSchema, '');
}

/** Every key that a form can give, hidden ones as they are. */
function keysOfForm(fields: readonly DecapField[], path = ''): { key: string; field: DecapField }[] {
	return fields.flatMap((field) => {
		const key = path === '' ? field.name : `${path}.${field.name}`;
		const inside = field.widget === 'list' ? `${key}[]` : key;
		const single = field.field?.fields ? keysOfForm(field.field.fields, inside) : [];
		return [{ key, field }, ...keysOfForm(field.fields ?? [], inside), ...single];
	});
}

const isBody = (key: string) => key === 'blocks' || key === 'body' || key.startsWith('_');
const everyField = (from = config) =>
	from.collections.flatMap(({ name, fields }) =>
		keysOfForm(fields).map((each) => ({ collection: name, ...each })),
	);

describe('one definition', () => {
	test('every collection of the model can be edited, in the order of the model', () => {
		expect(config.collections.map(({ name }) => name)).toEqual(
			entryTypes.map((type) => collections[type].folder),
		);
	});

	test.each(entryTypes)('every key of a %s has a field, and every field a key', (type) => {
		const form = keysOfForm(collectionOf(type).fields).filter(({ key }) => !isBody(key));
		const hidden = form.filter(({ field }) => field.widget === 'hidden').map(({ key }) => key);
		// A hidden key carries all that is in it.
		const carried = (key: string) =>
			hidden.some((each) => key.startsWith(`${each}[]`) || key.startsWith(`${each}.`));
		const translation = translationOf(type);
		const model = new Set([
			...keysOfSchema(collections[type].schema),
			...(translation ? keysOfSchema(translation) : []),
		]);
		expect(form.map(({ key }) => key).sort()).toEqual([...model].filter((key) => !carried(key)).sort());
	});

	test.each(entryTypes)('a %s is translated in the keys its translations have', (type) => {
		const translation = translationOf(type);
		const fields = keysOfForm(collectionOf(type).fields).filter(({ key }) => !isBody(key));
		const translated = fields.filter(({ field }) => field.i18n).map(({ key }) => key);
		expect(translated.sort()).toEqual(translation ? keysOfSchema(translation).sort() : []);
		expect(collectionOf(type).i18n).toBe(translation ? true : undefined);
	});

	test.each(entryTypes.filter((type) => collections[type].hasBody))(
		'a %s has a body in each language',
		(type) => {
			const body = collectionOf(type).fields.find(
				({ name }) => name === (type === 'guidance' ? 'body' : 'blocks'),
			);
			expect(body).toMatchObject({
				i18n: true,
				widget: type === 'guidance' ? ownWidgets.guardedText : ownWidgets.blocks,
			});
		},
	);

	test('each format that a collection names can be registered', () => {
		expect(config.collections.map(({ format, extension }) => [format, extension])).toEqual(
			editorFormats.map(({ name, extension }) => [name, extension]),
		);
	});
});

describe('words', () => {
	const shown = everyField().filter(({ field }) => field.widget !== 'hidden');

	test('every field has a label in words, and no two beside each other have the same', () => {
		const wrong = shown.filter(
			({ field }) => !/^[A-Z][^_]*$/.test(field.label ?? '') || /[a-z][A-Z]/.test(field.label ?? ''),
		);
		expect(wrong.map(({ key }) => key)).toEqual([]);
		const repeated = (fields: readonly DecapField[]): string[] => {
			const labels = fields.flatMap(({ label }) => label ?? []);
			return [
				...labels.filter((label, index) => labels.indexOf(label) !== index),
				...fields.flatMap((field) => repeated(field.fields ?? [])),
			];
		};
		expect(config.collections.flatMap(({ fields }) => repeated(fields))).toEqual([]);
	});

	test('every field has a hint, which says how long a text may be', () => {
		// What is written in two languages has the hint at each.
		const isBilingual = (field: DecapField) => field.fields?.some(({ name }) => name === 'en') === true;
		const without = shown.filter(({ field }) => !field.hint && !isBilingual(field));
		expect(without.map(({ key }) => key)).toEqual([]);
		const title = collectionOf('guidance').fields.find(({ name }) => name === 'title');
		expect(title?.hint).toMatch(/At most 90 characters\.$/);
	});

	test('every value of a choice is named in words', () => {
		const labels = shown.flatMap(
			({ field }) => (field.options as { label: string; value: string }[] | undefined) ?? [],
		);
		expect(labels.length).toBeGreaterThan(100);
		const wrong = labels.filter(
			({ label, value }) => !/^[A-Z]/.test(label) || (label === value && /-/.test(value)),
		);
		expect(wrong).toEqual([]);
		expect(labels).toContainEqual({ value: 'rasso-unit', label: 'RASSO unit' });
		expect(labels).toContainEqual({ value: 'sms', label: 'Text message' });
	});

	test('the hint of a code says which is free', () => {
		const hint = (type: EntryType) => collectionOf(type).fields.find(({ name }) => name === 'code')?.hint;
		expect(hint('guidance')).toMatch(/The next free one is GD-029\.$/);
		expect(hint('standard')).toMatch(/The next free one is VCS-10\.$/);
		expect(hint('letter')).not.toMatch(/next free/);
	});
});

describe('fields', () => {
	const field = (type: EntryType, key: string, from = config) =>
		keysOfForm(collectionOf(type, from).fields).find((each) => each.key === key)?.field;

	test('what the editing server fills in is hidden', () => {
		for (const type of documentTypes) {
			expect(field(type, 'signOffs')).toEqual({ name: 'signOffs', widget: 'hidden' });
			expect(field(type, 'translation.translatedFrom')).toMatchObject({ widget: 'hidden' });
		}
		expect(field('media', 'file')).toEqual({ name: 'file', widget: 'hidden' });
		expect(config.collections.filter(({ create }) => !create).map(({ name }) => name)).toEqual(['media']);
	});

	test('what only a translation has is kept out of the English form, or says so where it cannot be', () => {
		const inForm = (from: typeof config) => everyField(from).filter(({ key }) => key === 'translation');
		for (const { field: each } of inForm(config)) expect(each.only_translated).toBe(true);
		for (const { field: each } of inForm(stock)) expect(each.hint).toMatch(/Leave it empty in English\.$/);
		expect([inForm(config).length, inForm(stock).length]).toEqual([5, 5]);
	});

	test('every list says what its items are, and begins empty', () => {
		const lists = everyField().filter(({ field: { widget } }) => widget === 'list');
		expect(lists.length).toBeGreaterThan(10);
		const wrong = lists.filter(
			({ field: each }) => !(each.field || each.fields?.length) || !Array.isArray(each.default),
		);
		expect(wrong.map(({ key }) => key)).toEqual([]);
	});

	test('a switch is never required, for it always has an answer', () => {
		for (const from of [config, stock]) {
			const switches = everyField(from).filter(({ field: { widget } }) => widget === 'boolean');
			expect(switches.filter(({ field: each }) => each.required !== false)).toEqual([]);
			expect(switches.filter(({ field: each }) => each.default === false).length).toBeGreaterThan(5);
		}
	});

	test('a relation names a collection that is there, by id, and shows what an editor knows it by', () => {
		const relations = everyField().filter(({ field: { widget } }) => widget === 'relation');
		expect(relations.length).toBeGreaterThan(15);
		for (const { field: each } of relations) {
			const target = config.collections.find(({ name }) => name === each.collection);
			expect(each.value_field).toBe('{{slug}}');
			const keys = keysOfForm(target?.fields ?? []).map(({ key }) => key);
			for (const shown of [...(each.search_fields as string[]), ...(each.display_fields as string[])]) {
				const named = shown.includes('{{')
					? [...shown.matchAll(/\{\{fields\.([^}]+)\}\}/g)].map(([, key]) => key)
					: [shown];
				for (const key of named) expect(keys, `${each.collection} ${key}`).toContain(key);
			}
		}
		expect(field('guidance', 'owner')).toMatchObject({ collection: 'people', display_fields: ['role'] });
	});

	test('a document is chosen by its code and title; where none is known its code is typed', () => {
		expect(field('victim-page', 'nextStep')).toMatchObject({
			widget: 'select',
			options: expect.arrayContaining([{ value: 'GD-004', label: 'GD-004 Safe contact' }]),
		});
		expect(field('victim-page', 'related')?.field).toMatchObject({ widget: 'select' });
		expect(field('victim-page', 'nextStep', stock)).toMatchObject({ widget: 'string' });
	});

	test('long text has room, though it is one line', () => {
		expect(field('guidance', 'title')).toMatchObject({ widget: 'string' });
		expect(field('guidance', 'summary')).toMatchObject({ widget: 'text' });
		expect(field('guidance', 'changeNote.what')).toMatchObject({ widget: 'text' });
	});

	test('days have no time, moments have one with its zone', () => {
		expect(field('guidance', 'review.lastReviewed')).toMatchObject({
			format: 'YYYY-MM-DD',
			time_format: false,
		});
		expect(field('guidance', 'publishAt')).toMatchObject({ format: 'YYYY-MM-DDTHH:mm:ssZ' });
	});

	test('nothing begins filled in that may be left empty', () => {
		const inside = (fields: readonly DecapField[], optional: boolean): string[] =>
			fields.flatMap((each) => {
				const list = each.widget === 'list';
				const may = optional || (each.required === false && each.widget !== 'boolean');
				const filled = may && !list && each.default !== undefined ? [each.name] : [];
				return [...filled, ...inside(each.fields ?? [], may && !list)];
			});
		expect(config.collections.flatMap(({ fields }) => inside(fields, false))).toEqual([]);
		expect(field('guidance', 'review.everyMonths')?.default).toBe(12);
		expect(field('organisation', 'evidence.mark')?.default).toBe('unverified');
		expect(field('term', 'audience')?.default).toBe('staff');
	});
});

describe('who refuses what', () => {
	test('behind our server a draft saves with anything, and no field that is wanted calls itself optional', () => {
		for (const { key, field } of everyField()) {
			expect(field.required, key).not.toBe(true);
			expect([field.pattern, field.min, field.max], key).toEqual([undefined, undefined, undefined]);
		}
		const [code] = collectionOf('guidance').fields;
		expect(code && 'required' in code && code.required === undefined).toBe(true);
		expect(collectionOf('guidance').fields.find(({ name }) => name === 'withdrawn')?.required).toBe(false);
	});

	test.each([
		['standard', 'code', 'VCS-07', ['VCS-7', 'GD-001', '']],
		['guidance', 'title', 'Safe contact', [' Safe contact', 'a\nb', 'x'.repeat(91)]],
		['guidance', 'changeNote.what', 'One.\n\nTwo.', ['x'.repeat(501)]],
		['organisation', 'textNumber', '07860 039967', ['call us']],
		['area', 'contact.email', 'sam@example.org', ['sam at example']],
		['redirect', 'from', '/guidance/safe-contact/', ['guidance/safe-contact']],
	] as const)('behind a stock back-end the form refuses: %s %s', (type, key, right, wrong) => {
		const found = keysOfForm(collectionOf(type, stock).fields).find((each) => each.key === key)?.field;
		const [pattern = '', words = ''] = found?.pattern ?? [];
		// As Decap tests it.
		expect(new RegExp(pattern).test(right)).toBe(true);
		expect(wrong.filter((each) => new RegExp(pattern).test(each))).toEqual([]);
		expect(words).toMatch(/^Expected /);
	});

	test('behind a stock back-end numbers have limits, and what is wanted is required in English alone', () => {
		const fields = keysOfForm(collectionOf('guidance', stock).fields);
		expect(fields.find(({ key }) => key === 'review.everyMonths')?.field).toMatchObject({ min: 1, max: 36 });
		expect(fields.find(({ key }) => key === 'owner')?.field.required).toBe(true);
		expect(fields.filter(({ field }) => field.i18n && field.required === true)).toEqual([]);
	});
});

describe('lists of entries', () => {
	test.each(entryTypes)('what names, sorts, filters and groups a %s is a key of it', (type) => {
		const { fields, ...view } = collectionOf(type);
		const keys = keysOfForm(fields).map(({ key }) => key);
		const templates = [view.summary, view.slug].flatMap((each) =>
			[...each.matchAll(/\{\{(?:fields\.)?([\w.]+)\}\}/g)].map(([, key]) => key),
		);
		const named = [
			view.identifier_field,
			...templates.filter((key) => key !== 'slug'),
			...view.sortable_fields.map(({ field }) => field),
			...(view.view_filters ?? []).map(({ field }) => field),
			...(view.view_groups ?? []).map(({ field }) => field),
		];
		expect(named.length).toBeGreaterThan(2);
		expect(named.filter((key) => !keys.includes(key as string))).toEqual([]);
	});

	test('nothing that was published can just be deleted', () => {
		expect(config.collections.filter((each) => each.delete !== false)).toEqual([]);
	});
});
