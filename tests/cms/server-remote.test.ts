/** A remote, as a bare repository on the disk: pushed to, pulled from, ahead, apart, away and slow. */
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRepository } from '../../cms/server/index.ts';
import type { ReleaseEvent, ReleasesAnswer, RemoteReport, SaveAnswer } from '../../src/cms/answers.ts';
import { type Editing, git, openEditing, page, START, type Visitor } from './editing-server.ts';

const FIRST = 'content/guidance/first.en.mdx';
const SECOND = 'content/guidance/second.en.mdx';
const draft = 'refs/heads/cms/guidance/first';
const first = { collection: 'guidance', slug: 'first' };

let editing: Editing;
let writer: Visitor;
let remote: string;
/** Somebody else’s clone of the remote. */
let elsewhere: string;
let news: { next(which: (event: ReleaseEvent) => boolean): Promise<ReleaseEvent>; close(): void };

beforeEach(async () => {
	editing = await openEditing((made) => {
		remote = join(made.folder, 'remote.git');
		elsewhere = join(made.folder, 'elsewhere');
		git(made.folder, 'clone', '--quiet', '--bare', made.clone, remote);
		git(made.folder, 'clone', '--quiet', remote, elsewhere);
		return { remote: { url: remote, every: 1, patience: 10 } };
	});
	writer = await editing.as('guidance-lead');
	news = listen(editing.address, writer);
});
afterEach(async () => {
	news.close();
	await editing.close();
});

/** What everybody with the editor open is told, as it comes. */
function listen(address: string, { headers }: Visitor): typeof news {
	const events: ReleaseEvent[] = [];
	const waiting: { which(event: ReleaseEvent): boolean; found(event: ReleaseEvent): void }[] = [];
	const { port, host } = new URL(address);
	const path = '/api/releases/events';
	const asked = get(
		{ host: '127.0.0.1', port, path, headers: { host, cookie: headers.cookie } },
		(response) => {
			let text = '';
			response.on('error', () => {});
			response.on('data', (chunk) => {
				text += String(chunk);
				const parts = text.split('\n\n');
				text = parts.pop() ?? '';
				for (const part of parts.filter((each) => each.startsWith('data: '))) {
					const event = JSON.parse(part.slice('data: '.length)) as ReleaseEvent;
					events.push(event);
					for (const each of waiting) if (each.which(event)) each.found(event);
				}
			});
		},
	);
	asked.on('error', () => {});
	return {
		next: (which) => {
			const known = events.find(which);
			return known ? Promise.resolve(known) : new Promise((found) => waiting.push({ which, found }));
		},
		close: () => asked.destroy(),
	};
}

/** Look until something is so; the limit of the test ends one that never is. */
async function until(look: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await look())) await new Promise((done) => setTimeout(done, 20));
}

/** Where a branch is. Read without git, which would hold up the server that runs in this process. */
function at(repository: string, branch: string): string | undefined {
	const ref = branch.startsWith('refs/') ? branch : `refs/heads/${branch}`;
	const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
	const packed = read(join(repository, 'packed-refs')).split('\n');
	const found = read(join(repository, ref)) || packed.find((line) => line.endsWith(` ${ref}`));
	return found?.slice(0, 40);
}

async function report(): Promise<RemoteReport | undefined> {
	return ((await writer.get('releases')).body as ReleasesAnswer).remote;
}

async function save(path: string, from: string, to: string): Promise<SaveAnswer> {
	const { text, id } = await writer.open(path);
	const { status, body } = await writer.save(path, text.replace(from, to), id);
	expect(status, JSON.stringify(body)).toBe(200);
	return body as SaveAnswer;
}

/** A commit by somebody else, pushed to a branch of the remote. */
function push(branch: string, path: string, text: string): string {
	writeFileSync(join(elsewhere, path), text);
	git(elsewhere, 'add', path);
	git(elsewhere, 'commit', '--quiet', '--message', 'From elsewhere');
	git(elsewhere, 'push', '--quiet', 'origin', `HEAD:${branch}`);
	return git(elsewhere, 'rev-parse', 'HEAD');
}

function publishFirst(): Promise<void> {
	return publish(first);
}

