/**
 * What the rich editor does to a text, in Node: the editor’s own code, with Decap’s serialiser of the version that the
 * editor uses.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Serialiser } from '../../src/cms/index.ts';

/** Bundle it, for its packages can be read by a bundler alone. */
export async function loadRichEditor(): Promise<Serialiser> {
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
			build: { ssr: resolve('cms/app/widgets/slate-text.ts'), outDir, emptyOutDir: false },
		});
		// Decap asks what browser it is in when it is loaded.
		Object.assign(globalThis, { window: globalThis });
		const { slateText } = (await import(pathToFileURL(join(outDir, 'slate-text.js')).href)) as {
			slateText: Serialiser;
		};
		return slateText;
	} finally {
		rmSync(outDir, { recursive: true, force: true });
	}
}
