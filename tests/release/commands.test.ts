/** The commands for building and for making a clone ready. */
import { spawn, spawnSync } from 'node:child_process';
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { momentFrom } from '../../scripts/command-line.ts';
import { planError } from '../../src/release/index.ts';
import { filesIn, openSmallContent, type SmallContent } from '../editions/small-content.ts';
import { AT, type Maker, publicTree, type Tree, writeTo, writeTree } from './miniature.ts';
import { Words } from './words.ts';
import { digestsOf, openYard, ROOT, type Yard } from './workshop.ts';

const make: Maker = { secrets: new Words('qzvk'), open: new Words('plmj') };
let yard: Yard;
let tree: Tree;
beforeAll(async () => {
	yard = openYard();
	tree = await publicTree(make);
});
afterAll(() => yard.close());

/** Run the build command on the yard, with arguments after the usual ones. */
function build(...more: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[
			join(ROOT, 'scripts', 'build.ts'),
			'--working-copy',
			'--content',
			yard.content,
			'--out',
			yard.out,
			'--work',
			yard.work,
			...more,
		],
		{ cwd: yard.folder, encoding: 'utf8' },
	);
	return { status, stdout, stderr };
}

describe('build', () => {
	it('refuses a work folder outside the product, where compiled pages would find no packages', () => {
		const { status, stdout, stderr } = build('--work', join(yard.folder, 'elsewhere'));
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toBe(
			`Unexpected work folder “${join(yard.folder, 'elsewhere')}”, expected one below ${ROOT}\n`,
		);
	});

	it.each([
		'yesterday',
		'2026-11-23',
		'2026-11-23T09:00',
		'2026-11-23T09:00:00+01:00',
		'2026-02-30T09:00:00Z',
		'2026-13-01T09:00:00Z',
		'2026-11-23T25:00:00Z',
		'2026-11-23 09:00:00Z',
		' 2026-11-23T09:00:00Z',
		'2026-11-23T09:00:00.123Z',
		'',
	])('refuses the moment “%s”', (at) => {
		const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
			throw new Error(`ended with ${code}`);
		});
		const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
		try {
			expect(() => momentFrom(at)).toThrow('ended with 2');
			expect(said).toHaveBeenCalledWith(
				`Unexpected moment “${at}”, expected a date and time in universal time such as 2026-11-23T09:00:00Z`,
			);
		} finally {
			exit.mockRestore();
			said.mockRestore();
		}
	});

	it('of a moment that does not exist builds nothing', () => {
		writeTree(yard.content, tree);
		const { status, stderr } = build('--at', '2026-02-30T09:00:00Z');
		expect(status).toBe(2);
		expect(stderr).toContain('Unexpected moment “2026-02-30T09:00:00Z”');
		expect(existsSync(yard.out)).toBe(false);
	});

	it('takes a moment without seconds', () => {
		expect(momentFrom('2026-11-23T09:00Z')).toBe('2026-11-23T09:00:00Z');
		expect(momentFrom('2028-02-29T23:59:59Z')).toBe('2028-02-29T23:59:59Z');
	});

	it('refuses an option it does not know', () => {
		const { status, stderr } = build('--moment', AT);
		expect(status).not.toBe(0);
		expect(stderr).toContain('--moment');
		expect(existsSync(yard.out)).toBe(false);
	});

	it('of content with problems lists all of them, exits 1 and leaves nothing', () => {
		writeTree(yard.content, {
			...tree,
			'topics/decisions.yaml': 'name: 1\n',
			'people/owner.yaml': 'role: Owner\n',
			'victim-pages/second.en.mdx': `${String(tree['victim-pages/second.en.mdx'])}\n{evil()}\n`,
		});
		const { status, stderr, stdout } = build('--at', AT);
		expect(status).toBe(1);
		for (const file of ['topics/decisions.yaml', 'people/owner.yaml', 'victim-pages/second.en.mdx'])
			expect(stderr).toContain(`content/${file}`);
		expect(stderr).toContain('Nothing was built.');
		expect(stdout).not.toContain('Done');
		expect(existsSync(yard.out)).toBe(false);
	});

	it.each(['build', 'publish'])('of a folder that is not there %s says so, and makes nothing', (command) => {
		rmSync(yard.content, { recursive: true, force: true });
		const folders = ['--content', yard.content, '--out', yard.out, '--work', yard.work];
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			[
				join(ROOT, 'scripts', `${command}.ts`),
				...folders,
				...(command === 'publish' ? ['--yes', '--releases', join(yard.folder, 'releases')] : []),
			],
			{ cwd: yard.folder, encoding: 'utf8' },
		);
		expect({ status, stdout, stderr }).toEqual({
			status: 2,
			stdout: '',
			stderr: `Unexpected content folder “${yard.content}”, expected a folder that exists\n`,
		});
		for (const folder of [yard.content, yard.out, join(yard.folder, 'releases')])
			expect(existsSync(folder), folder).toBe(false);
	});

	it('that fails leaves the last finished sites, and nothing unfinished', () => {
		writeTree(yard.content, tree);
		expect(build('--at', AT)).toMatchObject({ status: 0, stderr: '' });
		const before = digestsOf(yard.out);
		writeTo(yard.content, 'topics/decisions.yaml', 'name: 1\n');
		expect(build('--at', AT)).toMatchObject({ status: 1 });
		expect(digestsOf(yard.out)).toEqual(before);
		expect(readdirSync(yard.out).sort()).toEqual([
			'handbook',
			'handbook.made.json',
			'public',
			'public.made.json',
		]);
	});

	it('into what is no folder says so', () => {
		writeTree(yard.content, tree);
		writeTo(yard.folder, 'taken', 'no folder');
		const { status, stderr } = build('--at', AT, '--out', join(yard.folder, 'taken'));
		expect(stderr).toBe(
			`${join(yard.folder, 'taken')} is in the way. Name another folder, or move it.\nNothing was built.\n`,
		);
		expect(status).toBe(1);
	});

	it('puts no script of the preview into a finished site', () => {
		for (const site of ['handbook', 'public']) {
			for (const file of Object.keys(digestsOf(join(yard.out, site)))) {
				// The verifier for outsiders is meant to be there.
				if (file === 'register/verify.mjs') continue;
				expect(file).not.toMatch(/live-reload|\.live|\.map$|\.ts$|\.mjs$|\.astro$|prerender|data-store/);
				expect(readFileSync(join(yard.out, site, file), 'latin1'), file).not.toMatch(
					/\/\.live\/|EventSource/,
				);
			}
		}
	});
});

