/** The examples for systemd: what they run is run here, twice, on a small content: what is due goes live once. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSmallContent, type SmallContent } from '../editions/small-content.ts';
import { ROOT, workFolder } from './workshop.ts';

const units = join(ROOT, 'deploy', 'systemd');
const unit = (name: string) => readFileSync(join(units, `victim-communication-publish.${name}`), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
	scripts: Record<string, string>;
};

/** The commands of the service, in their order: the program and its arguments. */
const commands = [...unit('service').matchAll(/^ExecStart=(-?)(\S+) (.*)$/gm)].map(
	([, may = '', program = '', rest = '']) => ({
		mayFail: may === '-',
		program,
		given: [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
	}),
);

describe('the timer', () => {
	it('runs the service every few minutes, and catches up after downtime', () => {
		expect(unit('timer')).toContain('OnCalendar=*:0/5');
		expect(unit('timer')).toContain('Persistent=true');
		expect(unit('service')).toContain('Type=oneshot');
	});
});

describe('the service', () => {
	let small: SmallContent;
	let folder: string;
	let work: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'timer-'));
		work = workFolder();
		small = openSmallContent();
		small.sign();
		// The repository that the service publishes from, as far as it needs one.
		mkdirSync(join(folder, 'product'));
		cpSync(small.folder, join(folder, 'product', 'content'), { recursive: true });
		for (const args of [
			['init', '-q'],
			['add', '-A'],
			['commit', '-q', '-m', 'Content'],
		])
			git(...args);
	});
	afterAll(async () => {
		await small.close();
		for (const each of [folder, work]) rmSync(each, { recursive: true, force: true });
	});

	const git = (...args: string[]) =>
		execFileSync(
			'git',
			['-c', 'user.name=Publisher', '-c', 'user.email=publisher@example.invalid', ...args],
			{
				cwd: join(folder, 'product'),
				encoding: 'utf8',
			},
		);

	/** Run what the service runs, with its folders below that of the test. */
	function run(): string[] {
		return commands.map(({ program, given, mayFail }) => {
			const own = given.map((each) =>
				each.replace('/srv/victim-communication', folder).replace('/etc/nginx', join(folder, 'nginx')),
			);
			if (program.endsWith('/git')) {
				const done = spawnSync('git', own, {
					cwd: join(folder, 'product'),
					encoding: 'utf8',
					env: {
						...process.env,
						// As an account of a service, which has no name for git.
						GIT_CONFIG_GLOBAL: '/dev/null',
						GIT_CONFIG_COUNT: '1',
						GIT_CONFIG_KEY_0: 'user.useConfigOnly',
						GIT_CONFIG_VALUE_0: 'true',
					},
				});
				if (!mayFail) expect(done.stderr).toBe('');
				return done.stdout;
			}
			const [, , script = '', , ...rest] = own;
			expect(own.slice(0, 4)).toEqual(['run', '--silent', script, '--']);
			const file = /scripts\/(\S+\.ts)$/.exec(scripts[script] ?? '')?.[1] ?? '';
			const where =
				script === 'publish'
					? ['--content', join(folder, 'product', 'content'), '--out', join(folder, 'dist'), '--work', work]
					: [];
			const { status, stdout, stderr } = spawnSync(
				process.execPath,
				[join(ROOT, 'scripts', file), ...rest, ...where],
				{
					cwd: join(folder, 'product'),
					encoding: 'utf8',
				},
			);
			expect({ status, stderr }, stdout).toEqual({ status: 0, stderr: '' });
			return stdout;
		});
	}

	it('publishes what is due, records it, and tells nginx; and then has nothing to do', () => {
		expect(run()[0]).toContain('Served now:');
		const served = readlinkSync(join(folder, 'releases', 'current'));
		expect(existsSync(join(folder, 'releases', 'current', 'public', 'register', 'register.jsonl'))).toBe(
			true,
		);
		expect(git('log', '--format=%s', '-1').trim()).toBe('Published what was due');
		expect(git('status', '--short')).toBe('');
		expect(readdirSync(join(folder, 'nginx', 'victim-communication')).sort()).toEqual([
			'handbook-maps.conf',
			'handbook-server.conf',
			'public-maps.conf',
			'public-server.conf',
		]);
		expect(run()[0]).toContain('There was nothing new to publish.');
		expect(readlinkSync(join(folder, 'releases', 'current'))).toBe(served);
		expect(git('log', '--format=%s').trim().split('\n')).toHaveLength(2);
	}, 300_000);
});
