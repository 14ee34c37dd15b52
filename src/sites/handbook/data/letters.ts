/** Things in alphabetical order, under their first letters. */
export interface Lettered<T> {
	letter: string;
	items: T[];
}

export function byLetter<T>(items: readonly T[], nameOf: (item: T) => string): Lettered<T>[] {
	const sorted = [...items].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'));
	const groups: Lettered<T>[] = [];
	for (const item of sorted) {
		const letter = nameOf(item).normalize('NFD').charAt(0).toUpperCase();
		const last = groups.at(-1);
		if (last?.letter === letter) last.items.push(item);
		else groups.push({ letter, items: [item] });
	}
	return groups;
}
