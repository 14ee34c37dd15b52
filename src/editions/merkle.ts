/**
 * The Merkle tree over the lines of a register (RFC 6962): one hash stands for all of them, and a few hashes prove
 * that a line is among them, or that a longer register begins with a shorter one.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

export type Hash = Uint8Array;

/** The hash of one line, without its line end. */
export function leafHash(line: string): Hash {
	return sha256(concatBytes(new Uint8Array([0]), utf8ToBytes(line)));
}

/** The hash that stands for all lines, given the hash of each. */
export function rootHash(leaves: readonly Hash[]): Hash {
	return rootOf(leaves, 0, leaves.length);
}

/** The roots of the first so many lines, by their number, each as `rootHash` gives it, in one pass over all lines. */
export function rootHashes(leaves: readonly Hash[], sizes: Iterable<number>): Map<number, Hash> {
	const wanted = new Set(sizes);
	const roots = new Map<number, Hash>();
	/** The roots of whole trees side by side, each of a power of two of lines, the largest first. */
	const trees: Hash[] = [];
	for (let size = 0; ; size++) {
		if (wanted.has(size))
			roots.set(size, size === 0 ? rootHash([]) : trees.reduceRight((right, left) => nodeHash(left, right)));
		const leaf = leaves[size];
		if (!leaf) return roots;
		let tree = leaf;
		for (let count = size; count % 2 === 1; count = half(count)) tree = nodeHash(trees.pop() as Hash, tree);
		trees.push(tree);
	}
}

/** The hashes that lead from a line to the root, the nearest first. */
export function inclusionProof(leaves: readonly Hash[], index: number): Hash[] {
	const proof: Hash[] = [];
	let [from, to] = [0, leaves.length];
	while (to - from > 1) {
		const middle = from + splitOf(to - from);
		if (index < middle) {
			proof.unshift(rootOf(leaves, middle, to));
			to = middle;
		} else {
			proof.unshift(rootOf(leaves, from, middle));
			from = middle;
		}
	}
	return proof;
}

/** Whether a line is the `index`-th of the `size` lines that a root stands for (RFC 9162, 2.1.3.2). */
export function isIncluded(
	leaf: Hash,
	index: number,
	size: number,
	root: Hash,
	proof: readonly Hash[],
): boolean {
	if (!isPlace(index) || !isPlace(size) || index >= size) return false;
	let [node, last, hash] = [index, size - 1, leaf];
	for (const beside of proof) {
		if (last === 0) return false;
		if (node % 2 === 1 || node === last) {
			hash = nodeHash(beside, hash);
			while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
		} else {
			hash = nodeHash(hash, beside);
		}
		[node, last] = [half(node), half(last)];
	}
	return last === 0 && same(hash, root);
}

/** The hashes that show that the first `earlier` lines are still the beginning. */
export function consistencyProof(leaves: readonly Hash[], earlier: number): Hash[] {
	if (earlier === 0 || earlier === leaves.length) return [];
	const proof: Hash[] = [];
	let [from, to, left, whole] = [0, leaves.length, earlier, true];
	while (left !== to - from) {
		const split = splitOf(to - from);
		if (left <= split) {
			proof.unshift(rootOf(leaves, from + split, to));
			to = from + split;
		} else {
			proof.unshift(rootOf(leaves, from, from + split));
			from += split;
			left -= split;
			whole = false;
		}
	}
	return whole ? proof : [rootOf(leaves, from, to), ...proof];
}

/** Whether the register behind the second root begins with the one behind the first (RFC 9162, 2.1.4.2). */
export function isConsistent(
	earlier: { size: number; root: Hash },
	later: { size: number; root: Hash },
	proof: readonly Hash[],
): boolean {
	if (!isPlace(earlier.size) || !isPlace(later.size) || earlier.size > later.size) return false;
	if (earlier.size === later.size) return proof.length === 0 && same(earlier.root, later.root);
	if (earlier.size === 0) return proof.length === 0;
	const path = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : [...proof];
	const [first, ...rest] = path;
	if (!first) return false;
	let [node, last] = [earlier.size - 1, later.size - 1];
	while (node % 2 === 1) [node, last] = [half(node), half(last)];
	let [old, now] = [first, first];
	for (const beside of rest) {
		if (last === 0) return false;
		if (node % 2 === 1 || node === last) {
			old = nodeHash(beside, old);
			now = nodeHash(beside, now);
			while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
		} else {
			now = nodeHash(now, beside);
		}
		[node, last] = [half(node), half(last)];
	}
	return last === 0 && same(old, earlier.root) && same(now, later.root);
}

function rootOf(leaves: readonly Hash[], from: number, to: number): Hash {
	if (to === from) return sha256(new Uint8Array());
	if (to - from === 1) return leaves[from] as Hash;
	const middle = from + splitOf(to - from);
	return nodeHash(rootOf(leaves, from, middle), rootOf(leaves, middle, to));
}

function nodeHash(left: Hash, right: Hash): Hash {
	return sha256(concatBytes(new Uint8Array([1]), left, right));
}

/** The largest power of two below a number of lines. */
function splitOf(size: number): number {
	return 2 ** Math.floor(Math.log2(size - 1));
}

function same(a: Hash, b: Hash): boolean {
	return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

const half = (count: number) => Math.floor(count / 2);
const isPlace = (count: number) => Number.isSafeInteger(count) && count >= 0;
const isPowerOfTwo = (count: number) => 2 ** Math.round(Math.log2(count)) === count;
