/**
 * Checking a register, its checkpoints and every published edition, from the published files alone.
 *
 * All that is wrong is told at once, each in words that say where. What no check from one copy can find is a register
 * rewritten and signed anew with its own key: for that, somebody must have kept an earlier checkpoint and give it here.
 */
import { canonicalJson } from '../model/canonical.ts';
import { type EditionPlace, registerFiles } from './published-register.ts';
import { readRegister } from './register.ts';
import { standingOf } from './standing.ts';
import { verifyCheckpoints } from './verify-checkpoints.ts';
import { readJson, verifyEdition } from './verify-edition.ts';

export interface Published {
	/** A published file by its path below the site; undefined when there is none. */
	read(path: string): string | undefined;
	/** SHA-256 of the bytes of a published file. */
	hash(path: string): string | undefined;
	/** What was found sound before: what stands in the register and the hashes of the files, as one text. */
	sound?: { has(checked: string): boolean; add(checked: string): void };
	/** The keys that whoever checks trusts, one each. When absent, those the site names itself. */
	keys?: readonly string[];
	/** Checkpoints that whoever checks kept from before. */
	kept?: readonly string[];
}

export interface Verdict {
	/** What is wrong; empty when everything holds. */
	problems: string[];
	/** How many entries were checked. */
	entries: number;
	/** How many editions were checked to the letter. */
	editions: number;
	/** How many editions had their text removed or redacted: their hashes were checked alone. */
	tombstones: number;
	/** Whether the latest checkpoint was signed with a key that everybody has. */
	demonstration: boolean;
}

/** Check the register of a site and everything it stands for. */
export function verifySite(published: Published): Verdict {
	const text = published.read(registerFiles.register);
	const nothing: Verdict = { problems: [], entries: 0, editions: 0, tombstones: 0, demonstration: false };
	if (text === undefined) return { ...nothing, problems: [`${registerFiles.register} is missing`] };
	const { lines, entries, issues } = readRegister(text, registerFiles.register);
	const problems = issues.map(({ file, place, message }) => `${file}, line ${place.line}: ${message}`);
	const { problems: unsigned, demonstration } = verifyCheckpoints(published, lines);
	problems.push(...unsigned);
	const unchecked = (...found: string[]): Verdict => ({
		...nothing,
		problems: [...problems, ...found],
		entries: entries.length,
		demonstration,
	});
	if (problems.length > 0)
		return unchecked('The editions were not checked: hashes of a register that is not sound prove nothing');
	// A page of the past stands where its document stands today.
	const editions = [...standingOf(entries, END_OF_TIME).values()].flatMap(({ id, editions }) =>
		editions.map((edition) => ({ ...edition, id })),
	);
	const places = readPlaces(published.read(registerFiles.places));
	if (!places)
		return unchecked(`${registerFiles.places} is missing or is not the list of editions in canonical JSON`);
	const placed = Map.groupBy(places, nameOf);
	const checked = editions.flatMap((edition) =>
		verifyEdition(published, edition, placed.get(nameOf(edition)) ?? []),
	);
	const known = new Set(editions.map(nameOf));
	for (const place of places)
		if (!known.has(nameOf(place)))
			problems.push(`${place.code}, edition ${place.number} is published, but the register does not know it`);
	const readable = editions.filter(({ error, redacted }) => error === undefined && !redacted).length;
	return {
		problems: [...problems, ...checked],
		entries: entries.length,
		editions: readable,
		tombstones: editions.length - readable,
		demonstration,
	};
}

/** After every entry: a published register tells of nothing to come. */
const END_OF_TIME = '9999-12-31T23:59:59Z';

const nameOf = ({ code, number }: { code: string; number: number }) => `${code} ${number}`;

function readPlaces(text: string | undefined): EditionPlace[] | undefined {
	const list = readJson(text);
	const sound = (place: Partial<EditionPlace> | null) =>
		typeof place?.code === 'string' &&
		typeof place.number === 'number' &&
		String(place.parts).startsWith('/') &&
		typeof place.pages === 'object' &&
		place.pages !== null &&
		Object.values(place.pages).every((page) => String(page).startsWith('/'));
	// One spelling: what stands in it twice would be read in two ways.
	return Array.isArray(list) && list.every(sound) && text === `${canonicalJson(list)}\n` ? list : undefined;
}
