/** Work that touches one branch is done one after another; different branches do not wait for each other. */

export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function openQueues(): InTurn {
	const last = new Map<string, Promise<unknown>>();
	return (key, work) => {
		const before = last.get(key) ?? Promise.resolve();
		const mine = before.then(work, work);
		const settled = mine.catch(() => undefined);
		last.set(key, settled);
		void settled.then(() => {
			if (last.get(key) === settled) last.delete(key);
		});
		return mine;
	};
}
