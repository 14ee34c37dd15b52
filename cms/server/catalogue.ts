/** Everything published, read once for each state it was in: what the editor checks drafts against. */
import { type CatalogueData, catalogueData, type OpenData } from '../../src/cms/catalogue-data.ts';
import { collections, entryTypes } from '../../src/model/collection.ts';
import type { Entry, Reference, Unread } from '../../src/model/entry.ts';
import type { Commit } from './commits.ts';
import { contentPath } from './paths.ts';
import type { Reading, Readings } from './readings.ts';
import type { Repository } from './repository.ts';

export interface Published extends OpenData {
	entries: Entry[];
	references: Reference[];
	unread: Unread[];
	/** Id of the content folder’s tree: the same words have the same version. */
	version: string;
}

export interface Catalogues {
	at(commit: Commit): Promise<Published>;
	/** The answer for the editor, as text: thousands of entries are written as JSON once. */
	answer(commit: Commit): Promise<{ version: string; json: string }>;
}

const AT_ONCE = 16;

export function openCatalogues(repository: Repository, readings: Readings): Catalogues {
	const kept = new Map<string, Promise<Published>>();
	let latest: { version: string; json: string } | undefined;

	const at = async (commit: Commit): Promise<Published> => {
		const version = (await repository.trees.entry(commit.tree, 'content'))?.id ?? commit.tree;
		const known = kept.get(version);
		if (known) return known;
		const reading = read(commit, version);
		kept.set(version, reading);
		reading.catch(() => kept.delete(version));
		// What was published before, while a release or a slow request still asks for it.
		if (kept.size > 3) kept.delete(kept.keys().next().value as string);
		return reading;
	};

	const read = async (commit: Commit, version: string): Promise<Published> => {
		const folders = entryTypes.map((type) => `content/${collections[type].folder}`);
		const files = (await Promise.all(folders.map((folder) => repository.files(commit, folder)))).flat();
		const texts = files.filter(({ path }) => isText(path));
		const found: Reading[] = [];
		// A few at a time: whoever saves meanwhile is not kept waiting behind thousands of pages.
		for (let at = 0; at < texts.length; at += AT_ONCE)
			found.push(
				...(await Promise.all(
					texts.slice(at, at + AT_ONCE).map(({ path, id }) => readings.readBlob(path, id)),
				)),
			);
		return { version, ...parts(found) };
	};

	return {
		at,
		async answer(commit) {
			const published = await at(commit);
			if (latest?.version !== published.version) {
				const data: CatalogueData = catalogueData(published, published.references);
				latest = {
					version: published.version,
					json: JSON.stringify({ version: published.version, ...data }),
				};
			}
			return latest;
		},
	};
}

function parts(found: readonly Reading[]): Omit<Published, 'version'> {
	return {
		entries: found.flatMap(({ entry }) => entry ?? []),
		references: found.flatMap(({ entry, body }) => (entry && body?.references) || []),
		unread: found.flatMap(({ unread }) => unread ?? []),
	};
}

/** Images are no entries, and files that nobody’s name fits are told of by the build. */
function isText(path: string): boolean {
	try {
		return !contentPath(path).image;
	} catch {
		return false;
	}
}
