/** What may import what, and what the names of files and the words in them may be. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each folder of src may import, besides itself and packages. */
const mayImport: Record<string, string[]> = {
	model: [],
	markup: ['model'],
	lint: ['model', 'markup', 'letters'],
	letters: ['model', 'markup'],
	editions: ['model', 'markup'],
	search: ['model', 'markup'],
	cms: ['model', 'markup', 'lint', 'letters'],
	release: ['model', 'markup', 'lint', 'letters', 'editions', 'search', 'cms'],
	sites: ['model', 'markup', 'lint', 'letters', 'editions', 'search', 'cms', 'release'],
};
const parts = Object.keys(mayImport);

/** Doors beside index.ts: what runs elsewhere than the rest of its folder. */
const doors = [
	'src/markup/worker-pool.ts',
	'src/markup/rendering.ts',
	'src/editions/store.ts',
	'src/editions/publish.ts',
	'src/search/indexer.ts',
	'src/search/open-index.ts',
	'src/editions/signing.ts',
	'src/editions/kept-register.ts',
	'src/editions/verify.ts',
	// A page of the handbook asks it alone, and need not load comparisons with it.
	'src/editions/as-at.ts',
	// Only `npm start` serves and watches.
	'src/release/preview-server.ts',
	'src/release/watch-folder.ts',
];
/** The one file that sites may take types from, beside the doors. */
const TYPES_OF_RELEASE = 'src/release/site-input.ts';
/** Pure, and the only place that knows where a thing stands: sites ask it rather than know it too. */
const ADDRESSES = 'src/release/addresses.ts';

/** What may use Node: these files of the folders that otherwise run in a browser too. */
const mayUseNode: Record<string, RegExp> = {
	model: /^src\/model\/load\.ts$/,
	markup: /^src\/markup\/worker(?:-pool)?\.ts$/,
	search: /^src\/search\/(?:indexer|settle-index|open-index)\.ts$/,
	editions: /^src\/editions\/(?:signing|kept-register|store|publish)\.ts$/,
	letters: /^$/,
	lint: /^$/,
	cms: /^$/,
};

interface Import {
	file: string;
	target: string;
	typeOnly: boolean;
}

const imports = globSync('{src,scripts,cms/app,cms/server,cms/stubs}/**/*.{ts,tsx,mts,astro,mdx}').flatMap(
	(file) => {
		const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
		const found = source.matchAll(
			/^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/gm,
		);
		return [...found].map(([, type, from, bare, dynamic, address]): Import => {
			const target = (from ?? bare ?? dynamic ?? address ?? '').replace(/\?.*$/, '');
			return {
				file: file.replaceAll('\\', '/'),
				target: target.startsWith('.')
					? normalize(join(dirname(file), target)).replaceAll('\\', '/')
					: target,
				typeOnly: type !== undefined,
			};
		});
	},
);
const partOf = (path: string) => (path.startsWith('src/') ? path.split('/')[1] : undefined) ?? '';
const inWords = ({ file, target }: Import) => `${file} imports ${target}`;

test('there are imports to judge, and every folder of src is known', () => {
	expect(imports.length).toBeGreaterThan(300);
	expect(
		globSync('src/*/')
			.map((folder) => basename(folder))
			.filter((folder) => !parts.includes(folder)),
	).toEqual([]);
});

test.each(parts)('src/%s imports only what lies below it', (part) => {
	const wrong = imports.filter(
		({ file, target }) =>
			partOf(file) === part &&
			target.startsWith('src/') &&
			partOf(target) !== part &&
			!mayImport[part]?.includes(partOf(target)),
	);
	expect(wrong.map(inWords)).toEqual([]);
});

test('src imports nothing of scripts, tests, content or deploy', () => {
	const wrong = imports.filter(
		({ file, target }) =>
			file.startsWith('src/') && /^(?:scripts|tests|content|deploy|docs|bench)\//.test(target),
	);
	expect(wrong.map(inWords)).toEqual([]);
});

