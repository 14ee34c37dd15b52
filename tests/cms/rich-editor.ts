/**
 * What the rich editor does to a text, in Node: the editor’s own code, with Decap’s serialiser of the version that the
 * editor uses.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface RichEditor {
	toSlate(markdown: string): unknown[];
	fromSlate(nodes: readonly unknown[]): string;
}

/** Bundle it, for its packages can be read by a bundler alone. */
export async function loadRichEditor(): Promise<RichEditor> {
	const { build } = (await import(
		pathToFileURL(createRequire(resolve('cms/package.json')).resolve('vite')).href
	)) as { build(config: object): Promise<unknown> };
	mkdirSync('var', { recursive: true });
	const outDir = mkdtempSync(resolve('var/rich-editor-'));
	try {
		await build({
			configFile: false,
			logLevel: 'silent',
			root: resolve('cms'),
			ssr: { noExternal: true },
			resolve: { conditions: ['browser', 'import', 'module', 'default'] },
			build: { ssr: resolve('cms/app/widgets/slate-text.ts'), outDir, emptyOutDir: false },
		});
		Object.assign(globalThis, { window: globalThis.window ?? globalThis });
		return (await import(pathToFileURL(join(outDir, 'slate-text.js')).href)) as RichEditor;
	} finally {
		process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
	}
}
