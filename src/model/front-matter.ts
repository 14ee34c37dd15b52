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
	const hidden = lines.slice(1, end).findIndex((line) => /^(?:\.\.\.(?:\s|$)|%)/.test(line));
	if (hidden !== -1) {
		return problem(
			hidden + 2,
			`Unexpected line ${quote(lines[hidden + 1])} in the front matter, expected keys and their values`,
			'Delete the line.',
		);
	}
	const tagged = lines.slice(1, end).findIndex((line) => /^\s*(?:- )*(?:[\w ]+:\s+|- )!\S/.test(line));
	if (tagged !== -1) {
		return problem(
			tagged + 2,
			`Unexpected exclamation mark before the value in ${quote(lines[tagged + 1])}, expected a plain value`,
			'Delete the word that begins with it, or put the value in double quotes.',
		);
	}
	const deep = lines
		.slice(1, end)
		.findIndex(
			(line) => (line.match(/[[{]/g)?.length ?? 0) > MOST_BRACKETS || /^ {65}|^\s*(?:- ){17}/.test(line),
		);
	if (deep !== -1) {
		return problem(
			deep + 2,
			`Unexpected line ${quote(lines[deep + 1])} of lists in lists, expected one “key: value” a line`,
			'Write lists with one item a line, each beginning with “- ”.',
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
