/**
 * `npm run verify`: checks the register of each built site, its checkpoints and every published edition, from the
 * published files alone, and of a release that every file is still the one that was released. Exit 0 when everything
 * holds, 1 with all that does not.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { keptCheckpoints } from '../src/editions/index.ts';
import { keysFile } from '../src/editions/kept-register.ts';
import { verifySite } from '../src/editions/verify.ts';
import { sha256Hex } from '../src/model/canonical.ts';
import { damagedFiles, siteAudiences, siteNames } from '../src/release/index.ts';
import { argumentsOf, failWith, ROOT, siteFolderFrom } from './command-line.ts';

const usage = `Usage: npm run verify -- [--site handbook | public] [--folder DIR] [--key KEY]… [--kept FILE]…
  --folder DIR   holds handbook/ and public/; default: dist. “releases/current” is what readers are served
  --key KEY      a key you trust; default: those this repository signed with
  --kept FILE    a checkpoint that was kept from before; needs --site`;
const { values } = argumentsOf(
	{
		options: {
			site: { type: 'string' },
			folder: { type: 'string', default: resolve(ROOT, 'dist') },
			key: { type: 'string', multiple: true },
			kept: { type: 'string', multiple: true, default: [] },
			content: { type: 'string', default: resolve(ROOT, 'content') },
			help: { type: 'boolean', default: false },
		},
	},
	usage,
);
if (values.help) {
	console.log(usage);
	process.exit(0);
}
const sites = siteNames.filter((name) => values.site === undefined || name === values.site);
if (sites.length === 0) failWith(`Unexpected site “${values.site}”, expected handbook or public`);
if (values.kept.length > 0 && sites.length > 1)
	failWith('Say with --site which register the kept checkpoint is of');
const kept = values.kept.flatMap((file) => {
	if (!statSync(file, { throwIfNoEntry: false })?.isFile())
		failWith(`Unexpected file “${file}”, expected a checkpoint that exists`);
	return keptCheckpoints(readFileSync(file, 'utf8'));
});

for (const site of sites) siteFolderFrom(values.folder, site, 'run “npm run build”');

const damaged = damagedFiles(resolve(values.folder));
for (const site of sites) {
	const folder = join(resolve(values.folder), site);
	const own = join(resolve(values.content), 'editions', keysFile(siteAudiences[site]));
	const keys =
		values.key ??
		(existsSync(own)
			? readFileSync(own, 'utf8')
					.split('\n')
					.filter((line) => line !== '')
			: undefined);
	const bytesOf = (path: string) =>
		existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined;
	const { problems, entries, editions, tombstones, demonstration } = verifySite({
		read: (path) => bytesOf(path)?.toString('utf8'),
		hash: (path) => {
			const bytes = bytesOf(path);
			return bytes && sha256Hex(bytes);
		},
		...(keys && { keys }),
		kept,
	});
	problems.push(
		...damaged
			.filter((file) => file.startsWith(`${site}/`))
			.map((file) => `${file} is not what was released`),
	);
	for (const problem of problems) console.log(problem);
	const name = relative(process.cwd(), folder) || '.';
	if (problems.length > 0) {
		console.log(`${name}: NOT SOUND, ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`);
		process.exitCode = 1;
	} else {
		console.log(
			`${name}: sound. ${entries} entries; ${editions} editions checked to the letter; ${tombstones} with text taken out.`,
		);
	}
	if (demonstration)
		console.log(
			'It is signed with the demonstration key, which everybody has: the signature proves nothing.',
		);
}
