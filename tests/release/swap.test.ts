/**
 * A release is swapped in whole or not at all: stopped at every file operation in turn, by an error and by the death of
 * the process, the served sites are exactly the old ones or the new ones, and the next run recovers.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { disk } from '../../src/release/file-operations.ts';
import { ReleaseBusy, takeLock } from '../../src/release/release-lock.ts';
import { rollback } from '../../src/release/rollback.ts';
import { swapIn } from '../../src/release/swap.ts';
import { changing, type Fault, faulty, sampleRegister, writePrepared } from './prepared.ts';
import { digestsOf, ROOT } from './workshop.ts';

// In memory where that can be: a disk that is waited for thousands of times takes minutes.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'swap-'));
const releases = join(folder, 'releases');
const [first, second, third] = ['first', 'second', 'third'].map((name) => join(folder, name)) as [
	string,
	string,
	string,
];
const moments = ['2026-11-23T09:00:00Z', '2026-11-24T09:00:00Z', '2026-11-25T09:00:00Z'] as const;
const CHILD = join(import.meta.dirname, 'swap-child.ts');

beforeEach(() => {
	rmSync(folder, { recursive: true, force: true });
	for (const [index, built] of [first, second, third].entries()) writePrepared(built, `version-${index + 1}`);
});
afterEach(() => void vi.useRealTimers());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a reader is served: every file of both sites through the link. */
const served = () => ({
	handbook: digestsOf(join(releases, 'current', 'handbook')),
	public: digestsOf(join(releases, 'current', 'public')),
});
const names = () => readdirSync(releases).filter((name) => name !== 'current');
const publish = (index: 0 | 1 | 2, more: Partial<Parameters<typeof swapIn>[0]> = {}) =>
	swapIn({ built: [first, second, third][index] as string, releases, at: moments[index], ...more });

