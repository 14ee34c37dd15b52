/**
 * Compiling a site: Astro turns its pages, styles and scripts into a renderer, once for each version of the code.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { digest, digestOf } from './digest.ts';
import type { PageInput, SiteInput } from './site-input.ts';
import { keepNewest } from './work-folder.ts';

export type SiteName = 'handbook' | 'public';

export interface Renderer {
	/** Digest of the code the pages are made by. */
	version: string;
	/** Folder of the hashed styles and scripts, and of the files served as they are. */
	assets: string;
	/** Every page of the site, and what each is made of. */
	pages(input: SiteInput): PageInput[];
	/** The HTML of one page. */
	render(page: PageInput): Promise<string>;
}

/** What the pages of a site are made by. A change of any of it compiles the site anew. */
const codeOf = (site: SiteName) => [
	`src/sites/${site}`,
	'src/sites/shared',
	'src/model',
	'src/markup',
	'src/letters',
	'src/release',
	'src/search',
	'public',
	'astro.config.mjs',
	'package-lock.json',
];

/** The renderer of a site, compiled when its code has changed. Throws with Astro’s words when it does not compile. */
export async function compileSite(root: string, work: string, site: SiteName): Promise<Renderer> {
	const version = digest(
		process.version,
		digestOf(
			root,
			codeOf(site).filter((path) => existsSync(join(root, path))),
		),
	);
	const name = version.slice(0, 16);
	const folder = join(work, 'renderer', site);
	const compiled = join(folder, name);
	if (!existsSync(compiled)) {
		const unfinished = join(folder, `${name}.${process.pid}.tmp`);
		rmSync(unfinished, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
		try {
			await runAstro(root, site, unfinished);
			if (existsSync(join(root, 'public', 'both')))
				cpSync(join(root, 'public', 'both'), join(unfinished, 'client'), { recursive: true });
			// Another build may have compiled the same code meanwhile: then its result is as good.
			if (!existsSync(compiled)) renameSync(unfinished, compiled);
		} finally {
			rmSync(unfinished, { recursive: true, force: true });
		}
		keepNewest(folder, [name]);
	}
	const module = (await import(pathToFileURL(join(compiled, 'server', 'entry.mjs')).href)) as Pick<
		Renderer,
		'pages' | 'render'
	>;
	return { version, assets: join(compiled, 'client'), pages: module.pages, render: module.render };
}

async function runAstro(root: string, site: SiteName, out: string): Promise<void> {
	const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
	try {
		await promisify(execFile)(process.execPath, [astro, 'build', '--silent', '--root', root], {
			cwd: root,
			env: {
				...process.env,
				SITE: site,
				SITE_OUT: out,
				ASTRO_TELEMETRY_DISABLED: '1',
				NODE_ENV: 'production',
			},
			maxBuffer: 16 * 1024 * 1024,
		});
	} catch (error) {
		const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string };
		throw new Error(`The pages of the ${site} site do not compile:\n${stderr || stdout || String(error)}`);
	}
}
