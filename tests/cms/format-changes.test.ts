/** One change in a form changes the lines it is about, in every kind of file and at every key that content has. */
import { diffLines } from 'diff';
import { describe, expect, test } from 'vitest';
import { type EditorData, readFile, writeFile } from '../../src/cms/index.ts';
import { type ContentFile, contentFiles, throughDecap } from './content-files.ts';

type Path = (string | number)[];
type Value = string | number | boolean;

/** Every value of an entry with where it stands. */
function leaves(value: unknown, path: Path = []): { path: Path; value: Value }[] {
	if (Array.isArray(value)) return value.flatMap((each, index) => leaves(each, [...path, index]));
	if (typeof value === 'object' && value !== null)
		return Object.entries(value).flatMap(([key, each]) =>
			path.length === 0 && (key.startsWith('_') || key === 'blocks' || key === 'body')
				? []
				: leaves(each, [...path, key]),
		);
	return [{ path, value: value as Value }];
}

function lists(value: unknown, path: Path = []): { path: Path; value: unknown[] }[] {
	if (typeof value !== 'object' || value === null) return [];
	const inside = Object.entries(value).flatMap(([key, each]) =>
		path.length === 0 && (key.startsWith('_') || key === 'blocks')
			? []
			: lists(each, [...path, Array.isArray(value) ? Number(key) : key]),
	);
	return Array.isArray(value) && value.length > 0 ? [{ path, value }, ...inside] : inside;
}

const kindOf = (path: Path) => path.map((key) => (typeof key === 'number' ? '[]' : key)).join('.');

/** The keys of a file above a short body: bodies are tried elsewhere, and take longer. */
function withoutBody(file: ContentFile): ContentFile {
	if (!file.path.endsWith('.mdx')) return file;
	const end = file.text.indexOf('\n---\n', 4) + '\n---\n'.length;
	return { ...file, text: `${file.text.slice(0, end)}\nText.\n` };
}

/** Of each kind of place one, the longest file that has it first, so that much stands around it. */
function oneOfEach<T extends { path: Path }>(find: (data: EditorData) => T[]) {
	const found = new Map<string, T & { file: ContentFile; data: EditorData }>();
	for (const file of contentFiles.map(withoutBody).sort((a, b) => b.text.length - a.text.length)) {
		const { blocks, body, ...data } = readFile(file.collection, file.language, file.text);
		for (const each of find(data)) {
			const translated = file.language === 'en' ? '' : ' translated';
			const kind = `${file.collection} ${kindOf(each.path)}${translated}`;
			if (!found.has(kind)) found.set(kind, { ...each, file, data });
		}
	}
	return [...found.entries()].map(([kind, each]) => ({ kind, ...each }));
}

/** The data with another value in one place, as Decap gives it. */
function withValue(data: EditorData, path: Path, value: unknown): EditorData {
	const changed = throughDecap(data);
	const holder = path
		.slice(0, -1)
		.reduce<Record<string | number, unknown>>((at, key) => at[key] as never, changed);
	holder[path.at(-1) ?? ''] = value;
	return changed;
}

function changes(before: string, after: string) {
	const parts = diffLines(before, after);
	const lines = (wanted: 'added' | 'removed') =>
		parts.filter((part) => part[wanted]).flatMap(({ value }) => value.replace(/\n$/, '').split('\n'));
	return {
		added: lines('added'),
		removed: lines('removed'),
		parts: parts.filter(({ added, removed }) => added || removed),
	};
}

function another(value: Value): Value {
	if (typeof value === 'number') return value + 1;
	if (typeof value === 'boolean') return !value;
	if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return '2031-02-03T04:05:06Z';
	return /^\d{4}-\d{2}-\d{2}$/.test(value) ? '2031-02-03' : `${value}: # edited “é”`;
}

const values = oneOfEach(leaves);
const allLists = oneOfEach(lists);

const write = ({ collection, language }: ContentFile, data: EditorData) =>
	writeFile(collection, language, data);
const read = ({ collection, language }: ContentFile, text: string) => {
	const { _source, blocks, body, ...data } = readFile(collection, language, text);
	return data;
};

test('there are enough kinds of places', () => {
	expect(values.length).toBeGreaterThan(200);
	expect(allLists.length).toBeGreaterThan(35);
});

describe('a value', () => {
	test.each(values)('changed: $kind', ({ file, data, path, value }) => {
		const changed = withValue(data, path, another(value));
		const text = write(file, changed);
		const { added, removed } = changes(file.text, text);
		// A switch that may be absent is so when it says no.
		const isSwitchedOff = value === true && added.length === 0;
		expect([removed.length, added.length]).toEqual([1, isSwitchedOff ? 0 : 1]);
		expect(read(file, text)).toEqual(read(file, write(file, { ...changed, _source: undefined })));
		expect(readFile(file.collection, file.language, text)._broken).toBeUndefined();
		// Put back, all is as it was but for quotes that are not needed.
		const back = write(file, { ...withValue(changed, path, value), _source: text });
		expect(read(file, back)).toEqual(read(file, file.text));
	});

	test.each(values.filter(({ value }) => typeof value !== 'boolean'))(
		'cleared: $kind',
		({ file, data, path }) => {
			const texts = ['', null].map((blank) => write(file, withValue(data, path, blank)));
			expect(texts[0]).toBe(texts[1]);
			const text = texts[0] ?? '';
			const { parts } = changes(file.text, text);
			expect(parts.filter(({ removed }) => removed).length).toBe(1);
			// A list that the model wants says that it is empty; the next key takes the place of an item’s first.
			const lines = parts.flatMap(({ added, value }) => (added ? [value] : []));
			const isExpected = (line: string) =>
				/^\s*[\w-]+: \[\]\n$/.test(line) || file.text.includes(line.replace(/^( *)- /, '$1  '));
			expect(lines.filter((line) => !isExpected(line))).toEqual([]);
			const keys = leaves(read(file, text)).map((each) => each.path);
			const others = leaves(data).filter((each) => each.path.join() !== path.join());
			expect(keys.length).toBe(others.length);
		},
	);
});

describe('a list', () => {
	test.each(allLists)('with its first item gone: $kind', ({ file, data, path, value }) => {
		const text = write(file, withValue(data, path, value.slice(1)));
		const { added, parts } = changes(file.text, text);
		expect(added.length).toBe(value.length === 1 && added.length === 1 ? 1 : 0);
		expect(parts.filter(({ removed }) => removed).length).toBe(1);
	});

	test.each(allLists)('with its last item first: $kind', ({ file, data, path, value }) => {
		const moved = [...value.slice(-1), ...value.slice(0, -1)];
		const text = write(file, withValue(data, path, moved));
		const { added, removed } = changes(file.text, text);
		// The same lines, elsewhere.
		expect(added.sort()).toEqual(removed.sort());
		expect(read(file, text)).toEqual(
			read(file, write(file, { ...withValue(data, path, moved), _source: undefined })),
		);
	});

	test.each(allLists)('with an item of itself changed and put last: $kind', ({ file, data, path, value }) => {
		const [first] = value;
		const copy = typeof first === 'string' ? `${first}-2` : { ...(first as object) };
		const text = write(file, withValue(data, path, [...value, copy]));
		const { removed, added } = changes(file.text, text);
		expect(removed).toEqual([]);
		expect(added.length).toBeGreaterThan(0);
		expect(readFile(file.collection, file.language, text)._broken).toBeUndefined();
	});
});
