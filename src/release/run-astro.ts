/**
 * Run by compile.ts in a process of its own: Astro is loaded once for all sites, and ends with what it leaves behind. The
 * name of each site is sent when it is compiled.
 * Arguments: the folder of the product, then a site and the folder to write it to, again and again.
 */
import { build } from 'astro';

const [root = '', ...sites] = process.argv.slice(2);
for (let index = 0; index < sites.length; index += 2) {
	process.env.SITE = sites[index];
	process.env.SITE_OUT = sites[index + 1];
	await build({ root, logLevel: 'error' });
	process.send?.(sites[index]);
}
