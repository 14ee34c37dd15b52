/**
 * Compiling a site: Astro turns its pages, styles and scripts into a renderer, once for each version of the code.
 */
import { fork } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { digest, digestOf } from './digest.ts';
import type { LoadEdition, LoadText, PageInput, SiteInput } from './site-input.ts';
import { keepNewest } from './work-folder.ts';

export type SiteName = 'handbook' | 'public';

export interface Renderer {
	/** Digest of the code the pages are made by. */
	version: string;
	/** Folder of the hashed styles and scripts, and of the files served as they are. */
	assets: string;
	/** Every page of the site, and what each is made of. */
	pages(
		input: SiteInput,
		load: LoadEdition,
		read: LoadText,
	): readonly PageInput[] | Promise<readonly PageInput[]>;
	/** The bytes of one page or file. */
	render(page: PageInput): Promise<Buffer>;
}

/** What the pages of a site are made by. A change of any of it compiles the site anew. */
const codeOf = (site: SiteName) => [
	`src/sites/${site}`,
	'src/sites/shared',
	'src/model',
	'src/markup',
	'src/letters',
	'src/editions',
	'src/release',
	'src/search',
	'public',
	'astro.config.mjs',
	'package-lock.json',
];

let compiling = 0;
/** Whether the compiler is at work: it keeps a processor busy. */
export const isCompiling = () => compiling > 0;

interface Target {
	site: SiteName;
	version: string;
	folder: string;
	name: string;
	compiled: string;
	unfinished: string;
}

/**
 * The renderers of some sites, each as soon as it is there; those whose code has changed are compiled one after another.
 * They reject with Astro’s words when a site does not compile.
 */
export function compileSites(root: string, work: string, sites: readonly SiteName[]): Promise<Renderer>[] {
	/** Most code is that of every site. */
	const digests = new Map<string, string>();
	const digestOnce = (path: string) => {
		const known = digests.get(path) ?? (existsSync(join(root, path)) ? digestOf(root, [path]) : '');
		digests.set(path, known);
		return known;
	};
	const targets = sites.map((site): Target => {
		const version = digest(process.version, ...codeOf(site).map(digestOnce));
		const folder = join(work, 'renderer', site);
		const name = version.slice(0, 16);
		const compiled = join(folder, name);
		return { site, version, folder, name, compiled, unfinished: `${compiled}.${process.pid}.tmp` };
	});
	const missing = targets.filter(({ compiled }) => !existsSync(compiled));
	const done = missing.length > 0 ? runAstro(root, missing) : new Map<SiteName, Promise<void>>();
	return targets.map(async (target): Promise<Renderer> => {
		const { site, version, compiled, unfinished } = target;
		try {
			await done.get(site);
			if (!existsSync(compiled)) putInPlace(root, target);
		} finally {
			rmSync(unfinished, { recursive: true, force: true });
		}
		// Loaded when it is asked for: of a site that nothing changed on it is not.
		const entry = () =>
			import(pathToFileURL(join(compiled, 'server', 'entry.mjs')).href) as Promise<
				Pick<Renderer, 'pages' | 'render'>
			>;
		return {
			version,
			assets: join(compiled, 'client'),
			pages: async (...input) => (await entry()).pages(...input),
			render: async (page) => (await entry()).render(page),
		};
	});
}

function putInPlace(root: string, { folder, name, compiled, unfinished }: Target): void {
	if (existsSync(join(root, 'public', 'both')))
		cpSync(join(root, 'public', 'both'), join(unfinished, 'client'), { recursive: true });
	renameSync(unfinished, compiled);
	keepNewest(folder, [name]);
}

/** Run Astro in a process of its own, once for all sites. Says of each when it is compiled. */
function runAstro(root: string, targets: readonly Target[]): Map<SiteName, Promise<void>> {
	const waiting = new Map(targets.map(({ site }) => [site, Promise.withResolvers<void>()]));
	for (const { folder, unfinished } of targets) {
		rmSync(unfinished, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
	}
	const child = fork(
		join(import.meta.dirname, 'run-astro.ts'),
		[root, ...targets.flatMap(({ site, unfinished }) => [site, unfinished])],
		{
			cwd: root,
			env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
			execArgv: [],
			silent: true,
		},
	);
	// Its work is needed only when the content has been read, so the reading goes first.
	if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
	compiling++;
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
	child.on('message', (site) => waiting.get(site as SiteName)?.resolve());
	const end = (why: string) => {
		const error = new Error(`The pages of the sites do not compile:\n${said || why}`);
		for (const { reject } of waiting.values()) reject(error);
	};
	child.once('error', (error) => end(String(error)));
	child.once('close', (code, signal) => {
		compiling--;
		end(String(signal ?? code));
	});
	return new Map([...waiting].map(([site, { promise }]) => [site, promise]));
}
