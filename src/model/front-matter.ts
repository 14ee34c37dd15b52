/**
 * The boundary between front matter and body: one rule, ours, so that no two parsers can disagree about it.
 *
 * A document begins with a line that is exactly `---`. Its front matter closes at the first later line that
 * begins `---` or `+++`, and that line must be exactly `---`. Everything after it is body.
 */
import type { Body } from './entry.ts';
import type { Issue } from './issue.ts';

/** Opening brackets in one line: far more than a title has, far fewer than it takes to exhaust the reader of YAML. */
const MOST_BRACKETS = 50;

/** Lines that YAML would read as something else than keys and plain values. */
const refusedLines: { test(line: string): boolean; found: string; expected: string; fix: string }[] = [
	{
		// What stands below an end mark would be read by nobody.
		test: (line) => /^(?:\.\.\.(?:\s|$)|%)/.test(line),
		found: 'mark of YAML',
		expected: 'keys and their values',
		fix: 'Delete the line.',
	},
	{
		test: (line) => /^\s*(?:- )*(?:[\w ]+:\s+|- )!\S/.test(line),
		found: 'exclamation mark before the value',
		expected: 'a plain value',
		fix: 'Delete the word that begins with it, or put the value in double quotes.',
	},
	{
		test: (line) => (line.match(/[[{]/g)?.length ?? 0) > MOST_BRACKETS || /^ {65}|^\s*(?:- ){17}/.test(line),
		found: 'lists in lists',
		expected: 'one “key: value” a line',
		fix: 'Write lists with one item a line, each beginning with “- ”.',
	},
];

export interface FrontMatter {
	/** The YAML between the fences; its first line is line 2 of the file. */
	yaml: string;
	body: Body;
}

/** Split a document. Without a `frontMatter` in the result, `issues` says why. */
export function splitFrontMatter(text: string, file: string): { frontMatter?: FrontMatter; issues: Issue[] } {
	const problem = (line: number, message: string, fix: string): { issues: Issue[] } => ({
		issues: [{ file, place: { line, column: 1 }, rule: 'front-matter', severity: 'error', message, fix }],
	});
	const lines = text.split('\n');
	if (lines[0] !== '---') {
		return problem(
			1,
			`Unexpected first line ${quote(lines[0])}, expected the line ---`,
			'Begin the file with a line of exactly three hyphens, then the keys, then another such line.',
		);
	}
	const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\+\+\+)/.test(line));
	if (end === -1) {
		return problem(
			1,
			'Unexpected end of file inside the front matter, expected a closing line ---',
			'Put a line of exactly three hyphens below the last key.',
		);
	}
	if (lines[end] !== '---') {
		return problem(
			end + 1,
			`Unexpected line ${quote(lines[end])}, expected exactly ---`,
			'Close the front matter with a line of exactly three hyphens and nothing else.',
		);
	}
	if (end + 2 < lines.length && lines[end + 1] !== '') {
		return problem(
			end + 2,
			`Unexpected text ${quote(lines[end + 1])} below the front matter, expected an empty line first`,
			'Put an empty line below the closing line ---.',
		);
	}
	for (const [index, line] of lines.slice(1, end).entries()) {
		const refused = refusedLines.find(({ test }) => test(line));
		if (refused)
			return problem(
				index + 2,
				`Unexpected ${refused.found} in ${quote(line)}, expected ${refused.expected}`,
				refused.fix,
			);
	}
	return {
		frontMatter: {
			yaml: lines
				.slice(1, end)
				.map((line) => `${line}\n`)
				.join(''),
			body: { source: lines.slice(end + 1).join('\n'), firstLine: end + 2 },
		},
		issues: [],
	};
}

function quote(line = ''): string {
	return `“${line.length > 40 ? `${line.slice(0, 40)}…` : line}”`;
}
