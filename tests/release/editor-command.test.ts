/**
 * `npm run editor` as a team runs it: behind a single sign-on, over a repository of its own, publishing to the folder that
 * readers are served, beside the command that publishes what is due.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readConfig } from '../../cms/editor-config.ts';
import {
	CSRF_HEADER,
	type DraftAnswer,
	type ReleaseReport,
	type ReleasesAnswer,
	type SessionAnswer,
} from '../../src/cms/protocol.ts';
import { disk } from '../../src/release/file-operations.ts';
import { takeLock } from '../../src/release/release-lock.ts';
import { verifyFolder } from '../../src/release/verify-folder.ts';
import { type Answer, ask, git } from '../cms/editing-server.ts';
import { openSmallContent } from '../editions/small-content.ts';
import { ROOT, workFolder } from './workshop.ts';

const AT = '2026-11-23T09:00:00Z';
const secret = 'only nginx and the editor of this test know it';
const people = { 'wren@example.org': 'writer', 'rae@example.org': 'reader', 'ash@example.org': 'head' };
const guidance = 'content/guidance/late-letters.en.mdx';
const standard = 'content/standards/timeliness.en.mdx';

let folder: string;
let work: string;
let config: string;
let repository: string;
let releases: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'editor-command-'));
	work = workFolder();
	[config, repository, releases] = ['editor.yaml', 'repository.git', 'releases'].map((name) =>
		join(folder, name),
	) as [string, string, string];
	const small = openSmallContent({
		'people/head.yaml': stringify({ name: 'Ash Example', role: 'Head', may: ['approve'] }),
	});
	small.sign();
	const clone = join(folder, 'clone');
	cpSync(small.folder, join(clone, 'content'), { recursive: true });
	await small.close();
	git(clone, 'init', '--quiet', '--initial-branch', 'main');
	git(clone, 'add', '.');
	git(clone, 'commit', '--quiet', '--message', 'Content');
	const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
	writeFileSync(join(folder, 'register.pem'), key, { mode: 0o600 });
	writeFileSync(join(folder, 'secret'), `${secret}\n`, { mode: 0o600 });
	writeFileSync(
		config,
		stringify({
			repository,
			from: clone,
			releases,
			audit: join(folder, 'log', 'audit.jsonl'),
			port: 0,
			hostNames: ['editor.example'],
			sites: { handbook: 'https://handbook.example/', public: 'https://www.example/' },
			registerKey: join(folder, 'register.pem'),
			identity: {
				proxy: '127.0.0.1',
				header: 'X-Editor-Person',
				secretHeader: 'X-Editor-Secret',
				secretFile: join(folder, 'secret'),
				people,
			},
		}),
	);
});
afterAll(() => {
	for (const each of [folder, work]) rmSync(each, { recursive: true, force: true });
});

interface Started {
	child: ChildProcess;
	address: string;
	said(): string;
	stop(signal: NodeJS.Signals): Promise<number | null>;
}

async function start(): Promise<Started> {
	const args = [join(ROOT, 'scripts', 'editor.ts'), '--config', config, '--at', AT, '--work', work];
	const child = spawn(process.execPath, args, { cwd: folder, env: withoutSecrets() });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
	const ended = new Promise<number | null>((done) => child.once('exit', done));
	await new Promise<void>((done, fail) => {
		child.stdout.on('data', () => said.includes('Stop with Ctrl-C') && done());
		child.once('exit', () => fail(new Error(`It ended:\n${said}`)));
	});
	const port = /http:\/\/editor\.example:(\d+)\//.exec(said)?.[1];
	return {
		child,
		address: `http://editor.example:${port}/`,
		said: () => said,
		stop(signal) {
			child.kill(signal);
			return ended;
		},
	};
}

function withoutSecrets(): NodeJS.ProcessEnv {
	const { REGISTER_KEY: _, EDITOR_SECRET: __, ...env } = process.env;
	return env;
}

/** Run `npm run publish` beside the editor. */
function publishCommand(at: string, ...more: string[]) {
	const out = join(folder, 'dist');
	const args = ['--config', config, '--at', at, '--yes', '--out', out, '--work', work, ...more];
	return spawnSync(process.execPath, [join(ROOT, 'scripts', 'publish.ts'), ...args], {
		cwd: folder,
		encoding: 'utf8',
		env: withoutSecrets(),
	});
}

