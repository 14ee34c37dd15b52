/** Decap’s own judge of a configuration, and what its forms make of one, in Node: the version the editor uses. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DecapConfig } from '../../src/cms/index.ts';

/** A group of keys as Decap holds it. */
interface ImmutableMap {
	get(key: string, absent?: unknown): unknown;
	toJS(): Record<string, unknown>;
}

export interface Decap {
	/** Throws with every complaint. */
	validateConfig(config: object): void;
	/** The configuration as Decap completes it. */
	complete(config: DecapConfig): { collections: Record<string, unknown>[] };
	/** The data a new entry begins with, of which only translated fields are kept for another language. */
	newEntry(collection: object, translation: boolean): Record<string, unknown>;
	/** The id of a new entry. */
	idOf(collection: object, data: object): string;
	/** What the list shows of an entry. */
	summaryOf(collection: object, slug: string, data: object): string;
	/** The form’s own answer: whether it is required, and whether its label says “optional”. */
	asField(field: object): ImmutableMap;
}

const entry = `
import { fromJS } from 'immutable';
import { validateConfig } from 'decap-cms-core/dist/esm/constants/configSchema.js';
import { registerWidget, registerBackend, registerCustomFormat } from 'decap-cms-core/dist/esm/lib/registry.js';
import { normalizeConfig, applyDefaults } from 'decap-cms-core/dist/esm/actions/config.js';
import { createEmptyDraftData } from 'decap-cms-core/dist/esm/actions/entries.js';
import { slugFormatter, summaryFormatter } from 'decap-cms-core/dist/esm/lib/formatters.js';
${['list', 'object', 'select', 'number', 'datetime', 'relation']
	.map(
		(name) =>
			`import ${name} from 'decap-cms-widget-${name}/dist/esm/schema.js'; registerWidget('${name}', () => null, undefined, ${name});`,
	)
	.join('\n')}
class Backend { isGitBackend() { return true; } }
for (const name of ['editing-server', 'gitlab', 'github', 'forgejo']) registerBackend(name, Backend);
export { validateConfig };
export const complete = (config) => {
	for (const { format, extension } of config.collections) registerCustomFormat(format, extension, {});
	return applyDefaults(normalizeConfig(config));
};
export const newEntry = (collection, translation) => JSON.parse(JSON.stringify(createEmptyDraftData(
	fromJS(collection).get('fields'),
	(field) => translation && field.get('i18n') !== 'translate',
)));
const slugs = { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' };
export const idOf = (collection, data) => slugFormatter(fromJS(collection), fromJS(data), slugs);
export const summaryOf = (collection, slug, data) => summaryFormatter(
	collection.summary,
	fromJS({ slug, path: collection.folder + '/' + slug + '.' + collection.extension, data }),
	fromJS(collection),
);
export const asField = (field) => fromJS(field);
`;

const noStorage =
	'const kept = async () => null; export default { setItem: kept, getItem: kept, removeItem: kept };';

/** Bundle it, for its packages can be read by a bundler alone. */
export async function loadDecap(): Promise<Decap> {
	const { build } = (await import(
		pathToFileURL(createRequire(resolve('cms/package.json')).resolve('vite')).href
	)) as { build(config: object): Promise<unknown> };
	const id = resolve('cms/decap-for-tests.js');
	mkdirSync('var', { recursive: true });
	const outDir = mkdtempSync(resolve('var/decap-'));
	process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
	await build({
		configFile: false,
		logLevel: 'silent',
		root: resolve('cms'),
		ssr: { noExternal: true },
		plugins: [
			{
				name: 'decap-for-tests',
				enforce: 'pre',
				resolveId: (source: string) => (source === id || source === 'localforage' ? source : null),
				// Decap keeps backups in the browser’s storage, which Node has none of.
				load: (source: string) => (source === id ? entry : source === 'localforage' ? noStorage : null),
			},
		],
		build: {
			ssr: id,
			outDir,
			emptyOutDir: false,
			// Only what judges a configuration: the pages of the editor want a browser as soon as they are read.
			rollupOptions: { treeshake: { moduleSideEffects: (source: string) => source === id } },
		},
	});
	return (await import(pathToFileURL(join(outDir, 'decap-for-tests.js')).href)) as Decap;
}
