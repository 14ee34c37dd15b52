/** The end of an editing server: at once, whoever is connected and whatever it is doing. */
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { startEditingServer } from '../../cms/server/index.ts';
import {
	type Editing,
	HOST,
	makeRepository,
	openEditing,
	page,
	people,
	START,
	type Visitor,
} from './editing-server.ts';

it('lets whoever is asking finish, and nobody stay to listen', async () => {
	const local = await openEditing();
	const writer = await local.as('guidance-lead');
	const { port, host, origin } = new URL(local.address);
	const request = (line: string, more: Record<string, string> = {}) =>
		[
			`${line} HTTP/1.1`,
			...Object.entries({ host, ...writer.headers, ...more }).map((pair) => pair.join(': ')),
			'',
			'',
		].join('\r\n');
	const message = JSON.stringify({ collection: 'guidance', slug: 'first', comment: 'Shorter.' });
	const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8');
	socket.write(
		request('POST /api/comment', {
			origin,
			'content-type': 'application/json',
			'content-length': `${message.length}`,
			expect: '100-continue',
		}),
	);
	expect((await once(socket, 'data'))[0]).toMatch(/^HTTP\/1.1 100 /);

	const ended = once(socket, 'close');
	const closed = local.server.close();
	socket.write(message);
	expect((await once(socket, 'data'))[0]).toMatch(/^HTTP\/1.1 404 /);
	// As a browser does that was told of the end of what it listened to.
	socket.write(request('GET /api/releases/events'));
	await Promise.all([ended, closed]);
	local.remove();
});

it('ends a release that is under way, though those who listened to it have gone', async () => {
	let closed: Promise<void> | undefined;
	const local: Editing = await openEditing({
		async publish({ onProgress }) {
			closed = local.server.close();
			onProgress('Building …');
			// A fault of a connection would be thrown now.
			await new Promise((done) => setImmediate(done));
			return { published: true, links: [] };
		},
	});
	const [writer, reviewer, approver] = await Promise.all(
		['guidance-lead', 'legal-adviser', 'approver'].map((person) => local.as(person)),
	);
	const name = { collection: 'guidance', slug: 'first' };
	const path = 'content/guidance/first.en.mdx';
	const { id } = await (writer as Visitor).open(path);
	const steps = [
		await writer?.save(path, page('GD-001', 'Another title'), id),
		await writer?.post('status', { ...name, status: 'in review' }),
		await reviewer?.post('sign-off', { ...name, language: 'en' }),
		await reviewer?.post('status', { ...name, status: 'ready' }),
	];
	expect(steps.map((answer) => answer?.status)).toEqual([200, 200, 200, 200]);
	const { port, host } = new URL(local.address);
	const headers = { host, cookie: (approver as Visitor).headers.cookie };
	const listening = get({ host: '127.0.0.1', port, path: '/api/releases/events', headers, agent: false });
	await once(listening, 'response');
	expect((await approver?.post('publish', { drafts: [name] }))?.status).toBe(200);
	await expect.poll(() => closed !== undefined).toBe(true);
	await closed;
	expect(local.git('show', `main:${path}`)).toContain('Another title');
	local.remove();
});

it('closes in the middle of what it reads ahead, without a word', async () => {
	const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	const pages = Array.from({ length: 60 }, (_, index) => [
		`content/guidance/page-${index}.en.mdx`,
		`---\ntitle: Page ${index}\n---\n\nText ${index}.\n`,
	]);
	const local = await openEditing({}, Object.fromEntries(pages) as Record<string, string>);
	await local.close();
	expect(said).not.toHaveBeenCalled();
	said.mockRestore();
});

it.runIf(existsSync('/proc/self/stat'))('is left alone by a Ctrl-C that is meant for others', async () => {
	const local = await openEditing();
	const writer = await local.as('guidance-lead');
	expect((await writer.get('session')).status).toBe(200);
	const groups = readersOf(local.repository);
	expect(groups.length).toBe(1);
	expect(groups.every(({ pid, group }) => pid === group)).toBe(true);
	await local.close();
});

it.runIf(existsSync('/proc/self/stat'))('leaves nothing running when its port is in use', async () => {
	const local = await openEditing();
	const other = await makeRepository();
	const started = startEditingServer({
		hostNames: [HOST],
		people,
		publish: async () => ({ published: true, links: [] }),
		clock: () => START,
		repository: other.repository,
		bundle: join(local.folder, 'bundle'),
		audit: join(local.folder, 'other.jsonl'),
		port: Number(new URL(local.address).port),
	});
	await expect(started).rejects.toThrow('Another program answers at port');
	// It ends by itself, once its input has.
	await expect.poll(() => readersOf(other.repository), { timeout: 10_000 }).toEqual([]);
	other.remove();
	await local.close();
});

/** The programs that read this repository. */
function readersOf(repository: string): { pid: number; group: number }[] {
	return readdirSync('/proc')
		.filter((id) => /^\d+$/.test(id))
		.flatMap((id) => groupOfReader(id, repository));
}

/** The group of a program that reads this repository, as the kernel tells it. */
function groupOfReader(id: string, repository: string): { pid: number; group: number }[] {
	try {
		const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
		if (!command.includes(repository) || !command.includes('cat-file')) return [];
		const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
		return [{ pid: Number(id), group: Number(fields[2]) }];
	} catch {
		return [];
	}
}
