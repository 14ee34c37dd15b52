/** An editing server over a miniature repository, asked over HTTP as a browser asks it; thrown away at the end. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
	type EditingServer,
	type EditingServerOptions,
	prepareRepository,
	startEditingServer,
} from '../../cms/server/index.ts';
import { CSRF_HEADER } from '../../src/cms/protocol.ts';

export const HOST = 'editor.localhost';
/** The moment at which everything happens until a test lets time pass. */
export const START = Date.parse('2026-11-23T09:00:00Z');
const ROOT = join(import.meta.dirname, '..', '..');

/** The demonstration people who sign in; what each of them may do is in content/people. */
export const people = ['guidance-lead', 'letters-lead', 'legal-adviser', 'welsh-lead', 'approver'];

/** A page without faults, of a staff handbook. */
export function page(code: string, title: string, text = 'Write within the day.'): string {
	return `---
code: ${code}
title: ${title}
summary: What to write, and when to send it.
owner: guidance-lead
topics:
  - letters-and-writing
stages:
  - charging-decision
review:
  everyMonths: 12
  lastReviewed: 2026-11-20
  by: legal-adviser
  outcome: First version
changeNote:
  kind: major
  what: New page.
  why: Caseworkers asked for it.
  inForceFrom: 2026-11-23
---

${text}
`;
}

/** What the repository holds at first, beside the people and the topics of the product. */
const pages: Record<string, string> = {
	'content/guidance/first.en.mdx': page('GD-001', 'The first page'),
	'content/guidance/second.en.mdx': page('GD-002', 'The second page'),
	'content/guidance/third.en.mdx': page('GD-003', 'The third page'),
};

/** Run git in a folder, as nobody in particular. Answers what it printed. */
export function git(folder: string, ...args: string[]): string {
	const who = ['-c', 'user.name=Sam Example', '-c', 'user.email=sam@people.invalid'];
	return execFileSync('git', ['-C', folder, ...who, ...args], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
	}).trimEnd();
}

export interface Clone {
	/** Folder of everything the test writes. */
	folder: string;
	/** A clone with the content, on main. */
	clone: string;
	/** The editor’s bare repository, made of it. */
	repository: string;
	remove(): void;
}

