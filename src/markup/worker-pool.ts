/**
 * Parsing in worker threads with limits of time and memory: the door of markup for Node.
 *
 * A body that takes too long or too much memory costs its worker, never the process; it gets one issue that says
 * so, and the others of its batch are read again.
 */
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Body } from '../model/entry.ts';
import type { Issue } from '../model/issue.ts';
import { type ParseContext, unreadBody } from './parsed-body.ts';
import { asSent, received, type SentBody } from './sent-body.ts';
import type { Answer, Batch } from './worker.ts';

export { received, type SentBody };

export interface ParserOptions {
	/** How many workers may read at once, at the moment of asking. */
	threads(): number;
	/** The longest one body may take. */
	timeoutMs?: number;
	/** The memory of one worker. */
	memoryMb?: number;
	/** The script of the worker; tests put others here. */
	script?: URL;
	/** A worker that was started before, to read with the usual limits. */
	first?: Worker;
}

export interface Parser {
	parse(body: Body, context: ParseContext): Promise<SentBody>;
	/** End the workers. What is still being read is answered with an issue. */
	close(): Promise<void>;
}

type Loss = 'time' | 'memory' | 'stopped';

interface Job {
	body: Body;
	context: ParseContext;
	resolve(parsed: SentBody): void;
	/** Whether a worker died while this was in its batch: it is then read alone. */
	alone: boolean;
}

const MOST_IN_BATCH = 32;
/** Getting a worker ready takes as long as reading this many bodies. */
const WORTH_A_WORKER = 100;
/** The memory of one worker. */
const MEMORY_MB = 256;
const SCRIPT = new URL('./worker.ts', import.meta.url);
/** A busy machine may take long to start a worker; that is no fault of the body. */
const LONGEST_START_MS = 60_000;
/** The progress of a worker that has not begun. */
const NOT_BEGUN = -1;

/** Start a worker: it gets ready to read while its parser is not there yet. */
export function startWorker(memoryMb = MEMORY_MB, script = SCRIPT): Worker {
	// Where the program keeps its modules compiled, if it does: below the folder that was asked for.
	const kept = getCompileCacheDir();
	const worker = new Worker(script, {
		execArgv: [],
		env: kept === undefined ? {} : { NODE_COMPILE_CACHE: dirname(kept) },
		stdout: true,
		stderr: true,
		resourceLimits: {
			maxOldGenerationSizeMb: memoryMb,
			maxYoungGenerationSizeMb: Math.max(8, memoryMb / 4),
			stackSizeMb: 4,
		},
	});
	worker.unref();
	return worker;
}

