/** The editor on this machine: its bundle, a repository of its own, and the server behind it. */
import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleEditor } from './bundle.ts';
import { type EditingServer, type Publish, prepareRepository, startEditingServer } from './server/index.ts';

export interface LocalEditorOptions {
	/** Folder of the product. */
	root: string;
	/** Content folder, which must lie at the top of a git clone. */
	content: string;
	/** Folder of the bare repository the editor works in. */
	repository: string;
	port: number;
	publish: Publish;
	/** The moment now, in milliseconds. */
	clock: () => number;
}

/** The demonstration people, one of each kind: who writes, reviews, publishes and translates. */
const people = ['guidance-lead', 'legal-adviser', 'approver', 'welsh-lead'];

/** Start it. Throws with what is missing, in a sentence, when it cannot be. */
export async function startLocalEditor(options: LocalEditorOptions): Promise<EditingServer> {
	const { root, content, repository, port, publish, clock } = options;
	const workingCopy = cloneOf(content);
	const bundle = await bundleEditor(root);
	console.log(await prepareRepository({ repository, workingCopy }));
	return onFreePort(port, (free) =>
		startEditingServer({
			repository,
			bundle,
			port: free,
			hostNames: ['editor.localhost', '127.0.0.1', 'localhost'],
			people,
			publish,
			clock,
			audit: join(dirname(repository), 'editor-audit.log'),
			workingCopy,
		}),
	);
}

/** Start on a port, or on the first free one after it. */
async function onFreePort<T>(wanted: number, start: (port: number) => Promise<T>): Promise<T> {
	for (let port = wanted; ; port++) {
		try {
			return await start(port);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port === wanted + 49) throw error;
			console.log(`Port ${port} is in use; trying ${port + 1}.`);
		}
	}
}

/** The clone that a content folder stands in. */
function cloneOf(content: string): string {
	const clone = dirname(content);
	try {
		const top = execFileSync('git', ['-C', clone, 'rev-parse', '--show-toplevel'], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		}).trim();
		if (existsSync(top) && realpathSync(top) === realpathSync(clone)) return clone;
	} catch {
		// Not in a clone, or no git.
	}
	throw new Error(`It needs ${content} to be the folder “content” at the top of a git clone`);
}