/** A clone with miniature content (and `more`, by path), and the editor’s repository made of it. */
export async function makeRepository(more: Record<string, string> = {}): Promise<Clone> {
	const folder = mkdtempSync(join(tmpdir(), 'editing-'));
	const clone = join(folder, 'clone');
	const repository = join(folder, 'repository.git');
	for (const name of ['people', 'topics'])
		cpSync(join(ROOT, 'content', name), join(clone, 'content', name), { recursive: true });
	for (const [path, text] of Object.entries({ ...pages, ...more })) {
		mkdirSync(dirname(join(clone, path)), { recursive: true });
		writeFileSync(join(clone, path), text);
	}
	git(clone, 'init', '--quiet', '--initial-branch', 'main');
	git(clone, 'add', '.');
	git(clone, 'commit', '--quiet', '--message', 'Content');
	await prepareRepository({ repository, workingCopy: clone });
	return { folder, clone, repository, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	/** The message, parsed when it is JSON. */
	body: unknown;
}

export interface Question {
	method?: string;
	path: string;
	headers?: Record<string, string | undefined>;
	/** Sent as JSON. */
	message?: unknown;
	/** Sent as it is, in place of a message. */
	bytes?: string | Uint8Array;
}

/** Ask a server; nothing is added that the question does not say, but the names of the server and of the page. */
export function ask(address: string, question: Question): Promise<Answer> {
	const { port, origin, host } = new URL(address);
	const { method = 'GET', path, message } = question;
	const bytes = question.bytes ?? (message === undefined ? undefined : JSON.stringify(message));
	const wanted = {
		host,
		...(method !== 'GET' && { origin, 'content-type': 'application/json' }),
		...question.headers,
	};
	const headers = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
	return new Promise((answered, fail) => {
		const asked = request({
			host: '127.0.0.1',
			port,
			path,
			method,
			// A connection that is kept may have been closed while the test did something else.
			agent: false,
			headers: headers as Record<string, string>,
		});
		asked.on('error', fail);
		asked.on('response', (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('error', fail);
			response.on('end', () => {
				const text = Buffer.concat(parts).toString('utf8');
				const isJson = /^application\/json/.test(response.headers['content-type'] ?? '');
				answered({
					status: response.statusCode ?? 0,
					headers: response.headers,
					body: isJson ? JSON.parse(text) : text,
				});
			});
		});
		asked.end(bytes);
	});
}

/** Somebody who is signed in. */
export interface Visitor {
	/** What their browser sends with everything. */
	headers: { cookie: string; [CSRF_HEADER]: string };
	ask(question: Question): Promise<Answer>;
	get(name: string): Promise<Answer>;
	/** One of our own messages: `POST /api/<name>`. */
	post(name: string, message: unknown): Promise<Answer>;
	/** One of Decap’s actions. */
	act(action: string, params: unknown): Promise<Answer>;
	/** Save one file of a page; `baseId` is the blob it was opened as. */
	save(path: string, raw: string, baseId?: string): Promise<Answer>;
	/** The file as it is in its draft, or as it is published. */
	open(path: string): Promise<{ text: string; id: string }>;
}

/** Sign somebody in by a click. */
export async function signIn(address: string, person: string): Promise<Visitor> {
	const answer = await ask(address, { method: 'POST', path: '/api/session', message: { person } });
	if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
	const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
	const headers = { cookie, [CSRF_HEADER]: (answer.body as { csrf: string }).csrf };
	const visitor: Visitor = {
		headers,
		ask: (question) => ask(address, { ...question, headers: { ...headers, ...question.headers } }),
		get: (name) => visitor.ask({ path: `/api/${name}` }),
		post: (name, message) => visitor.ask({ method: 'POST', path: `/api/${name}`, message }),
		act: (action, params) => visitor.post('v1', { action, params }),
		save(path, raw, baseId) {
			const [, collection = '', file = ''] = path.split('/');
			const slug = file.split('.')[0];
			return visitor.act('persistEntry', {
				dataFiles: [{ slug, path, raw, ...(baseId && { baseId }) }],
				assets: [],
				options: { collectionName: collection },
			});
		},
		async open(path) {
			const [, collection, file = ''] = path.split('/');
			const query = (at: string) =>
				`text?${new URLSearchParams({ path, at, collection: `${collection}`, slug: file.split('.')[0] ?? '' })}`;
			const draft = await visitor.get(query('draft'));
			const found = draft.status === 200 ? draft : await visitor.get(query('main'));
			if (found.status !== 200) throw new Error(JSON.stringify(found.body));
			return found.body as { text: string; id: string };
		},
	};
	return visitor;
}

export interface Editing extends Clone {
	server: EditingServer;
	address: string;
	/** The visitor of a person, signed in once. */
	as(person: string): Promise<Visitor>;
	/** Run git in the editor’s repository. */
	git(...args: string[]): string;
	/** Every reference with its object: what any change of the repository changes. */
	refs(): string;
	/** Let time pass, in milliseconds. */
	pass(ms: number): void;
	/** The lines of the audit. */
	audit(): Record<string, string>[];
	close(): Promise<void>;
}

/** Start a server over miniature content; its options may depend on where that is. */
export async function openEditing(
	options: Partial<EditingServerOptions> | ((made: Clone) => Partial<EditingServerOptions>) = {},
	more: Record<string, string> = {},
): Promise<Editing> {
	const made = await makeRepository(more);
	const bundle = join(made.folder, 'bundle');
	mkdirSync(bundle);
	writeFileSync(join(bundle, 'index.html'), '<!doctype html><title>Editor</title>');
	const audit = join(made.folder, 'audit.jsonl');
	let now = START;
	const server = await startEditingServer({
		repository: made.repository,
		bundle,
		port: 0,
		hostNames: [HOST],
		people,
		publish: async () => ({ published: true, links: [] }),
		clock: () => now,
		audit,
		...(typeof options === 'function' ? options(made) : options),
	});
	const visitors = new Map<string, Promise<Visitor>>();
	const editing: Editing = {
		...made,
		server,
		address: server.address,
		as(person) {
			const visitor = visitors.get(person) ?? signIn(server.address, person);
			visitors.set(person, visitor);
			return visitor;
		},
		git: (...args) => git(made.repository, ...args),
		refs: () => git(made.repository, 'for-each-ref'),
		pass(ms) {
			now += ms;
		},
		audit: () =>
			readFileSync(audit, 'utf8')
				.split('\n')
				.filter((line) => line !== '')
				.map((line) => JSON.parse(line) as Record<string, string>),
		async close() {
			// A test may have put another in its place.
			await editing.server.close();
			made.remove();
		},
	};
	return editing;
}