describe('a release', () => {
	it('is a folder of both sites with the hash of every file, and a link leads to it', () => {
		const { name } = publish(0);
		expect(readlinkSync(join(releases, 'current'))).toBe(name);
		expect(name).toMatch(/^20261123T090000Z-[0-9a-f]{12}$/);
		expect(served().handbook).toEqual(digestsOf(join(first, 'handbook')));
		const record = JSON.parse(readFileSync(join(releases, name, 'RELEASE.json'), 'utf8'));
		expect(record.sites.public).toEqual(digestsOf(join(first, 'public')));
		expect(names()).toEqual([name]);
	});

	it('of the same sites and moment is the same release', () => {
		const { name } = publish(0);
		expect(publish(0)).toEqual({ name, removed: [], remarks: [] });
		expect(names()).toEqual([name]);
	});

	it('of the same sites at a later moment is the same release still', () => {
		const { name } = publish(0);
		expect(swapIn({ built: first, releases, at: '2026-11-23T09:05:00Z' })).toEqual({
			name,
			removed: [],
			remarks: [],
		});
		publish(1);
		const { name: latest } = publish(0);
		expect(swapIn({ built: first, releases, at: '2026-12-24T09:00:00Z' }).name).toBe(latest);
		expect(names()).toHaveLength(3);
	});

	it('of the same sites is made again beside one that was damaged', () => {
		const { name } = publish(0);
		writeFileSync(join(releases, name, 'public', 'index.html'), 'damaged');
		expect(publish(0).name).toBe(`${name}-2`);
		expect(served().public).toEqual(digestsOf(join(first, 'public')));
	});

	it('is not made of what the earlier one says it was, but of its bytes', () => {
		const { name } = publish(0);
		writeFileSync(join(releases, name, 'handbook', 'about', 'index.html'), 'damaged');
		publish(1);
		expect(served().handbook).toMatchObject(digestsOf(join(second, 'handbook')));
	});

	it('shares unchanged files with the one before on the disk', () => {
		const { name } = publish(0);
		const { name: next } = publish(1);
		const about = (release: string) =>
			statSync(join(releases, release, 'handbook', 'about', 'index.html')).ino;
		expect(about(next)).toBe(about(name));
		expect(about(next)).not.toBe(statSync(join(second, 'handbook', 'about', 'index.html')).ino);
	});

	it('takes no file that was written again since for the one it was, whatever its size and time', () => {
		publish(0);
		const built = join(second, 'public', 'index.html');
		const time = new Date('2026-11-20T09:00:00Z');
		utimesSync(built, time, time);
		// A file is known by its stamps when it is old enough.
		vi.useFakeTimers({ now: Date.now() + 10_000, toFake: ['Date'] });
		const { name } = publish(1);
		vi.useRealTimers();
		expect(readFileSync(join(releases, name, 'STAMPS.json'), 'utf8')).toContain('"index.html"');
		writeFileSync(built, 'x'.repeat(statSync(built).size));
		utimesSync(built, time, time);
		publish(1, { at: moments[2] });
		expect(served().public).toEqual(digestsOf(join(second, 'public')));
	});

	it('that goes is made over into the next, and nothing of it is left', () => {
		const { name } = publish(0, { keep: 2 });
		const old = join(releases, name);
		const { ino } = statSync(join(old, 'handbook'));
		publish(1, { keep: 2 });
		mkdirSync(join(old, 'handbook', 'index.html.d'));
		for (const file of ['handbook/stray.html', 'handbook/index.html.d/stray.html', 'public/robots.txt'])
			writeFileSync(join(old, file), 'stray');
		const { name: last } = publish(2, { keep: 2 });
		expect(statSync(join(releases, last, 'handbook')).ino).toBe(ino);
		expect(readdirSync(join(releases, last, 'handbook'))).not.toContain('index.html.d');
		expect(served().handbook).toMatchObject(digestsOf(join(third, 'handbook')));
		expect(Object.keys(served().handbook).filter((file) => !file.startsWith('assets/'))).toEqual(
			Object.keys(digestsOf(join(third, 'handbook'))).filter((file) => !file.startsWith('assets/')),
		);
		expect(served().public).toEqual(digestsOf(join(third, 'public')));
		expect(names()).toHaveLength(2);
	});

	it('reads no folder of the one that goes that nobody touched, and leaves nothing strange in it', () => {
		// Folders are known by their stamps when they are old enough.
		vi.useFakeTimers({ now: Date.now() + 10_000, toFake: ['Date'] });
		const { name } = publish(0, { keep: 2 });
		const old = join(releases, name);
		publish(1, { keep: 2 });
		writeFileSync(join(old, 'public', 'stray.html'), 'stray');
		const read: string[] = [];
		const files = {
			...disk,
			kindsIn(path: string) {
				read.push(path);
				return disk.kindsIn(path);
			},
		};
		const last = publish(2, { keep: 2, files }).name;
		expect(read.filter((path) => path.includes('.unfinished/'))).toEqual([
			join(releases, `${last}.unfinished`, 'public'),
		]);
		expect(served().handbook).toMatchObject(digestsOf(join(third, 'handbook')));
		expect(served().public).toEqual(digestsOf(join(third, 'public')));
	});

	it('takes stamps of another version for none', () => {
		const { name } = publish(0, { keep: 2 });
		const { name: next } = publish(1, { keep: 2 });
		writeFileSync(join(releases, name, 'STAMPS.json'), '{"handbook":{"index.html":[1,2,3,4,5,6,7]}}');
		writeFileSync(join(releases, next, 'STAMPS.json'), 'null');
		publish(2, { keep: 2 });
		expect(served().public).toEqual(digestsOf(join(third, 'public')));
	});

	it('that cannot be made over is made anew the next time', () => {
		const { name } = publish(0, { keep: 2 });
		publish(1, { keep: 2 });
		symlinkSync('/etc/hostname', join(releases, name, 'public', 'link'));
		expect(() => publish(2, { keep: 2 })).toThrow('Unexpected link link');
		expect(served().public).toEqual(digestsOf(join(second, 'public')));
		publish(2, { keep: 2 });
		expect(served().public).toEqual(digestsOf(join(third, 'public')));
	});

	it('carries the styles of the one before for open pages, for a week, and no images', () => {
		publish(0);
		publish(1);
		expect(served().handbook).toHaveProperty(['assets/page.version-1.css']);
		expect(served().handbook).not.toHaveProperty(['media/version-1.png']);
		publish(2);
		expect(served().handbook).toHaveProperty(['assets/page.version-1.css']);
		swapIn({ built: first, releases, at: '2026-12-03T08:00:00Z' });
		expect(Object.keys(served().handbook).filter((file) => file.startsWith('assets/'))).toEqual([
			'assets/page.version-1.css',
			'assets/page.version-3.css',
			'assets/shared.css',
		]);
	});

	it('leaves out a style of the one before that was damaged, and is made all the same', () => {
		const { name } = publish(0);
		writeFileSync(join(releases, name, 'handbook', 'assets', 'page.version-1.css'), 'damaged');
		publish(1);
		expect(served().handbook).not.toHaveProperty(['assets/page.version-1.css']);
		expect(served().handbook).toMatchObject(digestsOf(join(second, 'handbook')));
	});

	it('has every file read by npm run verify', () => {
		publish(0);
		const script = join(ROOT, 'scripts', 'verify.ts');
		const said = () =>
			spawnSync(process.execPath, [script, '--folder', join(releases, 'current'), '--content', folder], {
				encoding: 'utf8',
			}).stdout;
		expect(said()).not.toContain('is not what was released');
		writeFileSync(join(releases, 'current', 'public', 'robots.txt'), 'spoiled');
		writeFileSync(join(releases, 'current', 'handbook', 'more.html'), 'more');
		expect(said()).toContain('public/robots.txt is not what was released');
		expect(said()).toContain('handbook/more.html is not what was released');
	});

	it('that is found unsound is not served', () => {
		const { name } = publish(0);
		expect(() => publish(1, { verify: () => ['The register is not whole'] })).toThrow(
			'The release is not sound, so nothing was published:\n  The register is not whole',
		);
		expect(readlinkSync(join(releases, 'current'))).toBe(name);
		expect(names()).toEqual([name]);
	});

	it('is kept as long as the number asked for', () => {
		publish(0);
		publish(1);
		const { name } = publish(2, { keep: 2 });
		expect(names()).toHaveLength(2);
		expect(names()).toContain(name);
		swapIn({ built: first, releases, at: '2026-11-26T09:00:00Z', keep: 1 });
		expect(names()).toHaveLength(1);
	});

	it('that takes a text from reading leaves no earlier release', () => {
		publish(0);
		const at = '2026-11-24T09:00:00Z';
		writePrepared(
			second,
			'version-2',
			sampleRegister(1, { kind: 'error', at, code: 'GD-001', number: 1, why: 'A mistake.' }),
		);
		const { name, removed } = publish(1);
		expect(removed).toEqual(['GD-001, edition 1']);
		expect(names()).toEqual([name]);
		expect(() => rollback({ releases })).toThrow('There is no release');
	});

	it('needs a link or nothing in its place', () => {
		mkdirSync(join(releases, 'current'), { recursive: true });
		expect(() => publish(0)).toThrow('expected a link to a release');
	});

	it('holds no links', () => {
		rmSync(join(first, 'public', 'robots.txt'));
		disk.pointTo(join(first, 'public', 'robots.txt'), '/etc/hostname');
		expect(() => publish(0)).toThrow('Unexpected link robots.txt');
		expect(existsSync(join(releases, 'current'))).toBe(false);
	});
});

