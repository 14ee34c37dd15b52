/** The worker’s side of worker-pool.ts: parse a batch, say which body is being read, answer with all of them. */
import { parentPort } from 'node:worker_threads';
import type { Body } from '../model/entry.ts';
import { parseBody } from './parse.ts';
import type { ParseContext } from './parsed-body.ts';
import { asSent, type SentBody } from './sent-body.ts';

export interface Batch {
	bodies: { body: Body; context: ParseContext }[];
	/** Holds the index of the body being read, so that a parent that waits knows which one does not end. */
	progress: Int32Array;
}
export type Answer = SentBody[];

parentPort?.on('message', ({ bodies, progress }: Batch) => {
	const answer: Answer = bodies.map(({ body, context }, index) => {
		Atomics.store(progress, 0, index);
		return asSent(parseBody(body, context));
	});
	parentPort?.postMessage(
		answer,
		answer.map(({ nodesJson }) => nodesJson.buffer),
	);
});