test('each folder but model is entered by its index.ts, or by a door that is named here', () => {
	const wrong = imports.filter(({ file, target, typeOnly }) => {
		const owner = partOf(target);
		if (owner === '' || owner === partOf(file) || owner === 'model' || owner === 'sites') return false;
		// The editor is the other half of src/cms; what else it takes is judged below.
		if (file.startsWith('cms/') && (owner === 'cms' || target === ADDRESSES || shownAsOnSites.test(target)))
			return false;
		if (target === `src/${owner}/index.ts` || doors.includes(target)) return false;
		return !(partOf(file) === 'sites' && (target === ADDRESSES || (typeOnly && target === TYPES_OF_RELEASE)));
	});
	expect(wrong.map(inWords)).toEqual([]);
	expect(doors.filter((door) => !existsSync(door))).toEqual([]);
});

/** What the two parts of the editor may take of src. */
const editorMayImport = {
	'cms/app/': ['model', 'markup', 'lint', 'letters', 'editions', 'cms'],
	'cms/server/': ['model', 'markup', 'lint', 'letters', 'editions', 'cms'],
};

/** What makes a preview what the sites show: pure code and styles of theirs, and what each of them may see. */
const shownAsOnSites = /^src\/sites\/.+\.(?:ts|s?css)$|^src\/release\/visible\.ts$/;

