/** Fetching the search engine, and knowing when a part of it did not arrive. */
import { type Engine, type EngineModule, engineOptions, prepare } from '../../search/index.ts';

/** Where the engine and the index of the site stand. */
const FOLDER = '/pagefind/';

let failed = false;
let watching = false;

/** The engine over the pages of today, ready to be asked. Rejects when it cannot be fetched or started. */
export function loadEngine(): Promise<Engine> {
	return engineOver(FOLDER);
}

/** The engine over the editions of some indexes of the past, the latest first. */
export async function loadEditionsEngine([latest = '', ...others]: readonly string[]): Promise<Engine> {
	const folder = (index: string) => `/pagefind-editions/${index}/`;
	const engine = await engineOver(folder(latest));
	await Promise.all(others.map((index) => engine.mergeIndex(folder(index), { baseUrl: '/' })));
	return engine;
}

async function engineOver(folder: string): Promise<Engine> {
	watch();
	const address = `${folder}pagefind.js`;
	const { createInstance } = (await import(/* @vite-ignore */ address)) as EngineModule;
	const engine = createInstance(engineOptions);
	await prepare(engine);
	return engine;
}

/** Whether a part of the index did not arrive since this was last asked: the engine takes it for an empty one. */
export function sawFailure(): boolean {
	const saw = failed;
	failed = false;
	return saw;
}

function watch(): void {
	if (watching) return;
	watching = true;
	const fetchPart = window.fetch.bind(window);
	window.fetch = async (...request) => {
		try {
			const response = await fetchPart(...request);
			failed ||= !response.ok;
			return response;
		} catch (error) {
			failed = true;
			throw error;
		}
	};
}
