/**
 * Builds the public site from an input folder, in a process of its own that may read nothing else.
 * Arguments: the product, a work folder with the compiled pages, the input folder, where the site goes, and a
 * folder that must not be readable.
 */
import { readdirSync } from 'node:fs';
import { buildSite } from '../../src/release/build-site.ts';
import { compileSite } from '../../src/release/compile.ts';

const [root = '', work = '', input = '', out = '', forbidden = ''] = process.argv.slice(2);
try {
	readdirSync(forbidden);
	console.log('the forbidden folder can be read');
} catch (error) {
	console.log((error as NodeJS.ErrnoException).code);
}
const renderer = await compileSite(root, work, 'public');
await buildSite({ input, out, renderer, search: true });
