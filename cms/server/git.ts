/**
 * Git, the only module that starts it. Commands work on the bare repository alone: no checkout, no hooks, nothing of
 * the machine’s own configuration, and every object and reference is on the disk before a command ends.
 */
import { spawn } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { devNull } from 'node:os';
import { type Objects, openObjects } from './objects.ts';

export interface RunOptions {
	input?: string | Uint8Array;
	env?: Record<string, string>;
	/** Exit codes that are answers rather than failures; 0 always is. */
	answers?: readonly number[];
	/** Milliseconds after which the command is given up on. */
	patience?: number;
}

export interface Ran {
	code: number;
	out: string;
}

export interface Git {
	run(args: readonly string[], options?: RunOptions): Promise<Ran>;
	objects: Objects;
	/** Ends the reader; commands under way end by themselves. */
	close(): void;
}

export class GitFailure extends Error {}

/** Commands at once: more would only wait for the same disk. */
const MOST_AT_ONCE = 4;
/** A lock this old belongs to a command that was killed: none holds one for longer than a moment. */
const STALE_LOCK_MS = 10_000;
/** Commands that only read or write a few objects. */
const PATIENCE_MS = 60_000;

const settings = [
	'core.fsync=all',
	'core.fsyncMethod=fsync',
	'core.hooksPath=/dev/null',
	'core.filesRefLockTimeout=5000',
	'core.packedRefsTimeout=5000',
	'core.quotePath=false',
	'gc.auto=0',
	'maintenance.auto=false',
	'protocol.ext.allow=never',
].flatMap((setting) => ['-c', setting]);

export function gitEnvironment(): Record<string, string> {
	const kept = ['PATH', 'HOME', 'SSH_AUTH_SOCK', 'SYSTEMROOT', 'TEMP', 'TMPDIR'].flatMap((name) => {
		const value = process.env[name];
		return value === undefined ? [] : [[name, value]];
	});
	return {
		...Object.fromEntries(kept),
		GIT_CONFIG_NOSYSTEM: '1',
		GIT_CONFIG_GLOBAL: devNull,
		GIT_TERMINAL_PROMPT: '0',
		GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
		LC_ALL: 'C',
	};
}

export function openGit(repository: string): Git {
	const args = [...settings, `--git-dir=${repository}`];
	const objects = openObjects(() =>
		spawn('git', [...args, 'cat-file', '--batch'], {
			env: gitEnvironment(),
			stdio: ['pipe', 'pipe', 'ignore'],
			// Ctrl-C goes to every program of the terminal’s group; this one ends with its input.
			detached: true,
		}),
	);
	let running = 0;
	const waiting: (() => void)[] = [];
	const turn = async () => {
		if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
		running++;
	};
	const done = () => {
		running--;
		waiting.shift()?.();
	};

	return {
		async run(command, options = {}) {
			await turn();
			try {
				return await patient(() => once([...args, ...command], options));
			} finally {
				done();
			}
		},
		objects,
		close: () => objects.close(),
	};
}

/** Run git elsewhere than in the repository: to make it, or in a clone. */
export function runGit(command: readonly string[], options: RunOptions = {}): Promise<Ran> {
	return once([...settings, ...command], options);
}

/** Run again when a lock was in the way; one that a killed command left behind is taken away. */
async function patient(attempt: () => Promise<Ran>): Promise<Ran> {
	const until = performance.now() + 2 * STALE_LOCK_MS;
	for (;;) {
		try {
			return await attempt();
		} catch (error) {
			const lock = error instanceof GitFailure && /Unable to create '(.+\.lock)'/.exec(error.message)?.[1];
			if (!lock || performance.now() > until) throw error;
			removeIfStale(lock);
			await new Promise((go) => setTimeout(go, 100));
		}
	}
}

function removeIfStale(lock: string): void {
	try {
		// One of the future is of a clock that was set back since.
		if (Math.abs(Date.now() - statSync(lock).mtimeMs) > STALE_LOCK_MS) rmSync(lock, { force: true });
	} catch {
		// Gone already: its owner has ended.
	}
}

function once(
	args: readonly string[],
	{ input, env, answers = [], patience = PATIENCE_MS }: RunOptions,
): Promise<Ran> {
	return new Promise((resolve, reject) => {
		const child = spawn('git', args, { env: { ...gitEnvironment(), ...env }, detached: true });
		const out: Buffer[] = [];
		const errors: Buffer[] = [];
		const command = args.find((arg, index) => !arg.startsWith('-') && args[index - 1] !== '-c');
		const watch = setTimeout(() => {
			try {
				// The group, because git starts ssh and others of its own.
				if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
			} catch {
				// All of it has ended, but something it left behind in a group of its own still holds the output.
			}
			child.stdout.destroy();
			child.stderr.destroy();
		}, patience);
		child.on('error', (error) => {
			clearTimeout(watch);
			reject(new GitFailure(`git could not be started: ${error.message}`));
		});
		// Where no more files can be opened there are no pipes, only the error.
		if (!child.stdout) return;
		child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
		child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
		child.on('close', (code, signal) => {
			clearTimeout(watch);
			if (code === 0 || (code !== null && answers.includes(code)))
				resolve({ code, out: Buffer.concat(out).toString('utf8') });
			else
				reject(
					new GitFailure(
						`git ${command}: ${Buffer.concat(errors).toString('utf8').trim() || (signal ?? code)}`,
					),
				);
		});
		// A command that ends without reading everything says why itself.
		child.stdin.on('error', () => {});
		child.stdin.end(input);
	});
}