const inRepository = (...args: string[]) => git(repository, ...args);
const current = () => readlinkSync(join(releases, 'current'));
const shown = (path: string) =>
	readFileSync(join(releases, 'current', 'handbook', path, 'index.html'), 'utf8');

/** Somebody whom the single sign-on has let through. */
interface Colleague {
	post(name: string, message: unknown): Promise<Answer>;
	get<T>(name: string): Promise<T>;
	save(path: string, change: (text: string) => string): Promise<void>;
}

async function signIn(address: string, name: keyof typeof people): Promise<Colleague> {
	const proxy = { 'x-editor-person': name, 'x-editor-secret': secret };
	const session = await ask(address, { path: '/api/session', headers: proxy });
	expect(session.status, JSON.stringify(session.body)).toBe(200);
	const cookie = session.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
	const headers = { ...proxy, cookie, [CSRF_HEADER]: (session.body as SessionAnswer).csrf };
	const colleague: Colleague = {
		async post(path, message) {
			const answer = await ask(address, { method: 'POST', path: `/api/${path}`, message, headers });
			expect(answer.status, JSON.stringify(answer.body)).toBe(200);
			return answer;
		},
		get: async <T>(path: string) => (await ask(address, { path: `/api/${path}`, headers })).body as T,
		async save(path, change) {
			const { collection, slug } = nameOf(path);
			const { text, id } = await colleague.get<{ text: string; id: string }>(
				`text?${new URLSearchParams({ path, at: 'main' })}`,
			);
			await colleague.post('v1', {
				action: 'persistEntry',
				params: {
					dataFiles: [{ slug, path, raw: change(text), baseId: id }],
					assets: [],
					options: { collectionName: collection },
				},
			});
		},
	};
	return colleague;
}

function nameOf(path: string) {
	const [, collection = '', file = ''] = path.split('/');
	return { collection, slug: file.split('.')[0] ?? '' };
}

