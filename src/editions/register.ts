/**
 * Writing and reading a register. One entry a line, in canonical JSON; each line names the hash of the one before.
 *
 * Reading judges every line on its own terms (form, place, hash of the line before, time) and tells all that is
 * wrong at once. That nothing was rewritten from some line on, hashes and all, only a signed checkpoint shows.
 */
import { canonicalJson, isCanonicalJson, sha256Hex } from '../model/canonical.ts';
import type { Issue } from '../model/issue.ts';
import type { RegisterEntry } from './register-entry.ts';

/** What is to be recorded: an entry without its place. */
export type NewEntry = RegisterEntry extends infer Entry
	? Entry extends RegisterEntry
		? Omit<Entry, 'index' | 'previous'>
		: never
	: never;

export interface Register {
	/** The lines without their ends: what is hashed. */
	lines: string[];
	/** The entry of each line that could be read. */
	entries: RegisterEntry[];
	/** Empty when the register is whole. */
	issues: Issue[];
}

/** What the first entry names as the hash of the line before. */
export const NO_LINE = '0'.repeat(64);

/** The line that records an entry after these lines. Add it to the file with a line end. */
export function appendEntry(lines: readonly string[], entry: NewEntry): string {
	return canonicalJson({ ...entry, index: lines.length, previous: hashBefore(lines, lines.length) });
}

/** The file that holds these lines. */
export function registerText(lines: readonly string[]): string {
	return lines.map((line) => `${line}\n`).join('');
}

/** Read a register and judge its chain. `file` is where it stands, for the issues. */
export function readRegister(text: string, file = 'register.jsonl'): Register {
	const known = whole.find((each) => text.startsWith(each.text));
	const register: Register = {
		lines: [...(known?.lines ?? [])],
		entries: [...(known?.entries ?? [])],
		issues: [],
	};
	readMore(register, text.slice(known?.text.length ?? 0), file);
	register.issues.push(...numberIssues(register.entries, file));
	if (register.issues.length === 0 && text !== '' && known?.text !== text) {
		whole = [{ text, lines: [...register.lines], entries: [...register.entries] }, ...whole]
			.filter((each, place) => place === 0 || !text.startsWith(each.text))
			.slice(0, MOST_WHOLE);
	}
	return register;
}

/** Registers that were found whole: a long one is judged once, and a longer one from there on. */
let whole: { text: string; lines: readonly string[]; entries: readonly RegisterEntry[] }[] = [];
/** One of each site. */
const MOST_WHOLE = 2;

/** Judge more lines of a register. */
function readMore({ lines, entries, issues }: Register, text: string, file: string): void {
	let latest = entries.at(-1)?.at ?? '';
	const report = (index: number, message: string) => issues.push(issueAt(file, index, message));
	const more = text.split('\n');
	if (more.at(-1) === '') more.pop();
	else
		report(
			lines.length + more.length - 1,
			'Unexpected end within a line, expected a line end after every entry',
		);
	for (const line of more) {
		const index = lines.push(line) - 1;
		const entry = entryOf(line);
		if (!entry) {
			report(index, `Unexpected text “${line.slice(0, 60)}”, expected an entry in canonical JSON`);
			continue;
		}
		entries.push(entry);
		if (entry.index !== index)
			report(
				index,
				`Unexpected entry number ${entry.index}, expected ${index}: a line was added, dropped or moved`,
			);
		if (entry.previous !== hashBefore(lines, index))
			report(index, 'Unexpected hash of the line before: that line, or this one, is not what was recorded');
		if (entry.at < latest) report(index, `Unexpected moment ${entry.at}, expected none before ${latest}`);
		else latest = entry.at;
	}
}

/**
 * The numbers of a document’s editions grow, and nothing happens to one that was never published. The public misses those
 * that were new for staff alone.
 */
function numberIssues(entries: readonly RegisterEntry[], file: string): Issue[] {
	const last = new Map<string, number>();
	return entries.flatMap((entry) => {
		const known = last.get(entry.code) ?? 0;
		if (entry.kind === 'edition') {
			last.set(entry.code, entry.number);
			return entry.number > known
				? []
				: [
						issueAt(
							file,
							entry.index,
							`Unexpected edition ${entry.number} of ${entry.code}, expected one after ${known}`,
						),
					];
		}
		return entry.kind !== 'data' && 'number' in entry && entry.number > known
			? [
					issueAt(
						file,
						entry.index,
						`Unexpected edition ${entry.number} of ${entry.code}, expected one that was published before`,
					),
				]
			: [];
	});
}

function hashBefore(lines: readonly string[], index: number): string {
	const before = lines[index - 1];
	return before === undefined ? NO_LINE : sha256Hex(before);
}

/** The entry of a line, or undefined when the line is not exactly what `appendEntry` writes. */
function entryOf(line: string): RegisterEntry | undefined {
	try {
		const entry = JSON.parse(line) as Partial<RegisterEntry> | null;
		const sound =
			typeof entry?.index === 'number' &&
			typeof entry.previous === 'string' &&
			typeof entry.at === 'string' &&
			/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(entry.at) &&
			typeof entry.code === 'string' &&
			typeof entry.kind === 'string' &&
			(!('parts' in entry) || hasParts(entry.parts)) &&
			(!partsOf.has(entry.kind) || 'parts' in entry) &&
			isCanonicalJson(line, entry);
		return sound ? (entry as RegisterEntry) : undefined;
	} catch {
		return undefined;
	}
}

/** The kinds of entry that record hashes of a text. */
const partsOf = new Set(['edition', 'rendering', 'redaction']);

function hasParts(parts: unknown): boolean {
	return ['html', 'text', 'view'].every((kind) => {
		const hashes = (parts as Record<string, unknown> | null | undefined)?.[kind];
		return typeof hashes === 'object' && hashes !== null;
	});
}

function issueAt(file: string, index: number, message: string): Issue {
	return {
		file,
		place: { line: index + 1, column: 1 },
		rule: 'register',
		severity: 'error',
		message,
		fix: 'The register is written by publishing alone. Take the file back from an earlier commit or a copy of the site, and find out who changed it.',
	};
}
