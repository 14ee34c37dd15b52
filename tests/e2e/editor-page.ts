/** Decap with our widgets in a real browser, over files in the memory of its page. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { catalogueData } from '../../src/cms/catalogue-data.ts';
import { buildCatalogue } from '../../src/model/catalogue.ts';
import { loadContent } from '../../src/model/load.ts';

interface Plugin {
	name: string;
}

/** Bundle the page of the widgets. Answers the folder; `remove` it at the end. */
export async function buildEditorPage(): Promise<{ folder: string; remove(): void }> {
	const vite = pathToFileURL(createRequire(resolve('cms/package.json')).resolve('vite')).href;
	const { build } = (await import(vite)) as { build(config: object): Promise<unknown> };
	const { default: config } = (await import(pathToFileURL(resolve('cms/vite.config.ts')).href)) as {
		default: { plugins: Plugin[]; build: object };
	};
	mkdirSync('var', { recursive: true });
	const folder = mkdtempSync(resolve('var/editor-page-'));
	await build({
		...config,
		configFile: false,
		logLevel: 'silent',
		root: resolve('cms/app/widgets/page'),
		// Decap's own pages around the form.
		plugins: config.plugins.filter(({ name }) => name !== 'our-parts'),
		build: { ...config.build, outDir: folder, minify: false },
	});
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
};

/** Serve the page, with everything in content to choose from. */
export async function serveEditorPage(folder: string): Promise<{ address: string; close(): Promise<void> }> {
	const { entries } = loadContent('content');
	const catalogue = JSON.stringify(catalogueData(buildCatalogue(entries, []), []));
	const server = createServer((request, response) => {
		const path = new URL(request.url ?? '/', 'http://editor.invalid').pathname;
		if (path === '/api/catalogue') {
			response.setHeader('content-type', 'application/json');
			response.end(catalogue);
			return;
		}
		const file = path === '/' ? 'index.html' : path.slice(1);
		const known =
			file === 'index.html' || readdirSync(join(folder, 'assets')).includes(file.replace('assets/', ''));
		response.statusCode = known ? 200 : 404;
		response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
		response.end(known ? readFileSync(join(folder, file)) : '');
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as { port: number };
	return {
		address: `http://127.0.0.1:${port}/`,
		close: () => new Promise((done) => server.close(() => done())),
	};
}

export interface EditorPage {
	page: Page;
	/** Open an entry and wait for its form. */
	open(collection: string, id: string): Promise<void>;
	/** Save what is open. */
	save(): Promise<void>;
	/** The text of a file as it is in the repository of the page. */
	file(path: string): Promise<string>;
	/** What the page complained about. */
	faults: string[];
	close(): Promise<void>;
}

type Files = Record<string, Record<string, Record<string, { path: string; content: string }>>>;

/** Open the page over some files: paths such as `content/letters/x.en.mdx`, each with its text. */
export async function openEditorPage(
	browser: Browser,
	address: string,
	files: Readonly<Record<string, string>>,
	width = 1280,
): Promise<EditorPage> {
	const tree: Files = {};
	for (const [path, content] of Object.entries(files)) {
		const [root = '', folder = '', name = ''] = path.split('/');
		tree[root] ??= {};
		tree[root][folder] ??= {};
		tree[root][folder][name] = { path, content };
	}
	const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
	const page = await context.newPage();
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(String(error?.message ?? error)));
	page.on('console', (message) => {
		// Decap names the types of its own parts as they were before React 19.
		if (message.type() === 'error' && !message.text().includes('Failed prop type'))
			faults.push(message.text().slice(0, 400));
	});
	await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
	await page.addInitScript((repoFiles) => Object.assign(globalThis, { repoFiles }), tree);
	await page.goto(address);
	await page.getByRole('button', { name: /login/i }).click();
	await page.getByText('Quick add').waitFor();
	const file = (path: string) =>
		page.evaluate((wanted) => {
			const [root = '', folder = '', name = ''] = wanted.split('/');
			const { repoFiles } = globalThis as unknown as { repoFiles: Files };
			return repoFiles[root]?.[folder]?.[name]?.content ?? '';
		}, path);
	return {
		page,
		faults,
		file,
		open: async (collection, id) => {
			await page.goto(`${address}#/collections/${collection}`);
			await page.goto(`${address}#/collections/${collection}/entries/${id}`);
			await page.locator('.blocks').first().waitFor();
		},
		save: async () => {
			const toast = page.locator('.Toastify__toast', { hasText: 'Saved' });
			const done = page.getByText(/changes saved/i).first();
			// A text hands on what was typed after a pause. What it hands on during a save is left to be saved, as it says.
			for (let saved = false; !saved; ) {
				await page.getByRole('button', { name: 'Publish', exact: true }).first().click();
				await page.getByText('Publish now').first().click();
				await toast.first().waitFor();
				saved = await done.waitFor({ timeout: 5000 }).then(
					() => true,
					() => false,
				);
				await toast.first().getByRole('button').click();
				await toast.first().waitFor({ state: 'detached' });
			}
		},
		close: () => context.close(),
	};
}
