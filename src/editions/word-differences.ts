/** How one text became another: the words that stayed, went and came. */
import { diffArrays } from 'diff';
import { LANGUAGE_MARK, type Run } from './block.ts';

export interface WordDifference {
	is: 'same' | 'removed' | 'added';
	runs: Run[];
}

/** A word with the marks inside it that belong to it (`1,000`, `no-charge`), white space, or one other sign. */
const TOKEN =
	/\s+|[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}]|['’.,:/@-](?=[\p{L}\p{M}\p{N}]))*|[^\s\p{L}\p{M}\p{N}]/gu;

/** The differences between two texts; what was removed stands before what was added in its place. */
export function wordDifferences(old: readonly Run[], next: readonly Run[]): WordDifference[] {
	const before = tokens(old);
	const after = tokens(next);
	const parts: WordDifference[] = [];
	let beforeAt = 0;
	let afterAt = 0;
	for (const { added, removed, count } of diffArrays(before.map(wordOf), after.map(wordOf))) {
		parts.push({
			is: added ? 'added' : removed ? 'removed' : 'same',
			runs: added ? after.slice(afterAt, afterAt + count) : before.slice(beforeAt, beforeAt + count),
		});
		if (!added) beforeAt += count;
		if (!removed) afterAt += count;
	}
	return inOrder(parts);
}

/** The text before, or after. */
export function sideOf(differences: readonly WordDifference[], side: 'removed' | 'added'): Run[] {
	return joined(differences.flatMap(({ is, runs }) => (is === 'same' || is === side ? runs : [])));
}

/**
 * Neighbouring changes as one, what went before what came. A sign or space that stayed between two changed words is
 * taken to have changed with them: “by post, today” reads better than three changes around a comma.
 */
export function inOrder(parts: readonly WordDifference[]): WordDifference[] {
	const ordered: WordDifference[] = [];
	let removed: Run[] = [];
	let added: Run[] = [];
	const settle = () => {
		if (removed.length > 0) ordered.push({ is: 'removed', runs: joined(removed) });
		if (added.length > 0) ordered.push({ is: 'added', runs: joined(added) });
		removed = [];
		added = [];
	};
	for (const [index, { is, runs }] of parts.entries()) {
		if (is === 'removed') removed.push(...runs);
		else if (is === 'added') added.push(...runs);
		else if (removed.length > 0 && added.length > 0 && index < parts.length - 1 && !hasWord(runs)) {
			removed.push(...runs);
			added.push(...runs);
		} else {
			settle();
			ordered.push({ is, runs: joined(runs) });
		}
	}
	settle();
	return ordered;
}

function tokens(runs: readonly Run[]): Run[] {
	return runs.flatMap(({ text, marks }) =>
		(text.match(TOKEN) ?? []).map((token) => ({ text: token, ...(marks && { marks }) })),
	);
}

function keyOf({ text, marks = [] }: Run): string {
	return [text, ...marks].join('\n');
}

/** What makes a word the same word: not the language it is marked with. */
function wordOf({ text, marks = [] }: Run): string {
	return keyOf({ text, marks: marks.filter((mark) => !mark.startsWith(LANGUAGE_MARK)) });
}

function hasWord(runs: readonly Run[]): boolean {
	return runs.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** Neighbours of one form as one run, their white space as it is. */
function joined(runs: readonly Run[]): Run[] {
	const all: Run[] = [];
	for (const run of runs) {
		const last = all.at(-1);
		if (last && keyOf({ ...last, text: '' }) === keyOf({ ...run, text: '' })) last.text += run.text;
		else all.push({ ...run });
	}
	return all;
}
