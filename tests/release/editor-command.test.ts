/**
 * `npm run editor` as a team runs it: behind a single sign-on, over a repository of its own, publishing to the folder that
 * readers are served, beside the command that publishes what is due.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readlinkSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { DraftAnswer, ReleaseReport, ReleasesAnswer, SessionAnswer } from '../../src/cms/answers.ts';
import { CSRF_HEADER } from '../../src/cms/protocol.ts';
import { disk } from '../../src/release/file-operations.ts';
import { takeLock } from '../../src/release/release-lock.ts';
import { verifyFolder } from '../../src/release/verify-folder.ts';
import { type Answer, ask, git } from '../cms/editing-server.ts';
import { openSmallContent } from '../editions/small-content.ts';
import { nginxPath } from './nginx-reader.ts';
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

const nginx = nginxPath();

/** nginx with the examples, between a stand-in for oauth2-proxy and the editor. */
async function openFront(editor: string) {
	const gate = createServer((request, response) => {
		const who = /signed-on=(\S+)/.exec(request.headers.cookie ?? '')?.[1];
		if (who) response.setHeader('X-Auth-Request-Email', who);
		response.writeHead(who ? 202 : 401).end();
	});
	const portOf = (server: Server) => (server.address() as AddressInfo).port;
	await new Promise<void>((done) => gate.listen(0, '127.0.0.1', done));
	const free = createServer();
	const port = await new Promise<number>((done) =>
		free.listen(0, '127.0.0.1', () => {
			const found = portOf(free);
			free.close(() => done(found));
		}),
	);
	const inDeploy = (file: string) => readFileSync(join(ROOT, 'deploy', 'nginx', file), 'utf8');
	const front = join(folder, 'front');
	mkdirSync(front);
	const proxy = inDeploy('editor-proxy.conf')
		.replace('"the secret"', `"${secret}"`)
		.replace('127.0.0.1:4323', `127.0.0.1:${new URL(editor).port}`);
	const site = inDeploy('victim-communication-editor.conf')
		.replaceAll('/etc/nginx/victim-communication', front)
		.replaceAll('127.0.0.1:4180', `127.0.0.1:${portOf(gate)}`)
		.replace(/^\s*ssl_certificate.*$/gm, '')
		.replace('listen 443 ssl;', `listen 127.0.0.1:${port};`);
	const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
		(kind) => `${kind}_temp_path ${front}/${kind};`,
	);
	writeFileSync(join(front, 'editor-proxy.conf'), proxy);
	writeFileSync(
		join(front, 'nginx.conf'),
		`daemon off; master_process off; pid ${front}/pid; error_log stderr notice; events {}
http { ${places.join(' ')} access_log off; ${site} }`,
	);
	const server = spawn(nginx ?? '', ['-p', front, '-c', join(front, 'nginx.conf')], { stdio: 'ignore' });
	const address = `http://editor.example:${port}/`;
	await expect
		.poll(
			() =>
				ask(address, { path: '/' }).then(
					({ status }) => status,
					() => 0,
				),
			{ timeout: 10_000 },
		)
		.toBe(302);
	return {
		ask: (path: string, headers: Record<string, string> = {}) => ask(address, { path, headers }),
		async close() {
			server.kill('SIGTERM');
			await new Promise((done) => server.once('exit', done));
			gate.close();
		},
	};
}

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

	// Where it is not installed, the examples are read by tests/cms/editor-config.test.ts.
	if (nginx)
		test('is reached through nginx, once oauth2-proxy says who somebody is', async () => {
			const office = await openFront(started.address);
			try {
				const [page, api] = [await office.ask('/'), await office.ask('/api/session')];
				expect(page).toMatchObject({
					status: 302,
					headers: { location: expect.stringMatching(/\/oauth2\/start\?rd=/) },
				});
				expect(api.status).toBe(401);
				const own = { 'x-editor-person': 'ash@example.org', 'x-editor-secret': secret };
				expect((await office.ask('/api/session', own)).status).toBe(401);
				const signedOn = { cookie: 'signed-on=rae@example.org' };
				expect((await office.ask('/', signedOn)).body).toContain('<div id="nc-root">');
				const session = await office.ask('/api/session', { ...own, ...signedOn });
				expect(session.body as SessionAnswer).toMatchObject({ person: { id: 'reader' } });
			} finally {
				await office.close();
			}
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
		expect(readFileSync(join(register, 'checkpoint.txt'), 'utf8')).toMatch(
			/^— victim-communication\/handbook \S+$/m,
		);
		expect(readFileSync(join(register, 'key.txt'), 'utf8')).not.toMatch(/demonstration/);
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
