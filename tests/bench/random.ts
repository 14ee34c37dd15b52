/** Random choices that are the same on every machine and in every run. */
export interface Random {
	/** A whole number from 0 to `below` - 1. */
	below(below: number): number;
	one<T>(items: readonly T[]): T;
	/** Several different items, in the order of the list. */
	some<T>(items: readonly T[], count: number): T[];
}

/** Mulberry32: small, fast, and good enough for made-up text. */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	return {
		below,
		one: <T>(items: readonly T[]) => items[below(items.length)] as T,
		some: <T>(items: readonly T[], count: number) => {
			const taken = new Set<number>();
			while (taken.size < Math.min(count, items.length)) taken.add(below(items.length));
			return [...taken].sort((a, b) => a - b).map((index) => items[index] as T);
		},
	};
}
