/**
 * `npm run rollback`: serves the release before the current one, or the one named, at once. Exit 1 when nothing changed.
 */
import { resolve } from 'node:path';
import { rollback } from '../src/release/index.ts';
import { argumentsOf, ROOT } from './command-line.ts';

const usage = 'Usage: npm run rollback -- [--to RELEASE] [--releases DIR]';
const { values } = argumentsOf(
	{
		options: {
			to: { type: 'string' },
			releases: { type: 'string', default: resolve(ROOT, 'releases') },
			help: { type: 'boolean', default: false },
		},
	},
	usage,
);
if (values.help) {
	console.log(usage);
	process.exit(0);
}
try {
	const { name, left, remarks } = rollback({
		releases: resolve(values.releases),
		...(values.to !== undefined && { to: values.to }),
	});
	console.log(`Served now: ${name}, in place of ${left}.`);
	console.log('What was published stays in the registers, and the next release shows it again.');
	for (const remark of remarks) console.log(remark);
} catch (error) {
	console.error(`${error instanceof Error ? error.message : error}\nNothing was changed.`);
	process.exitCode = 1;
}
