/** A refusal: why a request was not done, in a sentence the editor can act on. Anything else thrown is a fault of ours. */
import type { Conflict, RefusalCode } from '../../src/cms/answers.ts';
import type { Issue } from '../../src/model/issue.ts';

const statusOf: Record<RefusalCode, number> = {
	'signed-out': 401,
	'not-allowed': 403,
	'wrong-origin': 403,
	'bad-request': 422,
	'not-found': 404,
	stale: 409,
	conflict: 409,
	blocked: 422,
	'too-large': 413,
	'too-many': 429,
	failed: 500,
};

export class Refusal extends Error {
	readonly code: RefusalCode;
	readonly detail: { conflict?: Conflict; issues?: Issue[] };

	constructor(code: RefusalCode, sentence: string, detail: { conflict?: Conflict; issues?: Issue[] } = {}) {
		super(sentence);
		this.code = code;
		this.detail = detail;
	}

	get status(): number {
		return statusOf[this.code];
	}
}
