/** Paths the server touches: files of the model’s own folders, by the model’s own grammar of names, and nothing else. */
import type { DraftName } from '../../src/cms/protocol.ts';
import { collections, type EntryType, entryTypes, isDocumentType } from '../../src/model/collection.ts';
import { type Language, languages } from '../../src/model/language.ts';
import { IMAGE, nameOf } from '../../src/model/read-text.ts';
import { Refusal } from './refusal.ts';

export const CONTENT = 'content';
const DRAFTS = 'refs/heads/cms/';

export interface ContentPath {
	/** From the root of the repository. */
	path: string;
	/** From the content folder. */
	file: string;
	type: EntryType;
	id: string;
	language: Language;
	image: boolean;
}

/** A path that may be read or written; anything else is refused. */
export function contentPath(path: string): ContentPath {
	const [root, ...rest] = path.split('/');
	const file = rest.join('/');
	const named = root === CONTENT ? nameOf(file) : undefined;
	if (!named || 'issue' in named)
		throw new Refusal(
			'bad-request',
			`“${shown(path)}” is not the place of a document, fact or image. ${named ? named.issue.fix : 'The editor works in the content folder only.'}`,
		);
	return { path, file, ...named, image: IMAGE.test(file) };
}

/** The folder of one collection: `content/guidance`. */
export function collectionFolder(path: string): EntryType {
	const type = entryTypes.find((each) => path === `${CONTENT}/${collections[each].folder}`);
	if (!type)
		throw new Refusal('bad-request', `“${shown(path)}” is not a folder of documents, facts or images.`);
	return type;
}

export function typeOf({ collection }: DraftName): EntryType {
	const type = entryTypes.find((each) => collections[each].folder === collection);
	if (!type) throw new Refusal('bad-request', `There is no collection “${shown(collection)}”.`);
	return type;
}

export function draftNameOf({ type, id }: ContentPath): DraftName {
	return { collection: collections[type].folder, slug: id };
}

/** Where the file of an entry is, in a language. */
export function entryPath(name: DraftName, language: Language = 'en'): string {
	const ending = collections[typeOf(name)].hasBody ? `${language}.mdx` : 'yaml';
	return `${CONTENT}/${name.collection}/${name.slug}.${ending}`;
}

/** The files an entry may have, in every language; of an image also the image. */
export function entryPaths(name: DraftName): string[] {
	const type = typeOf(name);
	if (collections[type].hasBody) return languages.map((language) => entryPath(name, language));
	const images = ['png', 'jpg', 'webp'].map(
		(ending) => `${CONTENT}/${name.collection}/${name.slug}.${ending}`,
	);
	return type === 'media' ? [entryPath(name), ...images] : [entryPath(name)];
}

export function isDocument(name: DraftName): boolean {
	return isDocumentType(typeOf(name));
}

export function draftRef({ collection, slug }: DraftName): string {
	return `${DRAFTS}${collection}/${slug}`;
}

/** The draft a branch is; undefined for a branch that somebody made by hand under another name. */
export function draftOfRef(ref: string): DraftName | undefined {
	const [collection = '', slug = '', ...more] = ref.slice(DRAFTS.length).split('/');
	const known = entryTypes.some((type) => collections[type].folder === collection);
	return known && slug !== '' && more.length === 0 ? { collection, slug } : undefined;
}

export const draftRefs = DRAFTS;

function shown(path: string): string {
	return path.length > 80 ? `${path.slice(0, 80)}…` : path;
}
