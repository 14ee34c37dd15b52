/** Where a thing is used: what an editor should know before changing it. */
import { type Catalogue, codeOf } from '../model/catalogue.ts';
import type { EntryType } from '../model/collection.ts';
import type { ReferenceTarget } from '../model/field.ts';
import { compare } from '../model/issue.ts';
import { type Language, languages } from '../model/language.ts';

/** One entry that uses another, in one or more of its languages. */
export interface Use {
	type: EntryType;
	id: string;
	/** The reference code of a document. */
	code?: string;
	title: string;
	languages: Language[];
	/** The clauses that it names, of a standard. */
	clauses: string[];
	/** Ids of the passages that bring it there; empty when it is named itself. */
	through: string[];
}

/** Everything that mentions a thing, itself or through passages; each entry once, documents first. */
export function usesOf(catalogue: Catalogue, target: ReferenceTarget, id: string): Use[] {
	const uses = new Map<string, Use>();
	for (const { entry, reference, through } of catalogue.dependents(target, id)) {
		const english = catalogue.get(entry.type, entry.id) ?? entry;
		const key = `${entry.type}:${entry.id}`;
		const use = uses.get(key) ?? {
			type: entry.type,
			id: entry.id,
			...(codeOf(english) !== undefined && { code: codeOf(english) }),
			title: nameOfEntry(english.id, english.data),
			languages: [],
			clauses: [],
			through,
		};
		if (!use.languages.includes(entry.language)) use.languages.push(entry.language);
		if (reference.clause !== undefined && !use.clauses.includes(reference.clause))
			use.clauses.push(reference.clause);
		if (through.length < use.through.length) use.through = through;
		uses.set(key, use);
	}
	for (const use of uses.values()) {
		use.languages.sort((a, b) => languages.indexOf(a) - languages.indexOf(b));
		use.clauses.sort((a, b) => Number(a) - Number(b));
	}
	return [...uses.values()].sort(
		(a, b) =>
			Number(a.code === undefined) - Number(b.code === undefined) ||
			compare(a.code ?? a.type, b.code ?? b.type) ||
			compare(a.id, b.id),
	);
}

/** What an editor knows an entry by: its title or name, in English. */
export function nameOfEntry(id: string, data: object): string {
	const { title, name, term, role } = data as Record<string, unknown>;
	for (const value of [title, name, term, role]) {
		if (typeof value === 'string') return value;
		if (typeof value === 'object' && value !== null && 'en' in value) return String(value.en);
	}
	return id;
}
