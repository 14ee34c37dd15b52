/** The benchmark: each subject built in turn, in every mode, several times over; medians and ratios at the end. */
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, release as systemRelease } from 'node:os';
import { join } from 'node:path';
import { filesBelow } from '../../src/release/digest.ts';
import { makeCorpus, readReference } from './corpus.ts';
import { type Measure, measure, median } from './measure.ts';
import { astro, eleventy, products, type Subject } from './subject.ts';
import { edit } from './write-corpus.ts';

/** What a build finds: nothing; finished work but no output; its last output, and one sentence changed. */
const modes = { cold: 'cold', kept: 'digest cache, no output', edit: 'one edit' } as const;
type Mode = keyof typeof modes;

/** At most this part of the time of plain Astro + MDX in the same mode, search index apart. */
const aims: Record<Mode, number> = { cold: 0.8, kept: 0.3, edit: 0.15 };

export interface BenchmarkOptions {
	root: string;
	/** Where corpora, copies and peers go. */
	folder: string;
	documents: number;
	runs: number;
	peers: boolean;
}

interface Result {
	subject: string;
	mode: Mode;
	pages: number;
	/** Medians, but for the fastest run. */
	wallMs: number;
	fastestMs: number;
	cpuMs?: number;
	peakMb?: number;
	outputMb: number;
	runs: Measure[];
}

export async function runBenchmark({
	root,
	folder,
	documents,
	runs,
	peers,
}: BenchmarkOptions): Promise<void> {
	const corpus = makeCorpus(readReference(join(root, 'content')), documents);
	const subjects = [
		...(peers ? [astro(root, folder, corpus), eleventy(root, folder, corpus)] : []),
		...products(root, folder, corpus),
	];
	const measured = new Map<string, Result>();
	for (let run = 1; run <= runs; run++) {
		for (const mode of Object.keys(modes) as Mode[]) {
			for (const subject of subjects) {
				if (mode === 'kept' && !subject.keepsWork) continue;
				prepare(subject, mode, run, join(folder, 'aside', `${subject.name}-${run}-${mode}`));
				const result = await measure(subject.build, subject.folder, {
					ASTRO_TELEMETRY_DISABLED: '1',
					NODE_ENV: 'production',
				});
				console.log(`run ${run}, ${modes[mode]}, ${subject.name}: ${seconds(result.wallMs)} s`);
				add(measured, subject, mode, result);
			}
		}
	}
	rmSync(join(folder, 'aside'), { recursive: true, force: true });
	const results = [...measured.values()].map(withMedians);
	console.log(`\n${reportOf(results, documents, runs)}`);
	writeFileSync(join(folder, `results-${documents}.json`), JSON.stringify(results, undefined, '\t'));
}

/** What is not to be there goes aside: where thousands of files were just deleted, ext4 is slow at making new ones. */
function prepare({ folder, made, out, edited }: Subject, mode: Mode, run: number, aside: string): void {
	const unwanted = { cold: made, kept: [out], edit: [] }[mode];
	mkdirSync(aside, { recursive: true });
	for (const name of unwanted)
		if (existsSync(join(folder, name))) renameSync(join(folder, name), join(aside, name));
	if (mode === 'edit') edit(edited, run);
}

function add(measured: Map<string, Result>, subject: Subject, mode: Mode, result: Measure): void {
	const key = `${subject.name}, ${mode}`;
	const known = measured.get(key);
	if (known) {
		known.runs.push(result);
		return;
	}
	const out = join(subject.folder, subject.out);
	const files = filesBelow(out);
	measured.set(key, {
		subject: subject.name,
		mode,
		pages: files.filter((file) => file.endsWith('.html')).length,
		outputMb: files.reduce((sum, file) => sum + statSync(join(out, file)).size, 0) / 1e6,
		wallMs: 0,
		fastestMs: 0,
		runs: [result],
	});
}

