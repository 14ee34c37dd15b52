/**
 * Texts that are opened, edited in one place and saved: every letter outside that place stays. With the serialiser of
 * the rich editor itself.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BlockContext } from '../../src/cms/blocks.ts';
import {
	closeRich,
	fromBlocks,
	isComponent,
	isText,
	mayBeRich,
	openRich,
	readFile,
	type Serialiser,
	toBlocks,
	writeFile,
} from '../../src/cms/index.ts';
import { type BodyType, parseBody } from '../../src/markup/index.ts';
import { shapeOf } from '../../src/markup/shape.ts';
import { collections } from '../../src/model/collection.ts';
import type { Language } from '../../src/model/language.ts';
import { allEdited, editsOf, editText, rearranged, WORD } from './edit-block.ts';
import { features } from './features.ts';
import { loadRichEditor } from './rich-editor.ts';

let serialiser: Serialiser;
beforeAll(async () => {
	serialiser = await loadRichEditor();
});

const documents = globSync('content/*/*.mdx')
	.sort()
	.map((path) => {
		const text = readFileSync(path, 'utf8');
		const folder = basename(dirname(path));
		const type = Object.entries(collections).find(([, each]) => each.folder === folder)?.[0] as BodyType;
		return {
			path,
			folder,
			type,
			language: basename(path).split('.').at(-2) as Language,
			text,
			body: text.slice(text.indexOf('\n---\n') + 5),
		};
	});

test('there are documents of every type, and more than ninety features', () => {
	expect(new Set(documents.map(({ folder }) => folder)).size).toBe(5);
	expect(documents.length).toBeGreaterThan(80);
	expect(new Set(features.map(({ body }) => body)).size).toBeGreaterThan(90);
});

describe('opened and saved untouched', () => {
	test.each(documents)('$path', ({ body, type, language }) => {
		expect(fromBlocks(toBlocks(body, { type, language }))).toBe(body);
	});
	test.each(features)('$name', ({ body }) => {
		for (const type of ['letter', 'standard', 'victim-page', 'passage'] as const)
			expect(fromBlocks(toBlocks(body, { type, language: 'en' }))).toBe(body);
	});
	test('every text of content opens in the rich editor, and gives its letters back', () => {
		const plain: string[] = [];
		for (const { path, body } of documents) {
			if (!mayBeRich(body, serialiser)) plain.push(path);
			else if (closeRich(openRich(body, serialiser), body, serialiser) !== body)
				plain.push(`${path} changed`);
		}
		expect(plain).toEqual([]);
	});
});

/** What differs between two texts, as the letters before and after it that are the same. */
function sameAround(before: string, after: string) {
	let start = 0;
	while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
	let end = 0;
	while (
		end < Math.min(before.length, after.length) - start &&
		before[before.length - 1 - end] === after[after.length - 1 - end]
	)
		end++;
	return { start, end: before.length - end };
}

/** What every edit of a body came to, and complaints about those that reached outside their block. */
function reachingOut(body: string, context: BlockContext): string[] {
	const wrong: string[] = [];
	const blocks = toBlocks(body, context);
	for (const { blocks: changed, path, how, from, to } of editsOf(blocks, context, serialiser)) {
		tried[how] = (tried[how] ?? 0) + 1;
		const after = fromBlocks(changed);
		const { start, end } = sameAround(body, after);
		if (after === body) wrong.push(`${how} ${path}: nothing was written`);
		else if (start < from || end > to) {
			// Where no empty line stood beside the block, one is put there.
			const tight = !/\n\s*\n$/.test(body.slice(0, from)) || !/^\n\s*\n|^\n$/.test(body.slice(to));
			const kept = [body.slice(0, from), body.slice(to)].every((part) => after.includes(part.trim()));
			if (!(tight && kept))
				wrong.push(`${how} ${path}: changed ${body.slice(start, from)} | ${body.slice(to, end)}`);
		}
	}
	return wrong;
}
const tried: Record<string, number> = {};

