/** `npm start` over a copy of the content in a clone of its own: both sites, the editor and its repository, thrown away at the end. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, MOMENT, ROOT, WORK } from '../build-sites.ts';

export interface Office {
	/** Addresses, each ending in a slash. */
	editor: string;
	handbook: string;
	public: string;
	/** The clone; its content is what the sites show. */
	clone: string;
	repository: string;
	/** Run git in the editor’s repository. */
	git(...args: string[]): string;
	/** What the command has said so far. */
	said(): string;
	/** End it as Ctrl-C does; answers its exit code. */
	stop(): Promise<number | null>;
	close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
	mkdirSync(join(ROOT, 'var'), { recursive: true });
	const folder = mkdtempSync(join(ROOT, 'var', 'test-editor-'));
	const clone = join(folder, 'clone');
	const repository = join(folder, 'repository.git');
	cpSync(join(ROOT, 'content'), join(clone, 'content'), { recursive: true });
	const inClone = (...args: string[]) => execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8' });
	inClone('init', '--quiet', '--initial-branch', 'main');
	inClone('config', 'user.name', 'Sam Example');
	inClone('config', 'user.email', 'sam@people.invalid');
	inClone('add', 'content');
	inClone('commit', '--quiet', '--message', 'Content');
	// Pages and work that the sites’ own tests have made are taken over: only what differs is made anew.
	const [out, work] = [join(folder, 'out'), join(folder, 'work')];
	cpSync(BUILT, out, { recursive: true });
	cpSync(WORK, work, { recursive: true });
	const options = { content: join(clone, 'content'), out, work, repository, at: MOMENT };
	const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
	const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.ts'), ...args], { cwd: folder });
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
	await new Promise<void>((done, fail) => {
		const look = () => text.includes('Stop with Ctrl-C') && done();
		child.stdout.on('data', look);
		child.once('exit', () => fail(new Error(`It ended:\n${text}`)));
	});
	const address = (name: string) => {
		const found = new RegExp(`^${name} +(http://\\S+/)$`, 'm').exec(text)?.[1];
		if (!found) throw new Error(`No address of ${name}:\n${text}`);
		return found;
	};
	return {
		editor: address('Editor'),
		handbook: address('Staff handbook'),
		public: address('Public pages'),
		clone,
		repository,
		git: (...command) => execFileSync('git', ['-C', repository, ...command], { encoding: 'utf8' }),
		said: () => text,
		stop: () => stop(child),
		async close() {
			if (child.exitCode === null && child.signalCode === null) await stop(child, 'SIGKILL');
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
	const ended = new Promise<number | null>((done) => child.once('exit', done));
	child.kill(signal);
	return ended;
}
