/** Writing many files in a thread of its own, so that the next is made while one is written. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface FileWriter {
	/** Write a file that is not there, and the folders above it, in time. Waits while too many wait to be written. */
	write(path: string, text: string): Promise<void>;
	/** When all are written. Rejects with the first error. */
	finished(): Promise<void>;
	close(): Promise<void>;
}

/** A file to write, or the question whether all are written. */
export type ToWrite = { path: string; text: string } | 'finished?';
/** The answer to that: what went wrong first. */
export type Written = { problem?: Error };

/** How many files may wait: slow disks must not fill the memory. */
const MOST_WAITING = 256;

export function openFileWriter(): FileWriter {
	let thread: Worker | undefined;
	let waiting = 0;
	const send = (message: ToWrite) => {
		thread ??= new Worker(new URL('./file-writer-thread.ts', import.meta.url));
		thread.postMessage(message);
	};
	const finished = async () => {
		if (waiting === 0) return;
		waiting = 0;
		send('finished?');
		const [{ problem }] = (await once(thread as Worker, 'message')) as [Written];
		if (problem) throw problem;
	};
	return {
		async write(path, text) {
			send({ path, text });
			if (++waiting >= MOST_WAITING) await finished();
		},
		finished,
		async close() {
			await thread?.terminate();
		},
	};
}