describe('one block edited: every letter outside it stays', () => {
	test.each(documents)('$path', ({ body, type, language }) => {
		expect(reachingOut(body, { type, language })).toEqual([]);
	});
	test.each(features)('$name', ({ body }) => {
		expect(reachingOut(body, { type: 'letter', language: 'en' })).toEqual([]);
	});
});

test('each kind of edit was tried on many blocks', () => {
	expect(tried.rich).toBeGreaterThan(1300);
	expect(tried.field).toBeGreaterThan(500);
	for (const how of ['plain', 'note', 'protected']) expect(tried[how], how).toBeGreaterThan(1);
});

describe('within a text that was edited', () => {
	test.each(documents.filter(({ type }) => type === 'guidance'))(
		'one paragraph changes: $path',
		({ body }) => {
			const { start, end } = sameAround(body, editText(body, serialiser).text);
			// A list is written anew as one; nothing else goes over an empty line.
			expect(body.slice(start, end).split(/\n\n(?![-\d ])/).length).toBe(1);
		},
	);

	test.each(features)('the words say the same but for the edit: $name', ({ body }) => {
		for (const { text } of toBlocks(body, { type: 'letter', language: 'en' }).filter(isText)) {
			if (!mayBeRich(text, serialiser)) continue;
			const after = shapeOf(editText(text, serialiser).text);
			expect(after?.replace(` ${WORD}`, '')).toBe(shapeOf(text));
		}
	});
});

describe('a valid document, edited in all its texts, stays valid', () => {
	test.each(documents)('$path', ({ path, body, type, language }) => {
		const issuesOf = (source: string) =>
			parseBody({ source, firstLine: 1 }, { file: path, type, language }).issues.map(
				({ message }) => message,
			);
		const after = fromBlocks(allEdited(toBlocks(body, { type, language }), { type, language }, serialiser));
		expect(after).not.toBe(body);
		expect(issuesOf(after).filter((message) => !issuesOf(body).includes(message))).toEqual([]);
	});

	test.each(documents)(
		'fields hold any words, and it can still be read: $path',
		({ body, type, language }) => {
			const words = ' “any” & "quoted" <5 {x} &lt; \\ \'s';
			const blocks = toBlocks(body, { type, language });
			const changed = blocks.map((block) =>
				isComponent(block)
					? { ...block, props: Object.fromEntries(Object.keys(block.props).map((key) => [key, key + words])) }
					: block,
			);
			const read = toBlocks(fromBlocks(changed), { type, language });
			const props = (list: typeof blocks) =>
				list.map((block) => (isComponent(block) ? block.props : block.kind));
			expect(props(read)).toEqual(props(changed));
		},
	);
});

describe('blocks moved, copied and taken out', () => {
	test.each(documents.filter(({ type }) => type !== 'guidance'))('$path', ({ body, type, language }) => {
		const context = { type, language };
		const blocks = toBlocks(body, context);
		for (const { name, blocks: changed } of rearranged(blocks)) {
			const after = fromBlocks(changed);
			const read = toBlocks(after, context);
			const words = (list: typeof blocks) => list.map(({ _src }) => _src).join('\n\n');
			expect(words(read), name).toBe(words(changed));
			expect(after, name).toMatch(changed.length === 0 ? /^$/ : /[^\n]\n$/);
		}
	});
});

test('whole files: a key edited leaves the body, a body edited leaves the keys', () => {
	for (const { path, folder, language, text } of documents.filter(({ language }) => language === 'en')) {
		const data = readFile(folder, language, text) as { blocks?: unknown[]; body?: string; title?: string };
		const bodyStart = text.indexOf('\n---\n') + 5;
		const retitled = writeFile(folder, language, {
			...data,
			...(data.title ? { title: `${data.title} ${WORD}` } : { name: WORD }),
		});
		expect(retitled.endsWith(text.slice(bodyStart)), path).toBe(true);
		const longer =
			data.body === undefined
				? { ...data, blocks: [...(data.blocks ?? []), { kind: 'text', text: WORD }] }
				: { ...data, body: `${data.body}\n\n${WORD}` };
		expect(writeFile(folder, language, longer), path).toBe(`${text}\n${WORD}\n`);
	}
});