test.each(Object.entries(editorMayImport))('%s imports only what runs in an editor', (folder, allowed) => {
	const wrong = imports.filter(
		({ file, target }) =>
			file.startsWith(folder) &&
			((target.startsWith('src/') &&
				!allowed.includes(partOf(target)) &&
				// A renamed document leads its old addresses on, so the server has to know them.
				target !== ADDRESSES &&
				!(file.startsWith('cms/app/') && shownAsOnSites.test(target))) ||
				(target.startsWith('cms/') && !target.startsWith(folder)) ||
				/^(?:scripts|tests|content)\//.test(target)),
	);
	expect(wrong.map(inWords)).toEqual([]);
	expect(imports.filter(({ file }) => file.startsWith(folder)).length).toBeGreaterThan(20);
});

test('the sites are built without the editor and its packages', () => {
	const { dependencies } = JSON.parse(readFileSync('cms/package.json', 'utf8')) as {
		dependencies: Record<string, string>;
	};
	const own = [...Object.keys(dependencies), 'decap-cms'];
	const wrong = imports.filter(
		({ file, target }) =>
			!file.startsWith('cms/') &&
			((target.startsWith('cms/') && !file.startsWith('scripts/')) ||
				own.some(
					(name) => target === name || target.startsWith(`${name}/`) || target.startsWith(`${name}-`),
				)),
	);
	expect(wrong.map(inWords)).toEqual([]);
});

test('sites take types alone from release, and addresses', () => {
	const wrong = imports.filter(
		({ file, target, typeOnly }) =>
			partOf(file) === 'sites' && partOf(target) === 'release' && !typeOnly && target !== ADDRESSES,
	);
	expect(wrong.map(inWords)).toEqual([]);
});

test('the two sites import nothing of each other', () => {
	const wrong = imports.filter(
		({ file, target }) =>
			(file.startsWith('src/sites/public/') && target.startsWith('src/sites/handbook/')) ||
			(file.startsWith('src/sites/handbook/') && target.startsWith('src/sites/public/')) ||
			(file.startsWith('src/sites/shared/') && /^src\/sites\/(?:public|handbook)\//.test(target)),
	);
	expect(wrong.map(inWords)).toEqual([]);
});

test('only the sites know Astro', () => {
	const wrong = imports.filter(
		({ file, target }) => !file.startsWith('src/sites/') && /^astro(?::|\/|$)/.test(target),
	);
	// The compiler of a site is started by release, and by nothing else.
	expect(
		wrong
			.filter(({ file, target }) => !(file === 'src/release/run-astro.ts' && target === 'astro'))
			.map(inWords),
	).toEqual([]);
});

test.each(Object.entries(mayUseNode))(
	'src/%s runs in a browser, but for the files that say so',
	(part, allowed) => {
		const wrong = imports.filter(
			({ file, target }) => partOf(file) === part && target.startsWith('node:') && !allowed.test(file),
		);
		expect(wrong.map(inWords)).toEqual([]);
	},
);

test('only model/load reads content, and it alone opens files in the model', () => {
	const readers = imports.filter(({ target }) => target === 'src/model/load.ts').map(({ file }) => file);
	expect(readers).toEqual(['src/release/read-content.ts']);
	const mention = globSync('src/{markup,lint,letters,search,cms,sites}/**/*.{ts,astro}').filter((file) =>
		/['"`](?:\.\.\/)*content\//.test(readFileSync(file, 'utf8')),
	);
	expect(mention).toEqual([]);
});

describe('the repository', () => {
	const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
		.split('\n')
		.filter((file) => file !== '' && existsSync(file));

	test('has no drawer: no file or folder of code called utils, helpers, common, manager or service', () => {
		expect(
			files.filter(
				(file) =>
					/(?:^|[/.-])(?:utils?|helpers?|common|managers?|services?|misc)(?=[/.-]|$)/i.test(file) &&
					!file.startsWith('content/') &&
					!file.startsWith('deploy/systemd/'),
			),
		).toEqual([]);
	});

	test('names its files in kebab case, and components after what they show', () => {
		const code = files.filter(
			(file) => /^(?:src|scripts|tests|bench|cms)\//.test(file) && !file.startsWith('tests/fixtures/'),
		);
		const wrong = code.filter((file) => {
			const [name = ''] = basename(file)
				.replace(/^\[(?:\.\.\.)?(.+)\]/, '$1')
				.replace(/^_(.+\.scss)$/, '$1')
				.split('.');
			return file.endsWith('.astro') && !file.includes('/pages/')
				? !/^[A-Z][A-Za-z0-9]*$/.test(name)
				: !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
		});
		expect(wrong).toEqual([]);
	});

	test('names no folder of one machine, no private registry and no secret', () => {
		const patterns = [
			/(?<![\w.~-])\/(?:home|Users|root|work|mnt|private)\/[\w.-]+/,
			/\b[A-Z]:\\(?:Users|Documents)/,
			/https?:\/\/(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\/(?:npm|repository|artifactory)/,
			/https?:\/\/[\w.-]*(?:artifactory|nexus|verdaccio|\.internal|\.local)\b/i,
			/-----BEGIN [A-Z ]*PRIVATE KEY-----/,
			/\b_authToken\b/,
		];
		const readable = files.filter(
			(file) =>
				!/\.(?:png|jpg|webp|woff2?|ico|pdf|docx|gz|br|wasm)$/.test(file) &&
				file !== 'tests/architecture.test.ts',
		);
		const found = readable.flatMap((file) =>
			readFileSync(file, 'utf8')
				.split('\n')
				.flatMap((line, index) =>
					patterns.some((pattern) => pattern.test(line))
						? [`${file}:${index + 1} ${line.trim().slice(0, 120)}`]
						: [],
				),
		);
		expect(found).toEqual([]);
	});

	test.each(['package-lock.json', 'cms/package-lock.json'])(
		'%s locks every package by its digest, and names no registry',
		(lock) => {
			const { packages } = JSON.parse(readFileSync(lock, 'utf8')) as {
				packages: Record<
					string,
					{ resolved?: string; integrity?: string; link?: boolean; inBundle?: boolean }
				>;
			};
			const wrong = Object.entries(packages).filter(
				([path, { resolved, integrity, inBundle }]) =>
					path !== '' && !inBundle && !(resolved === undefined && integrity?.startsWith('sha512-')),
			);
			expect(wrong.map(([path]) => path)).toEqual([]);
		},
	);
});
