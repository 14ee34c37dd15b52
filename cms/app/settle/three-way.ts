/** Two texts that grew out of one, side by side: where only one of them changed, and where both did. */
import { diffArrays } from 'diff';

export interface Section {
	/** Who changed it: nobody, one of the two, or both in different ways. */
	changed: 'nobody' | 'theirs' | 'yours' | 'both';
	/** Its first line in the text both grew out of. */
	at: number;
	theirs: string[];
	yours: string[];
}

interface Change {
	/** Lines of the base that are replaced: from, and up to but not with. */
	start: number;
	end: number;
	lines: string[];
}

/** The sections of a text, line by line. Together they are the whole text. */
export function sectionsOf(base: string, theirs: string, yours: string): Section[] {
	// A text that was taken away is chosen or not as a whole.
	if (theirs === '' || yours === '')
		return [{ changed: 'both', at: 0, theirs: theirs.split('\n'), yours: yours.split('\n') }];
	const lines = base.split('\n');
	const sides = { theirs: changesOf(lines, theirs.split('\n')), yours: changesOf(lines, yours.split('\n')) };
	const sections: Section[] = [];
	let at = 0;
	for (const { start, end } of regions([...sides.theirs, ...sides.yours])) {
		if (start > at) sections.push(same(at, lines.slice(at, start)));
		const theirLines = apply(lines, sides.theirs, start, end);
		const yourLines = apply(lines, sides.yours, start, end);
		const by = (changes: Change[]) => changes.some((each) => each.start >= start && each.end <= end);
		if (isSame(theirLines, yourLines)) sections.push(same(start, theirLines));
		else {
			const changed = !by(sides.yours) ? 'theirs' : !by(sides.theirs) ? 'yours' : 'both';
			sections.push(
				...lineByLine({ changed, at: start, theirs: theirLines, yours: yourLines }, lines.slice(start, end)),
			);
		}
		at = end;
	}
	if (at < lines.length) sections.push(same(at, lines.slice(at)));
	return sections;
}

export type Choice = 'theirs' | 'yours' | 'both';

/** The text that choices make; where only one side changed, its change is taken unless chosen otherwise. */
export function chosenText(sections: readonly Section[], choices: Readonly<Record<number, Choice>>): string {
	return sections
		.flatMap(({ changed, theirs, yours }, index) => {
			const choice = choices[index] ?? (changed === 'theirs' ? 'theirs' : 'yours');
			return choice === 'both' ? [...theirs, ...yours] : choice === 'theirs' ? theirs : yours;
		})
		.join('\n');
}

function same(at: number, lines: string[]): Section {
	return { changed: 'nobody', at, theirs: lines, yours: lines };
}

/** Neighbouring lines that were changed one by one are chosen one by one. */
function lineByLine(section: Section, base: readonly string[]): Section[] {
	const { theirs, yours } = section;
	if (theirs.length !== base.length || yours.length !== base.length) return [section];
	return base.map((line, index): Section => {
		const [their, your] = [theirs[index] as string, yours[index] as string];
		const changed = their === your ? 'nobody' : your === line ? 'theirs' : their === line ? 'yours' : 'both';
		return { changed, at: section.at + index, theirs: [their], yours: [your] };
	});
}

/** One empty line is another text than none. */
function isSame(some: readonly string[], others: readonly string[]): boolean {
	return some.length === others.length && some.every((line, index) => line === others[index]);
}

function changesOf(base: string[], other: string[]): Change[] {
	const changes: Change[] = [];
	let at = 0;
	for (const { added, removed, value } of diffArrays(base, other)) {
		const last = changes.at(-1);
		const joins = last?.end === at;
		if (removed) {
			if (joins) last.end += value.length;
			else changes.push({ start: at, end: at + value.length, lines: [] });
			at += value.length;
		} else if (added) {
			if (joins) last.lines.push(...value);
			else changes.push({ start: at, end: at, lines: [...value] });
		} else at += value.length;
	}
	return changes;
}

/** The stretches of the base that changes touch, those that meet taken together. */
function regions(changes: Change[]): { start: number; end: number }[] {
	const found: { start: number; end: number }[] = [];
	for (const { start, end } of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
		const last = found.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else found.push({ start, end });
	}
	return found;
}

/** One side’s lines for a stretch of the base. */
function apply(base: string[], changes: readonly Change[], start: number, end: number): string[] {
	const lines: string[] = [];
	let at = start;
	for (const change of changes) {
		if (change.start < start || change.end > end) continue;
		lines.push(...base.slice(at, change.start), ...change.lines);
		at = change.end;
	}
	return [...lines, ...base.slice(at, end)];
}