function withMedians(result: Result): Result {
	const { runs } = result;
	const [cpu, peak] = [runs.flatMap(({ cpuMs }) => cpuMs ?? []), runs.flatMap(({ peakMb }) => peakMb ?? [])];
	return {
		...result,
		wallMs: median(runs.map(({ wallMs }) => wallMs)),
		fastestMs: Math.min(...runs.map(({ wallMs }) => wallMs)),
		...(cpu.length > 0 && { cpuMs: median(cpu) }),
		...(peak.length > 0 && { peakMb: median(peak) }),
	};
}

/** The report as Markdown. */
function reportOf(results: readonly Result[], documents: number, runs: number): string {
	const find = (subject: string, mode: Mode) =>
		results.find((result) => result.subject === subject && result.mode === mode);
	// Astro starts from nothing when only its output is gone, so what it is compared with then is its cold build.
	const reference = (mode: Mode) => find('Astro + MDX', mode === 'kept' ? 'cold' : mode);
	const ratio = (part: number | undefined, whole: number | undefined) =>
		part === undefined || whole === undefined ? '' : (part / whole).toFixed(2);
	const rows = results
		.toSorted((a, b) => Object.keys(modes).indexOf(a.mode) - Object.keys(modes).indexOf(b.mode))
		.map(({ subject, mode, wallMs, fastestMs, cpuMs, peakMb, pages, outputMb }) => [
			modes[mode],
			subject,
			seconds(wallMs),
			seconds(fastestMs),
			cpuMs === undefined ? '' : seconds(cpuMs),
			peakMb === undefined ? '' : peakMb.toFixed(0),
			String(pages),
			(pages / (wallMs / 1000)).toFixed(0),
			outputMb.toFixed(1),
			ratio(wallMs, reference(mode)?.wallMs),
			ratio(fastestMs, reference(mode)?.fastestMs),
			ratio(cpuMs, reference(mode)?.cpuMs),
			subject === 'ours' ? `≤ ${aims[mode]}` : '',
		]);
	const head = [
		'build',
		'subject',
		'wall s',
		'fastest s',
		'CPU s',
		'peak MB',
		'pages',
		'pages/s',
		'output MB',
		'wall ÷ Astro',
		'fastest ÷ Astro',
		'CPU ÷ Astro',
		'aim',
	];
	return [
		`${documents} documents, medians of ${runs} interleaved runs; “Astro” is plain Astro + MDX. ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, ${process.platform} ${systemRelease()}, Node ${process.versions.node}.`,
		'',
		...markdownTable([head, ...rows]),
		'',
		...stepsOf(results, 'ours, with search index'),
	].join('\n');
}

/** Where the product spends its time, as the build itself says. */
function stepsOf(results: readonly Result[], subject: string): string[] {
	const own = results.filter((result) => result.subject === subject);
	const times = own.map(({ runs }) =>
		runs.map(
			({ output }) =>
				new Map([...output.matchAll(/^(.+?) +(\d+) ms/gm)].map(([, name = '', ms]) => [name, Number(ms)])),
		),
	);
	const names = [...new Set(times.flat().flatMap((run) => [...run.keys()]))];
	return markdownTable([
		['step (ms)', ...own.map(({ mode }) => modes[mode])],
		...names.map((name) => [
			name,
			...times.map((runs) => median(runs.map((run) => run.get(name) ?? 0)).toFixed(0)),
		]),
	]);
}

function markdownTable([head = [], ...rows]: string[][]): string[] {
	const widths = head.map((_, index) =>
		Math.max(3, ...[head, ...rows].map((row) => row[index]?.length ?? 0)),
	);
	const line = (cells: string[]) =>
		`| ${cells.map((cell, index) => (index < 2 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join(' | ')} |`;
	return [
		line(head),
		`|${widths.map((width, index) => (index < 2 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`,
		...rows.map(line),
	];
}

function seconds(ms: number): string {
	return (ms / 1000).toFixed(ms < 10_000 ? 2 : 1);
}