async function publish(name: typeof first): Promise<void> {
	const reviewer = await editing.as('letters-lead');
	const steps = [
		await writer.post('status', { ...name, status: 'in review' }),
		await reviewer.post('sign-off', { ...name, language: 'en' }),
		await reviewer.post('status', { ...name, status: 'ready' }),
		await (await editing.as('approver')).act('publishUnpublishedEntry', name),
	];
	expect(steps.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
}

describe('what is done here', () => {
	it('is pushed: saves and statuses to the branch of the draft, what is published to main', async () => {
		await save(FIRST, 'within the day', 'today');
		await until(() => at(remote, draft) !== undefined && at(remote, draft) === at(editing.repository, draft));
		expect(git(remote, 'log', '-1', '--format=%an', draft)).toBe('Ash Example');
		await publishFirst();
		await until(
			() => at(remote, 'main') === at(editing.repository, 'main') && at(remote, draft) === undefined,
		);
		expect(git(remote, 'show', `main:${FIRST}`)).toContain('Write today.');
		await until(async () => (await report())?.state === 'up to date');
	});

	it('ends there when it is discarded here', async () => {
		await save(FIRST, 'within the day', 'today');
		await until(() => at(remote, draft) !== undefined);
		await writer.post('discard', first);
		await until(() => at(remote, draft) === undefined);
		expect(at(editing.repository, draft)).toBeUndefined();
	});
});

describe('a draft that is discarded here and begun anew', () => {
	it('takes the place of the old one there', async () => {
		await save(FIRST, 'within the day', 'today');
		await until(() => at(remote, draft) !== undefined);
		renameSync(remote, `${remote}.away`);
		await writer.post('discard', first);
		await save(FIRST, 'within the day', 'tomorrow');
		renameSync(`${remote}.away`, remote);
		await until(() => at(remote, draft) === at(editing.repository, draft));
		await until(async () => (await report())?.state === 'up to date');
	});
});

describe('a draft that is renamed here', () => {
	it('has its new name there, and does not come back under the old one', async () => {
		await save(FIRST, 'within the day', 'today');
		await until(() => at(remote, draft) !== undefined);
		expect((await writer.post('rename', { ...first, to: 'other' })).status).toBe(200);
		const renamed = 'refs/heads/cms/guidance/other';
		await until(
			() => at(remote, renamed) !== undefined && at(remote, renamed) === at(editing.repository, renamed),
		);
		expect(at(editing.repository, draft)).toBeUndefined();
		await until(() => at(remote, draft) === undefined);
	});
});

describe('what others push', () => {
	it('to main, is published here too, and told', async () => {
		const pushed = push('main', SECOND, page('GD-002', 'The second page', 'From elsewhere.'));
		await news.next((event) => 'main' in event && event.main === pushed);
		expect((await writer.open(SECOND)).text).toContain('From elsewhere.');
	});

	it('to the branch of a draft, is its next save', async () => {
		await save(FIRST, 'within the day', 'today');
		await until(() => at(remote, draft) !== undefined);
		git(elsewhere, 'fetch', '--quiet', 'origin');
		git(elsewhere, 'checkout', '--quiet', '-b', 'work', 'origin/cms/guidance/first');
		const pushed = push('cms/guidance/first', FIRST, page('GD-001', 'The first page', 'From elsewhere.'));
		await until(() => at(editing.repository, draft) === pushed);
		expect((await writer.open(FIRST)).text).toContain('From elsewhere.');
	});

	it('while something else is published here, is brought together with it', async () => {
		await save(FIRST, 'within the day', 'today');
		push('main', SECOND, page('GD-002', 'The second page', 'From elsewhere.'));
		await publishFirst();
		await until(() => at(remote, 'main') === at(editing.repository, 'main'));
		expect(git(remote, 'show', `main:${FIRST}`)).toContain('Write today.');
		expect(git(remote, 'show', `main:${SECOND}`)).toContain('From elsewhere.');
	});

	it('in the same lines as what is published here, is left to a person: neither is lost', async () => {
		await save(FIRST, 'within the day', 'today');
		renameSync(remote, `${remote}.away`);
		await publishFirst();
		git(elsewhere, 'remote', 'set-url', 'origin', `${remote}.away`);
		const pushed = push('main', FIRST, page('GD-001', 'The first page', 'From elsewhere.'));
		renameSync(`${remote}.away`, remote);
		await news.next((event) => 'remote' in event && event.remote.state === 'apart');
		expect((await report())?.message).toMatch(/main.*by hand/);
		expect(at(remote, 'main')).toBe(pushed);
		expect(git(editing.repository, 'show', `main:${FIRST}`)).toContain('Write today.');
		// The work goes on meanwhile.
		await save(SECOND, 'within the day', 'today');
		await until(() => at(remote, 'refs/heads/cms/guidance/second') !== undefined);
	});
});

describe('a remote that was made just now', () => {
	it('has nothing yet, and gets everything', async () => {
		rmSync(remote, { recursive: true });
		git(editing.folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
		await save(FIRST, 'within the day', 'today');
		await until(() => at(remote, draft) !== undefined && at(remote, draft) === at(editing.repository, draft));
		expect(at(remote, 'main')).toBe(at(editing.repository, 'main'));
		await until(async () => (await report())?.state === 'up to date');
	});
});

describe('a draft that was published elsewhere', () => {
	it('has ended here too, also when something else was published here meanwhile', async () => {
		await save(FIRST, 'within the day', 'today');
		const second = { collection: 'guidance', slug: 'second' };
		await save(SECOND, 'within the day', 'today');
		await until(() => at(remote, draft) !== undefined);
		renameSync(remote, `${remote}.away`);
		git(elsewhere, 'remote', 'set-url', 'origin', `${remote}.away`);
		git(elsewhere, 'fetch', '--quiet', 'origin');
		git(elsewhere, 'merge', '--quiet', '--no-ff', '--message', 'Published', 'origin/cms/guidance/first');
		git(elsewhere, 'push', '--quiet', 'origin', 'HEAD:main', ':cms/guidance/first');
		await publish(second);
		renameSync(`${remote}.away`, remote);
		await until(() => at(editing.repository, draft) === undefined);
		await until(() => at(remote, 'main') === at(editing.repository, 'main'));
		expect(at(remote, draft)).toBeUndefined();
		expect(git(remote, 'show', `main:${FIRST}`)).toContain('Write today.');
		expect(git(remote, 'show', `main:${SECOND}`)).toContain('Write today.');
	});
});

describe('a remote that does not answer', () => {
	it('keeps nobody from saving; it gets everything when it is back', async () => {
		renameSync(remote, `${remote}.away`);
		await news.next((event) => 'remote' in event && event.remote.state === 'away');
		await save(FIRST, 'within the day', 'today');
		expect(existsSync(remote)).toBe(false);
		expect((await report())?.message).toMatch(/Everything is kept here/);
		renameSync(`${remote}.away`, remote);
		await until(() => at(remote, draft) === at(editing.repository, draft));
		await until(async () => (await report())?.state === 'up to date');
	});

	it('that takes its time is not waited for', async () => {
		// A hook that lasts until the test lets it end.
		const go = join(editing.folder, 'go');
		const hook = join(remote, 'hooks', 'pre-receive');
		writeFileSync(hook, `#!/bin/sh\ntouch '${go}.asked'\nwhile [ ! -e '${go}' ]; do sleep 0.05; done\n`);
		chmodSync(hook, 0o755);
		await save(FIRST, 'within the day', 'today');
		await until(() => existsSync(`${go}.asked`));
		await save(SECOND, 'within the day', 'today');
		expect(at(remote, draft)).toBeUndefined();
		writeFileSync(go, '');
		await until(
			() => at(remote, draft) !== undefined && at(remote, 'refs/heads/cms/guidance/second') !== undefined,
		);
		rmSync(hook);
	});

	it('that refuses a push keeps what it has, and says so', async () => {
		const hook = join(remote, 'hooks', 'pre-receive');
		writeFileSync(hook, '#!/bin/sh\nexit 1\n');
		chmodSync(hook, 0o755);
		await save(FIRST, 'within the day', 'today');
		await news.next((event) => 'remote' in event && event.remote.state === 'refused');
		expect((await report())?.message).toMatch(/does not take cms\/guidance\/first\. Everything is kept here/);
		expect(at(remote, draft)).toBeUndefined();
		rmSync(hook);
		await until(() => at(remote, draft) === at(editing.repository, draft));
	});

	it('that is reached by a program which stays behind, is done with when git is', async () => {
		const left = join(editing.folder, 'left');
		// As an ssh that keeps its connection for the next: away from the group, with the output of git.
		writeFileSync(
			join(editing.folder, 'ssh'),
			`#!/bin/sh\nshift 2; [ "$1" = -o ] && shift 2; shift\nsetsid sh -c 'echo $$ > ${left}; exec sleep 60' &\nexec sh -c "$1"\n`,
			{ mode: 0o755 },
		);
		const { PATH } = process.env;
		process.env.PATH = `${editing.folder}:${PATH}`;
		const repository = openRepository(editing.repository, () => START);
		const fetched = repository.git.run(
			['fetch', '--quiet', '--no-write-fetch-head', `host:${remote}`, 'main'],
			{ patience: 1000 },
		);
		expect(await fetched.finally(() => (process.env.PATH = PATH))).toMatchObject({ code: 0 });
		process.kill(Number(readFileSync(left, 'utf8')));
		repository.close();
	});
});
