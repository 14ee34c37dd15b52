/**
 * Compiling a site: Astro turns its pages, styles and scripts into a renderer, once for each version of the code.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
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
	pages(input: SiteInput, load: LoadEdition, read: LoadText): PageInput[];
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

/** The renderers of some sites, in their order; those whose code has changed are compiled. Throws with Astro’s words when one does not compile. */
export async function compileSites(
	root: string,
	work: string,
	sites: readonly SiteName[],
): Promise<Renderer[]> {
	const wanted = sites.map((site) => {
		const version = digest(
			process.version,
			digestOf(
				root,
				codeOf(site).filter((path) => existsSync(join(root, path))),
			),
		);
		const folder = join(work, 'renderer', site);
		const name = version.slice(0, 16);
		const compiled = join(folder, name);
		return { site, version, folder, name, compiled, unfinished: `${compiled}.${process.pid}.tmp` };
	});
	const missing = wanted.filter(({ compiled }) => !existsSync(compiled));
	try {
		for (const { folder, unfinished } of missing) {
			rmSync(unfinished, { recursive: true, force: true });
			mkdirSync(folder, { recursive: true });
		}
		if (missing.length > 0) await runAstro(root, missing);
		for (const { folder, name, compiled, unfinished } of missing) {
			if (existsSync(join(root, 'public', 'both')))
				cpSync(join(root, 'public', 'both'), join(unfinished, 'client'), { recursive: true });
			// Another build may have compiled the same code meanwhile: then its result is as good.
			if (!existsSync(compiled)) renameSync(unfinished, compiled);
			keepNewest(folder, [name]);
		}
	} finally {
		for (const { unfinished } of missing) rmSync(unfinished, { recursive: true, force: true });
	}
	return Promise.all(
		wanted.map(async ({ version, compiled }) => {
			const module = (await import(pathToFileURL(join(compiled, 'server', 'entry.mjs')).href)) as Pick<
				Renderer,
				'pages' | 'render'
			>;
			return {
				version,
				assets: join(compiled, 'client'),
				pages: module.pages,
				render: module.render,
			};
		}),
	);
}

let compiling = 0;
/** Whether the compiler is at work: it keeps a processor busy. */
export const isCompiling = () => compiling > 0;

/** Run Astro in a process of its own, once for all sites. */
async function runAstro(
	root: string,
	sites: readonly { site: SiteName; unfinished: string }[],
): Promise<void> {
	compiling++;
	try {
		await promisify(execFile)(
			process.execPath,
			[
				join(import.meta.dirname, 'run-astro.ts'),
				root,
				...sites.flatMap(({ site, unfinished }) => [site, unfinished]),
			],
			{
				cwd: root,
				env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
				maxBuffer: 16 * 1024 * 1024,
			},
		);
	} catch (error) {
		const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string };
		throw new Error(`The pages of the sites do not compile:\n${stderr || stdout || String(error)}`);
	} finally {
		compiling--;
	}
}
