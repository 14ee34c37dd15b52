/**
 * Documents that are published and whose next text is held back until later: until then the text that is published
 * stands in its place, so that others can go on naming it and its facts stay true.
 */
import { addressIssues, readableEditions, type Standing, standingOf } from '../editions/index.ts';
import { readRecord } from '../editions/store.ts';
import { collections, type DocumentType, isDocumentType } from '../model/collection.ts';
import { documentState } from '../model/document.ts';
import type { Entry } from '../model/entry.ts';
import type { Issue } from '../model/issue.ts';
import { readBytes } from '../model/read-text.ts';
import { openRegisters } from './registers.ts';

export interface StandIns {
	/** All entries, with those held back exchanged for what is published of them. */
	entries: Entry[];
	/** The text of each file that stands in for another. */
	texts: ReadonlyMap<string, string>;
	/** Others that took the address of what is published. */
	issues: Issue[];
}

/** Exchange what is held back at a moment for what is published of it. */
export function withStandIns(root: string, entries: readonly Entry[], at: string): StandIns {
	const heldBack = entries.filter(
		(entry): entry is Entry<DocumentType> =>
			isDocument(entry) && documentState(entry.data, at) === 'embargoed',
	);
	const texts = new Map<string, string>();
	if (heldBack.length === 0) return { entries: [...entries], texts, issues: [] };
	const registers = openRegisters(root);
	const published = standingOf(registers.staff, '9999');
	const exchanged = new Set<Entry>();
	const shown: Standing[] = [];
	const standIns = heldBack.flatMap((draft) => {
		const standing = published.get(draft.data.code);
		const latest = standing && readableEditions(standing).at(-1);
		if (!standing || !latest) return [];
		const { source } = readRecord(registers.folder, standing, latest);
		const read = Object.entries(source).map(([language, text]) => {
			const file = `${collections[standing.type].folder}/${standing.id}.${language}.mdx`;
			return { file, text, entry: readBytes(new TextEncoder().encode(text), file).entry };
		});
		// What today’s rules would refuse cannot be shown anew: the document is left out until its time.
		if (read.some(({ entry }) => !entry)) return [];
		for (const each of entries) if (each.type === draft.type && each.id === draft.id) exchanged.add(each);
		for (const { file, text } of read) texts.set(file, text);
		shown.push(standing);
		return read.flatMap(({ entry }) => entry ?? []);
	});
	const others = entries.filter((entry) => !exchanged.has(entry));
	return {
		entries: [...others, ...standIns],
		texts,
		issues: others
			.filter(isDocument)
			.flatMap((entry) =>
				addressIssues({ ...entry, code: entry.data.code, locate: (path) => entry.locate(path) }, shown),
			),
	};
}

function isDocument(entry: Entry): entry is Entry<DocumentType> {
	return isDocumentType(entry.type) && entry.language === 'en';
}
