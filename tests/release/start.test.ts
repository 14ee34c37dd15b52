/** `npm start`, as somebody who writes meets it: served, watched, never dying of what they write. */
import { type ChildProcess, spawn } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../src/model/issue.ts';
import { headersFor } from '../../src/sites/shared/security.ts';
import { AT, type Maker, publicTree, type Tree, writeTo, writeTree } from './miniature.ts';
import { Words } from './words.ts';
import { openYard, ROOT, type Yard } from './workshop.ts';

const make: Maker = { secrets: new Words('qzvk'), open: new Words('plmj') };
const page = 'victim-pages/second.en.mdx';
let yard: Yard;
let tree: Tree;

interface Started {
	child: ChildProcess;
	handbook: string;
	public: string;
	said(): string;
}

/** Start the command on the content of the yard. Resolves when it has printed both addresses. */
async function start(): Promise<Started> {
	const args = [
		join(ROOT, 'scripts', 'start.ts'),
		'--content',
		yard.content,
		'--out',
		yard.out,
		'--work',
		yard.work,
		'--at',
		AT,
	];
	const child = spawn(process.execPath, args, { cwd: yard.folder });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
	const address = (name: string) => new RegExp(`${name} +(http://127\\.0\\.0\\.1:\\d+/)`).exec(said)?.[1];
	await until(
		() => (child.exitCode !== null || said.includes('Stop with Ctrl-C') ? true : undefined),
		() => said,
	);
	return {
		child,
		handbook: address('Staff handbook') ?? '',
		public: address('Public pages') ?? '',
		said: () => said,
	};
}

/** Wait until something is there. What is waited for decides, not the clock: the limit only ends a test that hangs. */
async function until<T>(
	look: () => T | undefined | Promise<T | undefined>,
	otherwise: () => string = () => '',
): Promise<T> {
	for (const end = Date.now() + 50_000; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
		const found = await look();
		if (found !== undefined) return found;
	}
	throw new Error(`Waited in vain. ${otherwise()}`);
}

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

function ask(
	address: string,
	options: { headers?: Record<string, string>; method?: string } = {},
): Promise<Answer> {
	return new Promise((done, fail) => {
		const request = get(address, options, (response) => {
			let body = '';
			response.on('data', (chunk) => (body += String(chunk)));
			response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
		});
		request.on('error', fail);
	});
}

