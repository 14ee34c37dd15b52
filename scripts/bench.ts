/**
 * `npm run bench`: builds made-up documents with the product and, side by side, with plain Astro + MDX and Eleventy; with
 * --editions what five editions of each document cost, beside Docusaurus with five versions; with --growth what an
 * edition takes in the repository; with --editor how long somebody at the editor waits.
 */
import { join } from 'node:path';
import { runBenchmark } from '../tests/bench/benchmark.ts';
import { FEWEST_DOCUMENTS } from '../tests/bench/corpus.ts';
import { runEditionsBenchmark } from '../tests/bench/editions.ts';
import { runEditorBenchmark } from '../tests/bench/editor.ts';
import { growthInWords, measureGrowth } from '../tests/bench/growth.ts';
import { argumentsOf, failWith, ROOT } from './command-line.ts';

const { values } = argumentsOf(
	{
		options: {
			documents: { type: 'string' },
			runs: { type: 'string', default: '3' },
			'no-peers': { type: 'boolean', default: false },
			editions: { type: 'boolean', default: false },
			editor: { type: 'boolean', default: false },
			growth: { type: 'boolean', default: false },
		},
	},
	'Usage: npm run bench -- [--documents NUMBER] [--runs NUMBER] [--no-peers] [--editions | --editor]\n       npm run bench -- --growth',
);
if (values.growth) {
	console.log(growthInWords(measureGrowth(join(ROOT, 'content'))));
	process.exit(0);
}
const [documents, runs] = [Number(values.documents ?? (values.editor ? 5000 : 1000)), Number(values.runs)];
if (!Number.isInteger(documents) || documents < FEWEST_DOCUMENTS)
	failWith(`Unexpected --documents ${values.documents}, expected a whole number from ${FEWEST_DOCUMENTS}`);
if (!Number.isInteger(runs) || runs < 1)
	failWith(`Unexpected --runs ${values.runs}, expected a whole number from 1`);
const folder = join(ROOT, 'var', 'bench');
const peers = !values['no-peers'];
// Publishing is measured at the size asked for and at five times that, to see how it grows.
if (values.editor) await runEditorBenchmark(ROOT, folder, { documents, runs });
else if (values.editions)
	await runEditionsBenchmark(ROOT, folder, { sizes: [documents, documents * 5], runs, peers });
else await runBenchmark({ root: ROOT, folder, documents, runs, peers });
