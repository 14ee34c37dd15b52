/** Messages are JSON of a bearable size and what their schema says, or refused in words. */
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { Refusal } from './refusal.ts';

/** A request with images has several megabytes; anything else is small. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Read the message of a request. */
export async function messageOf(request: IncomingMessage): Promise<unknown> {
	const parts: Buffer[] = [];
	let size = 0;
	try {
		for await (const part of request as AsyncIterable<Buffer>) {
			size += part.length;
			// Read to its end all the same: whoever is still sending does not listen to an answer.
			if (size <= MOST_BYTES) parts.push(part);
		}
	} catch {
		throw new Refusal('bad-request', 'The connection ended before the message did.');
	}
	if (size > MOST_BYTES)
		throw new Refusal('too-large', 'That is too much for one save. Add large images one at a time.');
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)));
	} catch {
		throw new Refusal('bad-request', 'The message is not JSON.');
	}
}

/** A message as its schema has it. */
export function checked<T extends z.ZodType>(schema: T, message: unknown): z.output<T> {
	const result = schema.safeParse(message);
	if (result.success) return result.data;
	const [first] = result.error.issues;
	const place = first?.path.join('.') || 'the message';
	throw new Refusal('bad-request', `The server does not take this message: ${place}: ${first?.message}.`);
}
