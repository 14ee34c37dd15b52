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

/** What a message is about, without its words. */
export function aboutOf(message: unknown): string | undefined {
	const { collection, slug, params, id, path, dataFiles, asset, drafts, status, newStatus, language } =
		(message ?? {}) as Record<string, unknown>;
	if (params !== undefined) return aboutOf(params);
	const first = Array.isArray(dataFiles) ? dataFiles[0] : asset;
	const inner = Array.isArray(drafts)
		? drafts.map(aboutOf).join(', ')
		: first === undefined
			? undefined
			: aboutOf(first);
	const draft = collection === undefined ? undefined : `${String(collection)}/${String(slug)}`;
	const what = [draft ?? id ?? path ?? inner, status ?? newStatus ?? language].filter(
		(each) => each !== undefined,
	);
	return what.length === 0 ? undefined : what.map(String).join(' ').slice(0, 200);
}
