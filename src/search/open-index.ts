/** Opening a built index from its folder, in Node: with the same engine, fetching from files what a page fetches. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Language } from '../model/language.ts';
import { engineOptions, prepare } from './ask.ts';
import type { Engine, EngineModule } from './engine.ts';

/** The index in a folder called `pagefind`, or undefined when there is none. */
export async function openIndex(folder: string, language: Language): Promise<Engine | undefined> {
	const module = join(resolve(folder), 'pagefind.js');
	if (!existsSync(module)) return undefined;
	readFilesByFetch();
	const { createInstance } = (await asOnPage(
		language,
		() => import(pathToFileURL(module).href),
	)) as EngineModule;
	const engine = await asOnPage(language, async () => {
		const engine = createInstance(engineOptions);
		await prepare(engine);
		return engine;
	});
	return engine;
}

/** The engine looks for the language of its page, and for nothing else of it. */
async function asOnPage<T>(language: Language, work: () => Promise<T>): Promise<T> {
	const before = Object.getOwnPropertyDescriptor(globalThis, 'document');
	const document = { currentScript: null, querySelector: () => ({ getAttribute: () => language }) };
	Object.defineProperty(globalThis, 'document', { value: document, configurable: true });
	try {
		return await work();
	} finally {
		if (before) Object.defineProperty(globalThis, 'document', before);
		else Reflect.deleteProperty(globalThis, 'document');
	}
}

const fetchFromNet = globalThis.fetch;

function readFilesByFetch(): void {
	globalThis.fetch = async (input, init) => {
		const url = new URL(input instanceof Request ? input.url : input);
		if (url.protocol !== 'file:') return fetchFromNet(input, init);
		url.search = '';
		return new Response(await readFile(fileURLToPath(url)));
	};
}
