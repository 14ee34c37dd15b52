/** Things in alphabetical order, under their first letters. */
import type { Language } from '../../../model/language.ts';

export interface Letter<T> {
	letter: string;
	items: T[];
}

/** Group by first letter. In Welsh a letter may be two signs long: “Ch” comes after “C”. */
export function byLetter<T>(items: readonly T[], name: (item: T) => string, language: Language): Letter<T>[] {
	const order = new Intl.Collator(language, { sensitivity: 'base', ignorePunctuation: true });
	const letters = new Map<string, T[]>();
	for (const item of items.toSorted((a, b) => order.compare(name(a), name(b)))) {
		const letter = firstLetter(name(item), language);
		letters.set(letter, [...(letters.get(letter) ?? []), item]);
	}
	return [...letters].map(([letter, items]) => ({ letter, items }));
}

function firstLetter(name: string, language: Language): string {
	const plain = name
		.normalize('NFD')
		.replace(/^[^\p{Letter}\p{Number}]+/u, '')
		.replace(/\p{Mark}/gu, '');
	const [found = ''] =
		(language === 'cy' && /^(?:ch|dd|ff|ng|ll|ph|rh|th)/i.exec(plain)) || /^./u.exec(plain) || [];
	return found.charAt(0).toUpperCase() + found.slice(1).toLowerCase();
}
