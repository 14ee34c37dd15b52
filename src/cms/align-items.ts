/** Two versions of a list beside each other: which items stayed, changed in their place, went or came. */
import { canonicalJson } from '../model/canonical.ts';

export type Step =
	| { kind: 'kept'; index: number }
	| { kind: 'changed'; index: number; value: unknown }
	| { kind: 'gone'; index: number }
	| { kind: 'new'; value: unknown };

/** The steps from one list to another, in order. `index` counts the items of the old list. */
export function alignItems(before: readonly unknown[], after: readonly unknown[]): Step[] {
	const common = longestCommon(before, after);
	const steps: Step[] = [];
	let [old, now] = [0, 0];
	for (const [nextOld, nextNow] of [...common, [before.length, after.length] as const]) {
		while (old < nextOld || now < nextNow) {
			if (old < nextOld && now < nextNow) steps.push({ kind: 'changed', index: old++, value: after[now++] });
			else if (old < nextOld) steps.push({ kind: 'gone', index: old++ });
			else steps.push({ kind: 'new', value: after[now++] });
		}
		if (nextOld < before.length) steps.push({ kind: 'kept', index: nextOld });
		[old, now] = [nextOld + 1, nextNow + 1];
	}
	return steps;
}

/** Pairs of places of the longest row of items that both lists have in the same order. */
function longestCommon(before: readonly unknown[], after: readonly unknown[]): (readonly [number, number])[] {
	const width = after.length + 1;
	const lengths = new Array<number>((before.length + 1) * width).fill(0);
	const ours = before.map((each) => canonicalJson(each));
	const theirs = after.map((each) => canonicalJson(each));
	const same = (i: number, j: number) => ours[i] === theirs[j];
	const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
	for (let i = before.length - 1; i >= 0; i--) {
		for (let j = after.length - 1; j >= 0; j--) {
			lengths[i * width + j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
		}
	}
	const pairs: (readonly [number, number])[] = [];
	for (let [i, j] = [0, 0]; i < before.length && j < after.length; ) {
		if (same(i, j)) pairs.push([i++, j++]);
		else if (at(i + 1, j) >= at(i, j + 1)) i++;
		else j++;
	}
	return pairs;
}
