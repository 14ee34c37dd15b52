/**
 * The register as a site publishes it: files below `/register/` from which anybody can check every edition of the
 * site, without asking us for anything.
 */
import { canonicalJson } from '../model/canonical.ts';
import type { Language } from '../model/language.ts';
import { splitCheckpoints } from './checkpoint.ts';

/** The files, by their path below the folder of the site. */
export const registerFiles = {
	/** Every entry, one a line. */
	register: 'register/register.jsonl',
	/** The latest checkpoint. */
	checkpoint: 'register/checkpoint.txt',
	/** Every checkpoint, the first first, an empty line between. */
	checkpoints: 'register/checkpoints.txt',
	/** The keys that signed them, one a line. */
	keys: 'register/key.txt',
	/** Where the frozen parts and the page of each edition stand. */
	places: 'register/editions.json',
	/** The verifier for outsiders, without dependencies. */
	verifier: 'register/verify.mjs',
} as const;

/** Where one edition is published. */
export interface EditionPlace {
	code: string;
	number: number;
	/** The address of its frozen parts: `/guidance/safe-contact/editions/3.json`. */
	parts: string;
	/** The address of its page in each language. */
	pages: Partial<Record<Language, string>>;
}

/** What the repository keeps of the register of one site. */
export interface KeptRegister {
	register: string;
	checkpoints: string;
	keys: string;
}

/** The files to publish, by path, but for the verifier. */
export function publishRegister(
	{ register, checkpoints, keys }: KeptRegister,
	places: readonly EditionPlace[],
): Record<string, string> {
	return {
		[registerFiles.register]: register,
		[registerFiles.checkpoint]: splitCheckpoints(checkpoints).at(-1) ?? '',
		[registerFiles.checkpoints]: checkpoints,
		[registerFiles.keys]: keys,
		[registerFiles.places]: `${canonicalJson(places)}\n`,
	};
}

/**
 * The attribute of the element that holds the frozen HTML of an edition on its page, and nothing else. The page of an
 * edition shows what was frozen, and this is how that is checked.
 */
export function editionMark({ code, number }: { code: string; number: number }, language: Language): string {
	return `${code} ${number} ${language}`;
}
