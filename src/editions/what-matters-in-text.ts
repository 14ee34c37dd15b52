/** The details of a text that people act on: time limits, phone numbers, addresses of mail. */
import { align } from './align.ts';
import { type Block, isLeaf, type Run } from './block.ts';
import type { Comparison } from './compare.ts';
import { sideOf } from './word-differences.ts';

/** A detail that went, came, or became another. `where` is the clause or heading it stands under. */
export interface Detail {
	what: 'time limit' | 'phone' | 'email';
	from?: string;
	to?: string;
	where: string;
}

interface Found {
	what: Detail['what'];
	text: string;
}

interface Moved {
	from?: Found;
	to?: Found;
	where: string;
}

/** Every detail that is not what it was. What only stands somewhere else is left out; what changed alike is told once. */
export function detailChanges(comparison: Comparison): Detail[] {
	const moves: Moved[] = [];
	look(comparison, { where: '' }, moves);
	const stayed = new Set<Moved>();
	for (const went of moves.filter(({ to }) => !to)) {
		const came = moves.find((each) => !each.from && !stayed.has(each) && isSame(each.to, went.from));
		if (came) stayed.add(went).add(came);
	}
	const details = moves
		.filter((move) => !stayed.has(move))
		.map(({ from, to, where }): Detail => {
			const what = (from ?? to)?.what ?? 'time limit';
			return { what, ...(from && { from: from.text }), ...(to && { to: to.text }), where };
		});
	const told = new Set<string>();
	const order: Detail['what'][] = ['time limit', 'phone', 'email'];
	return details
		.filter(({ what, from, to }) => {
			const key = JSON.stringify([what, from, to]);
			return !told.has(key) && told.add(key);
		})
		.sort((a, b) => order.indexOf(a.what) - order.indexOf(b.what));
}

/** Go through a comparison in reading order, keeping the clause or heading one is under. */
function look(comparison: Comparison, place: { where: string }, moves: Moved[]): void {
	for (const difference of comparison) {
		if (difference.is === 'changed') {
			if ('blocks' in difference) {
				look(difference.blocks, place, moves);
				continue;
			}
			const [old, next] = [sideOf(difference.words, 'removed'), sideOf(difference.words, 'added')];
			enter(place, difference.kind, next);
			const pairs = align(
				foundIn(old),
				foundIn(next),
				({ what, text }) => `${what} ${text}`,
				(a, b) => (a.what === b.what ? 1 : 0),
			);
			for (const { old: from, new: to } of pairs)
				if (!isSame(from, to)) moves.push({ ...(from && { from }), ...(to && { to }), where: place.where });
		} else if (difference.is === 'same') walk(difference.block, (kind, words) => enter(place, kind, words));
		else {
			walk(difference.block, (kind, words) => {
				enter(place, kind, words);
				for (const found of foundIn(words))
					moves.push({ [difference.is === 'added' ? 'to' : 'from']: found, where: place.where });
			});
		}
	}
}

function walk(block: Block, visit: (kind: string, words: Run[]) => void): void {
	if (isLeaf(block)) visit(block.kind, block.words);
	else for (const each of block.blocks) walk(each, visit);
}

function enter(place: { where: string }, kind: string, words: readonly Run[]): void {
	const text = words.map((run) => run.text).join('');
	if (/^h[2-4]$/.test(kind)) place.where = text;
	else place.where = /^(VCS-\d{2}\.\d+) /.exec(text)?.[1] ?? place.where;
}

/** The details in a text, each whole, however its parts are marked. */
function foundIn(words: readonly Run[]): Found[] {
	const found: Found[] = [];
	let open: Found | undefined;
	for (const { text, marks = [] } of words) {
		const what = whatIs(marks);
		if (what !== undefined && open?.what === what) open.text += text;
		else {
			open = what && { what, text };
			if (open) found.push(open);
		}
	}
	return found.map(({ what, text }) => ({ what, text: text.trim() }));
}

function whatIs(marks: readonly string[]): Detail['what'] | undefined {
	if (marks.includes('timescale')) return 'time limit';
	if (marks.some((mark) => /^link (?:tel|sms):/.test(mark))) return 'phone';
	return marks.some((mark) => mark.startsWith('link mailto:')) ? 'email' : undefined;
}

function isSame(a: Found | undefined, b: Found | undefined): boolean {
	return a?.what === b?.what && a?.text === b?.text;
}
