/** A draft’s files as entries, in the place of those that are published. */
import { type ParsedBody, parseBody } from '../markup/index.ts';
import { buildCatalogue, type Catalogue } from '../model/catalogue.ts';
import { type ReadText, readBytes } from '../model/read-text.ts';
import type { OpenData } from './catalogue-data.ts';
import type { DraftFile } from './draft-issue.ts';

/** A draft as it stands among everything published. */
export interface ReadDraft {
	files: (DraftFile & ReadText & { parsed?: ParsedBody })[];
	/** What would be published with the draft. */
	catalogue: Catalogue;
}

/** Read the files of a draft and put them in the place of those that are published. */
export function readDraft(files: readonly DraftFile[], published: OpenData): ReadDraft {
	const read = files.map(({ file, text }): ReadDraft['files'][number] => {
		if (text === undefined) return { file, text, issues: [] };
		const found = readBytes(new TextEncoder().encode(text), file);
		const { body, type, language } = found.entry ?? found.unread ?? {};
		const parsed = body && type && language && parseBody(body, { file, type, language });
		return { file, text, ...found, ...(parsed && { parsed }) };
	});
	const replaced = new Set(files.map(({ file }) => file));
	return {
		files: read,
		catalogue: buildCatalogue(
			[
				...published.entries.filter(({ file }) => !replaced.has(file)),
				...read.flatMap(({ entry }) => entry ?? []),
			],
			[
				...published.references.filter(({ file }) => !replaced.has(file)),
				...read.flatMap(({ parsed }) => parsed?.references ?? []),
			],
			read.flatMap(({ unread }) => unread ?? []),
		),
	};
}
