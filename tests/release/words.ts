/** Words made up for the tests, each remembered with the key it was written to. */
export class Words {
	readonly #stem: string;
	readonly #keys = new Map<string, string>();

	/** `stem`: letters that occur in no real word. */
	constructor(stem: string) {
		this.#stem = stem;
	}

	/** A text beginning with a word of its own. */
	text(key: string): string {
		const word = `${this.#stem}${letters(this.#keys.size)}`;
		this.#keys.set(word, key);
		return `${word.charAt(0).toUpperCase()}${word.slice(1)} stands here`;
	}

	/** The key a word was written to. */
	keyOf(word: string): string {
		return this.#keys.get(word) ?? word;
	}

	get words(): string[] {
		return [...this.#keys.keys()];
	}

	/** The words of this list that occur in a text. */
	in(text: string): string[] {
		return [...new Set(text.toLowerCase().match(new RegExp(`${this.#stem}[a-z]{3}`, 'g')) ?? [])];
	}
}

/** Three letters for a number; vowels are left out, so that no ending looks like one of a language. */
function letters(number: number): string {
	const alphabet = 'bcdfghjkmnpqrtvwxz';
	const base = alphabet.length;
	return [Math.floor(number / base ** 2) % base, Math.floor(number / base) % base, number % base]
		.map((at) => alphabet[at])
		.join('');
}
