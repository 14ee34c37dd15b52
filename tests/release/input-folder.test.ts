/** The texts in the folder a site is built from. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { textsFrom, writeTexts } from '../../src/release/input-folder.ts';
import { apart } from '../../src/release/rendered-body.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'texts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const texts = ['Un', 'Dau, a gŵyl', '三'].map((words) => ({
	html: `<p>${words}</p>`,
	sections: [{ id: '', heading: '', text: words }],
}));
const made = texts.map(apart);
const hashes = made.map(({ text }) => text);

/** Write some of the texts. Gives those that had to be made. */
function write(wanted: readonly string[]): string[] {
	const asked: string[] = [];
	writeTexts(folder, wanted, (hash) => {
		asked.push(hash);
		return made.find(({ text }) => text === hash)?.bytes as Buffer;
	});
	return asked;
}

it('are there by their hashes, each once, and nothing else is', () => {
	write([...hashes, hashes[0] ?? '']);
	expect(hashes.map(textsFrom(folder))).toEqual(texts);
	expect(readFileSync(join(folder, 'texts'), 'utf8')).toBe(
		made.map(({ bytes }) => bytes.toString()).join(''),
	);
	expect(write(hashes.slice(1))).toEqual([]);
	expect(hashes.slice(1).map(textsFrom(folder))).toEqual(texts.slice(1));
	expect(readFileSync(join(folder, 'texts'), 'utf8')).not.toContain('Un<');
	expect(() => textsFrom(folder)(hashes[0] ?? '')).toThrow('Build again');
});

it('are the same bytes, whatever was there before', () => {
	write(hashes);
	const [whole, places] = ['texts', 'texts.json'].map((name) => readFileSync(join(folder, name)));
	write([hashes[2] ?? '']);
	expect(write(hashes)).toEqual(hashes.slice(0, 2));
	expect(readFileSync(join(folder, 'texts'))).toEqual(whole);
	expect(readFileSync(join(folder, 'texts.json'))).toEqual(places);
});

it('are made anew where another program changed them', () => {
	write(hashes);
	const spoiled = readFileSync(join(folder, 'texts'));
	spoiled[5] = (spoiled[5] ?? 0) ^ 1;
	writeFileSync(join(folder, 'texts'), spoiled);
	expect(() => textsFrom(folder)(hashes[0] ?? '')).toThrow('Build again');
	expect(write(hashes)).toEqual([hashes[0]]);
	writeFileSync(join(folder, 'texts.json'), '{"cut');
	expect(write(hashes)).toEqual(hashes);
	rmSync(join(folder, 'texts'));
	expect(write(hashes)).toEqual(hashes);
	expect(hashes.map(textsFrom(folder))).toEqual(texts);
	expect(existsSync(join(folder, 'texts'))).toBe(true);
});
