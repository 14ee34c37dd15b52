/**
 * `npm run evidence`: the evidence pack of a document, of a day, or of a document as at a day, from a built site. The
 * page of the register makes the same bytes in a browser. Exit 1 when nothing could be made.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { makeEvidence } from '../src/editions/index.ts';
import { argumentsOf, dayFrom, failWith, ROOT, siteFolderFrom, writeInto } from './command-line.ts';

const usage = `Usage: npm run evidence -- [--code CODE] [--at DAY] --out FILE [--site handbook | public] [--folder DIR]
  At least one of --code (GD-004) and --at (2026-05-01).`;
const { values } = argumentsOf(
	{
		options: {
			code: { type: 'string' },
			at: { type: 'string' },
			out: { type: 'string' },
			site: { type: 'string', default: 'handbook' },
			folder: { type: 'string', default: resolve(ROOT, 'dist') },
			help: { type: 'boolean', default: false },
		},
	},
	usage,
);
if (values.help) {
	console.log(usage);
	process.exit(0);
}
const { at, out, site } = values;
// As the form on the page of the register takes it.
const code = values.code?.trim().toUpperCase();
if ((code === undefined && at === undefined) || out === undefined) failWith(usage);
if (site !== 'handbook' && site !== 'public')
	failWith(`Unexpected site “${site}”, expected handbook or public`);
const on = at === undefined ? {} : { on: dayFrom(at) };
const folder = siteFolderFrom(values.folder, site, 'run “npm run build”');
try {
	const pack = await makeEvidence(
		async (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined),
		{ ...(code !== undefined && { code }), ...on },
	);
	writeInto(dirname(resolve(out)), { [basename(resolve(out))]: pack });
	console.log(
		`${relative(process.cwd(), resolve(out))}: ${pack.length} bytes. Unpack it and open index.html, or run “node verify.mjs” in it.`,
	);
} catch (error) {
	console.error(`${error instanceof Error ? error.message : error}\nNothing was made.`);
	process.exitCode = 1;
}
