/**
 * `npm run nginx`: writes what nginx has to be told of the sites that are served. Run it after a release, and reload
 * nginx: deploy/nginx/victim-communication.conf includes these files.
 */
import { relative, resolve } from 'node:path';
import { nginxConfig, siteNames } from '../src/release/index.ts';
import { headerRules } from '../src/sites/shared/security.ts';
import { argumentsOf, failWith, ROOT, siteFolderFrom, writeInto } from './command-line.ts';

const usage =
	'Usage: npm run nginx -- --out DIR [--folder DIR]\n  --folder DIR  holds handbook/ and public/; default: releases/current';
const { values } = argumentsOf(
	{
		options: {
			out: { type: 'string' },
			folder: { type: 'string', default: resolve(ROOT, 'releases', 'current') },
			help: { type: 'boolean', default: false },
		},
	},
	usage,
);
if (values.help) {
	console.log(usage);
	process.exit(0);
}
if (values.out === undefined) failWith(usage);
const out = resolve(values.out);
const files: Record<string, string> = {};
for (const site of siteNames) {
	const folder = siteFolderFrom(values.folder, site, 'publish');
	const { maps, server } = nginxConfig(site, folder, headerRules);
	files[`${site}-maps.conf`] = maps;
	files[`${site}-server.conf`] = server;
}
writeInto(out, files);
console.log(`Wrote the configuration to ${relative(process.cwd(), out) || '.'}. Reload nginx now.`);
