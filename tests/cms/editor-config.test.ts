/** The file that says how the editor of a team is run: the example of it, and every mistake told at once. */
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readConfig } from '../../cms/editor-config.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const secret = 'only nginx and the editor of this test know it';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'editor-config-'));
	const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
	writeFileSync(join(folder, 'register.pem'), key, { mode: 0o600 });
	writeFileSync(join(folder, 'secret'), `${secret}\n`, { mode: 0o600 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the examples for an operator', () => {
	const inDeploy = (...path: string[]) => readFileSync(join(ROOT, 'deploy', ...path), 'utf8');
	const read = (text: string, signIn = true) => {
		const file = join(folder, 'read.yaml');
		writeFileSync(file, text);
		return readConfig(file, { root: ROOT, env: {}, signIn });
	};
	const local = () =>
		inDeploy('editor', 'editor.yaml')
			.replaceAll('/srv/victim-communication', folder)
			.replaceAll('/etc/victim-communication/editor-secret', join(folder, 'secret'))
			.replaceAll('/etc/victim-communication/', `${folder}/`);

	test('the file is read without a problem, and says what the other examples say', () => {
		const { config, issues } = read(local());
		expect(issues).toEqual([]);
		expect(config).toMatchObject({ port: 4323, identity: { secret }, remote: { every: 30 } });
		const proxy = inDeploy('nginx', 'editor-proxy.conf');
		expect(proxy).toContain(`proxy_set_header ${config?.identity?.header} $editor_person;`);
		expect(proxy).toContain(`proxy_set_header ${config?.identity?.secretHeader} "the secret";`);
		expect(proxy).toContain(`proxy_pass http://127.0.0.1:${config?.port};`);
		expect(inDeploy('nginx', 'victim-communication-editor.conf')).toContain(
			`server_name ${config?.hostNames[0]};`,
		);
	});

	test('the service runs the command with the file, and lets a release end', () => {
		const unit = inDeploy('systemd', 'victim-communication-editor.service');
		const command = /^ExecStart=(\S+) (\S+) --config (\S+)$/m.exec(unit)?.slice(1);
		expect(command).toEqual([
			'/srv/victim-communication/product/node_modules/.bin/node',
			'scripts/editor.ts',
			'/etc/victim-communication/editor.yaml',
		]);
		for (const line of ['KillMode=mixed', 'TimeoutStopSec=15min', 'RestartPreventExitStatus=2'])
			expect(unit).toContain(line);
		const beside = inDeploy('systemd', 'victim-communication-publish.service.d', 'editor.conf');
		expect(beside).toMatch(/^ExecStart=$/m);
		expect(beside).toContain(`publish -- --yes --config ${command?.[2]}`);
	});

	test('who somebody is has to be said; that anybody may be anybody is for this machine alone', () => {
		const nobody = local().replace(/^identity:\n(?: .*\n)+/m, '');
		expect(read(nobody).issues.map(({ message }) => message)).toEqual([
			'Enter “Single sign-on”: without it nobody could say who somebody is',
		]);
		const anybody = `${nobody}demonstrationSignIn:\n  - approver\n`;
		expect(read(anybody).issues.map(({ message }) => message)).toEqual([
			'Unexpected “editor.example” for the demonstration sign-in, expected names of this machine alone',
		]);
		const here = anybody.replace('- editor.example', '- editor.localhost');
		expect(read(here)).toMatchObject({ issues: [], config: { people: ['approver'] } });
		expect(read(here).config?.identity).toBeUndefined();
	});

	test('a secret may come from the environment, and is asked of nobody who only publishes', () => {
		const without = local().replace(/^ +secretFile:.*\n/m, '');
		expect(read(without).issues.map(({ fix }) => fix)).toEqual([
			'The key is secretFile; or set EDITOR_SECRET in the environment.',
		]);
		expect(read(without, false).issues).toEqual([]);
		const env = { EDITOR_SECRET: secret };
		expect(readConfig(join(folder, 'read.yaml'), { root: ROOT, env, signIn: true }).config).toMatchObject({
			identity: { secret },
		});
	});
});

describe('a file with mistakes', () => {
	const wrong = () =>
		stringify({
			repositry: '/srv/x.git',
			repository: join(ROOT, 'repository.git'),
			releases: 'releases',
			audit: '/var/log/editor/audit.jsonl',
			port: 70_000,
			hostNames: ['https://editor.example/'],
			sites: { handbook: 'handbook.example', public: 'https://www.example/start' },
			registerKey: join(folder, 'no-key.pem'),
			identity: {
				proxy: 'nginx',
				header: 'X Editor',
				secretHeader: 'X-Editor-Secret',
				secretFile: join(folder, 'short'),
				people: { 'ash@example.org': 'Ash Example' },
			},
			demonstrationSignIn: ['head'],
			remote: { url: 'https://team:pass@git.example/handbook.git', every: 1 },
		});

	test('is told all at once, each at its line, and starts nothing', () => {
		const file = join(folder, 'wrong.yaml');
		writeFileSync(file, wrong());
		writeFileSync(join(folder, 'short'), 'short');
		chmodSync(join(folder, 'short'), 0o644);
		const { status, stderr, stdout } = spawnSync(
			process.execPath,
			[join(ROOT, 'scripts', 'editor.ts'), '--config', file],
			{ encoding: 'utf8', env: { PATH: process.env.PATH } },
		);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		for (const words of [
			/1:1 .*Unexpected key “repositry”, expected one of: repository, /,
			/2:1 .*within that of the product/,
			/3:1 .*Unexpected “releases” for “Releases”, expected a whole path/,
			/Unexpected number 70000 for “Port”, expected at most 65535/,
			/Unexpected “https:\/\/editor.example\/” for “Host name”/,
			/Unexpected “handbook.example” for “Address of the handbook”/,
			/Unexpected “https:\/\/www.example\/start” for “Address of the public pages”/,
			/no-key.pem cannot be read/,
			/Unexpected “nginx” for “Address of the proxy”/,
			/Unexpected “X Editor” for “Header of the person”/,
			/Unexpected secret of 5 characters, expected at least 32/,
			/Everybody on this machine may read .*short/,
			/Unexpected “Ash Example” for “ash@example.org”, expected the id of a person/,
			/Unexpected demonstration sign-in beside a single sign-on/,
			/Unexpected password in an address/,
			/Unexpected number 1 for “Seconds between two looks”, expected at least 5/,
			/\d+ errors in 1 file\.\nThe editor was not started\.$/m,
		])
			expect(stderr).toMatch(words);
		// What is secret is not told.
		expect(stderr).not.toContain('team:pass');
	});
});
