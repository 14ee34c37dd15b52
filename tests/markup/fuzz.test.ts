/**
 * Random documents: none may end the process or a worker, each is answered, and what is accepted becomes HTML
 * within the output rules.
 */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import {
	type BodyType,
	bodyOfEntry,
	checkHtml,
	EXAMPLE_DAY,
	exampleFacts,
	exampleHref,
	parseBody,
	renderBody,
} from '../../src/markup/index.ts';
import { createParser, received } from '../../src/markup/worker-pool.ts';
import { documents } from './documents.ts';

const DOCUMENTS = Number(process.env.FUZZ_DOCUMENTS ?? 20_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20261123);
const types: BodyType[] = ['guidance', 'letter', 'standard', 'victim-page', 'passage'];

const parser = createParser({ threads: () => 2 });
afterAll(() => parser.close());

test(`${DOCUMENTS} random documents are each answered, and no worker is lost`, {
	timeout: 300_000,
}, async () => {
	const sources = fc.sample(documents, { numRuns: DOCUMENTS, seed: SEED });
	const bodies = sources.map((source, index) => ({
		body: { source, firstLine: 8 },
		context: {
			file: `guidance/fuzz-${index}.en.mdx`,
			type: types[index % types.length] ?? 'guidance',
			language: 'en' as const,
		},
	}));
	const parsed = await Promise.all(
		bodies.map(async ({ body, context }) => received(await parser.parse(body, context))),
	);

	const wrong: unknown[] = [];
	let accepted = 0;
	for (const [index, { issues, nodes, ...rest }] of parsed.entries()) {
		const { body, context } = bodies[index] as (typeof bodies)[number];
		const lines = body.source.split('\n');
		for (const { place, message, fix } of issues) {
			const line = place.line - body.firstLine;
			const within =
				line >= 0 &&
				line < lines.length &&
				place.column >= 1 &&
				place.column <= (lines[line]?.length ?? 0) + 2;
			if (
				!within ||
				fix === '' ||
				!/^(?:Unexpected .+, expected .+|Enter .+)/s.test(message) ||
				/could not be read w|acorn|call stack/i.test(message)
			) {
				wrong.push([body.source, place, message]);
			}
		}
		if (issues.some(({ severity }) => severity === 'error')) continue;
		accepted++;
		const rendered = renderBody({ issues, nodes, ...rest }, exampleFacts, {
			site: index % 2 === 0 ? 'staff' : 'public',
			language: 'en',
			type: context.type,
			id: `fuzz-${index}`,
			code: 'VCS-01',
			on: EXAMPLE_DAY,
			href: exampleHref(index % 2 === 0 ? 'staff' : 'public'),
			bodyOf: bodyOfEntry,
		});
		const problems = checkHtml(rendered.html);
		if (problems.length > 0) wrong.push([body.source, rendered.html, problems]);
		// Read again outside the worker, the answer is the same.
		if (index % 10 === 0 && JSON.stringify(parseBody(body, context)) !== JSON.stringify(parsed[index]))
			wrong.push([body.source, 'differs']);
	}
	expect(wrong.slice(0, 5)).toEqual([]);
	// A fuzz that refuses everything, or nothing, tests nothing.
	expect(accepted).toBeGreaterThan(DOCUMENTS / 10);
	expect(accepted).toBeLessThan(DOCUMENTS * 0.9);
});

test('reading a text twice gives the same, and reading what was read changes nothing', () => {
	fc.assert(
		fc.property(documents, (source) => {
			const read = () =>
				parseBody({ source, firstLine: 3 }, { file: 'guidance/a.en.mdx', type: 'guidance', language: 'en' });
			const first = read();
			expect(structuredClone(first)).toEqual(first);
			expect(JSON.stringify(read())).toBe(JSON.stringify(first));
		}),
		{ numRuns: 500, seed: SEED },
	);
});
