/**
 * What a body must be before the parser sees it: small, shallow and without the few shapes that make a parser
 * slow. Every limit is far above what people write.
 */
import { forbiddenCharacters, MAX_BYTES, MAX_LINE_CHARACTERS, placeAt } from '../model/gate.ts';
import type { Place } from '../model/issue.ts';

/** How deep quotes, lists and components may stand in each other. */
export const MAX_DEPTH = 16;
const MAX_LINES = 10_000;
/** Quote and list marks at the beginnings of lines, counted with their depth. */
const MAX_LINE_MARKS = 5_000;

const limits: { characters: string; most: number; name: string }[] = [
	{ characters: '{}', most: 200, name: 'curly brackets' },
	{ characters: '[', most: 2_000, name: 'square brackets' },
	{ characters: '*_', most: 4_000, name: 'asterisks and underscores' },
	{ characters: '~', most: 1_000, name: 'tildes' },
	{ characters: '<', most: 5_000, name: 'angle brackets' },
	{ characters: '|', most: 5_000, name: 'vertical strokes' },
	{ characters: '`', most: 5_000, name: 'backticks' },
];

export interface Complaint {
	at: Place;
	rule: string;
	message: string;
	fix: string;
	/** Whether the parser must not see the body. */
	stop: boolean;
}

/** Complaints about a body as text. Places count lines from the first of the body. */
export function guardSource(source: string): Complaint[] {
	const split = 'Split it into several documents.';
	if (source.length > MAX_BYTES) {
		return [
			{
				at: { line: 1, column: 1 },
				rule: 'too-long',
				message: `Unexpected length of ${source.length} characters, expected at most ${MAX_BYTES}`,
				fix: split,
				stop: true,
			},
		];
	}
	const complaints: Complaint[] = [];
	const complain = (line: number, column: number, rule: string, message: string, fix: string, stop = true) =>
		complaints.push({ at: { line, column }, rule, message, fix, stop });

	for (const { index, rule, message, fix } of forbiddenCharacters(source)) {
		complaints.push({ at: placeAt(source, index), rule, message, fix, stop: true });
	}
	const lines = source.split('\n');
	if (lines.length > MAX_LINES)
		complain(
			MAX_LINES + 1,
			1,
			'too-long',
			`Unexpected ${lines.length} lines, expected at most ${MAX_LINES}`,
			split,
		);

	let lineMarks = 0;
	for (const [index, line] of lines.entries()) {
		if (line.length > MAX_LINE_CHARACTERS) {
			complain(
				index + 1,
				MAX_LINE_CHARACTERS + 1,
				'too-long',
				`Unexpected line of ${line.length} characters, expected at most ${MAX_LINE_CHARACTERS}`,
				'Break it into paragraphs.',
			);
		}
		const depth = containerDepth(line);
		lineMarks += depth;
		if (depth > MAX_DEPTH || /^ {65}/.test(line)) {
			complain(
				index + 1,
				1,
				'too-deep',
				`Unexpected list or quote inside more than ${MAX_DEPTH} others, expected a few levels at most`,
				'Take the text out of the inner lists or quotes.',
			);
		}
		if (/^(?:---|\+\+\+)/.test(line)) {
			complain(
				index + 1,
				1,
				'front-matter-line',
				`Unexpected line that begins ${line.slice(0, 3)}, expected front matter at the top only`,
				'For a line across the page write ***. For a heading write ## and a space before its words.',
				false,
			);
		}
		const code = /^(?:import|export) /.exec(line)?.[0];
		if (code && !isSentence(lines[index - 1])) {
			complain(
				index + 1,
				1,
				'code',
				`Unexpected paragraph that begins with “${code.trim()}”, expected other words: computers read it as code`,
				'Begin the paragraph with another word.',
			);
		}
	}
	if (lineMarks > MAX_LINE_MARKS)
		complain(
			1,
			1,
			'too-long',
			`Unexpected ${lineMarks} list and quote marks, expected at most ${MAX_LINE_MARKS}`,
			split,
		);

	for (const { characters, most, name } of limits) {
		const found = occurrences(source, characters);
		if (found > most)
			complain(1, 1, 'too-long', `Unexpected ${found} ${name}, expected at most ${most}`, split);
	}
	const deepTag = tagTooDeep(source);
	if (deepTag !== undefined) {
		complaints.push({
			at: placeAt(source, deepTag),
			rule: 'too-deep',
			message: `Unexpected component inside more than ${MAX_DEPTH} others, expected a few levels at most`,
			fix: 'Close the components around it first.',
			stop: true,
		});
	}
	return complaints;
}

/** Quote and list marks at the beginning of a line. */
function containerDepth(line: string): number {
	const mark = /[ ]*(?:>|[-*+](?=[ \n]|$)|\d{1,9}[.)](?=[ \n]|$))[ ]?/y;
	let depth = 0;
	while (depth <= MAX_DEPTH && mark.test(line)) depth++;
	return depth;
}

/** Whether the line before is ordinary words, which a paragraph continues. */
function isSentence(line: string | undefined): boolean {
	return line !== undefined && /^[\p{L}\p{N}“‘"'(]/u.test(line);
}

function occurrences(source: string, characters: string): number {
	let count = 0;
	for (const character of characters) {
		for (let at = source.indexOf(character); at !== -1; at = source.indexOf(character, at + 1)) count++;
	}
	return count;
}

/** Where tags stand deeper than allowed, read roughly: unclosed tags count until the end. */
function tagTooDeep(source: string): number | undefined {
	let depth = 0;
	for (let start = source.indexOf('<'); start !== -1; start = source.indexOf('<', start + 1)) {
		const kind = kindOfTag(source, start);
		if (kind === 'closing') depth = Math.max(0, depth - 1);
		if (kind === 'opening' && ++depth > MAX_DEPTH) return start;
	}
	return undefined;
}

function kindOfTag(source: string, start: number): 'opening' | 'closing' | 'other' {
	if (source[start + 1] === '/') return 'closing';
	if (!/[A-Za-z_$>]/.test(source[start + 1] ?? '')) return 'other';
	let quote = '';
	for (let at = start + 1; at < Math.min(source.length, start + 2000); at++) {
		const character = source[at] ?? '';
		if (quote !== '') {
			if (character === quote) quote = '';
		} else if (character === '"' || character === "'") quote = character;
		else if (character === '>') return source[at - 1] === '/' ? 'other' : 'opening';
		else if (character === '<') return 'opening';
	}
	return 'opening';
}