describe('a team', () => {
	let started: Started;
	let writer: Colleague;
	let reader: Colleague;
	let head: Colleague;

	beforeAll(async () => {
		started = await start();
		[writer, reader, head] = (await Promise.all(
			(Object.keys(people) as (keyof typeof people)[]).map((name) => signIn(started.address, name)),
		)) as [Colleague, Colleague, Colleague];
	});
	afterAll(async () => {
		if (started.child.exitCode === null && started.child.signalCode === null) await started.stop('SIGKILL');
	});

	let changes = 0;
	/** Write, have it signed off, and let it wait for the head. */
	async function makeReady(path: string, from: string, to: string): Promise<void> {
		await writer.save(path, (text) => {
			expect(text).toContain(from);
			return text.replace(from, to).replace(/what: .*/, `what: In other words, for the ${++changes}th time.`);
		});
		const name = nameOf(path);
		await writer.post('status', { ...name, status: 'in review' });
		await reader.post('sign-off', { ...name, language: 'en' });
		await reader.post('status', { ...name, status: 'ready' });
	}

	const publish = (...paths: string[]) =>
		head.post('publish', { drafts: paths.map(nameOf) }).then(({ body }) => (body as ReleaseReport).id);
	const report = async (id: string) =>
		(await head.get<ReleasesAnswer>('releases')).releases.find((each) => each.id === id);
	const ended = async (id: string) => {
		await expect
			.poll(async () => (await report(id))?.state, { timeout: 60_000, interval: 100 })
			.toMatch(/published|failed/);
		return report(id);
	};

	test('makes the repository of the clone, listens, and says what is served', () => {
		expect(started.said()).toContain(`The repository ${repository} was made of ${join(folder, 'clone')}.`);
		expect(started.said()).not.toContain('demonstration');
		expect(started.said()).not.toContain(secret);
		expect(inRepository('log', '--format=%s', 'main')).toBe('Content');
	});

	test('lets nobody in who does not come through the single sign-on', async () => {
		const name = { 'x-editor-person': 'ash@example.org' };
		expect((await ask(started.address, { path: '/api/session', headers: name })).status).toBe(403);
		const click = { method: 'POST', path: '/api/session', message: { person: 'head' } };
		expect((await ask(started.address, click)).status).toBe(403);
	});

	test('publishes what is due by command, beside the editor, and records it on main', () => {
		const { status, stdout, stderr } = publishCommand(AT);
		expect({ status, stderr }, stdout).toEqual({ status: 0, stderr: '' });
		expect(stdout).toContain('Published, and recorded on main of the repository.');
		expect(inRepository('log', '--format=%s', '-1', 'main')).toBe('Freeze what was due');
		expect(shown('guidance/late-letters')).toContain('What to say');
		const again = publishCommand('2026-11-23T09:00:01Z');
		expect(again.stdout).toContain('There was nothing new to publish.');
		expect(inRepository('rev-list', '--count', 'main')).toBe('2');
	});

	test('writes, reviews, signs off and publishes: readers see it, frozen on main and signed', async () => {
		const before = current();
		await makeReady(guidance, '## What to say', '## What to say first');
		expect(shown('guidance/late-letters')).not.toContain('What to say first');
		const done = await ended(await publish(guidance));
		expect(done).toMatchObject({ state: 'published', by: 'head', message: 'Published.' });
		expect(done?.links).toEqual([
			{
				title: 'Late letters in the handbook',
				url: 'https://handbook.example/guidance/late-letters/',
			},
		]);
		expect(current()).not.toBe(before);
		expect(shown('guidance/late-letters')).toContain('What to say first');
		expect(existsSync(join(releases, 'current', 'handbook', 'guidance/late-letters/editions/2'))).toBe(true);
		const record = JSON.parse(readFileSync(join(releases, 'current', 'RELEASE.json'), 'utf8')) as {
			commit: string;
		};
		expect(record.commit).toBe(inRepository('rev-parse', 'main'));
		expect(inRepository('for-each-ref', 'refs/heads/cms', 'refs/releases')).toBe('');
		expect(inRepository('ls-tree', '-r', '--name-only', 'main', 'content/editions')).toContain(
			'content/editions/guidance/late-letters/2.json',
		);
		const kept = join(folder, 'kept');
		execFileSync('git', ['clone', '--quiet', repository, kept]);
		expect(verifyFolder(join(releases, 'current'), join(kept, 'content'))).toEqual([]);
		const register = join(releases, 'current', 'handbook', 'register');
		for (const file of readdirSync(register).filter((each) => /checkpoint|key/.test(each)))
			expect(readFileSync(join(register, file), 'utf8'), file).not.toMatch(/demonstration/);
	});

	test('that cannot be built: readers see the old words, the draft is as it was, and it is told', async () => {
		await makeReady(standard, 'You must be on time.', 'You must be early.');
		const refs = inRepository('for-each-ref');
		const before = current();
		// A file where the sites are built.
		renameSync(join(work, 'sites'), join(work, 'sites-away'));
		writeFileSync(join(work, 'sites'), '');
		const failed = await ended(await publish(standard));
		expect(failed?.state).toBe('failed');
		expect(failed?.message).toMatch(
			/^Not published: the sites could not be made. Readers see what they saw before, and what you wrote is as it was. Tell whoever runs the editor: “.+”$/,
		);
		expect(current()).toBe(before);
		expect(inRepository('for-each-ref')).toBe(refs);
		expect((await head.get<DraftAnswer>(`draft?${new URLSearchParams(nameOf(standard))}`)).status).toBe(
			'ready',
		);
		rmSync(join(work, 'sites'));
		renameSync(join(work, 'sites-away'), join(work, 'sites'));
	});

	test('waits while somebody else publishes, one after the other; the command is refused in words', async () => {
		await makeReady(guidance, '## What to say first', '## What to say at once');
		const letGo = takeLock(disk, join(releases, '.releasing'));
		const [first, second] = [await publish(standard), await publish(guidance)];
		await expect
			.poll(async () => (await report(first))?.message, { timeout: 30_000, interval: 50 })
			.toBe('Another release is under way. This one waits until it has ended …');
		expect((await report(second))?.state).toBe('waiting');
		const refused = publishCommand('2026-11-23T09:30:00Z');
		expect(refused.status).toBe(1);
		expect(refused.stderr).toMatch(
			/^Another release is under way .+ Wait until it has ended, and try again\./,
		);
		letGo();
		expect((await ended(first))?.state).toBe('published');
		expect((await ended(second))?.state).toBe('published');
		expect(shown('standards/timeliness')).toContain('You must be early.');
		expect(shown('guidance/late-letters')).toContain('What to say at once');
	});

	test('asked to end during a release, finishes it first', async () => {
		await makeReady(guidance, '## What to say at once', '## What to say last');
		await publish(guidance);
		expect(await started.stop('SIGTERM')).toBe(0);
		expect(shown('guidance/late-letters')).toContain('What to say last');
		expect(inRepository('show', `main:${guidance}`)).toContain('## What to say last');
		expect(inRepository('for-each-ref', 'refs/heads/cms', 'refs/releases')).toBe('');
	});

	test('killed when readers saw the release and main did not say so: finished at the next start', async () => {
		const end = inRepository('rev-parse', 'main');
		// As it was before main moved: the draft, and main without what was merged and frozen.
		const [merge, before, draft] = ['main^', 'main^^', 'main^^2'].map((each) =>
			inRepository('rev-parse', each),
		);
		expect(merge).not.toBe(before);
		inRepository('update-ref', 'refs/heads/main', `${before}`);
		inRepository('update-ref', 'refs/heads/cms/guidance/late-letters', `${draft}`);
		inRepository('update-ref', 'refs/releases/shown', end);
		started = await start();
		expect(inRepository('rev-parse', 'main')).toBe(end);
		expect(inRepository('for-each-ref', 'refs/heads/cms', 'refs/releases')).toBe('');
	});

	test('an emergency, and taking a text back, go by command to the same readers and the same main', async () => {
		const clone = join(folder, 'emergency');
		execFileSync('git', ['clone', '--quiet', repository, clone]);
		const file = join(clone, standard);
		writeFileSync(
			file,
			readFileSync(file, 'utf8')
				.replace('You must be early.', 'You must call at once.')
				.replace(/what: .*/, 'what: Call.'),
		);
		git(clone, 'commit', '--quiet', '--all', '--message', 'Call at once');
		git(clone, 'push', '--quiet', 'origin', 'main');
		const unsigned = publishCommand('2026-11-23T10:00:00Z');
		expect(unsigned.status).toBe(1);
		expect(unsigned.stderr).toContain('content/standards/timeliness.en.mdx');
		const urgent = publishCommand('2026-11-23T10:00:01Z', '--emergency', 'A wrong number.', '--by', 'head');
		expect(urgent.status, urgent.stderr).toBe(0);
		expect(shown('standards/timeliness')).toContain('You must call at once.');
		const taken = publishCommand(
			'2026-11-23T10:00:02Z',
			'--error',
			'GD-001/1',
			'--why',
			'A wrong time limit.',
		);
		expect(taken.status, taken.stderr).toBe(0);
		const kept = inRepository('ls-tree', '-r', '--name-only', 'main', 'content/editions/guidance');
		expect(kept).not.toContain('late-letters/1.staff.json');
		expect(kept).toContain('late-letters/2.staff.json');
		expect(inRepository('log', '--format=%s', '-1', 'main')).toBe('Remove what was taken from reading');
		expect(inRepository('for-each-ref', 'refs/releases')).toBe('');
		expect(await started.stop('SIGINT')).toBe(0);
	});

	test('content that is older than what readers see is not shown to them', () => {
		const served = current();
		const { status, stderr } = spawnSync(
			process.execPath,
			[
				join(ROOT, 'scripts', 'publish.ts'),
				...['--content', join(folder, 'clone', 'content'), '--releases', releases, '--yes'],
				...['--at', '2026-11-25T09:00:00Z', '--out', join(folder, 'dist'), '--work', work],
			],
			{ cwd: folder, encoding: 'utf8', env: withoutSecrets() },
		);
		expect(status).toBe(1);
		expect(stderr).toContain('readers have been shown editions that this content does not have');
		expect(current()).toBe(served);
	});
});

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
			[join(ROOT, 'scripts', 'editor.ts'), '--config', file, '--work', work],
			{ encoding: 'utf8', env: withoutSecrets() },
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
