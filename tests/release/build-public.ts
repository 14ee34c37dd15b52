/**
 * Builds the public site from an input folder, in a process of its own that may read nothing else.
 * Arguments: the compiled pages, the input folder, where the site goes, and a folder that must not be readable.
 */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSite } from '../../src/release/build-site.ts';
import type { Renderer } from '../../src/release/compile.ts';

const [compiled = '', input = '', out = '', forbidden = ''] = process.argv.slice(2);
try {
	readdirSync(forbidden);
	console.log('the forbidden folder can be read');
} catch (error) {
	console.log((error as NodeJS.ErrnoException).code);
}
const { pages, render } = (await import(pathToFileURL(join(compiled, 'server', 'entry.mjs')).href)) as Pick<
	Renderer,
	'pages' | 'render'
>;
const renderer = { version: basename(compiled), assets: join(compiled, 'client'), pages, render };
await buildSite({ input, out, renderer, search: true });
