/** Messages are what their schema says, or refused in words. */
import type { z } from 'zod';
import { Refusal } from './refusal.ts';

export function checked<T extends z.ZodType>(schema: T, message: unknown): z.output<T> {
	const result = schema.safeParse(message);
	if (result.success) return result.data;
	const [first] = result.error.issues;
	const place = first?.path.join('.') || 'the message';
	throw new Refusal('bad-request', `The server does not take this message: ${place}: ${first?.message}.`);
}
