/** The commands that read or write a folder, when it is another than somebody meant. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'folders-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const missing = join(folder, 'missing');
const file = join(folder, 'file');
writeFileSync(file, 'no folder');
const half = join(folder, 'half');
mkdirSync(join(half, 'handbook'), { recursive: true });
const whole = join(folder, 'whole');
for (const site of ['handbook', 'public']) mkdirSync(join(whole, site), { recursive: true });

function run(command: string, ...words: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(ROOT, 'scripts', `${command}.ts`), ...words],
		{ cwd: folder, encoding: 'utf8' },
	);
	return { status, stdout, stderr };
}

it.each([
	['verify', ['--folder', missing], `Unexpected folder “${missing}”, expected one with handbook/ in it`],
	['verify', ['--folder', half], `Unexpected folder “${half}”, expected one with public/ in it`],
	['verify', ['--folder', whole, '--site', 'public', '--kept', folder], `Unexpected file “${folder}”`],
	[
		'evidence',
		['--code', 'GD-004', '--folder', missing, '--out', join(folder, 'x.zip')],
		`Unexpected folder “${missing}”, expected one with handbook/ in it`,
	],
	[
		'evidence',
		['--at', '2026-02-31', '--folder', whole, '--out', join(folder, 'x.zip')],
		'Unexpected day “2026-02-31”',
	],
	[
		'nginx',
		['--folder', half, '--out', missing],
		`Unexpected folder “${half}”, expected one with public/ in it`,
	],
])('%s %j is not understood, and makes nothing', (command, words, complaint) => {
	const { status, stdout, stderr } = run(command, ...words);
	expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	expect(stderr.startsWith(complaint), stderr).toBe(true);
	expect(readdirSync(folder).sort()).toEqual(['file', 'half', 'whole']);
});

it('nginx says that it cannot write', () => {
	const { status, stderr } = run('nginx', '--folder', whole, '--out', file);
	expect(status).toBe(1);
	expect(stderr).toMatch(/^It cannot be written there: .+ Name another place with --out\.\n$/);
});

it.each([missing, file])('rollback makes no folder of releases of %s', (releases) => {
	const { status, stderr } = run('rollback', '--releases', releases);
	expect(status).toBe(1);
	expect(stderr).toContain(`No release is served yet in ${releases}, which is no folder.`);
	expect(existsSync(missing)).toBe(false);
});
