/** The editing server in a storm, killed at any moment, and brought back from a backup: nothing acknowledged is lost. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startEditingServer } from '../../cms/server/index.ts';
import type { Conflict, DraftAnswer, RefusalAnswer, SaveAnswer } from '../../src/cms/answers.ts';
import { randomFrom } from '../bench/random.ts';
import {
	type Answer,
	type Editing,
	git,
	HOST,
	makeRepository,
	openEditing,
	page,
	START,
	signIn,
	type Visitor,
} from '../cms/editing-server.ts';

const TEN = Array.from({ length: 10 }, (_, index) => index + 1);
const editors = TEN.map((number) => `editor-${number}`);
/** Ten people who write. */
const team = Object.fromEntries(
	editors.map((id) => [`content/people/${id}.yaml`, `name: ${id} Example\nrole: Editor\nmay:\n  - edit\n`]),
);
const pathOf = (slug: string) => `content/guidance/${slug}.en.mdx`;

let editing: Editing | undefined;
afterEach(async () => {
	await editing?.close();
	editing = undefined;
});

/** Blob ids that a file had on a branch, the latest first. */
function versions(repository: string, slug: string): string[] {
	const ref = `refs/heads/cms/guidance/${slug}`;
	const lines = git(repository, 'log', '--format=', '--raw', '--no-abbrev', ref, '--', pathOf(slug));
	return lines.split('\n').map((line) => line.split(/\s/)[3] ?? '');
}

function expectSound(repository: string): void {
	expect(git(repository, 'fsck', '--strict', '--no-dangling', '--no-progress')).toBe('');
}

describe('thirty saves at once from ten people', () => {
	it('are all kept, or refused with both texts', async () => {
		editing = await openEditing({ people: editors }, team);
		const { as, repository } = editing;
		const visitors = await Promise.all(editors.map(as));
		const opened = await (visitors[0] as Visitor).open(pathOf('first'));
		// Of each: a page of their own, one that everybody has open, and one that everybody begins at once.
		const sent = visitors.flatMap((visitor, index) => {
			const own = page(`GD-1${index}0`, `Page ${index}`, `Words of ${editors[index]}.`);
			const shared = opened.text.replace('within the day', `as ${editors[index]} says`);
			const begun = page('GD-090', 'Begun by many', `Words of ${editors[index]}.`);
			return [
				{ slug: `own-${index}`, text: own, save: visitor.save(pathOf(`own-${index}`), own) },
				{ slug: 'first', text: shared, save: visitor.save(pathOf('first'), shared, opened.id) },
				{ slug: 'begun', text: begun, save: visitor.save(pathOf('begun'), begun) },
			];
		});
		expect(sent.length).toBe(30);
		const kept: Record<string, number> = {};
		for (const { slug, text, save } of sent) {
			const { status, body } = await save;
			expect([200, 409], JSON.stringify(body)).toContain(status);
			if (status === 200) {
				kept[slug] = (kept[slug] ?? 0) + 1;
				expect(versions(repository, slug)).toContain((body as SaveAnswer).ids[pathOf(slug)]);
				expect(git(repository, 'show', `refs/heads/cms/guidance/${slug}:${pathOf(slug)}`)).toBe(
					text.trimEnd(),
				);
			} else {
				const { error, conflict } = body as RefusalAnswer & { conflict: Conflict };
				expect(error).toMatch(/Nothing of yours is lost/);
				expect(conflict.yours).toBe(text);
				expect(conflict.theirs).toMatch(/editor-\d+/);
			}
		}
		// Everybody’s own page, and one winner of each shared one.
		expect(kept).toEqual({ ...Object.fromEntries(TEN.map((n) => [`own-${n - 1}`, 1])), first: 1, begun: 1 });
		expectSound(repository);
	});
});

interface Started {
	child: ChildProcess;
	address: string;
	ended: Promise<void>;
}

const CHILD = join(import.meta.dirname, 'editing-child.ts');

/** Start the child; resolves when it answers, or has ended before. */
async function start(args: readonly string[]): Promise<Started> {
	const child = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = new Promise<void>((done) => child.once('exit', () => done()));
	const address = new Promise<string>((done) =>
		child.stdout.once('data', (chunk) => done(String(chunk).trim())),
	);
	return { child, address: (await Promise.race([address, ended])) ?? '', ended };
}

