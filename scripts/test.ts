/**
 * `npm test`: everything that must hold, in the order that fails soonest, with one summary at the end. A step that
 * fails does not hide the others.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './command-line.ts';

interface Step {
	name: string;
	command: string[];
	/** A vitest run: its report says how many tests passed. */
	report?: string;
}

const reports = join(ROOT, 'var', 'test-reports');
const bin = (name: string, file: string) => join(ROOT, 'node_modules', name, file);
const vitest = (project: string): Step => ({
	name: `${project} tests`,
	command: [
		bin('vitest', 'vitest.mjs'),
		'run',
		'--project',
		project,
		'--reporter=dot',
		'--reporter=json',
		`--outputFile.json=${join(reports, `${project}.json`)}`,
	],
	report: join(reports, `${project}.json`),
});

const steps: Step[] = [
	{ name: 'types', command: [bin('astro', 'bin/astro.mjs'), 'check', '--minimumSeverity', 'warning'] },
	{ name: 'editor types', command: [bin('typescript', 'bin/tsc'), '--noEmit', '-p', 'cms'] },
	{ name: 'code lint', command: [bin('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings'] },
	{ name: 'content check', command: ['scripts/check.ts', '--at', '2026-11-23T09:00:00Z'] },
	vitest('unit'),
	vitest('site'),
	vitest('browser'),
];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const results: (Step & { ok: boolean; seconds: number; passed: number; failed: number })[] = [];
for (const step of steps) {
	console.log(`\n── ${step.name} ${'─'.repeat(Math.max(0, 70 - step.name.length))}`);
	const start = performance.now();
	let ran = await run(step);
	if (!ran.ok && ran.nodeFault) {
		console.log(
			'\nNode ended by a fault of its own (nodejs/node 64500), which says nothing of the tests: once more.',
		);
		ran = await run(step);
	}
	const seconds = (performance.now() - start) / 1000;
	results.push({ ...step, ok: ran.ok, seconds, ...countsOf(step, ran.ok) });
}

console.log(`\n── summary ${'─'.repeat(63)}`);
for (const { name, ok, seconds, passed, failed } of results) {
	console.log(
		`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(0).padStart(5)} s`,
	);
}
for (const name of results.flatMap(failuresOf)) console.log(`        ${name}`);
const total = (key: 'passed' | 'failed') => results.reduce((sum, result) => sum + result[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

/** Run a step, its words passed on. Node 24 rarely ends when threads begin and end; it then names the check that failed. */
async function run({ command }: Step): Promise<{ ok: boolean; nodeFault: boolean }> {
	const child = spawn(process.execPath, command, {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
	});
	let tail = '';
	let nodeFault = false;
	for (const [from, to] of [
		[child.stdout, process.stdout],
		[child.stderr, process.stderr],
	] as const) {
		from.on('data', (bytes: Buffer) => {
			to.write(bytes);
			tail = `${tail}${bytes}`.slice(-2000);
			nodeFault ||= tail.includes('Check failed: jit_page.has_value()');
		});
	}
	const [code] = (await once(child, 'close')) as [number | null];
	return { ok: code === 0, nodeFault };
}

/** How many checks of a step passed and failed: its tests, or the step itself. A run without tests has failed. */
function countsOf({ report }: Step, ok: boolean): { passed: number; failed: number } {
	if (!report) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
	try {
		const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(
			readFileSync(report, 'utf8'),
		) as Record<string, number>;
		const skipped = (numTotalTests ?? 0) - (numPassedTests ?? 0) - (numFailedTests ?? 0);
		const unseen = !ok && !numFailedTests ? 1 : 0;
		return { passed: numPassedTests ?? 0, failed: (numFailedTests ?? 0) + skipped + unseen };
	} catch {
		return { passed: 0, failed: 1 };
	}
}

/** The names of the tests of a step that failed. */
function failuresOf({ report }: Step): string[] {
	if (!report || !existsSync(report)) return [];
	const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
		testResults: {
			name: string;
			message: string;
			assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
		}[];
	};
	return testResults.flatMap(({ name, message, assertionResults }) => [
		...(message ? [`${relative(ROOT, name)}: ${message.split('\n')[0]}`] : []),
		...assertionResults
			.filter(({ status }) => status === 'failed')
			.map(
				({ fullName, failureMessages: [first = ''] }) =>
					`${relative(ROOT, name)}: ${fullName}: ${first.split('\n')[0]}`,
			),
	]);
}
