/** Events: what everybody with the editor open is told as it happens. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReleaseEvent } from '../../src/cms/answers.ts';
import { headers } from './bundle.ts';

export interface Events {
	listen(request: IncomingMessage, response: ServerResponse): void;
	tell(event: ReleaseEvent): void;
	close(): void;
}

/** Proxies close connections on which nothing is said. */
const STILL_THERE_MS = 25_000;

export function openEvents(): Events {
	const listeners = new Set<ServerResponse>();
	let closed = false;
	const still = setInterval(() => {
		for (const listener of listeners) listener.write(': still here\n\n');
	}, STILL_THERE_MS);
	still.unref();
	return {
		listen(request, response) {
			response.writeHead(200, {
				...headers,
				'content-type': 'text/event-stream',
				'cache-control': 'no-store',
				'x-accel-buffering': 'no',
			});
			response.write(': listening\n\n');
			if (closed) {
				response.end();
				return;
			}
			listeners.add(response);
			request.on('close', () => listeners.delete(response));
		},
		tell(event) {
			for (const listener of listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`);
		},
		close() {
			closed = true;
			clearInterval(still);
			for (const listener of listeners) listener.end();
			// A release that is under way goes on telling.
			listeners.clear();
		},
	};
}
