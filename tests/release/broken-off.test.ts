/** A reading that was broken off, by Ctrl-C or a busy machine, says nothing of the text and must not be remembered. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createParser, type Parser } from '../../src/markup/worker-pool.ts';
import { openStore } from '../../src/release/packed-store.ts';
import { readContent } from '../../src/release/read-content.ts';
import { AT, publicTree, writeTree } from './miniature.ts';
import { Words } from './words.ts';
import { openYard, type Yard } from './workshop.ts';

let yard: Yard;
let store: ReturnType<typeof openStore>;
const open: Parser[] = [];
const create = () => {
	const parser = createParser({ threads: () => 1 });
	open.push(parser);
	return parser;
};
const read = (parser: Parser) => readContent(yard.content, { at: AT, parser, store });

beforeAll(async () => {
	yard = openYard();
	store = openStore(join(yard.folder, 'kept'), 'parsed', 'this version of the code');
	writeTree(yard.content, await publicTree({ secrets: new Words('qzvk'), open: new Words('plmj') }));
});
afterAll(async () => {
	await Promise.all(open.map((parser) => parser.close()));
	rmSync(join(yard.folder, 'kept'), { recursive: true, force: true });
	await yard.close();
});

it('is told, and forgotten at the next reading', async () => {
	const ended = create();
	await ended.close();
	const broken = await read(ended);
	expect(broken.issues.some(({ message }) => message.startsWith('Unexpected end of the reading'))).toBe(true);

	const whole = await read(create());
	expect(whole.issues).toEqual([]);
	expect(whole.parsed).toBe(broken.parsed);
	// What was read to its end is kept.
	expect((await read(create())).parsed).toBe(0);
});