/** Send a request line as it stands, and give the status line of the answer. */
function sendRaw(address: string, line: string, host = '127.0.0.1'): Promise<string> {
	return new Promise((done, fail) => {
		const socket = connect(Number(new URL(address).port), '127.0.0.1', () =>
			socket.write(`${line}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, 'latin1'),
		);
		let text = '';
		socket.on('data', (chunk) => (text += chunk.toString('latin1')));
		socket.on('close', () => done(text));
		socket.on('error', fail);
	});
}

/** What the server tells open pages, newest last. */
function listen(address: string): { heard: { build: number; issues: Issue[] }[]; end(): void } {
	const heard: { build: number; issues: Issue[] }[] = [];
	const request = get(`${address}.live/events`, (response) => {
		response.on('data', (chunk) => {
			for (const [, data = ''] of String(chunk).matchAll(/data: (.*)\n/g))
				heard.push(JSON.parse(data) as { build: number; issues: Issue[] });
		});
		response.on('error', () => undefined);
	});
	request.on('error', () => undefined);
	return { heard, end: () => request.destroy() };
}

async function stop({ child }: Started, signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
	const ended = new Promise<number | null>((done) => child.once('exit', done));
	child.kill(signal);
	return ended;
}

/** Save the page of the tests with another sentence in it. */
function edit(
	words: string,
	save: (file: string, text: string) => void = (file, text) => writeFileSync(file, text),
): void {
	save(join(yard.content, page), `${String(tree[page])}\n${words}\n`);
}

const shows = (started: Started, words: string) =>
	until(
		async () => ((await ask(`${started.public}information/second/`)).body.includes(words) ? true : undefined),
		started.said,
	);

beforeAll(async () => {
	yard = openYard();
	tree = await publicTree(make);
});
afterAll(() => yard.close());

describe('with sound content', () => {
	let started: Started;
	let busy: Server;

	beforeAll(async () => {
		writeTree(yard.content, tree);
		// Somebody else may have the port already: then this is not needed, and cannot be had.
		busy = createServer();
		await new Promise<void>((done) => {
			busy.once('error', () => done());
			busy.listen(4321, '127.0.0.1', () => done());
		});
		started = await start();
	});
	afterAll(async () => {
		busy.close();
		if (started.child.exitCode === null) await stop(started, 'SIGKILL');
	});

	it('prints both addresses and what to do next', () => {
		expect(started.handbook).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
		expect(started.public).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
		expect(started.said()).toMatch(/Edit a file under .*content\/ and save it/);
	});

	it('says that a port is in use, and takes the next', () => {
		expect(started.said()).toContain('Port 4321 is in use; trying 4322.');
		expect(Number(new URL(started.handbook).port)).toBeGreaterThan(4321);
		expect(started.public).not.toBe(started.handbook);
	});

	it('serves pages with the headers a server must send', async () => {
		for (const [address, path] of [
			[started.public, '/'],
			[started.public, '/information/second/'],
			[started.public, '/search/'],
			[started.handbook, '/'],
		] as const) {
			const { status, headers } = await ask(`${address.slice(0, -1)}${path}`);
			expect(status).toBe(200);
			expect(headers['content-type']).toBe('text/html; charset=utf-8');
			for (const [name, value] of Object.entries(headersFor(path))) {
				const sent = headers[name.toLowerCase()];
				if (name === 'Content-Security-Policy')
					expect(sent?.toString().replace("connect-src 'self'", "connect-src 'none'")).toBe(
						value.replace("connect-src 'self'", "connect-src 'none'"),
					);
				else expect(sent, name).toBe(name === 'Cache-Control' ? 'no-store' : value);
			}
			expect(headers['set-cookie']).toBeUndefined();
			expect(headers.server).toBeUndefined();
		}
		const home = await ask(started.public);
		const style = /href="(\/assets\/[^"]+\.css)"/.exec(home.body)?.[1];
		expect(await ask(`${started.public.slice(0, -1)}${style}`)).toMatchObject({
			status: 200,
			headers: { 'content-type': 'text/css; charset=utf-8', 'x-content-type-options': 'nosniff' },
		});
	});

	it('answers an unknown address with the page for that, and an address of the past with the new one', async () => {
		const unknown = await ask(`${started.public}no/such/page/`);
		expect(unknown.status).toBe(404);
		expect(unknown.body).toContain('<h1');
		expect(await ask(`${started.public}old/`)).toMatchObject({ status: 301, headers: { location: '/a-z/' } });
		expect(await ask(`${started.public}information/second`)).toMatchObject({
			status: 301,
			headers: { location: '/information/second/' },
		});
	});

	it('answers nobody who asks under another name, or wants to write', async () => {
		for (const host of [
			'evil.example',
			'127.0.0.1.evil.example',
			'localhost.evil.example:80',
			'127.0.0.1:4321@evil.example',
			'[::1]',
		]) {
			expect((await ask(started.public, { headers: { host } })).status, host).toBeGreaterThanOrEqual(400);
		}
		expect(await sendRaw(started.public, 'GET / HTTP/1.1', '')).toMatch(/^HTTP\/1\.1 4\d\d /);
		expect((await ask(`${started.public}.live/events`, { headers: { host: 'evil.example' } })).status).toBe(
			421,
		);
		expect((await ask(started.public, { headers: { host: 'localhost:4322' } })).status).toBe(200);
		for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
			expect((await ask(started.public, { method })).status).toBe(405);
		expect(await ask(started.public, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
	});

	it('leads nowhere outside the site, and outlives every malformed address', async () => {
		const lines = [
			'/../public.made.json',
			'/..%2fpublic.made.json',
			'/%2e%2e/public.made.json',
			'/%2e%2e%2fpublic.made.json',
			'/information/../../public.made.json',
			'/..\\public.made.json',
			'/..%5cpublic.made.json',
			'/%00',
			'/index.html%00.png',
			'/%',
			'/%zz',
			'/%c0%ae%c0%ae/public.made.json',
			'//',
			'///',
			'//evil.example/',
			'/\\evil.example/',
			'/.//information',
			'/.//evil.example/..',
			'http://[',
			'http://evil.example/',
			'*',
			'/../handbook/index.html',
			`/${'a/'.repeat(5000)}`,
		];
		for (const line of lines) {
			const answer = await sendRaw(started.public, `GET ${line} HTTP/1.1`);
			expect(answer, line).toMatch(/^HTTP\/1\.1 [34]\d\d /);
			expect(answer, line).not.toMatch(/"renderer"|\r\nlocation: (?:\/[/\\]|http)/i);
		}
		expect((await ask(started.public)).status).toBe(200);
		expect(started.child.exitCode).toBeNull();
	});

	it('shows an edit on the page, however the editor saves', async () => {
		const live = listen(started.public);
		await until(() => live.heard[0]);
		const before = live.heard.at(-1)?.build ?? 0;
		edit('Saved in place.');
		await shows(started, 'Saved in place.');
		await until(() => live.heard.find(({ build }) => build > before), started.said);
		for (const [index, words] of [
			'Saved by renaming, once.',
			'Saved by renaming, twice.',
			'Saved in place again.',
			'Saved in place once more.',
		].entries()) {
			if (index > 1) edit(words);
			else
				edit(words, (file, text) => {
					writeFileSync(`${file}~`, text);
					renameSync(`${file}~`, file);
				});
			await shows(started, words);
		}
		live.end();
	});

	it('shows a page that is new, and drops one that is deleted', async () => {
		const file = 'victim-pages/added.en.mdx';
		writeTo(
			yard.content,
			file,
			String(tree['victim-pages/leaving-this-site.en.mdx']).replace('VP-021', 'VP-009'),
		);
		await until(
			async () => ((await ask(`${started.public}information/added/`)).status === 200 ? true : undefined),
			started.said,
		);
		rmSync(join(yard.content, file));
		await until(
			async () => ((await ask(`${started.public}information/added/`)).status === 404 ? true : undefined),
			started.said,
		);
	});

	it('keeps the last good page when an edit is broken, says what is wrong, and recovers', async () => {
		edit('Good words.');
		await shows(started, 'Good words.');
		const live = listen(started.public);
		edit('Broken words {evil()}');
		const { issues } = await until(() => live.heard.find((each) => each.issues.length > 0), started.said);
		expect(issues[0]).toMatchObject({ file: page, severity: 'error' });
		expect(issues[0]?.place.line).toBeGreaterThan(10);
		const { status, body } = await ask(`${started.public}information/second/`);
		expect(status).toBe(200);
		expect(body).toContain('Good words.');
		expect(body).not.toContain('Broken words');
		await until(() => (started.said().includes('Nothing was built.') ? true : undefined), started.said);
		expect(started.said()).toContain(page);
		edit('Mended words.');
		await shows(started, 'Mended words.');
		await until(() => (live.heard.at(-1)?.issues.length === 0 ? true : undefined), started.said);
		live.end();
	});

	it('goes on when the content was away, as it is while another branch is checked out', async () => {
		const live = listen(started.public);
		renameSync(yard.content, `${yard.content}.away`);
		await until(() => live.heard.find(({ issues }) => issues.length > 0), started.said);
		// Long enough for nothing to be watched any more.
		await new Promise((done) => setTimeout(done, 300));
		renameSync(`${yard.content}.away`, yard.content);
		await until(() => (live.heard.at(-1)?.issues.length === 0 ? true : undefined), started.said);
		edit('Words after a while.');
		await shows(started, 'Words after a while.');
		live.end();
	});

	it('ends on Ctrl-C with exit code 0, though pages are open, and frees its ports', async () => {
		const live = listen(started.public);
		await until(() => live.heard[0]);
		expect(await stop(started)).toBe(0);
		await expect(ask(started.public)).rejects.toThrow('ECONNREFUSED');
		await expect(ask(started.handbook)).rejects.toThrow('ECONNREFUSED');
		live.end();
	});
});

describe('with content that is broken from the start', () => {
	let started: Started;
	beforeAll(async () => {
		rmSync(yard.out, { recursive: true, force: true });
		writeTree(yard.content, { ...tree, [page]: `${String(tree[page])}\n{evil()}\n` });
		started = await start();
	});
	afterAll(async () => {
		if (started.child.exitCode === null) await stop(started, 'SIGKILL');
	});

	it('serves a page that says so, lists the problems on it, and recovers', async () => {
		for (const address of [started.public, started.handbook]) {
			const { status, body } = await ask(address);
			expect(status).toBe(503);
			expect(body).toContain('This site has not been built yet');
			expect(body).toContain('/.live/reload.js');
		}
		const live = listen(started.public);
		const first = await until(() => live.heard[0], started.said);
		expect(first.issues[0]).toMatchObject({ file: page });
		edit('Sound words.');
		await until(
			async () =>
				(await ask(`${started.public}information/second/`)).body.includes('Sound words.') ? true : undefined,
			started.said,
		);
		await until(
			() => live.heard.find(({ build, issues }) => build > first.build && issues.length === 0),
			started.said,
		);
		live.end();
	});

	it('ends when it is told to', async () => {
		expect(await stop(started, 'SIGTERM')).toBe(0);
	});
});
