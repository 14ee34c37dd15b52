/**
 * What somebody at the editor waits for with thousands of documents: the editing server over HTTP on this machine, and the
 * reading of its answers as the editor reads them. What the browser needs to draw is not part of it.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { prepareRepository, startEditingServer } from '../../cms/server/index.ts';
import { readFile } from '../../src/cms/index.ts';
import { CSRF_HEADER } from '../../src/cms/protocol.ts';
import { collections, documentTypes } from '../../src/model/collection.ts';
import type { Language } from '../../src/model/language.ts';
import { makeCorpus, readReference } from './corpus.ts';
import { median } from './measure.ts';
import { writeContent } from './write-corpus.ts';

export interface EditorBenchmarkOptions {
	documents: number;
	runs: number;
}

/** The most that each may take, in milliseconds; reading everything is waited for by nobody who only writes. */
const aims = {
	'first list, server just started': 2000,
	'everything read, server just started': undefined,
	'list of the largest collection': 2000,
	'search in all documents': 1000,
	'opening one document': 500,
} as const;
type Wait = keyof typeof aims;

interface FileAnswer {
	data: string;
	file: { path: string };
}

export async function runEditorBenchmark(
	root: string,
	bench: string,
	{ documents, runs }: EditorBenchmarkOptions,
): Promise<void> {
	const folder = join(bench, 'editor');
	rmSync(folder, { recursive: true, force: true });
	const workingCopy = join(folder, 'clone');
	const corpus = makeCorpus(readReference(join(root, 'content')), documents);
	writeContent(corpus, join(root, 'content'), join(workingCopy, 'content'));
	commit(workingCopy);
	const repository = join(folder, 'repository.git');
	await prepareRepository({ repository, workingCopy });
	const bundle = join(folder, 'bundle');
	mkdirSync(bundle);
	writeFileSync(join(bundle, 'index.html'), '<!doctype html><title>Editor</title>');

	const waits = new Map<Wait, number[]>();
	for (let run = 1; run <= runs; run++) {
		const server = await startEditingServer({
			repository,
			bundle,
			port: 0,
			hostNames: ['127.0.0.1'],
			people: ['guidance-lead'],
			publish: async () => ({ published: true, links: [] }),
			clock: Date.now,
			audit: join(folder, 'audit.jsonl'),
		});
		const act = await signedIn(server.address);
		const measured = async (wait: Wait, work: () => Promise<void>) => {
			const start = performance.now();
			await work();
			const ms = performance.now() - start;
			console.log(`run ${run}, ${wait}: ${ms.toFixed(0)} ms`);
			waits.set(wait, [...(waits.get(wait) ?? []), ms]);
		};
		const list = async (name: string) => {
			const found = (await act('entriesByFolder', {
				folder: `content/${name}`,
				extension: 'mdx',
				depth: 1,
			})) as FileAnswer[];
			for (const { data, file } of found) readFile(name, languageOf(file.path), data);
			return found;
		};
		// As somebody meets it who opens the editor while the server is still reading everything.
		await measured('first list, server just started', async () => void (await list('guidance')));
		await measured('everything read, server just started', async () => void (await act('catalogue')));
		await measured('list of the largest collection', async () => void (await list('guidance')));
		await measured('search in all documents', async () => {
			for (const type of documentTypes) {
				const found = await list(collections[type].folder);
				found.filter(({ data }) => data.toLowerCase().includes('number of no document'));
			}
		});
		await measured('opening one document', async () => {
			const path = 'content/guidance/guidance-51.en.mdx';
			const { data } = (await act('getEntry', { path })) as FileAnswer;
			readFile('guidance', 'en', data);
		});
		await server.close();
	}
	const rows = [...waits].map(
		([wait, times]) =>
			`| ${wait} | ${median(times).toFixed(0)} | ${Math.max(...times).toFixed(0)} | ${aims[wait] === undefined ? '' : `≤ ${aims[wait]}`} |`,
	);
	console.log(
		[
			'',
			`${documents} documents, ${runs} runs, in milliseconds. ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, Node ${process.versions.node}.`,
			'',
			'| what | median | slowest | aim |',
			'| --- | ---: | ---: | ---: |',
			...rows,
		].join('\n'),
	);
}

function commit(folder: string): void {
	const git = (...args: string[]) =>
		execFileSync(
			'git',
			['-C', folder, '-c', 'user.name=Sam Example', '-c', 'user.email=sam@people.invalid', ...args],
			{ stdio: ['ignore', 'ignore', 'inherit'] },
		);
	git('init', '--quiet', '--initial-branch', 'main');
	git('add', '.');
	git('commit', '--quiet', '--message', 'Content');
}

function languageOf(path: string): Language {
	return path.split('.').at(-2) as Language;
}

/** Sign in, and answer how Decap asks; without parameters, how our own questions are asked. */
async function signedIn(address: string): Promise<(action: string, params?: unknown) => Promise<unknown>> {
	const post = (path: string, message: unknown, headers: Record<string, string> = {}) =>
		fetch(new URL(path, address), {
			method: 'POST',
			headers: { 'content-type': 'application/json', origin: new URL(address).origin, ...headers },
			body: JSON.stringify(message),
		});
	const answer = await post('/api/session', { person: 'guidance-lead' });
	const { csrf } = (await answer.json()) as { csrf: string };
	const headers = { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', [CSRF_HEADER]: csrf };
	return async (action, params) => {
		const response =
			params === undefined
				? await fetch(new URL(`/api/${action}`, address), { headers })
				: await post('/api/v1', { action, params }, headers);
		const body = await response.json();
		if (!response.ok) throw new Error(`${action}: ${response.status} ${JSON.stringify(body)}`);
		return body;
	};
}
