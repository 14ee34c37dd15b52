/** The pool of workers: many bodies at once, and what happens when a worker hangs, bursts or stops. */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { parseBody } from '../../src/markup/index.ts';
import { createParser, type Parser, type ParserOptions, received } from '../../src/markup/worker-pool.ts';

const context = { file: 'guidance/a.en.mdx', type: 'guidance' as const, language: 'en' as const };
const body = (source: string) => ({ source, firstLine: 5 });
const open: Parser[] = [];
const create = (options: ParserOptions) => {
	const parser = createParser(options);
	open.push(parser);
	return parser;
};
afterAll(() => Promise.all(open.map((parser) => parser.close())));

/** A worker that misbehaves as the body says, and otherwise answers with nothing found. */
const folder = mkdtempSync(join(tmpdir(), 'worker-'));
const script = pathToFileURL(join(folder, 'worker.mjs'));
writeFileSync(
	script,
	`import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ bodies, progress }) => {
	parentPort.postMessage(bodies.map(({ body: { source } }, index) => {
		Atomics.store(progress, 0, index);
		if (source === 'hang') for (;;);
		if (source === 'burst') { const all = []; for (;;) all.push(new Array(100_000).fill(all.length)); }
		if (source === 'stop') process.exit(3);
		if (source === 'throw') throw new Error('thrown');
		return { nodesJson: new Uint8Array([91, 93]), references: [], placeholders: [], bracketed: [], conditions: [], issues: [] };
	}));
});
`,
);

test('answers as parseBody does, for many bodies at once and in their order', async () => {
	const parser = create({ threads: () => 2 });
	const sources = Array.from(
		{ length: 200 },
		(_, index) =>
			`## Heading ${index}\n\nText <Timescale id="t-${index}" />.${index % 7 === 0 ? ' {evil()}' : ''}\n`,
	);
	const parsed = await Promise.all(sources.map((source) => parser.parse(body(source), context)));
	expect(parsed.map(received)).toEqual(sources.map((source) => parseBody(body(source), context)));
});

const messages: Record<string, string> = {
	hang: 'Unexpected text that could not be read within 2 seconds, expected ordinary pages',
	burst: 'Unexpected text that could not be read with 32 MB of memory, expected ordinary pages',
	stop: 'Unexpected text that stopped its reader, expected ordinary pages',
	throw: 'Unexpected text that stopped its reader, expected ordinary pages',
};

test.each(Object.keys(messages))(
	'a body that makes its worker %s gets an issue, and all others are read',
	{ timeout: 60_000 },
	async (how) => {
		const parser = create({
			threads: () => 1,
			timeoutMs: how === 'hang' ? 2000 : 30_000,
			memoryMb: 32,
			script,
		});
		const sources = ['a', 'b', how, 'c', how, 'd'];
		const parsed = await Promise.all(sources.map((source) => parser.parse(body(source), context)));
		for (const [index, source] of sources.entries()) {
			expect(parsed[index]?.unfinished).toBe(source === how ? true : undefined);
			expect(parsed[index]?.issues).toEqual(
				source === how
					? [
							{
								file: context.file,
								place: { line: 5, column: 1 },
								rule: 'unreadable',
								severity: 'error',
								message: messages[how],
								fix: 'Split the page in two, and look for very long tables or deep lists.',
							},
						]
					: [],
			);
		}
		expect((await parser.parse(body('afterwards'), context)).issues).toEqual([]);
	},
);

test('bodies are answered when no worker starts', async () => {
	const parser = create({ threads: () => 1, script: pathToFileURL(join(folder, 'nowhere.mjs')) });
	const parsed = await Promise.all(['a', 'b'].map((source) => parser.parse(body(source), context)));
	for (const { issues } of parsed)
		expect(issues[0]?.message).toBe('Unexpected reader that does not start, expected it to read the page');
});

test('what is still being read when the pool closes is answered', async () => {
	const parser = create({ threads: () => 1, script });
	const answers = Promise.all(['hang', 'a'].map((source) => parser.parse(body(source), context)));
	await new Promise((resolve) => setTimeout(resolve, 100));
	await parser.close();
	for (const { issues, unfinished } of await answers) {
		expect(issues[0]?.message).toBe('Unexpected end of the reading, expected it to finish');
		expect(unfinished).toBe(true);
	}
	expect((await parser.parse(body('later'), context)).issues[0]?.message).toBe(
		'Unexpected end of the reading, expected it to finish',
	);
});

test('an answer that comes when its worker was given up on is not taken for that of another body', async () => {
	const [go, gone] = [join(folder, 'go'), join(folder, 'gone')];
	const late = pathToFileURL(join(folder, 'late.mjs'));
	writeFileSync(
		late,
		`import { existsSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ bodies, progress }) => {
	const [{ body: { source } }] = bodies;
	Atomics.store(progress, 0, 0);
	if (source === 'late') while (!existsSync(${JSON.stringify(go)}));
	parentPort.postMessage(bodies.map(({ body: { source } }) => ({ nodesJson: new Uint8Array(), references: [source], issues: [] })));
	if (source === 'late') writeFileSync(${JSON.stringify(gone)}, '');
});
`,
	);
	const timeoutMs = 1000;
	const parser = create({ threads: () => 1, timeoutMs, script: late });
	await parser.parse(body('ready'), context);
	const first = parser.parse(body('late'), context);
	await new Promise((resolve) => setTimeout(resolve, 1.5 * timeoutMs));
	const others = ['a', 'b'].map((source) => parser.parse(body(source), context));
	// It answers while this thread is busy until after its time: the clock is looked at before the answer.
	await new Promise((resolve) => setImmediate(resolve));
	writeFileSync(go, '');
	for (const until = performance.now() + timeoutMs; performance.now() < until || !existsSync(gone); );
	await first;
	expect((await Promise.all(others)).map(({ references }) => references)).toEqual([['a'], ['b']]);
});