describe('setup', () => {
	let clone: string;
	/** What the stand-in for npm was asked for. */
	const asked = () =>
		existsSync(join(clone, 'asked')) ? readFileSync(join(clone, 'asked'), 'utf8').trim().split('\n') : [];
	const setup = (env: Record<string, string> = {}) =>
		spawnSync(process.execPath, [join(clone, 'scripts', 'setup.mjs')], {
			cwd: clone,
			encoding: 'utf8',
			env: { PATH: process.env.PATH ?? '', npm_execpath: join(clone, 'npm.mjs'), ...env },
		});

	beforeAll(() => {
		clone = mkdtempSync(join(tmpdir(), 'release-'));
		for (const file of ['scripts/setup.mjs', 'scripts/chromium.mjs', 'package-lock.json', 'package.json'])
			cpSync(join(ROOT, file), join(clone, file));
		writeFileSync(
			join(clone, 'npm.mjs'),
			`import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
appendFileSync(${JSON.stringify(join(clone, 'asked'))}, process.argv.slice(2).join(' ') + '\\n');
rmSync(${JSON.stringify(join(clone, 'node_modules'))}, { recursive: true, force: true });
if (process.env.NPM_FAILS) { console.error('npm cannot'); process.exit(1); }
mkdirSync(${JSON.stringify(join(clone, 'node_modules'))});
`,
		);
		chmodSync(join(clone, 'npm.mjs'), 0o755);
	});
	afterAll(() => rmSync(clone, { recursive: true, force: true }));

	it('that fails says so, and is not taken for done', () => {
		const failed = setup({ NPM_FAILS: '1' });
		expect(failed.status).toBe(1);
		expect(failed.stderr).toContain('The packages could not be installed.');
		expect(existsSync(join(clone, 'node_modules', '.installed'))).toBe(false);
	});

	it('installs what the lock file says, once', () => {
		expect(setup()).toMatchObject({ status: 0, stdout: 'Installing packages (once; about a minute) …\n' });
		expect(asked().at(-1)).toMatch(/^ci /);
		const before = asked().length;
		expect(setup()).toMatchObject({ status: 0, stdout: '', stderr: '' });
		expect(asked().length).toBe(before);
	});

	it('installs again when the lock file has changed, or the packages are gone', () => {
		const before = asked().length;
		writeFileSync(
			join(clone, 'package-lock.json'),
			`${readFileSync(join(clone, 'package-lock.json'), 'utf8')}\n`,
		);
		expect(setup()).toMatchObject({ status: 0 });
		expect(asked().length).toBe(before + 1);
		rmSync(join(clone, 'node_modules'), { recursive: true });
		expect(setup()).toMatchObject({ status: 0 });
		expect(asked().length).toBe(before + 2);
		mkdirSync(join(clone, 'node_modules'), { recursive: true });
		expect(setup()).toMatchObject({ status: 0, stdout: '' });
	});

	it('runs on the oldest Node that is supported: no syntax of later ones', () => {
		for (const file of ['scripts/setup.mjs', 'scripts/chromium.mjs']) {
			const text = readFileSync(join(ROOT, file), 'utf8');
			expect(text).not.toMatch(/\.ts['"]/);
			expect(text.match(/from '(?!node:|\.\/)[^']+'/g)).toBeNull();
		}
	});
});

describe('publish', () => {
	const command = ({ folder }: SmallContent, ...more: string[]) => [
		join(ROOT, 'scripts', 'publish.ts'),
		...['--content', folder, '--work', yard.work],
		...['--out', join(yard.folder, 'unpublished'), '--releases', join(yard.folder, 'releases')],
		...more,
	];
	const publish = (...args: Parameters<typeof command>) =>
		spawnSync(process.execPath, command(...args), { cwd: yard.folder, encoding: 'utf8', input: '' });

	it('takes the end of what it can read for a no, and says what machines say', async () => {
		const small = openSmallContent();
		try {
			small.sign();
			const { status, stdout, stderr } = publish(small, '--at', AT);
			expect(stdout).toContain('GD-001/1');
			expect(stdout).toContain('There was no answer. For machines there is --yes.\nNothing was published.');
			expect(stderr).not.toContain('Warning');
			expect(status).toBe(1);
			expect(readdirSync(small.editions)).toEqual([]);
		} finally {
			await small.close();
		}
	});

	it('asks nothing and claims nothing when all that is left was published in error', async () => {
		const small = openSmallContent();
		try {
			small.sign();
			await small.publish('2026-02-02T09:00:00Z');
			small.freeze(
				planError(small.folder, 'GD-001/1', { at: '2026-03-02T09:00:00Z', why: 'A wrong number' }),
			);
			const { status, stdout } = publish(small, '--at', AT);
			expect(stdout).toContain('Not published: still the text that was published in error (1):\n  GD-001\n');
			expect(stdout).toContain('There was nothing new to publish.');
			expect(stdout).not.toContain('Publish this?');
			expect(status).toBe(0);
			const again = publish(small, '--error', 'GD-001/1', '--why', 'Once more', '--at', AT);
			expect(again.stderr).toContain('The text of GD-001/1 was removed already (“A wrong number”). If that');
		} finally {
			await small.close();
		}
	});

	it('refuses a key that cannot be read, also when there is nothing to sign', async () => {
		const small = openSmallContent();
		try {
			small.sign();
			await small.publish('2026-02-02T09:00:00Z');
			const { status, stderr } = publish(small, '--at', AT, '--key', 'nowhere.pem');
			expect(stderr).toContain('The signing key cannot be read from');
			expect(stderr).toContain('Nothing was published.');
			expect(status).toBe(1);
		} finally {
			await small.close();
		}
	});

	it.each(['SIGINT', 'SIGTERM'] as const)('takes back what was frozen when %s stops it', async (signal) => {
		const small = openSmallContent();
		try {
			small.sign();
			const child = spawn(process.execPath, command(small, '--at', AT, '--yes'), { cwd: yard.folder });
			let said = '';
			child.stderr.on('data', (data) => (said += String(data)));
			const ended = new Promise<number | null>((done) => child.once('exit', done));
			const last = join(small.editions, 'register.staff.jsonl');
			while (!existsSync(last) && child.exitCode === null) await new Promise((go) => setTimeout(go, 10));
			child.kill(signal);
			expect(await ended).toBe(1);
			expect(said).toBe('\nStopped. Nothing was published.\n');
			expect(filesIn(small.editions)).toEqual([]);
			expect(readdirSync(join(yard.folder, 'releases'))).not.toContain('.releasing');
		} finally {
			await small.close();
		}
	});

	it('refuses to take a text back as an emergency, instead of forgetting the reason', async () => {
		const small = openSmallContent();
		try {
			const { status, stderr } = publish(
				small,
				...['--error', 'GD-001/1', '--why', 'Wrong', '--emergency', 'Urgent', '--by', 'reader'],
			);
			expect(status).toBe(2);
			expect(stderr).toContain('leave out --emergency and --by');
		} finally {
			await small.close();
		}
	});
});