describe('going back', () => {
	it('serves the release before, and again the one before that', () => {
		const made = [publish(0), publish(1), publish(2)];
		expect(rollback({ releases })).toMatchObject({ name: made[1]?.name, left: made[2]?.name });
		expect(served().public).toEqual(digestsOf(join(second, 'public')));
		expect(rollback({ releases })).toMatchObject({ name: made[0]?.name });
		expect(() => rollback({ releases })).toThrow(/was the first\. Name one of these/);
		expect(rollback({ releases, to: made[2]?.name as string })).toMatchObject({ name: made[2]?.name });
	});

	it('refuses what is not there, what is damaged, and what shows a text taken from reading', () => {
		expect(() => rollback({ releases })).toThrow('No release is served yet');
		const { name } = publish(0);
		expect(() => rollback({ releases })).toThrow('was the first. There is no other.');
		publish(1);
		expect(() => rollback({ releases, to: '../../etc' })).toThrow('There is no release ../../etc');
		const record = join(releases, name, 'RELEASE.json');
		const whole = readFileSync(record, 'utf8');
		for (const short of ['', whole.slice(0, -3), whole.slice(0, whole.indexOf('}\n') + 2)]) {
			writeFileSync(record, short);
			expect(() => rollback({ releases })).toThrow(
				`There is no release ${name} to go back to. There is no other.`,
			);
		}
		writeFileSync(record, whole);
		const about = join(releases, name, 'public', 'index.html');
		const before = readFileSync(about);
		writeFileSync(about, 'damaged');
		expect(() => rollback({ releases })).toThrow(/are not what they were:\n {2}public\/index.html/);
		writeFileSync(about, before);
		// An earlier release that could not be removed, though a text it shows was.
		const current = join(releases, readlinkSync(join(releases, 'current')));
		const at = moments[1];
		const register = sampleRegister(1, { kind: 'error', at, code: 'GD-001', number: 1, why: 'A mistake.' });
		rmSync(join(current, 'handbook/register/register.jsonl'));
		writeFileSync(join(current, 'handbook/register/register.jsonl'), `${register.join('\n')}\n`);
		expect(() => rollback({ releases })).toThrow(
			'shows texts that were taken from reading since: GD-001, edition 1',
		);
	});
});

