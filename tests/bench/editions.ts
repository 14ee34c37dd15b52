/**
 * The benchmark of editions: what a cold build of everything ever published costs, and what publishing one edit
 * costs, as the number of documents grows. Docusaurus keeps its versions by building them all each time.
 */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { filesBelow } from '../../src/release/digest.ts';
import { type Corpus, makeCorpus, readReference } from './corpus.ts';
import { type Measure, measure, median } from './measure.ts';
import { docusaurus, product } from './subject.ts';
import { editAll, editOne } from './write-corpus.ts';

const EDITIONS = 5;
/** Releases that are kept: from then on the earliest is made over into the next, as on any day of the product’s use. */
const KEPT = 5;
const momentOf = (day: number) => new Date(Date.UTC(2026, 10, 10 + day, 9)).toISOString().replace('.000', '');
const environment = { ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };

interface Row {
	build: string;
	subject: string;
	documents: number;
	measure: Measure;
	pages: number;
}

export async function runEditionsBenchmark(
	root: string,
	folder: string,
	{ sizes, runs, peers }: { sizes: readonly number[]; runs: number; peers: boolean },
): Promise<void> {
	const rows: Row[] = [];
	for (const size of sizes) {
		const corpus = makeCorpus(readReference(join(root, 'content')), size);
		rows.push(...(await ours(root, join(folder, `editions-${size}`), corpus, runs)));
		if (peers && size === sizes[0]) rows.push(await theirs(root, folder, corpus));
	}
	console.log(`\n${reportOf(rows, runs)}`);
}

async function ours(root: string, folder: string, corpus: Corpus, runs: number): Promise<Row[]> {
	const subject = product(root, root, folder, corpus, false);
	const content = join(subject.folder, 'corpus');
	const run = (script: string, at: string, ...more: string[]) =>
		measure(
			[
				process.execPath,
				'--import',
				'./scripts/keep-compiled.mjs',
				`tests/bench/${script}.ts`,
				'--content',
				'corpus',
				'--out',
				'dist',
				'--at',
				at,
				...more,
			],
			subject.folder,
			environment,
		);
	const size = corpus.documents.length;
	const told = (build: string, measured: Measure): Measure => {
		const { wallMs, cpuMs = 0, peakMb = 0 } = measured;
		console.log(
			`${size} documents: ${build} ${seconds(wallMs)} s, CPU ${seconds(cpuMs)} s, ${peakMb.toFixed(0)} MB`,
		);
		return measured;
	};
	for (let number = 1; number <= EDITIONS; number++) {
		editAll(corpus, content, number);
		const { wallMs } = await run('publish-without-search', momentOf(number), '--freeze');
		console.log(`${size} documents: edition ${number} of each frozen in ${seconds(wallMs)} s`);
	}
	const editions = filesBelow(content, 'editions');
	const bytes = editions.reduce((sum, file) => sum + statSync(join(content, file)).size, 0);
	console.log(
		`${size} documents: ${(bytes / 1e6).toFixed(0)} MB of editions in ${editions.length} files, ${(bytes / size / EDITIONS / 1000).toFixed(1)} kB an edition`,
	);
	let published = EDITIONS;
	/** On the day after the last publication. */
	const publishEdit = (...more: string[]) => {
		published++;
		editOne(subject.edited.file, readFileSync(subject.edited.file, 'utf8'), 100 + published);
		return run('publish-without-search', momentOf(published), ...more);
	};
	const cold: Measure[] = [];
	const edits: Measure[] = [];
	for (let turn = 1; turn <= runs; turn++) {
		for (const name of [...subject.made, 'releases'])
			rmSync(join(subject.folder, name), { recursive: true, force: true });
		cold.push(told('cold', await run('build-without-search', momentOf(EDITIONS), '--published')));
		for (let release = 1; release <= KEPT; release++) await publishEdit();
		edits.push(told('publish one edit', await publishEdit()));
	}
	const searched = told('publish one edit, with search index', await publishEdit('--search'));
	const pages = filesBelow(join(subject.folder, 'dist')).filter((file) => file.endsWith('.html')).length;
	const row = (build: string, measured: Measure): Row => ({
		build,
		subject: 'ours',
		documents: size,
		measure: measured,
		pages,
	});
	console.log(searched.output);
	return [
		row('cold', medianOf(cold)),
		row('publish one edit', medianOf(edits)),
		row('publish one edit, with search index', searched),
	];
}

async function theirs(root: string, folder: string, corpus: Corpus): Promise<Row> {
	const versions = Array.from({ length: EDITIONS - 1 }, (_, index) => `${EDITIONS - 1 - index}.0`);
	const subject = docusaurus(root, folder, corpus, versions);
	for (const name of subject.made) rmSync(join(subject.folder, name), { recursive: true, force: true });
	const measured = await measure(subject.build, subject.folder, environment);
	console.log(`Docusaurus: ${seconds(measured.wallMs)} s, CPU ${seconds(measured.cpuMs ?? 0)} s`);
	const pages = filesBelow(join(subject.folder, subject.out)).filter((file) => file.endsWith('.html')).length;
	return {
		build: 'cold',
		subject: `Docusaurus, ${EDITIONS} versions`,
		documents: corpus.documents.length,
		measure: measured,
		pages,
	};
}

function medianOf(all: readonly Measure[]): Measure {
	const pick = (key: 'cpuMs' | 'peakMb') => {
		const values = all.flatMap((each) => each[key] ?? []);
		return values.length > 0 ? { [key]: median(values) } : {};
	};
	return {
		wallMs: median(all.map(({ wallMs }) => wallMs)),
		output: all.at(-1)?.output ?? '',
		...pick('cpuMs'),
		...pick('peakMb'),
	};
}

function reportOf(rows: readonly Row[], runs: number): string {
	const cells = rows.map(({ build, subject, documents, measure: { wallMs, cpuMs, peakMb }, pages }) => [
		build,
		subject,
		String(documents),
		seconds(wallMs),
		cpuMs === undefined ? '' : seconds(cpuMs),
		peakMb === undefined ? '' : peakMb.toFixed(0),
		String(pages),
		build === 'cold' ? (wallMs / pages).toFixed(2) : '',
		build === 'cold' && cpuMs !== undefined ? (cpuMs / pages).toFixed(2) : '',
	]);
	const head = [
		'build',
		'subject',
		'documents',
		'wall s',
		'CPU s',
		'peak MB',
		'pages',
		'wall ms a page',
		'CPU ms a page',
	];
	const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
	return [
		`${EDITIONS} editions of each document, medians of ${runs} runs, without search index unless named. ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, Node ${process.versions.node}.`,
		'',
		line(head),
		line(head.map(() => '---')),
		...cells.map(line),
	].join('\n');
}

function seconds(ms: number): string {
	return (ms / 1000).toFixed(1);
}