/** A parser with workers of its own. The first gets ready at once, others when there is enough to read. */
export function createParser({
	threads,
	timeoutMs = 5000,
	memoryMb = MEMORY_MB,
	script = SCRIPT,
	first,
}: ParserOptions): Parser {
	const waiting: Job[] = [];
	const idle: Seat[] = [];
	const seats = new Set<Seat>();
	let closed = false;

	/** One place at the table: a worker, replaced when it dies. */
	interface Seat {
		worker?: Worker;
		jobs: Job[];
		progress: Int32Array;
		watch?: NodeJS.Timeout;
	}

	const seatWorker = (seat: Seat, worker = startWorker(memoryMb, script)): Worker => {
		// One that was given up on may have answered already: its place reads something else by now.
		worker.on('message', (answer: Answer) => {
			if (seat.worker === worker) finish(seat, answer);
		});
		let why: Loss = 'stopped';
		// An error is followed by an exit; without a listener it would end the process.
		worker.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') why = 'memory';
		});
		worker.on('exit', () => {
			if (seat.worker === worker) lost(seat, why);
		});
		seat.worker = worker;
		return worker;
	};

	const isAnotherWorth = () =>
		seats.size < threads() && (seats.size === 0 || waiting.length > WORTH_A_WORKER);

	const start = () => {
		while (waiting.length > 0) {
			const seat = idle.pop() ?? (isAnotherWorth() ? newSeat() : undefined);
			if (!seat) return;
			const alone = waiting[0]?.alone === true;
			const share = Math.max(1, Math.min(MOST_IN_BATCH, Math.ceil(waiting.length / threads())));
			let count = 1;
			while (!alone && count < share && waiting[count]?.alone === false) count++;
			seat.jobs = waiting.splice(0, count);
			seat.progress = newProgress();
			const worker = seat.worker ?? seatWorker(seat);
			worker.ref();
			const batch: Batch = {
				bodies: seat.jobs.map(({ body, context }) => ({ body, context })),
				progress: seat.progress,
			};
			worker.postMessage(batch);
			watch(seat);
		}
	};

	/** Each body has its own time: the clock starts again whenever the worker has gone on to the next. */
	const watch = (seat: Seat, seen = NOT_BEGUN, waited = 0) => {
		seat.watch = setTimeout(() => {
			const now = Atomics.load(seat.progress, 0);
			if (now !== seen) watch(seat, now);
			else if (now === NOT_BEGUN && waited < LONGEST_START_MS) watch(seat, NOT_BEGUN, waited + timeoutMs);
			else lost(seat, 'time');
		}, timeoutMs);
	};

	const finish = (seat: Seat, answer: Answer) => {
		clearTimeout(seat.watch);
		const { jobs } = seat;
		seat.jobs = [];
		seat.worker?.unref();
		idle.push(seat);
		for (const [index, job] of jobs.entries()) job.resolve(answer[index] ?? refused(job, 'stopped'));
		start();
	};

	const lost = (seat: Seat, why: Loss) => {
		clearTimeout(seat.watch);
		const { worker, jobs } = seat;
		const guilty = Atomics.load(seat.progress, 0);
		seat.worker = undefined;
		seat.jobs = [];
		void worker?.terminate();
		if (closed) {
			for (const job of jobs) job.resolve(refused(job, 'closed'));
			return;
		}
		if (!idle.includes(seat)) idle.push(seat);
		for (const [index, job] of jobs.entries()) {
			if (guilty === NOT_BEGUN) job.resolve(refused(job, 'start'));
			else if (index === guilty) job.resolve(refused(job, why));
			else waiting.unshift({ ...job, alone: true });
		}
		start();
	};

	const newSeat = (): Seat => {
		const seat: Seat = { jobs: [], progress: newProgress() };
		seats.add(seat);
		return seat;
	};

	const refused = ({ body, context }: Job, why: Loss | 'start' | 'closed'): SentBody => {
		const messages = {
			time: `Unexpected text that could not be read within ${timeoutMs / 1000} seconds, expected ordinary pages`,
			memory: `Unexpected text that could not be read with ${memoryMb} MB of memory, expected ordinary pages`,
			stopped: 'Unexpected text that stopped its reader, expected ordinary pages',
			start: 'Unexpected reader that does not start, expected it to read the page',
			closed: 'Unexpected end of the reading, expected it to finish',
		};
		const issue: Issue = {
			file: context.file,
			place: { line: body.firstLine, column: 1 },
			rule: 'unreadable',
			severity: 'error',
			message: messages[why],
			fix:
				why === 'closed' || why === 'start'
					? 'Start again.'
					: 'Split the page in two, and look for very long tables or deep lists.',
		};
		return asSent({ ...unreadBody([issue]), unfinished: true });
	};

	// One worker gets ready while the caller finds out what there is to read.
	const seat = newSeat();
	seatWorker(seat, first);
	idle.push(seat);

	return {
		parse: (body, context) =>
			new Promise((resolve) => {
				const job: Job = { body, context, resolve, alone: false };
				if (closed) {
					resolve(refused(job, 'closed'));
					return;
				}
				waiting.push(job);
				// Bodies asked for in one go travel together.
				if (waiting.length === 1) queueMicrotask(start);
			}),
		close: async () => {
			closed = true;
			for (const job of waiting.splice(0)) job.resolve(refused(job, 'closed'));
			const workers = [...seats].flatMap(({ worker }) => worker ?? []);
			for (const seat of seats) {
				for (const job of seat.jobs.splice(0)) job.resolve(refused(job, 'closed'));
				clearTimeout(seat.watch);
				seat.worker = undefined;
			}
			await Promise.all(workers.map((worker) => worker.terminate()));
		},
	};
}

function newProgress(): Int32Array {
	return new Int32Array(new SharedArrayBuffer(4)).fill(NOT_BEGUN);
}
