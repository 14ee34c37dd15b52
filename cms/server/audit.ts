/** The audit: one line for every action and every refusal, with no words of any draft. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export interface AuditLine {
	/** Id of the person; absent before somebody has signed in. */
	person?: string;
	/** What was asked for: `persistEntry`, `status` … */
	action: string;
	/** What it was about: a draft, a path, the page another site called from. */
	about?: string;
	/** `done`, or the code of the refusal. */
	outcome: string;
	/** Address of the connection. */
	from?: string;
}

export type Audit = (line: AuditLine) => void;

/** Lines are added to the end of a file, which may be moved away at any time. */
export function openAudit(file: string, clock: () => number): Audit {
	mkdirSync(dirname(file), { recursive: true });
	return (line) => {
		const at = new Date(clock()).toISOString();
		appendFileSync(file, `${JSON.stringify({ at, ...line })}\n`, { mode: 0o600 });
	};
}

/** What a message is about, without its words. It may be anything: nobody has judged it yet. */
export function aboutOf(message: unknown): string | undefined {
	const { params, ...own } = keysOf(message);
	const said = params === undefined ? own : keysOf(params);
	const [first] = Array.isArray(said.dataFiles) ? said.dataFiles : [said.asset];
	const drafts = Array.isArray(said.drafts) ? said.drafts.slice(0, 10).map(nameIn).join(', ') : undefined;
	const name = nameIn(said) ?? drafts ?? nameIn(first);
	const what = [name, wordsIn(said.status) ?? wordsIn(said.newStatus) ?? wordsIn(said.language)];
	return (
		what
			.filter((each) => each !== undefined)
			.join(' ')
			.slice(0, 200) || undefined
	);
}

function nameIn(thing: unknown): string | undefined {
	const { collection, slug, id, path } = keysOf(thing);
	if (wordsIn(collection) !== undefined) return `${collection}/${wordsIn(slug) ?? ''}`;
	return wordsIn(id) ?? wordsIn(path);
}

function keysOf(thing: unknown): Record<string, unknown> {
	return typeof thing === 'object' && thing !== null ? { ...thing } : {};
}

function wordsIn(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}