/** How many file operations a run takes when nothing stops it. */
function operationsOf(work: 'swap' | 'rollback', prepared: Prepared, counted?: readonly string[]): number {
	putBack(prepared);
	const files = faulty(0, () => undefined, counted);
	if (work === 'swap') publish(2, { keep: 2, files });
	else rollback({ releases, files });
	return files.count;
}

/** Releases as they stand before a run, and what is served before it and after. */
interface Prepared {
	template: string;
	old: ReturnType<typeof served>;
	next: ReturnType<typeof served>;
}

/** Two releases; a third one is then swapped in, or the second one left. */
function prepare(work: 'swap' | 'rollback'): Prepared {
	const template = join(folder, 'template');
	publish(0);
	const first = served();
	publish(1);
	const old = served();
	cpSync(releases, template, { recursive: true, verbatimSymlinks: true });
	if (work === 'rollback') return { template, old, next: first };
	publish(2);
	return { template, old, next: served() };
}

function putBack({ template }: Prepared): void {
	rmSync(releases, { recursive: true, force: true });
	cpSync(template, releases, { recursive: true, verbatimSymlinks: true });
}

/** What must hold after a run that was stopped, and after the next one. */
function expectOldOrNew(work: 'swap' | 'rollback', old: unknown, next: unknown, where: string): void {
	const now = served();
	const isNext = JSON.stringify(now) === JSON.stringify(next);
	if (!isNext) expect(now, where).toEqual(old);
	if (work === 'swap') publish(2, { keep: 2 });
	else if (!isNext) rollback({ releases });
	expect(served(), where).toEqual(next);
	// A rollback that was served already needs no other run; whatever is published next tidies up after it.
	if (work === 'rollback') swapIn({ built: first, releases, at: '2026-11-30T09:00:00Z' });
	expect(
		readdirSync(releases).filter((name) => !/^(?:current|\d{8}T\d{6}Z-[0-9a-f]{12})$/.test(name)),
		where,
	).toEqual([]);
}