describe('a server killed while ten people save two hundred times', () => {
	it('keeps everything it acknowledged, in a sound repository', { timeout: 300_000 }, async () => {
		const made = await makeRepository(team);
		const { folder, repository } = made;
		const bundle = join(folder, 'bundle');
		mkdirSync(bundle);
		const args = [repository, bundle, join(folder, 'audit.jsonl'), editors.join(',')];
		const random = randomFrom(Number(process.env.SEED ?? 20_261_123));
		const kills = TEN.slice(0, 5).map(() => [
			String(60 + random.below(300)),
			random.one(['before', 'after', 'with']),
		]);
		let deaths = 0;
		let server = await start([...args, ...(kills[0] ?? [])]);
		let restarting: Promise<void> | undefined;
		/** Once for each death, however many notice it. */
		const restart = () => {
			restarting ??= (async () => {
				await server.ended;
				expectSound(repository);
				deaths++;
				server = await start([...args, ...(kills[deaths] ?? [])]);
				restarting = undefined;
			})();
			return restarting;
		};
		/** Do something with a server that may die of it; the answer of one that did not. */
		const outliving = async <T>(work: () => Promise<T>): Promise<T> => {
			for (;;) {
				try {
					return await work();
				} catch (error) {
					if (server.child.exitCode === null && server.child.signalCode === null && !isLost(error))
						throw error;
					await restart();
				}
			}
		};
		const acknowledged = new Map<string, string[]>();
		const write = async (person: string) => {
			const slug = `page-of-${person}`;
			const ids: string[] = [];
			acknowledged.set(slug, ids);
			let visitor: Visitor | undefined;
			let at = '';
			for (let count = 1; count <= 20; count++) {
				const raw = page(
					`GD-2${person.slice('editor-'.length).padStart(2, '0')}`,
					'A page',
					`Save ${count}.`,
				);
				let answer: Answer | undefined;
				do {
					answer = await outliving(async () => {
						// A server that was started anew knows nobody.
						if (!visitor || at !== server.address) visitor = await signIn(server.address, person);
						at = server.address;
						const opened = await visitor.open(pathOf(slug)).catch((error) => {
							if (count > 1 || isLost(error)) throw error;
							return undefined;
						});
						return visitor.save(pathOf(slug), raw, opened?.id);
					});
					// A command that outlived its server may have saved the same words meanwhile.
				} while (answer.status === 409);
				expect(answer.status, JSON.stringify(answer.body)).toBe(200);
				ids.push((answer.body as SaveAnswer).ids[pathOf(slug)] ?? 'none');
			}
		};
		try {
			await Promise.all(editors.map(write));
		} finally {
			server.child.kill('SIGKILL');
			await server.ended;
		}
		expect(deaths).toBe(kills.length);
		expect([...acknowledged.values()].flat().length).toBe(200);
		for (const [slug, ids] of acknowledged) expect(versions(repository, slug).reverse()).toEqual(ids);
		expectSound(repository);
		made.remove();
	});
});

/** The connection ended, or there was nobody to connect to. */
function isLost(error: unknown): boolean {
	return /ECONNRESET|ECONNREFUSED|EPIPE|socket hang up|aborted/.test(
		`${(error as NodeJS.ErrnoException).code} ${(error as Error).message}`,
	);
}

describe('what a killed command leaves behind', () => {
	it.each([
		['an hour ago', -3_600_000],
		['by a clock that was an hour ahead', 3_600_000],
	])('does not stop the work: its lock, made %s, is taken away', async (_, ms) => {
		editing = await openEditing();
		const writer = await editing.as('guidance-lead');
		const opened = await writer.open(pathOf('first'));
		const lock = join(editing.repository, 'refs/heads/cms/guidance/first.lock');
		mkdirSync(join(lock, '..'), { recursive: true });
		writeFileSync(lock, '');
		const then = (Date.now() + ms) / 1000;
		utimesSync(lock, then, then);
		const { status } = await writer.save(pathOf('first'), opened.text.replace('within', 'on'), opened.id);
		expect(status).toBe(200);
	});
});

/** The commands of the guide, to make a backup and to restore it, for other folders. */
function commandsFor({ repository, backups }: { repository: string; backups: string }): [string, string] {
	const guide = readFileSync(join(import.meta.dirname, '../../docs/operating-the-editor.md'), 'utf8');
	const [, section = ''] = guide.split('## Backup and restore');
	const [backUp = '', restore = ''] = [...section.matchAll(/```sh\n(.*?)```/gs)].map(([, commands = '']) =>
		commands
			.replaceAll('/srv/victim-communication/editor/repository.git', repository)
			.replaceAll('/srv/backup', backups),
	);
	return [backUp, restore];
}

describe('a backup', () => {
	it('is one file of git’s, from which everything comes back', async () => {
		editing = await openEditing();
		const { folder, repository } = editing;
		const writer = await editing.as('guidance-lead');
		for (const slug of ['first', 'second']) {
			const opened = await writer.open(pathOf(slug));
			await writer.save(pathOf(slug), opened.text.replace('within', 'on'), opened.id);
		}
		await writer.post('status', {
			collection: 'guidance',
			slug: 'first',
			status: 'in review',
			comment: 'Please look at the day.',
		});
		await writer.post('discard', { collection: 'guidance', slug: 'second' });
		const draft = async (visitor: Visitor) =>
			(await visitor.get('draft?collection=guidance&slug=first')).body as DraftAnswer;
		const before = await draft(writer);
		expect(before.history.map(({ comment }) => comment)).toContain('Please look at the day.');

		const [backUp, restore] = commandsFor({ repository, backups: folder });
		execFileSync('sh', ['-ec', backUp], { stdio: 'pipe' });
		const [bundle = ''] = readdirSync(folder).filter((name) => name.endsWith('.bundle'));
		const refs = git(repository, 'for-each-ref');
		expect(refs).toContain('refs/discarded/guidance/second/');
		// The machine is gone.
		await editing.server.close();
		rmSync(repository, { recursive: true });

		const commands = restore.replace(/editor-[\d-]+\.bundle/, bundle);
		execFileSync('sh', ['-ec', commands], { stdio: 'pipe' });
		expect(git(repository, 'for-each-ref')).toBe(refs);
		expectSound(repository);
		const server = await startEditingServer({
			repository,
			bundle: join(folder, 'bundle'),
			port: 0,
			hostNames: [HOST],
			people: ['guidance-lead'],
			publish: async () => ({ published: true, links: [] }),
			clock: () => START,
			audit: join(folder, 'audit.jsonl'),
		});
		editing.server = server;
		expect(await draft(await signIn(server.address, 'guidance-lead'))).toEqual(before);
	});
});
