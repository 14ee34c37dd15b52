/** What the product is made of: exact versions, all platforms, no scripts but the named ones, no addresses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './workshop.ts';

interface Package {
	version?: string;
	integrity?: string;
	resolved?: string;
	link?: boolean;
	inBundle?: boolean;
	hasInstallScript?: boolean;
	os?: string[];
	cpu?: string[];
	dependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as unknown;
const manifest = read('package.json') as {
	dependencies: Record<string, string>;
	devDependencies: Record<string, string>;
	allowScripts: Record<string, boolean>;
};
const { packages } = read('package-lock.json') as { packages: Record<string, Package> };
const installed = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The place of the package that `from` gets when it asks for `name`. */
function found(from: string, name: string): string | undefined {
	const folders = from
		.split('/node_modules/')
		.map((_, index, all) => all.slice(0, all.length - index).join('/node_modules/'));
	return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`].find(
		(path) => packages[path],
	);
}

/** Whether a version is at least another, by its numbers. */
function atLeast(version: string, floor: string): boolean {
	const [a, b] = [version, floor].map((each) => each.split('-')[0]?.split('.').map(Number) ?? []) as [
		number[],
		number[],
	];
	const differs = b.findIndex((part, index) => part !== a[index]);
	return differs === -1 || (a[differs] ?? 0) > (b[differs] ?? 0);
}

describe('package.json', () => {
	it('names every version exactly', () => {
		for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
			expect(`${name} ${version}`).toMatch(/^\S+ \d+\.\d+\.\d+$/);
	});

	it('says the same as the lock file', () => {
		const root = packages[''] as Package & { devDependencies: Record<string, string> };
		expect(root.dependencies).toEqual(manifest.dependencies);
		expect(root.devDependencies).toEqual(manifest.devDependencies);
		for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
			expect(packages[`node_modules/${name}`]?.version).toBe(version);
	});
});

describe('the lock file', () => {
	it('has a strong digest of every package', () => {
		for (const [path, { integrity }] of installed)
			expect(integrity, path).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
	});

	it('names no address', () => {
		expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
		expect(installed.filter(([, { link }]) => link).map(([path]) => path)).toEqual([]);
		expect(
			installed.flatMap(([, { dependencies = {}, optionalDependencies = {} }]) =>
				Object.values({ ...dependencies, ...optionalDependencies }).filter((range) =>
					/^(?:git|http|file|github)|:\/\//.test(range),
				),
			),
		).toEqual([]);
	});

	it('runs the scripts of named packages only', () => {
		const scripted = [
			...new Set(
				installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)),
			),
		];
		expect(scripted.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
	});

	it('is complete: whatever a package asks for, on any platform, is in it', () => {
		const missing = installed.flatMap(
			([
				path,
				{ dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} },
			]) => [
				...Object.keys({ ...dependencies, ...optionalDependencies })
					.filter((name) => !found(path, name))
					.map((name) => `${path} needs ${name}`),
				...Object.keys(peerDependencies)
					.filter((name) => !peerDependenciesMeta[name]?.optional && !found(path, name))
					.map((name) => `${path} needs its peer ${name}`),
			],
		);
		expect(missing).toEqual([]);
	});

	it.each(['linux', 'darwin', 'win32'])('has the binaries for %s', (os) => {
		const binaries = installed
			.filter(([, each]) => each.os?.includes(os) && each.cpu?.includes('x64'))
			.map(([path]) => nameOf(path));
		for (const name of [
			'@pagefind/',
			'@img/sharp-',
			'@esbuild/',
			'@biomejs/cli-',
			'@rollup/rollup-',
			'node-bin',
			'node-',
		]) {
			const everywhere = installed.some(([path, each]) => nameOf(path).startsWith(name) && each.os);
			if (everywhere)
				expect(
					binaries.filter((each) => each.startsWith(name)),
					name,
				).not.toEqual([]);
		}
		expect(binaries.length).toBeGreaterThan(3);
	});

	it('stays above the versions with known holes', () => {
		expect(atLeast(packages['node_modules/astro']?.version ?? '0', '7.2.8')).toBe(true);
		expect(atLeast(packages['node_modules/sharp']?.version ?? '0', '0.35.4')).toBe(true);
		expect(atLeast(packages['node_modules/pagefind']?.version ?? '0', '1.5.2')).toBe(true);
		for (const name of ['gray-matter', 'next-mdx-remote', 'decap-server'])
			expect(packages[`node_modules/${name}`], name).toBeUndefined();
	});
});
