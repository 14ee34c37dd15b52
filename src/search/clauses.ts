/** Clauses as sections of their own. */
import type { SearchRecord } from './search-record.ts';

type Section = SearchRecord['sections'][number];

/** The line a clause begins with: its number, which is also its anchor, and how strong it is. */
const HEAD = /^([A-Z]{2,4}-\d{2,4}\.\d{1,3}) (\S+)$/;

/** The section cut before each clause in it, so that search can lead to the clause. */
export function withClauses(section: Section): Section[] {
	const parts: { id: string; heading: string; lines: string[] }[] = [
		{ id: section.id, heading: section.heading, lines: [] },
	];
	for (const line of section.text.split('\n')) {
		const [head, number] = HEAD.exec(line) ?? [];
		if (head !== undefined && number !== undefined) parts.push({ id: number, heading: head, lines: [] });
		else parts.at(-1)?.lines.push(line);
	}
	return parts.map(({ id, heading, lines }) => ({ id, heading, text: lines.join('\n') }));
}
