/**
 * Bundling the editor, when what it is made of has changed: finished bundles are kept by digest, as compiled sites are.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { digest, digestOf } from '../src/release/digest.ts';
import { keepNewest } from '../src/release/work-folder.ts';

/** What the bundle is made of. */
const sources = [
	'cms/app',
	'cms/stubs',
	'cms/vite.config.ts',
	'cms/package-lock.json',
	'package-lock.json',
	'src/model',
	'src/markup',
	'src/letters',
	'src/editions',
	'src/cms',
	'src/lint',
	'src/release',
	'src/sites',
];

/** The folder of the bundle, made anew when needed. Throws with Vite’s words when it cannot be made. */
export async function bundleEditor(root: string, work = join(root, 'var', 'editor')): Promise<string> {
	const version = digest(
		process.version,
		digestOf(
			root,
			sources.filter((path) => existsSync(join(root, path))),
		),
	);
	const name = version.slice(0, 16);
	const finished = join(work, name);
	if (existsSync(finished)) {
		keepNewest(work, [name]);
		return finished;
	}
	if (!existsSync(join(root, 'cms', 'node_modules', 'vite')))
		throw new Error(
			'The packages of the editor are not installed. Run: npm ci --ignore-scripts --prefix cms',
		);
	const unfinished = join(work, `${name}.${process.pid}.tmp`);
	mkdirSync(work, { recursive: true });
	try {
		await runVite(root, unfinished);
		// Another start may have made the same bundle meanwhile: then its result is as good.
		if (!existsSync(finished)) renameSync(unfinished, finished);
	} finally {
		rmSync(unfinished, { recursive: true, force: true });
	}
	keepNewest(work, [name]);
	return finished;
}

async function runVite(root: string, out: string): Promise<void> {
	const vite = join(root, 'cms', 'node_modules', 'vite', 'bin', 'vite.js');
	try {
		await promisify(execFile)(
			process.execPath,
			[vite, 'build', '--config', 'vite.config.ts', '--outDir', out, '--logLevel', 'warn'],
			{
				cwd: join(root, 'cms'),
				env: { ...process.env, NODE_ENV: 'production' },
				maxBuffer: 16 * 1024 * 1024,
			},
		);
	} catch (error) {
		const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string };
		throw new Error(`The editor cannot be bundled:\n${stderr || stdout || String(error)}`);
	}
}
