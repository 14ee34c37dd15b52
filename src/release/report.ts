/** Reports of issues: for people, grouped by file; for machines, as JSON or SARIF 2.1.0. */
import type { Issue } from '../model/issue.ts';

/** Issues in words, grouped by file, with a count at the end. `root`, when there is one, goes before each path. */
export function issuesInText(issues: readonly Issue[], root: string): string {
	const lines: string[] = [];
	let file: string | undefined;
	for (const issue of issues) {
		if (issue.file !== file) lines.push(...(file === undefined ? [] : ['']), printable(pathOf(issue, root)));
		file = issue.file;
		lines.push(
			`  ${issue.place.line}:${issue.place.column}  ${issue.severity}  ${printable(issue.message)}  (${issue.rule})`,
			`      ${printable(issue.fix)}`,
		);
	}
	return [...lines, ...(lines.length > 0 ? [''] : []), countInWords(issues)].join('\n');
}

/** “3 errors and 1 warning in 2 files”. */
export function countInWords(issues: readonly Issue[]): string {
	if (issues.length === 0) return 'No problems found.';
	const errors = issues.filter(({ severity }) => severity === 'error').length;
	const parts = [plural(errors, 'error'), plural(issues.length - errors, 'warning')].filter(
		(part) => !part.startsWith('0 '),
	);
	return `${parts.join(' and ')} in ${plural(new Set(issues.map(({ file }) => file)).size, 'file')}.`;
}

/** Issues as SARIF 2.1.0, the OASIS format that code hosts show beside a change. */
export function issuesAsSarif(issues: readonly Issue[], root: string): object {
	return {
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: {
					driver: {
						name: 'content-check',
						rules: [...new Set(issues.map(({ rule }) => rule))].map((id) => ({ id })),
					},
				},
				results: issues.map(({ file, place, rule, severity, message, fix }) => ({
					ruleId: rule,
					level: severity,
					message: { text: `${message}. ${fix}` },
					locations: [
						{
							physicalLocation: {
								artifactLocation: { uri: encodeURI(pathOf({ file }, root)) },
								region: { startLine: place.line, startColumn: place.column },
							},
						},
					],
				})),
			},
		],
	};
}

function pathOf({ file }: Pick<Issue, 'file'>, root: string): string {
	return root === '' ? file : `${root}/${file}`;
}

/** The name of a file may hold anything, an order to the terminal too. */
function printable(text: string): string {
	return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');
}

function plural(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
