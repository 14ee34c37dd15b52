/**
 * `npm start`: builds both sites from the working copy, serves them on this machine and builds them again at every
 * change of the content, and serves the editor. Problems are printed here and shown on the pages; the last good
 * version stays.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { EditingServer } from '../cms/server/index.ts';
import type { Issue } from '../src/model/issue.ts';
import {
	hasErrors,
	issuesInText,
	openWorkshop,
	release,
	type SiteInput,
	type SiteName,
	siteNames,
} from '../src/release/index.ts';
import { type PreviewServer, startPreview } from '../src/release/preview-server.ts';
import { watchFolder } from '../src/release/watch-folder.ts';
import { headersFor } from '../src/sites/shared/security.ts';
import { argumentsOf, clockFrom, ROOT, workFolderFrom } from './command-line.ts';

const { values } = argumentsOf(
	{
		options: {
			content: { type: 'string', default: resolve(ROOT, 'content') },
			out: { type: 'string', default: resolve(ROOT, 'var', 'preview') },
			work: { type: 'string', default: resolve(ROOT, 'var', 'preview-work') },
			repository: { type: 'string', default: resolve(ROOT, 'var', 'repository.git') },
			at: { type: 'string' },
		},
	},
	'Usage: npm start -- [--at MOMENT] [--content DIR] [--out DIR] [--work DIR] [--repository DIR]',
);
const content = resolve(values.content);
const out = resolve(values.out);
const ports: Record<SiteName, number> = { handbook: 4321, public: 4322 };
const EDITOR_PORT = 4323;
const names: Record<SiteName, string> = { handbook: 'Staff handbook', public: 'Public pages' };

mkdirSync(out, { recursive: true });
const workshop = openWorkshop(ROOT, workFolderFrom(values.work));
const servers: PreviewServer[] = [];
let editor: EditingServer | undefined;
/** What is wrong with the content now. */
let latest: readonly Issue[] = [];
let closing = false;

async function close(): Promise<void> {
	if (closing) return;
	closing = true;
	console.log('\nStopping.');
	await Promise.all([...servers, editor].map((server) => server?.close()));
	await workshop.close();
	process.exit(0);
}
process.on('SIGINT', close);
process.on('SIGTERM', close);

const clock = clockFrom(values.at);
const howBuilt = () =>
	({
		out,
		at: `${new Date(clock()).toISOString().slice(0, 19)}Z`,
		documents: 'working copy',
	}) as const;

/** One build at a time, whether the content changed or the editor publishes. */
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
	const done = last.then(work);
	last = done.catch(() => undefined);
	return done;
}

/** Build with what changed; the search index follows when the pages already stand. */
async function build(): Promise<void> {
	const start = performance.now();
	const options = { content, ...howBuilt() };
	try {
		const first = await release(workshop, { ...options, search: false });
		if (closing) return;
		report(first.issues, start, first.sites);
		announce(first.issues);
		// Who goes on writing waits for the pages, not for the index of what is already old.
		if (!hasErrors(first.issues) && !again) await release(workshop, options);
	} catch (error) {
		if (closing) return;
		const message = error instanceof Error ? error.message : String(error);
		console.error(message);
		announce([
			{
				file: 'the pages of the sites',
				place: { line: 1, column: 1 },
				rule: 'pages',
				severity: 'error',
				message,
				fix: 'The terminal says more.',
			},
		]);
	}
}

function announce(issues: readonly Issue[]): void {
	latest = issues;
	for (const server of servers) server.announce(issues);
}

function report(
	issues: readonly Issue[],
	start: number,
	sites: Awaited<ReturnType<typeof release>>['sites'],
): void {
	if (issues.length > 0) console.log(issuesInText(issues, relative(process.cwd(), content) || '.'));
	if (hasErrors(issues)) {
		console.log(
			'Nothing was built. Correct the files above; the last version without problems stays on the pages.',
		);
		return;
	}
	const rendered = Object.values(sites).reduce((sum, site) => sum + site.rendered, 0);
	console.log(
		`Built in ${((performance.now() - start) / 1000).toFixed(1)} s (${rendered} ${rendered === 1 ? 'page' : 'pages'} changed).`,
	);
}

/** A change during a build starts exactly one more. */
let running: Promise<void> | undefined;
let again = false;
function rebuild(): Promise<void> {
	if (running) {
		again = true;
		return running;
	}
	running = inTurn(build).finally(() => {
		running = undefined;
		if (!again) return;
		again = false;
		void rebuild();
	});
	return running;
}

watchFolder(content, () => {
	console.log(`\n${new Date().toLocaleTimeString('en-GB')}  The content changed.`);
	void rebuild();
});

console.log('Checking the content and building both sites …');
await rebuild();
for (const site of siteNames) {
	const server = await startPreview({
		folder: join(out, site),
		port: ports[site],
		headersFor,
		redirects: () => redirectsOf(site),
		...(site === 'handbook' && { editor: () => editor?.address }),
	});
	server.announce(latest);
	servers.push(server);
}

/** The editor. Without it both sites are served all the same. */
async function startEditor(): Promise<EditingServer | undefined> {
	try {
		const [{ startLocalEditor }, { publishLocally }] = await Promise.all([
			import('../cms/local-editor.ts'),
			import('../cms/publish-locally.ts'),
		]);
		const publish = publishLocally({
			workshop,
			options: howBuilt,
			addressOf: (site) => servers[siteNames.indexOf(site)]?.address,
			inTurn,
			onBuilt: ({ issues }) => announce(issues),
		});
		const repository = resolve(values.repository);
		return await startLocalEditor({
			root: ROOT,
			content,
			repository,
			port: EDITOR_PORT,
			publish,
			clock,
		});
	} catch (error) {
		console.error(`\nThe editor could not be started. ${(error as Error).message}`);
		return undefined;
	}
}
editor = await startEditor();
announce(latest);

console.log('');
for (const [index, site] of siteNames.entries())
	console.log(`${names[site].padEnd(16)} ${servers[index]?.address}`);
if (editor) console.log(`${'Editor'.padEnd(16)} ${editor.address}`);
console.log(`
Open them in a browser. Edit a file under ${relative(process.cwd(), content) || '.'}/ and save it: the page reloads with the change.
Stop with Ctrl-C.`);

function redirectsOf(site: SiteName): SiteInput['redirects'] {
	const file = join(workshop.work, 'input', site, 'input.json');
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SiteInput).redirects : [];
}
