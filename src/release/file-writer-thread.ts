/** The thread of file-writer.ts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { ToWrite, Written } from './file-writer.ts';

let problem: Error | undefined;

parentPort?.on('message', (message: ToWrite) => {
	if (message === 'finished?') {
		parentPort?.postMessage({ ...(problem && { problem }) } satisfies Written);
		problem = undefined;
	} else if (!problem) {
		try {
			mkdirSync(dirname(message.path), { recursive: true });
			writeFileSync(message.path, message.text);
		} catch (error) {
			problem = error as Error;
		}
	}
});