describe.each(['swap', 'rollback'] as const)('a %s stopped at every file operation', (work) => {
	const codes = ['EIO', 'ENOSPC', 'EACCES'];

	it('by an error leaves the old or the new, and the next one recovers', () => {
		const prepared = prepare(work);
		const { old, next } = prepared;
		const count = operationsOf(work, prepared);
		expect(count).toBeGreaterThan(work === 'swap' ? 150 : 40);
		for (let stopAt = 1; stopAt <= count; stopAt++) {
			putBack(prepared);
			const code = codes[stopAt % codes.length] as string;
			let where = '';
			const fault: Fault = (operation, given) => {
				where = `operation ${stopAt} of ${count}: ${operation} ${given[0]}`;
				throw Object.assign(new Error(code), { code, path: given[0] });
			};
			const files = faulty(stopAt, fault);
			try {
				if (work === 'swap') publish(2, { keep: 2, files });
				else rollback({ releases, files });
			} catch (error) {
				if (code === 'ENOSPC') expect((error as Error).message, where).toContain('no room left on the disk');
				if (code === 'EACCES') expect((error as Error).message, where).toContain('This user may not write');
			}
			expect(where, `operation ${stopAt}`).not.toBe('');
			expectOldOrNew(work, old, next, where);
		}
	}, 600_000);

	it('by the death of its process leaves the old or the new, and the next one recovers', () => {
		// Whether it dies before or after an operation that only reads makes no difference.
		const prepared = prepare(work);
		const { old, next } = prepared;
		const count = operationsOf(work, prepared, changing);
		for (let stopAt = 1; stopAt <= count; stopAt++) {
			putBack(prepared);
			const { signal, stderr } = spawnSync(
				process.execPath,
				[CHILD, work, String(stopAt), releases, third, moments[2]],
				{ encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: join(ROOT, 'var', 'compiled') } },
			);
			expect(signal, `operation ${stopAt}: ${stderr}`).toBe('SIGKILL');
			expectOldOrNew(work, old, next, `operation ${stopAt} of ${count}`);
		}
	}, 600_000);
});

describe('two at once', () => {
	it('are one after the other: the second is refused in words', () => {
		publish(0);
		const letGo = takeLock(disk, join(releases, '.lock'));
		expect(() => publish(1)).toThrow(ReleaseBusy);
		expect(() => rollback({ releases })).toThrow(
			/Another release is under way \(process \d+ on .+\)\. Wait until/,
		);
		letGo();
		expect(publish(1).name).toBe(readlinkSync(join(releases, 'current')));
	});

	it('of many processes only one is let in at a time, and none is left out for good', async () => {
		publish(0);
		const run = () =>
			new Promise<string>((done) => {
				const child: ChildProcess = spawn(
					process.execPath,
					[CHILD, 'swap', '0', releases, second, moments[1]],
					{
						stdio: ['ignore', 'pipe', 'pipe'],
					},
				);
				let said = '';
				child.stderr?.on('data', (part) => {
					said += part;
				});
				child.on('close', (code) => done(code === 0 ? 'published' : said));
			});
		const said = await Promise.all(Array.from({ length: 6 }, run));
		expect(said).toContain('published');
		for (const each of said) expect(each).toMatch(/^published$|Another release is under way/);
		expect(served().public).toEqual(digestsOf(join(second, 'public')));
		expect(readdirSync(releases).filter((name) => name.startsWith('.'))).toEqual([]);
	});

	it('a lock whose process died is taken over; one of another machine is not', () => {
		publish(0);
		const lock = join(releases, '.lock');
		const { pid } = spawnSync(process.execPath, ['--version']);
		writeFileSync(lock, JSON.stringify({ id: 'a', pid, started: '1', host: hostname() }));
		expect(publish(1).previous).toBeDefined();
		// The number of a process that died was given to another one.
		writeFileSync(lock, JSON.stringify({ id: 'b', pid: process.ppid, started: '1', host: hostname() }));
		expect(publish(2).previous).toBeDefined();
		writeFileSync(lock, JSON.stringify({ id: 'c', pid, started: '1', host: 'another.example' }));
		expect(() => publish(0)).toThrow('on another.example');
		writeFileSync(lock, 'nonsense');
		expect(() => publish(0)).toThrow('is not a lock of a release');
	});
});
