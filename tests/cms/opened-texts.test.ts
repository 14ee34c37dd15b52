/** What a save says it builds on, so that the server can refuse to overwrite somebody else’s. */
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { blobId, openedTexts } from '../../cms/app/backend/opened-texts.ts';

const path = 'content/letters/outcome.en.mdx';

it('names a text as git does', () => {
	for (const text of ['', 'One line.\n', 'Tŷ gwyn – “dyfynnod” 🙂\r\n']) {
		const id = execFileSync('git', ['hash-object', '--stdin'], { input: text, encoding: 'utf8' }).trim();
		expect(blobId(text)).toBe(id);
	}
});

it('builds on the text the form was opened with, however often the file was read behind it', () => {
	const opened = openedTexts();
	opened.read(path, blobId('opened'));
	opened.printed('mine', 'opened');
	opened.read(path, blobId('somebody else’s'));
	expect(opened.baseOf(path, 'mine')).toBe(blobId('opened'));
});

it('builds on nothing where there was no file', () => {
	const opened = openedTexts();
	opened.printed('new', undefined);
	expect(opened.baseOf(path, 'new')).toBeUndefined();
});

it('builds a second save on the first, though the form still holds the text it was opened with', () => {
	const opened = openedTexts();
	opened.printed('first', 'opened');
	opened.saved(path, opened.baseOf(path, 'first'), 'id of the first');
	opened.printed('second', 'opened');
	expect(opened.baseOf(path, 'second')).toBe('id of the first');
	opened.saved(path, 'id of the first', 'id of the second');
	opened.printed('third', 'opened');
	expect(opened.baseOf(path, 'third')).toBe('id of the second');
});

it('builds later saves of a new file on the earlier ones', () => {
	const opened = openedTexts();
	opened.printed('first', undefined);
	opened.saved(path, undefined, 'id of the first');
	opened.printed('second', undefined);
	expect(opened.baseOf(path, 'second')).toBe('id of the first');
});

it('does not claim its own save when somebody saved after it', () => {
	const opened = openedTexts();
	opened.printed('first', 'opened');
	opened.saved(path, blobId('opened'), 'id of the first');
	opened.read(path, 'id of the first');
	opened.printed('second', 'opened');
	expect(opened.baseOf(path, 'second')).toBe('id of the first');
	opened.read(path, 'somebody else’s');
	expect(opened.baseOf(path, 'second')).toBe(blobId('opened'));
});

it('builds on an earlier save that was brought back', () => {
	const opened = openedTexts();
	opened.printed('first', 'opened');
	opened.saved(path, blobId('opened'), 'id of the first');
	opened.read(path, blobId('opened'));
	opened.printed('second', 'opened');
	expect(opened.baseOf(path, 'second')).toBe(blobId('opened'));
});
