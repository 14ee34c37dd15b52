/** Clauses that a draft takes out of a standard although other pages lead to them. */

import type { ParsedBody } from '../markup/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Issue } from '../model/issue.ts';
import type { OpenData } from './catalogue-data.ts';
import type { DraftFile } from './draft-issue.ts';

export function lostClauses(
	catalogue: Catalogue,
	{ references }: OpenData,
	files: readonly (DraftFile & { parsed?: ParsedBody })[],
): Issue[] {
	const ofDraft = new Set(files.map(({ file }) => file));
	return files.flatMap(({ file, parsed }) => {
		const entry = catalogue.entry(file);
		if (!parsed || entry?.type !== 'standard' || entry.language !== 'en') return [];
		const { code } = entry.data as { code: string };
		const numbers = new Set(
			parsed.nodes.flatMap((node) =>
				node.kind === 'component' && node.name === 'Clause' ? (node.props.number ?? []) : [],
			),
		);
		if (parsed.nodes.length === 0) return [];
		const lost = references.filter(
			({ target, id, clause, file: from }) =>
				target === 'document' &&
				id === code &&
				clause !== undefined &&
				!numbers.has(clause) &&
				!ofDraft.has(from),
		);
		const clauses = new Map<string, string[]>();
		for (const { clause = '', file: from } of lost)
			clauses.set(clause, [...new Set([...(clauses.get(clause) ?? []), from])]);
		return [...clauses].map(
			([clause, from]): Issue => ({
				file,
				place: { line: entry.body?.firstLine ?? 1, column: 1 },
				rule: 'lost-clause',
				severity: 'error',
				message: `Unexpected end of clause ${clause}, which ${from.join(', ')} ${from.length === 1 ? 'names' : 'name'}, expected it to stay`,
				fix: 'Keep the clause with its number and say in it that it no longer applies, or change the pages that name it first.',
			}),
		);
	});
}
