/**
 * `npm run editor`: starts the editor of a team as a file says, and publishes from it to the folder of releases. Ends on
 * Ctrl-C and on SIGTERM when the requests and the release under way have ended.
 *
 * Exit 1 when it could not be started, 2 when the command or its file was not understood.
 */
import { resolve } from 'node:path';
import type { EditingServer } from '../cms/server/index.ts';
import { argumentsOf, clockFrom, failWith, ROOT, workFolderFrom } from './command-line.ts';

const [{ readConfig }, { runEditor }, { issuesInText, openWorkshop }] = await Promise.all([
	import('../cms/editor-config.ts'),
	import('../cms/run-editor.ts'),
	import('../src/release/index.ts'),
]);

const usage = `Usage: npm run editor -- --config FILE [--at MOMENT] [--work DIR]
  --config FILE  how it is run: docs/operating-the-editor.md; an example is deploy/editor/editor.yaml
  --at MOMENT    for a trial: the time it is here at the start; default: now
  --work DIR     below the folder of the product; default: var/editor-work`;
const { values } = argumentsOf(
	{
		options: {
			config: { type: 'string' },
			at: { type: 'string' },
			work: { type: 'string', default: resolve(ROOT, 'var', 'editor-work') },
			help: { type: 'boolean', default: false },
		},
	},
	usage,
);
if (values.help) {
	console.log(usage);
	process.exit(0);
}
if (values.config === undefined) failWith(usage);
const { config, issues } = readConfig(resolve(values.config), {
	root: ROOT,
	env: process.env,
	signIn: true,
});
if (!config) failWith(`${issuesInText(issues, '')}\nThe editor was not started.`);

const workshop = openWorkshop(ROOT, workFolderFrom(values.work));
let editor: EditingServer | undefined;
let stopping = false;
async function stop(): Promise<void> {
	if (stopping) return;
	stopping = true;
	console.log('Stopping, when what is under way has ended.');
	await editor?.close();
	await workshop.close();
	process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

try {
	editor = await runEditor({ workshop, config, clock: clockFrom(values.at), say: console.log });
	console.log(`The editor answers at ${editor.address} on 127.0.0.1, for: ${config.hostNames.join(', ')}.`);
	console.log(`Readers are served ${resolve(config.releases, 'current')}. Stop with Ctrl-C.`);
} catch (error) {
	console.error(`${error instanceof Error ? error.message : error}\nThe editor was not started.`);
	await workshop.close();
	process.exitCode = 1;
}
