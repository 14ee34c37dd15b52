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

/**
 * Read the files of a draft and put them in the place of those that are published. What is as it was in an earlier
 * reading is taken from there: typing changes one field of one file at a time.
 */
export function readDraft(
	files: readonly DraftFile[],
	published: OpenData,
	earlier?: Pick<ReadDraft, 'files'>,
): ReadDraft {
	const read = files.map(({ file, text }): ReadDraft['files'][number] => {
		const before = earlier?.files.find((each) => each.file === file);
		if (before && before.text === text) return before;
		if (text === undefined) return { file, text, issues: [] };
		const found = readBytes(new TextEncoder().encode(text), file);
		const { body, type, language } = found.entry ?? found.unread ?? {};
		if (!body || !type || !language) return { file, text, ...found };
		const bodyBefore = (before?.entry ?? before?.unread)?.body;
		const same = bodyBefore?.source === body.source && bodyBefore.firstLine === body.firstLine;
		const parsed = (same && before?.parsed) || parseBody(body, { file, type, language });
		return { file, text, ...found, parsed };
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
