/** Objects of the repository, read through one `git cat-file --batch` that is kept open. */
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export interface GitObject {
	id: string;
	type: 'blob' | 'tree' | 'commit' | 'tag';
	bytes: Buffer;
}

export interface Objects {
	/** The object of an id, or of a name such as `refs/heads/main`; undefined when there is none. */
	read(name: string): Promise<GitObject | undefined>;
	close(): void;
}

type Reader = ChildProcessByStdio<Writable, Readable, null>;

interface Question {
	name: string;
	resolve(object: GitObject | undefined): void;
	reject(error: Error): void;
}

/** `start` starts the reader; it is started again when it ends. */
export function openObjects(start: () => Reader): Objects {
	let reader: Reader | undefined;
	let questions: Question[] = [];
	let received: Buffer[] = [];
	let size = 0;
	/** Bytes that have to be there before the next answer can be whole. */
	let wanted = 1;
	let closed = false;

	const lost = (which: Reader) => {
		if (reader !== which) return;
		reader = undefined;
		received = [];
		[size, wanted] = [0, 1];
		const unanswered = questions;
		questions = [];
		for (const { reject } of unanswered) reject(new Error('git cat-file ended before it answered'));
	};

	/** Take whole answers off the front of what was received. */
	const receive = (chunk: Buffer) => {
		received.push(chunk);
		size += chunk.length;
		while (size >= wanted) {
			const bytes = received.length === 1 ? (received[0] as Buffer) : Buffer.concat(received);
			received = [bytes];
			const line = bytes.indexOf(10);
			wanted = line === -1 ? size + 1 : answerLength(bytes, line);
			if (size < wanted) return;
			questions.shift()?.resolve(answerOf(bytes, line, wanted));
			received = [bytes.subarray(wanted)];
			[size, wanted] = [size - wanted, 1];
		}
	};

	const running = (): Reader => {
		if (reader) return reader;
		const started = start();
		reader = started;
		started.on('error', () => lost(started));
		started.on('close', () => lost(started));
		// Where no more files can be opened there are no pipes, only the error.
		started.stdout?.on('data', receive);
		started.stdin?.on('error', () => {});
		return started;
	};

	return {
		read: (name) =>
			new Promise((resolve, reject) => {
				if (closed || /[\n\0]/.test(name)) {
					reject(new Error('The repository is closed, or the name has a line break'));
					return;
				}
				const { stdin } = running();
				questions.push({ name, resolve, reject });
				stdin?.write(`${name}\n`);
			}),
		close() {
			closed = true;
			reader?.stdin.end();
		},
	};
}

/** How many bytes the first answer has; its first line ends at `line`. */
function answerLength(bytes: Buffer, line: number): number {
	const length = headerOf(bytes, line)[2];
	return length !== undefined && /^\d+$/.test(length) ? line + 1 + Number(length) + 1 : line + 1;
}

/** The object, or nothing after a line such as `refs/heads/none missing`. */
function answerOf(bytes: Buffer, line: number, end: number): GitObject | undefined {
	if (end === line + 1) return undefined;
	const [id = '', type = ''] = headerOf(bytes, line);
	return { id, type: type as GitObject['type'], bytes: Buffer.from(bytes.subarray(line + 1, end - 1)) };
}

function headerOf(bytes: Buffer, line: number): string[] {
	return bytes.subarray(0, line).toString('utf8').split(' ');
}
