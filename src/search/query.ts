/**
 * What the reader asks for, as far as it can be told from the words alone. Pure: the page, the command and the
 * indexer share it, and what the indexer names a page by is what a query is recognised by.
 */
import type { Language } from '../model/language.ts';
import { isInDistress } from './despair.ts';

/**
 * How a query is understood. Everything that makes sense of words (synonyms, typing errors, Welsh forms) adds to
 * this and to nothing else: further words at the end of `words`, and what the reader should know of them in
 * `tried`. `ask` asks the index for each of `words` in turn; what an earlier one finds stands before what a later
 * one adds.
 */
export interface QueryUnderstanding {
	/** What to ask the index for, best first: the reader’s own words, then others they may have meant. */
	words: string[];
	/** The one thing the words name, if there is such a thing: its page goes first. */
	exact?: ExactName;
	/** What was looked for, to be read out when nothing is found. Without repeats. */
	tried: string[];
	/** The number that must stand whole in a page: `999`, not as a part of `0800 999 5428`. */
	number?: string;
	/** Set when the words are of despair or fear: whom to call goes before all results. */
	distress?: true;
}

export interface ExactName {
	/** The name as the index keeps it: `vcs 04`, `right 6`, or a whole title in small letters without marks. */
	key: string;
	/** The place in the page: `VCS-04.2`, `right-6`. */
	anchor?: string;
}

/** Reference codes: letters and how many digits. */
const codes: Record<string, number> = { vcs: 2, lt: 3, gd: 3, vp: 3 };

/** Signs without a shape that come along with pasted words: hyphens of layout, marks of direction, spaces of no width. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

const CODE = /^(vcs|lt|gd|vp)[ .-]*(\d{1,4})(?:[ .-]+(\d{1,3}))?$/;
const CLAUSE = /^(?:clause|cymal) (\d{1,2})\.(\d{1,3})$/;
const RIGHT = /^(?:rights?|hawl|hawliau) ?(?:no\.? ?|number |rhif )?([a-z]+|\d{1,2})$/;

const numbers: Partial<Record<Language, readonly string[]>> = {
	en: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
	cy: ['un', 'dau', 'tri', 'pedwar', 'pump', 'chwech', 'saith', 'wyth', 'naw', 'deg', 'unarddeg', 'deuddeg'],
};

/** Words that say nothing of what is looked for: a page that holds all the others is found without them. */
const small: Partial<Record<Language, ReadonlySet<string>>> = {
	en: new Set(
		`a about am an and are as at be been being but by can could did do does for from had has have he her hers him his how
		i if in is it its me my of on or our shall she should so than that the their them then there these they this those to
		us was we were what when where which while who whom whose why will with would you your`.split(/\s+/),
	),
	cy: new Set(
		`a ac ag am ar at â beth ble bydd ei eich ein eu fe fi fod fy ga gan gyda i mae maen mewn mi na nac neu o oes oedd
		ond os pa pam pan pryd pwy r roedd rwy rydw sut sy sydd ti trwy wedi wrth y ydy yn yng yr yw`.split(
			/\s+/,
		),
	),
};

/** Make sense of the words somebody typed. `language` is that of the page they are on. */
export function understand(words: string, language: Language): QueryUnderstanding {
	const typed = words.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
	if (typed === '') return { words: [], tried: [] };
	const plain = withoutMarks(typed)
		.toLowerCase()
		.replace(/[‐-―]/g, '-')
		.replace(/^["'“”‘’]+|["'“”‘’.?!]+$/g, '');
	// Codes and rights are asked for as phrases: `VCS-77` must not find all that begins like it.
	const code = codeIn(plain);
	if (code) {
		const whole = code.clause ? `${code.name}.${code.clause}` : code.name;
		return {
			words: [`"${whole}"`],
			exact: { key: keyOf(code.name), ...(code.clause && { anchor: whole }) },
			tried: unique([typed, whole]),
		};
	}
	const right = rightIn(plain);
	if (right) {
		const name = `${language === 'cy' ? 'Hawl' : 'Right'} ${right}`;
		return {
			words: [`"${name}"`],
			exact: { key: `right ${right}`, anchor: `right-${right}` },
			tried: unique([typed, name]),
		};
	}
	const key = keyOf(plain);
	const distress = isInDistress(key) ? { distress: true as const } : {};
	// A phrase finds the number alone; as a word it would find all that begins with it too.
	const number = /^\d[\d ]*$/.test(key);
	return {
		words: [number ? `"${key}"` : withoutSmallWords(typed, language)],
		exact: { key },
		tried: [typed],
		...(number && { number: key }),
		...distress,
	};
}

/** The words that carry the meaning; all of them when nothing else is left, or when a phrase stands in quotation marks. */
function withoutSmallWords(typed: string, language: Language): string {
	if (/["“”]/.test(typed)) return typed.replace(/[“”]/g, '"');
	const kept = typed.split(' ').filter((word) => !small[language]?.has(keyOf(word)));
	return kept.length > 0 ? kept.join(' ') : typed;
}

/** A name as it is compared: small letters and digits, without marks, one space between words. */
export function keyOf(name: string): string {
	return withoutMarks(name)
		.toLowerCase()
		.replace(/['’]/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/**
 * Whether a word of a page may stand for a word asked for: it goes on from it (`stalk`, `stalking`), or most of it is
 * the same (`stalkingg`, `stalking`). A word with a hyphen may be two words there.
 */
export function beginsAlike(asked: string, found: string): boolean {
	const parts = keyOf(asked).split(' ');
	const match = keyOf(found).replaceAll(' ', '');
	return [parts.join(''), ...parts].some((part) => {
		let same = 0;
		while (same < part.length && part[same] === match[same]) same++;
		return same > 0 && (same === part.length || (same >= 4 && same >= part.length * 0.6));
	});
}

/** The filter of the index that holds a key. One for each first letter, so that a query loads few of them. */
export function exactFilter(key: string): string {
	return `exact-${[...key][0] ?? ''}`;
}

function codeIn(plain: string): { name: string; clause?: string } | undefined {
	const [, clauseOf, clause] = CLAUSE.exec(plain) ?? [];
	const [, letters = '', digits = '', number] =
		CODE.exec(clauseOf ? `vcs-${clauseOf}.${clause}` : plain) ?? [];
	const length = codes[letters];
	if (length === undefined) return undefined;
	const name = `${letters.toUpperCase()}-${String(Number(digits)).padStart(length, '0')}`;
	return number === undefined ? { name } : { name, clause: String(Number(number)) };
}

function rightIn(plain: string): number | undefined {
	const [, written] = RIGHT.exec(plain) ?? [];
	if (written === undefined) return undefined;
	const inWords = Object.values(numbers).map((names) => names.indexOf(written) + 1);
	return [Number(written), ...inWords].find((number) => number >= 1 && number <= 12);
}

function withoutMarks(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '');
}

function unique(texts: string[]): string[] {
	return texts.filter(
		(text, at) => texts.findIndex((other) => other.toLowerCase() === text.toLowerCase()) === at,
	);
}
