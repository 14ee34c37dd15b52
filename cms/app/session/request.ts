/** Requests to the editing server. What it refuses is thrown as a `Refusal`, with its sentence for the editor. */
import type { RefusalAnswer, RefusalCode } from '../../../src/cms/answers.ts';
import { CSRF_HEADER, type MessageName, type MessageOf } from '../../../src/cms/protocol.ts';
import { csrfToken, goOn } from './session.ts';

export class Refusal extends Error {
	/** Decap reads the number. */
	readonly status: number;
	readonly answer: RefusalAnswer;

	constructor(status: number, answer: RefusalAnswer) {
		super(answer.error);
		// Decap shows an error with its name before its words, unless it has none.
		this.name = '';
		this.status = status;
		this.answer = answer;
	}
}

/** Ask for something. `path` is its address below the server. */
export function get<T>(path: string): Promise<T> {
	return request('GET', path);
}

/** Send one of our own messages. */
export function post<T = unknown, M extends MessageName = MessageName>(
	name: M,
	message: MessageOf<M>,
): Promise<T> {
	return request('POST', `/api/${name}`, message);
}

/** What is refused when the session has ended, or when another tab has begun a new one. */
const ofSession = new Set<RefusalCode>(['signed-out', 'wrong-origin']);

/** Ask, and when the session has ended sign in in place and ask again: what was written stays in its form. */
export async function request<T>(
	method: 'GET' | 'POST' | 'DELETE',
	path: string,
	message?: unknown,
): Promise<T> {
	try {
		return await requestOnce(method, path, message);
	} catch (error) {
		if (!(error instanceof Refusal) || !ofSession.has(error.answer.code) || !(await goOn())) throw error;
		return requestOnce(method, path, message);
	}
}

/** Ask once. */
export async function requestOnce<T>(
	method: 'GET' | 'POST' | 'DELETE',
	path: string,
	message?: unknown,
): Promise<T> {
	let response: Response;
	try {
		response = await fetch(path, {
			method,
			headers:
				method === 'GET'
					? {}
					: { 'content-type': 'application/json; charset=utf-8', [CSRF_HEADER]: csrfToken() },
			body: message === undefined ? null : JSON.stringify(message),
		});
	} catch {
		throw new Refusal(0, {
			error:
				'The editing server does not answer. What you wrote is still in the form: wait a moment and try again',
			code: 'failed',
		});
	}
	const answer: unknown = await response.json().catch(() => undefined);
	if (response.ok) return answer as T;
	throw new Refusal(
		response.status,
		isRefusal(answer)
			? answer
			: {
					error: `The editing server answered in a way that the editor does not know (${response.status}). What you wrote is still in the form`,
					// A single sign-on in front of the server has words of its own for this.
					code: response.status === 401 ? 'signed-out' : 'failed',
				},
	);
}

function isRefusal(answer: unknown): answer is RefusalAnswer {
	return typeof answer === 'object' && answer !== null && 'error' in answer;
}
